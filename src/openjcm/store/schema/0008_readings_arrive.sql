-- Readings that arrive while a period runs: what arrived is kept and never changed. They are no
-- acts of the scheme, so they stand beside the journal; the report that rests on them names them.

SET LOCAL search_path = jcm, public;

CREATE TABLE intake (
  name text CONSTRAINT an_intake_is_opened_once PRIMARY KEY
    CONSTRAINT an_intake_is_named_by_small_letters CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  partnership text NOT NULL, project text NOT NULL,
  plan text NOT NULL,
  basis text NOT NULL CONSTRAINT readings_have_a_basis
    CHECK (basis IN ('measured', 'recorded', 'reconstructed', 'illustrative')),
  opened_at timestamptz NOT NULL DEFAULT ledger_now());

-- A key for each sender; the key itself is known to the sender alone.
CREATE TABLE intake_key (
  key_sha256 bytea CONSTRAINT a_key_is_made_once PRIMARY KEY
    CONSTRAINT a_key_is_kept_by_its_sha256 CHECK (length(key_sha256) = 32),
  intake text NOT NULL CONSTRAINT a_key_opens_an_intake REFERENCES intake,
  sender text NOT NULL
    CONSTRAINT a_sender_is_named_by_small_letters CHECK (sender ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  made_at timestamptz NOT NULL DEFAULT ledger_now());

CREATE TABLE intake_key_withdrawn (
  key_sha256 bytea CONSTRAINT a_key_is_withdrawn_once PRIMARY KEY
    CONSTRAINT a_withdrawn_key_was_made REFERENCES intake_key,
  withdrawn_at timestamptz NOT NULL DEFAULT ledger_now());

CREATE TABLE batch (
  intake text NOT NULL CONSTRAINT a_batch_arrives_at_an_intake REFERENCES intake,
  number int NOT NULL CONSTRAINT batches_count_from_one CHECK (number > 0),
  sha256 text NOT NULL
    CONSTRAINT a_batch_is_kept_by_its_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL,
  received_at timestamptz NOT NULL DEFAULT ledger_now(),
  readings bigint NOT NULL, meters int NOT NULL,
  first_at timestamptz NOT NULL, last_at timestamptz NOT NULL,
  read_as jsonb NOT NULL,
  replaces text, evidence jsonb NOT NULL DEFAULT '[]', note text NOT NULL DEFAULT '',
  name text NOT NULL DEFAULT '', sender text NOT NULL DEFAULT '',
  CONSTRAINT a_batch_has_a_number_of_its_own PRIMARY KEY (intake, number),
  CONSTRAINT a_batch_is_not_empty CHECK (bytes > 0 AND readings > 0 AND meters > 0),
  CONSTRAINT a_batch_is_kept_once UNIQUE (intake, sha256),
  CONSTRAINT a_batch_is_replaced_once UNIQUE (intake, replaces),
  CONSTRAINT a_batch_replaces_one_that_came_before FOREIGN KEY (intake, replaces)
    REFERENCES batch (intake, sha256),
  CONSTRAINT a_batch_does_not_replace_itself CHECK (replaces <> sha256),
  CONSTRAINT readings_are_in_order CHECK (first_at <= last_at));

CREATE TRIGGER intake_is_never_changed BEFORE UPDATE OR DELETE ON intake
  FOR EACH ROW EXECUTE FUNCTION refuse('an_intake_is_never_changed');
CREATE TRIGGER intake_is_never_emptied BEFORE TRUNCATE ON intake
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('an_intake_is_never_changed');
CREATE TRIGGER intake_key_is_never_changed BEFORE UPDATE OR DELETE ON intake_key
  FOR EACH ROW EXECUTE FUNCTION refuse('a_key_is_never_changed');
CREATE TRIGGER intake_key_is_never_emptied BEFORE TRUNCATE ON intake_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a_key_is_never_changed');
CREATE TRIGGER withdrawal_is_never_changed BEFORE UPDATE OR DELETE ON intake_key_withdrawn
  FOR EACH ROW EXECUTE FUNCTION refuse('a_withdrawn_key_stays_withdrawn');
CREATE TRIGGER withdrawal_is_never_emptied BEFORE TRUNCATE ON intake_key_withdrawn
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a_withdrawn_key_stays_withdrawn');
CREATE TRIGGER batch_is_never_changed BEFORE UPDATE OR DELETE ON batch
  FOR EACH ROW EXECUTE FUNCTION refuse('what_arrived_is_never_changed');
CREATE TRIGGER batch_is_never_emptied BEFORE TRUNCATE ON batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('what_arrived_is_never_changed');

GRANT SELECT, INSERT ON intake, intake_key, intake_key_withdrawn, batch TO openjcm_app;
