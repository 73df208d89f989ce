-- The public record as projections: facts with their history, and what pages and statistics
-- ask of them. All of it follows from the journal and can be dropped and made again.

SET LOCAL search_path = jcm, public;

DROP TABLE published_line;
DROP TABLE published_fact;

-- Which form of the projections stands in the tables; another form is replayed at the start.
CREATE TABLE projected (
  one boolean DEFAULT true CONSTRAINT the_projections_have_one_form PRIMARY KEY
    CONSTRAINT there_is_one_form CHECK (one),
  form int NOT NULL);
INSERT INTO projected (form) VALUES (0);

-- A newer fact of the same key stands beside the older one, which keeps its days.
CREATE TABLE published_fact (
  partnership text NOT NULL, partnership_kind text NOT NULL DEFAULT 'record'
    CONSTRAINT published_facts_stand_in_a_record CHECK (partnership_kind = 'record'),
  fact text NOT NULL CONSTRAINT a_fact_is_of_a_known_kind
    CHECK (fact IN ('partner', 'project', 'methodology', 'issuance-decision', 'progress', 'goal')),
  key text NOT NULL, seq bigint NOT NULL,
  recorded_at timestamptz NOT NULL, superseded_at timestamptz,
  body jsonb NOT NULL,
  basis text NOT NULL CONSTRAINT published_facts_are_published CHECK (basis = 'published'),
  CONSTRAINT published_facts_carry_their_source
    CHECK (coalesce(jsonb_array_length(body->'sources'), 0) > 0),
  CONSTRAINT a_fact_is_not_superseded_before_it_is_recorded CHECK (superseded_at >= recorded_at),
  CONSTRAINT a_version_of_a_fact_is_recorded_once PRIMARY KEY (partnership, fact, key, seq),
  CONSTRAINT a_fact_belongs_to_a_partnership FOREIGN KEY (partnership, partnership_kind)
    REFERENCES partnership (key, kind));
CREATE UNIQUE INDEX one_version_of_a_fact_stands ON published_fact (partnership, fact, key)
  WHERE superseded_at IS NULL;
CREATE INDEX published_fact_by_kind ON published_fact (fact, key) WHERE superseded_at IS NULL;

CREATE TABLE published_project (
  partnership text NOT NULL, host text NOT NULL,
  id text NOT NULL CONSTRAINT a_project_is_published_once PRIMARY KEY,
  title_en text NOT NULL, title_ja text NOT NULL,
  status text NOT NULL, registered_on date,
  methodologies text[] NOT NULL);
CREATE INDEX published_project_by_host ON published_project (host, id);
CREATE INDEX published_project_by_methodology ON published_project USING gin (methodologies);
CREATE INDEX published_project_by_day ON published_project (registered_on DESC NULLS LAST, id);

CREATE TABLE published_decision (
  partnership text NOT NULL, host text NOT NULL,
  key text NOT NULL CONSTRAINT a_decision_is_published_once PRIMARY KEY,
  day date, decided_on date, announced_on date, manner text NOT NULL,
  projects text[] NOT NULL);
CREATE INDEX published_decision_by_day ON published_decision (day DESC NULLS LAST, key);
CREATE INDEX published_decision_by_host ON published_decision (host, day);
CREATE INDEX published_decision_by_project ON published_decision USING gin (projects);

CREATE TABLE published_amount (
  partnership text NOT NULL, decision text NOT NULL, number int NOT NULL,
  line int NOT NULL CONSTRAINT a_line_counts_from_zero CHECK (line >= 0),
  projects text[] NOT NULL,
  host text NOT NULL, day date, first_day date, last_day date,
  measure text NOT NULL CONSTRAINT an_amount_is_of_a_known_measure
    CHECK (measure IN ('notified', 'issued', 'goj', 'holder')),
  side text, holder text,
  amount bigint NOT NULL CONSTRAINT a_published_amount_is_not_negative CHECK (amount >= 0),
  on_day date,
  basis text NOT NULL CONSTRAINT published_amounts_are_published_or_derived
    CHECK (basis IN ('published', 'derived')),
  source text NOT NULL, calculation text NOT NULL,
  rival boolean NOT NULL, counted boolean NOT NULL,
  CONSTRAINT a_rival_amount_is_never_counted CHECK (NOT (rival AND counted)),
  CONSTRAINT an_amount_has_a_number_of_its_own PRIMARY KEY (decision, number),
  CONSTRAINT an_amount_belongs_to_a_decision FOREIGN KEY (decision)
    REFERENCES published_decision (key));
CREATE INDEX published_amount_counted ON published_amount (measure, host, day) WHERE counted;

-- What a reader can find, word by word; a rehearsal is never in it.
CREATE TABLE findable (
  kind text NOT NULL CONSTRAINT what_is_found_is_of_a_known_kind
    CHECK (kind IN ('partner', 'project', 'methodology', 'decision')),
  partnership text NOT NULL, key text NOT NULL,
  title_en text NOT NULL, title_ja text NOT NULL, day date,
  words tsvector NOT NULL,
  CONSTRAINT a_thing_is_found_once PRIMARY KEY (kind, key));
CREATE INDEX findable_by_word ON findable USING gin (words);

-- Where a walk finds the record that says so, without reading every record of a partnership.
CREATE TABLE cited (
  partnership text NOT NULL, kind text NOT NULL, about text NOT NULL,
  side text NOT NULL, seq bigint NOT NULL,
  CONSTRAINT a_record_is_cited_once PRIMARY KEY (partnership, kind, about, side, seq));
CREATE INDEX issuance_by_project ON issuance (project, vintage, side, lo);

DO $$
DECLARE each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['published_fact', 'published_project', 'published_decision',
    'published_amount', 'findable']
  LOOP
    EXECUTE format('CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR UPDATE OR DELETE'
      ' ON %I FOR EACH ROW EXECUTE FUNCTION'
      ' no_change_without_a_record(''PublishedFactRecorded'')', each);
  END LOOP;
END $$;
CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR UPDATE OR DELETE ON cited
  FOR EACH ROW EXECUTE FUNCTION no_change_without_a_record();

GRANT SELECT ON projected, published_fact, published_project, published_decision,
  published_amount, findable, cited TO openjcm_app;
GRANT INSERT ON published_fact, published_project, published_decision, published_amount,
  findable, cited TO openjcm_app;
GRANT UPDATE (superseded_at) ON published_fact TO openjcm_app;
GRANT DELETE ON published_project, published_decision, published_amount, findable TO openjcm_app;
