-- What a decision notified, part by part, each with the vintages that its days tell: the periods
-- that were printed, else the day by which they had ended. An amount says how many projects in it
-- have no number.

SET LOCAL search_path = jcm, public;

ALTER TABLE published_amount DROP COLUMN first_day, DROP COLUMN last_day,
  ADD COLUMN unnamed int NOT NULL DEFAULT 0
    CONSTRAINT projects_without_a_number_are_counted CHECK (unnamed >= 0);

-- What Japan's registry issued to its government, and to others; NULL where nothing tells it.
ALTER TABLE published_decision ADD COLUMN issued_goj bigint, ADD COLUMN issued_others bigint,
  ADD CONSTRAINT whose_credits_are_is_known_of_all_or_none
    CHECK ((issued_goj IS NULL) = (issued_others IS NULL)
      AND coalesce(issued_goj, 0) >= 0 AND coalesce(issued_others, 0) >= 0);

CREATE TABLE published_part (
  partnership text NOT NULL, decision text NOT NULL, number int NOT NULL,
  line int NOT NULL CONSTRAINT a_part_is_of_a_line_or_of_the_rest CHECK (line >= 0),
  projects text[] NOT NULL,
  unnamed int NOT NULL CONSTRAINT projects_of_a_part_are_counted CHECK (unnamed >= 0),
  amount bigint CONSTRAINT a_part_is_not_negative CHECK (amount >= 0),
  basis text NOT NULL CONSTRAINT a_part_says_how_it_is_known
    CHECK (basis IN ('published', 'derived', 'undisclosed')
      AND (basis = 'undisclosed') = (amount IS NULL)),
  source text NOT NULL, calculation text NOT NULL,
  first_day date, last_day date, ended_by date,
  vintages text NOT NULL CONSTRAINT a_part_is_of_known_vintages_or_says_not
    CHECK (vintages IN ('before', 'since', 'both', 'unknown')),
  CONSTRAINT a_part_has_a_number_of_its_own PRIMARY KEY (decision, number),
  CONSTRAINT a_part_belongs_to_a_decision FOREIGN KEY (decision)
    REFERENCES published_decision (key));

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR UPDATE OR DELETE ON published_part
  FOR EACH ROW EXECUTE FUNCTION no_change_without_a_record('PublishedFactRecorded');
GRANT SELECT, INSERT, DELETE ON published_part TO openjcm_app;
