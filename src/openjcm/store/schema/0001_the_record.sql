-- The record: permanent tables first, then projections that can be dropped and rebuilt.
-- Names of constraints are sentences; a refusal carries the name. No extension is used.
-- Run by the role openjcm_owner; openjcm_app owns nothing.

CREATE SCHEMA jcm;
SET LOCAL search_path = jcm, public;

-- Equality inside an exclusion constraint is a one-element range: no btree_gist is needed.
CREATE TYPE textrange AS RANGE (subtype = text, collation = "C");

-- 1. Permanent ---------------------------------------------------------------------------

CREATE TABLE data_directory (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  kind text NOT NULL CONSTRAINT a_data_directory_is_live_demonstration_or_test
    CHECK (kind IN ('live', 'demonstration', 'test')));

CREATE FUNCTION data_directory_kind() RETURNS text
  LANGUAGE sql STABLE SET search_path = jcm AS
$$ SELECT coalesce((SELECT kind FROM data_directory), 'live') $$;

-- The one clock. A story in a demonstration or test data directory sets openjcm.now for its
-- own transaction; anywhere else that is refused.
CREATE FUNCTION ledger_now() RETURNS timestamptz
  LANGUAGE plpgsql VOLATILE SET search_path = jcm AS $$
DECLARE chosen text := current_setting('openjcm.now', true);
BEGIN
  IF chosen IS NULL OR chosen = '' THEN
    RETURN date_trunc('milliseconds', clock_timestamp());
  END IF;
  IF data_directory_kind() = 'live' THEN
    RAISE EXCEPTION 'a live data directory never sets its clock'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_live_clock_is_never_set';
  END IF;
  RETURN date_trunc('milliseconds', chosen::timestamptz);
END $$;

-- Locked first by every ledger write: one serial lane, so the snapshot is taken after the lock.
CREATE TABLE lane (one boolean PRIMARY KEY DEFAULT true CHECK (one));

CREATE TABLE chain_head (
  partnership text NOT NULL, side text NOT NULL,
  seq bigint NOT NULL CHECK (seq >= 0),
  chain bytea NOT NULL CHECK (length(chain) = 32),
  at timestamptz NOT NULL,
  PRIMARY KEY (partnership, side));

CREATE TABLE journal (
  version smallint NOT NULL CHECK (version >= 1),
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL,
  request_id uuid NOT NULL CONSTRAINT a_request_is_recorded_once UNIQUE,
  on_day date NOT NULL, at timestamptz NOT NULL,
  actor text NOT NULL, edition text NOT NULL, kind text NOT NULL, body text NOT NULL,
  leaf bytea NOT NULL CHECK (length(leaf) = 32),
  chain bytea NOT NULL CONSTRAINT a_link_is_made_once UNIQUE CHECK (length(chain) = 32),
  PRIMARY KEY (partnership, side, seq),
  FOREIGN KEY (partnership, side) REFERENCES chain_head);

CREATE TABLE sealed (
  commitment text PRIMARY KEY CHECK (commitment ~ '^[0-9a-f]{64}$'),
  salt bytea NOT NULL CHECK (length(salt) = 32),
  value text NOT NULL);

-- 2. Projections: partnerships and published facts -----------------------------------------

CREATE TABLE partnership (
  key text PRIMARY KEY,
  host text NOT NULL CHECK (host ~ '^[A-Z]{2}$'),
  kind text NOT NULL CHECK (kind IN ('record', 'rehearsal', 'live')),
  zone text NOT NULL, title text NOT NULL, rehearses text,
  CONSTRAINT only_a_rehearsal_rehearses CHECK ((kind = 'rehearsal') = (rehearses IS NOT NULL)),
  UNIQUE (key, kind));

CREATE TABLE published_fact (
  partnership text NOT NULL, partnership_kind text NOT NULL DEFAULT 'record'
    CONSTRAINT published_facts_stand_in_a_record CHECK (partnership_kind = 'record'),
  fact text NOT NULL CHECK (fact IN ('project', 'issuance-decision')),
  key text NOT NULL, body jsonb NOT NULL,
  basis text NOT NULL CONSTRAINT published_facts_are_published CHECK (basis = 'published'),
  CONSTRAINT published_facts_carry_their_source CHECK (coalesce(jsonb_array_length(body->'sources'), 0) > 0),
  PRIMARY KEY (partnership, fact, key),
  FOREIGN KEY (partnership, partnership_kind) REFERENCES partnership (key, kind));

