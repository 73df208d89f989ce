-- What no declaration can say: triggers, each refusal with a name, and the rights of the app.

SET LOCAL search_path = jcm, public;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ')
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0];
END $$;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION refuse('the_journal_is_never_changed');
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('the_journal_is_never_changed');
CREATE TRIGGER issuance_is_never_changed BEFORE UPDATE OR DELETE ON issuance
  FOR EACH ROW EXECUTE FUNCTION refuse('an_issuance_is_never_changed');
CREATE TRIGGER kind_is_never_changed BEFORE UPDATE OR DELETE ON data_directory
  FOR EACH ROW EXECUTE FUNCTION refuse('a_data_directory_keeps_its_kind');
CREATE TRIGGER kind_is_never_emptied BEFORE TRUNCATE ON data_directory
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a_data_directory_keeps_its_kind');

-- The sequence has no gap and time never goes back, whoever writes.
CREATE FUNCTION journal_extends_its_chain() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm AS $$
DECLARE head chain_head;
BEGIN
  SELECT * INTO head FROM chain_head
    WHERE partnership = NEW.partnership AND side = NEW.side FOR UPDATE;
  IF NEW.seq IS DISTINCT FROM head.seq + 1 THEN
    RAISE EXCEPTION 'record % does not follow record %', NEW.seq, head.seq
      USING ERRCODE = 'check_violation', CONSTRAINT = 'the_sequence_has_no_gap';
  END IF;
  IF NEW.at < head.at THEN
    RAISE EXCEPTION 'recorded at %, but the record before it at %', NEW.at, head.at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'time_never_goes_back';
  END IF;
  UPDATE chain_head SET seq = NEW.seq, chain = NEW.chain, at = NEW.at
    WHERE partnership = NEW.partnership AND side = NEW.side;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_extends_its_chain BEFORE INSERT ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_extends_its_chain();

CREATE FUNCTION block_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'blocks are never deleted'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'blocks_are_never_deleted';
  END IF;
  IF OLD.account_kind <> 'holding' THEN
    RAISE EXCEPTION 'retired and cancelled credits stay'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'retired_and_cancelled_credits_stay';
  END IF;
  IF (NEW.partnership, NEW.side, NEW.issuance, NEW.iss_lo, NEW.iss_hi, NEW.lo)
     IS DISTINCT FROM (OLD.partnership, OLD.side, OLD.issuance, OLD.iss_lo, OLD.iss_hi, OLD.lo)
     OR NEW.hi > OLD.hi THEN
    RAISE EXCEPTION 'a block only shrinks at its upper end or changes account'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_block_only_shrinks_or_moves';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER block_guard BEFORE UPDATE OR DELETE ON block
  FOR EACH ROW EXECUTE FUNCTION block_guard();

-- Sums at commit: allotments make up what is decided; a side is notified of its allotments.
CREATE FUNCTION allotments_sum_to_the_decision() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm AS $$
DECLARE decided bigint; allotted bigint;
BEGIN
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
CREATE CONSTRAINT TRIGGER decision_line_is_allotted AFTER INSERT OR UPDATE ON decision_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION allotments_sum_to_the_decision();
CREATE CONSTRAINT TRIGGER allotment_is_decided AFTER INSERT OR UPDATE ON allotment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION allotments_sum_to_the_decision();

CREATE FUNCTION notified_as_allotted() RETURNS trigger
  LANGUAGE plpgsql SET search_path = jcm AS $$
DECLARE allotted bigint;
BEGIN
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
CREATE CONSTRAINT TRIGGER notified_as_allotted AFTER INSERT OR UPDATE ON notification_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION notified_as_allotted();

-- What moves or makes credits carries two natural persons who signed the same request.
CREATE FUNCTION four_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = jcm AS $$
DECLARE persons int; digests int;
BEGIN
  SELECT count(DISTINCT person), count(DISTINCT digest) INTO persons, digests FROM approval
    WHERE (partnership, side, seq) = (NEW.partnership, NEW.side, NEW.seq);
  IF persons < 2 OR digests <> 1 THEN
    RAISE EXCEPTION '%/% record %: % person(s) signed % request(s); two must sign one',
      NEW.partnership, NEW.side, NEW.seq, persons, digests
      USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER four_eyes AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('IssuanceDecided', 'CreditsIssued', 'CreditsTransferred',
    'CreditsRetired', 'CreditsCancelled')) EXECUTE FUNCTION four_eyes();

-- The app appends and reads. It changes nothing but what a projection has to.
GRANT USAGE ON SCHEMA jcm TO openjcm_app;
GRANT SELECT ON ALL TABLES IN SCHEMA jcm TO openjcm_app;
GRANT INSERT ON journal, chain_head, sealed, document, partnership, published_fact,
  published_line, case_file, hand, claim, verified, decision, decision_line, account, allotment,
  notification, notification_line, issuance, block, entry, approval TO openjcm_app;
GRANT UPDATE (seq, chain, at) ON chain_head TO openjcm_app;
GRANT UPDATE (stage, body) ON case_file TO openjcm_app;
GRANT UPDATE (status) ON claim TO openjcm_app;
GRANT UPDATE (hi, account, account_kind) ON block TO openjcm_app;
GRANT UPDATE ON lane TO openjcm_app;

-- verify makes the projections again on temporary copies.
DO $$ BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO openjcm_app', current_database());
END $$;
