-- No row of a projection changes but by a record of the same transaction, and what follows from
-- a record is held to it: who signed, what was allotted, where the credits are.

SET LOCAL search_path = jcm, public;

-- A name without a schema is looked up among temporary tables first, unless they are named last:
-- whoever makes a table called approval for himself would answer the guards' questions.
ALTER FUNCTION data_directory_kind() SET search_path = jcm, pg_temp;
ALTER FUNCTION ledger_now() SET search_path = jcm, pg_temp;

-- 1. The chain ---------------------------------------------------------------------------

CREATE FUNCTION is_object(said text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN jsonb_typeof(said::jsonb) = 'object';
EXCEPTION WHEN data_exception THEN
  RETURN false;
END $$;

ALTER TABLE journal
  ADD CONSTRAINT a_record_is_of_a_known_kind CHECK (kind IN (
    'PartnershipOpened', 'PublishedFactRecorded', 'AccountOpened', 'DesignDocumentSubmitted',
    'ValidationReported', 'RegistrationRequested', 'RegistrationDecided',
    'MonitoringReportSubmitted', 'VerificationReported', 'IssuanceRequested', 'IssuanceDecided',
    'SideNotified', 'CreditsIssued', 'CreditsTransferred', 'CreditsRetired', 'CreditsCancelled')),
  ADD CONSTRAINT a_chain_is_joint_or_of_one_side CHECK (side = 'joint' OR side ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT a_record_says_json CHECK (is_object(actor) AND is_object(body));

-- The record that the present transaction appends: one row, written by the journal's trigger alone.
CREATE TABLE writing (
  xact xid8 NOT NULL, began timestamptz NOT NULL,
  partnership text NOT NULL, side text NOT NULL, seq bigint NOT NULL, kind text NOT NULL);
INSERT INTO writing VALUES ('0', '-infinity', '', '', 0, '');

-- A transaction's number may come again in a restored copy of the database; with its beginning
-- it does not.
CREATE FUNCTION record_being_written() RETURNS SETOF writing
  LANGUAGE sql STABLE SET search_path = jcm, pg_temp AS
$$ SELECT * FROM writing WHERE (xact, began) = (pg_current_xact_id(), transaction_timestamp()) $$;

CREATE OR REPLACE FUNCTION journal_extends_its_chain() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = jcm, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  SELECT * INTO head FROM chain_head
    WHERE partnership = NEW.partnership AND side = NEW.side FOR UPDATE;
  IF NOT FOUND THEN
    -- The bytes of decision 0001.
    head := (NEW.partnership, NEW.side, 0, sha256(convert_to(
      'openjcm/chain/1' || chr(10) || NEW.partnership || chr(10) || NEW.side || chr(10), 'UTF8')),
      '-infinity');
    INSERT INTO chain_head SELECT head.*;
  END IF;
  IF NEW.seq IS DISTINCT FROM head.seq + 1 THEN
    RAISE EXCEPTION 'record % does not follow record %', NEW.seq, head.seq
      USING ERRCODE = 'check_violation', CONSTRAINT = 'the_sequence_has_no_gap';
  END IF;
  IF NEW.seq = 1 AND NOT (NEW.side = 'joint' AND NEW.kind = 'PartnershipOpened' OR EXISTS
    (SELECT FROM partnership WHERE key = NEW.partnership AND NEW.side IN ('JP', host))) THEN
    RAISE EXCEPTION '%/%: no such partnership is open', NEW.partnership, NEW.side
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_chain_begins_with_its_partnership';
  END IF;
  IF NEW.at < head.at THEN
    RAISE EXCEPTION 'recorded at %, but the record before it at %', NEW.at, head.at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'time_never_goes_back';
  END IF;
  IF NEW.chain IS DISTINCT FROM sha256('\x02'::bytea || head.chain || NEW.leaf) THEN
    RAISE EXCEPTION 'record % is not linked to record %', NEW.seq, head.seq
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_link_follows_the_one_before';
  END IF;
  IF EXISTS (SELECT FROM record_being_written()) THEN
    RAISE EXCEPTION 'one transaction writes one record'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'one_record_a_transaction';
  END IF;
  UPDATE chain_head SET seq = NEW.seq, chain = NEW.chain, at = NEW.at
    WHERE partnership = NEW.partnership AND side = NEW.side;
  UPDATE writing SET xact = pg_current_xact_id(), began = transaction_timestamp(),
    partnership = NEW.partnership, side = NEW.side, seq = NEW.seq, kind = NEW.kind;
  RETURN NEW;
END $$;

-- 2. Projections follow from a record ------------------------------------------------------

-- Arguments: the kinds of record from which this change of this table may follow; none means any.
CREATE FUNCTION no_change_without_a_record() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE written writing; changed record; own boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  SELECT * INTO written FROM record_being_written();
  IF NOT FOUND OR (TG_NARGS > 0 AND written.kind <> ALL (TG_ARGV)) THEN
    RAISE EXCEPTION '% of % follows from no record of this transaction', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_change_without_a_record';
  END IF;
  -- A row has the fields that its table has, so each question is asked where it can be.
  IF TG_TABLE_NAME = 'partnership' THEN
    own := changed.key = written.partnership;
  ELSIF TG_TABLE_NAME IN ('hand', 'document', 'entry', 'approval') THEN
    own := (changed.partnership, changed.side, changed.seq)
      = (written.partnership, written.side, written.seq);
  ELSIF TG_TABLE_NAME IN ('account', 'issuance', 'block') THEN
    own := (changed.partnership, changed.side) = (written.partnership, written.side);
  ELSE
    own := changed.partnership = written.partnership;
  END IF;
  IF own IS NOT TRUE THEN
    RAISE EXCEPTION '% of % is not about %/% record %',
      TG_OP, TG_TABLE_NAME, written.partnership, written.side, written.seq
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_record_changes_its_own_rows';
  END IF;
  RETURN changed;
END $$;

DO $$
DECLARE each record;
  cycle text := 'DesignDocumentSubmitted, ValidationReported, RegistrationRequested,'
    'RegistrationDecided, MonitoringReportSubmitted, VerificationReported, IssuanceRequested,'
    'IssuanceDecided, SideNotified, CreditsIssued';
  moves text := 'CreditsTransferred, CreditsRetired, CreditsCancelled';
BEGIN
  FOR each IN SELECT * FROM (VALUES
    ('partnership', 'change', 'INSERT OR UPDATE OR DELETE', 'PartnershipOpened'),
    ('published_fact', 'change', 'INSERT OR UPDATE OR DELETE', 'PublishedFactRecorded'),
    ('published_line', 'change', 'INSERT OR UPDATE OR DELETE', 'PublishedFactRecorded'),
    ('case_file', 'change', 'INSERT OR UPDATE OR DELETE', cycle),
    ('hand', 'change', 'INSERT OR UPDATE OR DELETE', cycle),
    ('document', 'change', 'INSERT OR UPDATE OR DELETE', ''),
    ('claim', 'change', 'INSERT OR UPDATE OR DELETE', 'MonitoringReportSubmitted'),
    ('verified', 'change', 'INSERT OR UPDATE OR DELETE', 'VerificationReported'),
    ('decision', 'change', 'INSERT OR UPDATE OR DELETE', 'IssuanceDecided'),
    ('decision_line', 'change', 'INSERT OR UPDATE OR DELETE', 'IssuanceDecided'),
    ('allotment', 'change', 'INSERT OR UPDATE OR DELETE', 'IssuanceDecided'),
    ('notification', 'change', 'INSERT OR UPDATE OR DELETE', 'SideNotified'),
    ('notification_line', 'change', 'INSERT OR UPDATE OR DELETE', 'SideNotified'),
    ('account', 'change', 'INSERT OR UPDATE OR DELETE', 'AccountOpened'),
    ('issuance', 'change', 'INSERT OR UPDATE OR DELETE', 'CreditsIssued'),
    ('block', 'block', 'INSERT', 'CreditsIssued, ' || moves),
    ('block', 'move', 'UPDATE OR DELETE', moves),
    ('entry', 'change', 'INSERT OR UPDATE OR DELETE', 'CreditsIssued, ' || moves),
    ('approval', 'change', 'INSERT OR UPDATE OR DELETE', '')
  ) AS v (relation, what, verbs, kinds)
  LOOP
    EXECUTE format('CREATE TRIGGER no_%s_without_a_record BEFORE %s ON %I FOR EACH ROW'
      ' EXECUTE FUNCTION no_change_without_a_record(%s)', each.what, each.verbs, each.relation,
      (SELECT string_agg(quote_literal(trim(kind)), ', ')
       FROM regexp_split_to_table(each.kinds, ',') AS kind WHERE kind <> ''));
  END LOOP;
END $$;

ALTER TABLE approval ADD CONSTRAINT an_approval_belongs_to_a_record
  FOREIGN KEY (partnership, side, seq) REFERENCES journal;

-- Two persons, one request, and the two roles that the kind of act asks for.
CREATE OR REPLACE FUNCTION four_eyes() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE persons int; digests int; roles text[];
  needed text[] := CASE WHEN NEW.kind IN ('RegistrationDecided', 'IssuanceDecided')
    THEN ARRAY['co-chair'] ELSE ARRAY['registry-manager', 'second-officer'] END;
BEGIN
  SELECT count(DISTINCT person), count(DISTINCT digest), array_agg(DISTINCT role ORDER BY role)
    INTO persons, digests, roles FROM approval
    WHERE (partnership, side, seq) = (NEW.partnership, NEW.side, NEW.seq);
  IF persons < 2 OR digests <> 1 OR roles IS DISTINCT FROM needed THEN
    RAISE EXCEPTION '%/% record %: % person(s) signed % request(s) as %; two must sign one as %',
      NEW.partnership, NEW.side, NEW.seq, persons, digests, roles, needed
      USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER four_eyes ON journal;
CREATE CONSTRAINT TRIGGER four_eyes AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('RegistrationDecided', 'IssuanceDecided', 'CreditsIssued',
    'CreditsTransferred', 'CreditsRetired', 'CreditsCancelled')) EXECUTE FUNCTION four_eyes();

-- 3. From claim to block: one project, every vintage, every account ------------------------

ALTER TABLE case_file ADD CONSTRAINT a_case_stands_at_a_known_stage CHECK (
  subject = 'project' AND stage IN ('design-submitted', 'validated', 'registration-requested',
    'registered')
  OR subject = 'report' AND stage IN ('monitoring-reported', 'verified', 'issuance-requested',
    'issuance-decided', 'notified', 'issued'));

ALTER TABLE decision_line DROP CONSTRAINT decided_as_verified;
ALTER TABLE verified DROP CONSTRAINT verified_partnership_report_vintage_amount_key,
  ADD CONSTRAINT a_vintage_is_verified_with_its_amount
    UNIQUE (partnership, report, project, vintage, amount);
ALTER TABLE decision_line ADD CONSTRAINT decided_as_verified
  FOREIGN KEY (partnership, report, project, vintage, amount)
    REFERENCES verified (partnership, report, project, vintage, amount),
  ADD CONSTRAINT a_vintage_is_decided_for_its_project
    UNIQUE (partnership, decision, report, project, vintage);
ALTER TABLE allotment DROP CONSTRAINT allotment_partnership_decision_report_vintage_fkey,
  ADD CONSTRAINT allotted_as_decided FOREIGN KEY (partnership, decision, report, project, vintage)
    REFERENCES decision_line (partnership, decision, report, project, vintage);

-- The sums at commit look at the tables that stand beside the one they guard: at those of the
-- record, or at the copies on which verify makes them again.
CREATE OR REPLACE FUNCTION allotments_sum_to_the_decision() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE decided bigint; allotted bigint;
BEGIN
  PERFORM set_config('search_path', quote_ident(TG_TABLE_SCHEMA) || ', jcm, pg_temp', true);
  SELECT amount INTO decided FROM decision_line WHERE (partnership, decision, report, vintage)
    = (NEW.partnership, NEW.decision, NEW.report, NEW.vintage);
  SELECT coalesce(sum(amount), 0) INTO allotted FROM allotment
    WHERE (partnership, decision, report, vintage)
    = (NEW.partnership, NEW.decision, NEW.report, NEW.vintage);
  IF decided IS DISTINCT FROM allotted THEN
    RAISE EXCEPTION '% % %: allotted %, decided %',
      NEW.decision, NEW.report, NEW.vintage, allotted, decided
      USING ERRCODE = 'check_violation', CONSTRAINT = 'allotments_sum_to_the_decision';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION notified_as_allotted() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE allotted bigint;
BEGIN
  PERFORM set_config('search_path', quote_ident(TG_TABLE_SCHEMA) || ', jcm, pg_temp', true);
  SELECT coalesce(sum(amount), 0) INTO allotted FROM allotment
    WHERE (partnership, decision, report, vintage, side)
    = (NEW.partnership, NEW.decision, NEW.report, NEW.vintage, NEW.side);
  IF NEW.amount <> allotted THEN
    RAISE EXCEPTION '% % % %: notified %, allotted %',
      NEW.number, NEW.side, NEW.report, NEW.vintage, NEW.amount, allotted
      USING ERRCODE = 'check_violation', CONSTRAINT = 'notified_as_allotted';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION all_that_is_allotted_is_notified() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE silent record;
BEGIN
  PERFORM set_config('search_path', quote_ident(TG_TABLE_SCHEMA) || ', jcm, pg_temp', true);
  SELECT report, vintage INTO silent FROM allotment
    WHERE (partnership, decision, side) = (NEW.partnership, NEW.decision, NEW.side)
    EXCEPT SELECT report, vintage FROM notification_line
    WHERE (partnership, number) = (NEW.partnership, NEW.number) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% does not tell % of % %',
      NEW.number, NEW.side, silent.report, silent.vintage
      USING ERRCODE = 'check_violation', CONSTRAINT = 'all_that_is_allotted_is_notified';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER all_that_is_allotted_is_notified AFTER INSERT ON notification
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION all_that_is_allotted_is_notified();

-- Each account of the decision gets what it was allotted, and no other account gets anything.
CREATE FUNCTION placed_as_allotted() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE wrong record;
BEGIN
  PERFORM set_config('search_path', quote_ident(TG_TABLE_SCHEMA) || ', jcm, pg_temp', true);
  SELECT account, coalesce(placed, 0) AS placed, coalesce(allotted, 0) AS allotted INTO wrong
    FROM (SELECT account, sum(hi - lo) AS placed FROM block
      WHERE (partnership, issuance) = (NEW.partnership, NEW.id) GROUP BY account) AS there
    FULL JOIN (SELECT account, amount AS allotted FROM allotment
      WHERE (partnership, decision, report, vintage, side)
      = (NEW.partnership, NEW.decision, NEW.report, NEW.vintage, NEW.side)) AS decided
    USING (account) WHERE placed IS DISTINCT FROM allotted LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '%: % placed in %, allotted %',
      NEW.id, wrong.placed, wrong.account, wrong.allotted
      USING ERRCODE = 'check_violation', CONSTRAINT = 'placed_as_allotted';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER placed_as_allotted AFTER INSERT ON issuance
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placed_as_allotted();

CREATE FUNCTION credits_are_where_the_entry_says() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm, pg_temp AS $$
DECLARE there bigint;
BEGIN
  PERFORM set_config('search_path', quote_ident(TG_TABLE_SCHEMA) || ', jcm, pg_temp', true);
  SELECT coalesce(sum(hi - lo), 0) INTO there FROM block
    WHERE partnership = NEW.partnership AND issuance = NEW.issuance
    AND lo >= NEW.lo AND lo < NEW.hi AND hi <= NEW.hi AND account = NEW.to_account;
  IF there <> NEW.hi - NEW.lo THEN
    RAISE EXCEPTION '% % to %: % of % credits are in %',
      NEW.issuance, NEW.lo, NEW.hi - 1, there, NEW.hi - NEW.lo, NEW.to_account
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_are_where_the_entry_says';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER credits_are_where_the_entry_says AFTER INSERT ON entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits_are_where_the_entry_says();

-- What an act asks for, found without reading every block and every record.
CREATE INDEX blocks_of_an_account ON block (partnership, account, lo);
CREATE INDEX records_of_a_kind ON journal (partnership, kind, at);

-- 4. Rights ------------------------------------------------------------------------------

-- Only the journal's trigger, which runs as the owner, writes the heads; no act ends a claim yet.
REVOKE INSERT, UPDATE, UPDATE (seq, chain, at) ON chain_head FROM openjcm_app;
REVOKE UPDATE (status) ON claim FROM openjcm_app;
GRANT SELECT ON writing TO openjcm_app;