CREATE TABLE published_line (
  partnership text NOT NULL, fact text NOT NULL DEFAULT 'issuance-decision', decision text NOT NULL,
  project text NOT NULL, period daterange NOT NULL CHECK (NOT isempty(period)),
  decided_on date NOT NULL, announced_on date,
  notified bigint NOT NULL CHECK (notified > 0),
  goj bigint CONSTRAINT goj_acquires_a_part CHECK (goj BETWEEN 0 AND notified),
  vintage int, side text,
  PRIMARY KEY (partnership, decision, project),
  FOREIGN KEY (partnership, fact, decision) REFERENCES published_fact (partnership, fact, key));

-- 3. Projections: the project cycle --------------------------------------------------------

CREATE TABLE case_file (
  partnership text NOT NULL REFERENCES partnership,
  subject text NOT NULL CHECK (subject IN ('project', 'report')),
  id text NOT NULL, stage text NOT NULL, project text NOT NULL, body jsonb NOT NULL,
  PRIMARY KEY (partnership, subject, id));

CREATE TABLE hand (
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL,
  subject text NOT NULL, id text NOT NULL, stem text NOT NULL, role text NOT NULL,
  person uuid NOT NULL, organisation uuid NOT NULL, acts_for text,
  PRIMARY KEY (partnership, side, seq, subject, id, person),
  FOREIGN KEY (partnership, subject, id) REFERENCES case_file);

-- Two renditions of everything filed: the private one, and the public one with confidential
-- parts made illegible. A missing public rendition means: nothing of it may be shown.
CREATE TABLE document (
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL, line int NOT NULL,
  private_sha256 text NOT NULL CHECK (private_sha256 ~ '^[0-9a-f]{64}$'),
  public_sha256 text CHECK (public_sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL, media_type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (partnership, side, seq, line));

CREATE TABLE claim (
  partnership text NOT NULL, project text NOT NULL, component text NOT NULL DEFAULT '',
  report text NOT NULL, period daterange NOT NULL
    CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
  status text NOT NULL DEFAULT 'claimed' CHECK (status IN ('claimed', 'rejected', 'withdrawn')),
  PRIMARY KEY (partnership, report, component),
  CONSTRAINT no_period_is_credited_twice EXCLUDE USING gist (
    textrange(partnership, partnership, '[]') WITH &&,
    textrange(project, project, '[]') WITH &&,
    textrange(component, component, '[]') WITH &&,
    period WITH &&) WHERE (status NOT IN ('rejected', 'withdrawn')));

CREATE TABLE verified (
  partnership text NOT NULL, report text NOT NULL, project text NOT NULL, vintage int NOT NULL,
  re numeric NOT NULL, pe numeric NOT NULL, er numeric NOT NULL, amount bigint NOT NULL,
  CONSTRAINT no_more_credits_than_reduced CHECK (amount >= 0 AND amount <= greatest(er, 0)),
  PRIMARY KEY (partnership, report, vintage), UNIQUE (partnership, report, vintage, amount));

CREATE TABLE decision (
  partnership text NOT NULL REFERENCES partnership, id text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  decided_on date NOT NULL, manner text NOT NULL,
  PRIMARY KEY (partnership, id));

CREATE TABLE decision_line (
  partnership text NOT NULL, decision text NOT NULL, report text NOT NULL,
  project text NOT NULL, vintage int NOT NULL, amount bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (partnership, decision, report, vintage),
  CONSTRAINT a_report_is_decided_once UNIQUE (partnership, report, vintage),
  FOREIGN KEY (partnership, decision) REFERENCES decision,
  CONSTRAINT decided_as_verified FOREIGN KEY (partnership, report, vintage, amount)
    REFERENCES verified (partnership, report, vintage, amount));

CREATE TABLE account (
  partnership text NOT NULL, partnership_kind text NOT NULL
    CONSTRAINT a_published_record_has_no_account CHECK (partnership_kind <> 'record'),
  side text NOT NULL, number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holding', 'retirement', 'cancellation')),
  holder text NOT NULL, government boolean NOT NULL,
  PRIMARY KEY (partnership, number), UNIQUE (partnership, side, number, kind),
  FOREIGN KEY (partnership, partnership_kind) REFERENCES partnership (key, kind));

CREATE TABLE allotment (
  partnership text NOT NULL, decision text NOT NULL, report text NOT NULL,
  project text NOT NULL, vintage int NOT NULL, side text NOT NULL, account text NOT NULL, kind text NOT NULL DEFAULT 'holding'
    CONSTRAINT credits_are_issued_to_holding_accounts CHECK (kind = 'holding'),
  amount bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (partnership, decision, report, vintage, account),
  FOREIGN KEY (partnership, decision, report, vintage) REFERENCES decision_line,
  CONSTRAINT a_recipient_holds_an_account_in_that_registry
    FOREIGN KEY (partnership, side, account, kind) REFERENCES account (partnership, side, number, kind));

CREATE TABLE notification (
  partnership text NOT NULL, number text NOT NULL, decision text NOT NULL, side text NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (partnership, number),
  CONSTRAINT a_side_is_notified_once UNIQUE (partnership, decision, side),
  UNIQUE (partnership, number, decision, side),
  FOREIGN KEY (partnership, decision) REFERENCES decision);

CREATE TABLE notification_line (
  partnership text NOT NULL, number text NOT NULL, decision text NOT NULL, side text NOT NULL,
  report text NOT NULL, project text NOT NULL, vintage int NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (partnership, number, report, vintage),
  UNIQUE (partnership, number, decision, side, report, project, vintage, amount),
  FOREIGN KEY (partnership, number, decision, side)
    REFERENCES notification (partnership, number, decision, side));

-- 4. Projections: the ledger ---------------------------------------------------------------

CREATE TABLE issuance (
  partnership text NOT NULL, side text NOT NULL, id text NOT NULL,
  decision text NOT NULL, notification text NOT NULL, report text NOT NULL,
  project text NOT NULL, vintage int NOT NULL,
  lo bigint NOT NULL CHECK (lo > 0), hi bigint NOT NULL, CHECK (lo < hi),
  amount bigint GENERATED ALWAYS AS (hi - lo) STORED,
  issued_on date NOT NULL,
  PRIMARY KEY (partnership, id), UNIQUE (partnership, side, id, lo, hi),
  CONSTRAINT credits_are_issued_once UNIQUE (partnership, decision, side, report, vintage),
  CONSTRAINT issued_as_notified
    FOREIGN KEY (partnership, notification, decision, side, report, project, vintage, amount)
    REFERENCES notification_line
      (partnership, number, decision, side, report, project, vintage, amount),
  CONSTRAINT serials_are_issued_once EXCLUDE USING gist (
    textrange(partnership, partnership, '[]') WITH &&,
    textrange(side, side, '[]') WITH &&,
    int8range(lo, hi) WITH &&));

-- A partition by foreign keys: every block has a left neighbour that ends where it starts, and
-- the path must reach the issuance's last serial. Tables are half-open; the core counts both ends.
CREATE TABLE block (
  partnership text NOT NULL, side text NOT NULL, issuance text NOT NULL,
  iss_lo bigint NOT NULL, iss_hi bigint NOT NULL,
  lo bigint NOT NULL, hi bigint NOT NULL, prev_hi bigint,
  account text NOT NULL, account_kind text NOT NULL,
  CONSTRAINT a_block_lies_inside_its_issuance CHECK (iss_lo <= lo AND lo < hi AND hi <= iss_hi),
  CONSTRAINT a_block_starts_where_its_neighbour_ends CHECK (
    (lo = iss_lo AND prev_hi IS NULL) OR (lo > iss_lo AND prev_hi IS NOT NULL AND prev_hi = lo)),
  PRIMARY KEY (partnership, issuance, lo), UNIQUE (partnership, issuance, hi),
  CONSTRAINT a_block_belongs_to_an_issuance FOREIGN KEY (partnership, side, issuance, iss_lo, iss_hi)
    REFERENCES issuance (partnership, side, id, lo, hi),
  CONSTRAINT credits_stay_in_their_registry FOREIGN KEY (partnership, side, account, account_kind)
    REFERENCES account (partnership, side, number, kind),
  CONSTRAINT no_gap FOREIGN KEY (partnership, issuance, prev_hi)
    REFERENCES block (partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT no_serial_is_held_twice EXCLUDE USING gist (
    textrange(partnership, partnership, '[]') WITH &&,
    textrange(side, side, '[]') WITH &&,
    int8range(lo, hi) WITH &&) DEFERRABLE INITIALLY IMMEDIATE);

ALTER TABLE issuance ADD CONSTRAINT fully_placed FOREIGN KEY (partnership, id, hi)
  REFERENCES block (partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED;

-- One row an entry, so a record balances by construction; from_account is empty for an issuance.
CREATE TABLE entry (
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL, line int NOT NULL,
  from_account text, to_account text NOT NULL, issuance text NOT NULL,
  lo bigint NOT NULL, hi bigint NOT NULL, CHECK (lo < hi),
  CONSTRAINT credits_move_somewhere CHECK (from_account IS DISTINCT FROM to_account),
  PRIMARY KEY (partnership, side, seq, line),
  FOREIGN KEY (partnership, from_account) REFERENCES account (partnership, number),
  FOREIGN KEY (partnership, to_account) REFERENCES account (partnership, number));

CREATE TABLE approval (
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL,
  person uuid NOT NULL, role text NOT NULL, key_id text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), signature text NOT NULL,
  CONSTRAINT a_person_approves_once PRIMARY KEY (partnership, side, seq, person));
