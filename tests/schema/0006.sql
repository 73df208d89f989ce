CREATE SCHEMA jcm;

ALTER SCHEMA jcm OWNER TO openjcm_owner;

CREATE SCHEMA public;

ALTER SCHEMA public OWNER TO pg_database_owner;

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE TYPE jcm.textrange AS RANGE (
    subtype = text,
    multirange_type_name = jcm.textmultirange,
    collation = pg_catalog."C"
);

ALTER TYPE jcm.textrange OWNER TO openjcm_owner;

CREATE FUNCTION jcm.all_that_is_allotted_is_notified() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.all_that_is_allotted_is_notified() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.allotments_sum_to_the_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.allotments_sum_to_the_decision() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.block_guard() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION jcm.block_guard() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.credits_are_where_the_entry_says() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.credits_are_where_the_entry_says() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.data_directory_kind() RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'jcm', 'pg_temp'
    AS $$ SELECT coalesce((SELECT kind FROM data_directory), 'live') $$;

ALTER FUNCTION jcm.data_directory_kind() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.four_eyes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.four_eyes() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.is_object(said text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
  RETURN jsonb_typeof(said::jsonb) = 'object';
EXCEPTION WHEN data_exception THEN
  RETURN false;
END $$;

ALTER FUNCTION jcm.is_object(said text) OWNER TO openjcm_owner;

CREATE FUNCTION jcm.journal_extends_its_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.journal_extends_its_chain() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.ledger_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.ledger_now() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.no_change_without_a_record() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.no_change_without_a_record() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.notified_as_allotted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.notified_as_allotted() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.placed_as_allotted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm', 'pg_temp'
    AS $$
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

ALTER FUNCTION jcm.placed_as_allotted() OWNER TO openjcm_owner;

CREATE TABLE jcm.writing (
    xact xid8 NOT NULL,
    began timestamp with time zone NOT NULL,
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL
);

ALTER TABLE jcm.writing OWNER TO openjcm_owner;

CREATE FUNCTION jcm.record_being_written() RETURNS SETOF jcm.writing
    LANGUAGE sql STABLE
    SET search_path TO 'jcm', 'pg_temp'
    AS $$ SELECT * FROM writing WHERE (xact, began) = (pg_current_xact_id(), transaction_timestamp()) $$;

ALTER FUNCTION jcm.record_being_written() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ')
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0];
END $$;

ALTER FUNCTION jcm.refuse() OWNER TO openjcm_owner;

CREATE FUNCTION public.people_refuse_another_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (NEW.key_id, NEW.person_id, NEW.kind, NEW.public_key)
       IS DISTINCT FROM (OLD.key_id, OLD.person_id, OLD.kind, OLD.public_key) THEN
        RAISE EXCEPTION 'a registered key is never changed; register another one'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'a_registered_key_is_never_changed';
    END IF;
    RETURN NEW;
END
$$;

ALTER FUNCTION public.people_refuse_another_key() OWNER TO openjcm_owner;

CREATE FUNCTION public.people_refuse_software_authenticators() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.kind = 'software' AND jcm.data_directory_kind() IS DISTINCT FROM 'demonstration'
                             AND jcm.data_directory_kind() IS DISTINCT FROM 'test' THEN
        RAISE EXCEPTION 'software_authenticators_live_only_in_demonstrations'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'software_authenticators_live_only_in_demonstrations',
                  TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END
$$;

ALTER FUNCTION public.people_refuse_software_authenticators() OWNER TO openjcm_owner;

CREATE TABLE jcm.account (
    partnership text NOT NULL,
    partnership_kind text NOT NULL,
    side text NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    holder text NOT NULL,
    government boolean NOT NULL,
    CONSTRAINT a_published_record_has_no_account CHECK ((partnership_kind <> 'record'::text)),
    CONSTRAINT an_account_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['holding'::text, 'retirement'::text, 'cancellation'::text])))
);

ALTER TABLE jcm.account OWNER TO openjcm_owner;

CREATE TABLE jcm.allotment (
    partnership text NOT NULL,
    decision text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    side text NOT NULL,
    account text NOT NULL,
    kind text DEFAULT 'holding'::text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT an_allotment_is_at_least_one_credit CHECK ((amount > 0)),
    CONSTRAINT credits_are_issued_to_holding_accounts CHECK ((kind = 'holding'::text))
);

ALTER TABLE jcm.allotment OWNER TO openjcm_owner;

CREATE TABLE jcm.approval (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    person uuid NOT NULL,
    role text NOT NULL,
    key_id text NOT NULL,
    digest text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT an_approval_names_a_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE jcm.approval OWNER TO openjcm_owner;

CREATE TABLE jcm.batch (
    intake text NOT NULL,
    number integer NOT NULL,
    sha256 text NOT NULL,
    bytes bigint NOT NULL,
    received_at timestamp with time zone DEFAULT jcm.ledger_now() NOT NULL,
    readings bigint NOT NULL,
    meters integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    read_as jsonb NOT NULL,
    replaces text,
    evidence jsonb DEFAULT '[]'::jsonb NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    sender text DEFAULT ''::text NOT NULL,
    CONSTRAINT a_batch_does_not_replace_itself CHECK ((replaces <> sha256)),
    CONSTRAINT a_batch_is_kept_by_its_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT a_batch_is_not_empty CHECK (((bytes > 0) AND (readings > 0) AND (meters > 0))),
    CONSTRAINT batches_count_from_one CHECK ((number > 0)),
    CONSTRAINT readings_are_in_order CHECK ((first_at <= last_at))
);

ALTER TABLE jcm.batch OWNER TO openjcm_owner;

CREATE TABLE jcm.block (
    partnership text NOT NULL,
    side text NOT NULL,
    issuance text NOT NULL,
    iss_lo bigint NOT NULL,
    iss_hi bigint NOT NULL,
    lo bigint NOT NULL,
    hi bigint NOT NULL,
    prev_hi bigint,
    account text NOT NULL,
    account_kind text NOT NULL,
    CONSTRAINT a_block_lies_inside_its_issuance CHECK (((iss_lo <= lo) AND (lo < hi) AND (hi <= iss_hi))),
    CONSTRAINT a_block_starts_where_its_neighbour_ends CHECK ((((lo = iss_lo) AND (prev_hi IS NULL)) OR ((lo > iss_lo) AND (prev_hi IS NOT NULL) AND (prev_hi = lo))))
);

ALTER TABLE jcm.block OWNER TO openjcm_owner;

CREATE TABLE jcm.case_file (
    partnership text NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    stage text NOT NULL,
    project text NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT a_case_is_a_project_or_a_report CHECK ((subject = ANY (ARRAY['project'::text, 'report'::text]))),
    CONSTRAINT a_case_stands_at_a_known_stage CHECK ((((subject = 'project'::text) AND (stage = ANY (ARRAY['design-submitted'::text, 'validated'::text, 'registration-requested'::text, 'registered'::text]))) OR ((subject = 'report'::text) AND (stage = ANY (ARRAY['monitoring-reported'::text, 'verified'::text, 'issuance-requested'::text, 'issuance-decided'::text, 'notified'::text, 'issued'::text])))))
);

ALTER TABLE jcm.case_file OWNER TO openjcm_owner;

CREATE TABLE jcm.chain_head (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT a_chain_counts_from_zero CHECK ((seq >= 0)),
    CONSTRAINT a_head_is_a_hash CHECK ((length(chain) = 32))
);

ALTER TABLE jcm.chain_head OWNER TO openjcm_owner;

CREATE TABLE jcm.cited (
    partnership text NOT NULL,
    kind text NOT NULL,
    about text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL
);

ALTER TABLE jcm.cited OWNER TO openjcm_owner;

CREATE TABLE jcm.claim (
    partnership text NOT NULL,
    project text NOT NULL,
    component text DEFAULT ''::text NOT NULL,
    report text NOT NULL,
    period daterange NOT NULL,
    status text DEFAULT 'claimed'::text NOT NULL,
    CONSTRAINT a_claim_stands_or_fell CHECK ((status = ANY (ARRAY['claimed'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT a_claimed_period_has_two_ends CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))
);

ALTER TABLE jcm.claim OWNER TO openjcm_owner;

CREATE TABLE jcm.data_directory (
    one boolean DEFAULT true NOT NULL,
    kind text NOT NULL,
    CONSTRAINT a_data_directory_is_live_demonstration_or_test CHECK ((kind = ANY (ARRAY['live'::text, 'demonstration'::text, 'test'::text]))),
    CONSTRAINT there_is_one_data_directory CHECK (one)
);

ALTER TABLE jcm.data_directory OWNER TO openjcm_owner;

CREATE TABLE jcm.decision (
    partnership text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    decided_on date NOT NULL,
    manner text NOT NULL,
    CONSTRAINT a_decision_names_a_digest CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE jcm.decision OWNER TO openjcm_owner;

CREATE TABLE jcm.decision_line (
    partnership text NOT NULL,
    decision text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT a_decided_amount_is_at_least_one_credit CHECK ((amount > 0))
);

ALTER TABLE jcm.decision_line OWNER TO openjcm_owner;

CREATE TABLE jcm.document (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    line integer NOT NULL,
    private_sha256 text NOT NULL,
    public_sha256 text,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT a_document_has_a_size CHECK ((bytes >= 0)),
    CONSTRAINT a_private_rendition_is_named_by_its_hash CHECK ((private_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT a_public_rendition_is_named_by_its_hash CHECK ((public_sha256 ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE jcm.document OWNER TO openjcm_owner;

CREATE TABLE jcm.entry (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    line integer NOT NULL,
    from_account text,
    to_account text NOT NULL,
    issuance text NOT NULL,
    lo bigint NOT NULL,
    hi bigint NOT NULL,
    CONSTRAINT an_entry_moves_at_least_one_credit CHECK ((lo < hi)),
    CONSTRAINT credits_move_somewhere CHECK ((from_account IS DISTINCT FROM to_account))
);

ALTER TABLE jcm.entry OWNER TO openjcm_owner;

CREATE TABLE jcm.findable (
    kind text NOT NULL,
    partnership text NOT NULL,
    key text NOT NULL,
    title_en text NOT NULL,
    title_ja text NOT NULL,
    day date,
    words tsvector NOT NULL,
    CONSTRAINT what_is_found_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['partner'::text, 'project'::text, 'methodology'::text, 'decision'::text])))
);

ALTER TABLE jcm.findable OWNER TO openjcm_owner;

CREATE TABLE jcm.hand (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    subject text NOT NULL,
    id text NOT NULL,
    stem text NOT NULL,
    role text NOT NULL,
    person uuid NOT NULL,
    organisation uuid NOT NULL,
    acts_for text
);

ALTER TABLE jcm.hand OWNER TO openjcm_owner;

CREATE TABLE jcm.intake (
    name text NOT NULL,
    partnership text NOT NULL,
    project text NOT NULL,
    plan text NOT NULL,
    basis text NOT NULL,
    opened_at timestamp with time zone DEFAULT jcm.ledger_now() NOT NULL,
    CONSTRAINT an_intake_is_named_by_small_letters CHECK ((name ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT readings_have_a_basis CHECK ((basis = ANY (ARRAY['measured'::text, 'recorded'::text, 'reconstructed'::text, 'illustrative'::text])))
);

ALTER TABLE jcm.intake OWNER TO openjcm_owner;

CREATE TABLE jcm.intake_key (
    key_sha256 bytea NOT NULL,
    intake text NOT NULL,
    sender text NOT NULL,
    made_at timestamp with time zone DEFAULT jcm.ledger_now() NOT NULL,
    CONSTRAINT a_key_is_kept_by_its_sha256 CHECK ((length(key_sha256) = 32)),
    CONSTRAINT a_sender_is_named_by_small_letters CHECK ((sender ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);

ALTER TABLE jcm.intake_key OWNER TO openjcm_owner;

CREATE TABLE jcm.intake_key_withdrawn (
    key_sha256 bytea NOT NULL,
    withdrawn_at timestamp with time zone DEFAULT jcm.ledger_now() NOT NULL
);

ALTER TABLE jcm.intake_key_withdrawn OWNER TO openjcm_owner;

CREATE TABLE jcm.issuance (
    partnership text NOT NULL,
    side text NOT NULL,
    id text NOT NULL,
    decision text NOT NULL,
    notification text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    lo bigint NOT NULL,
    hi bigint NOT NULL,
    amount bigint GENERATED ALWAYS AS ((hi - lo)) STORED,
    issued_on date NOT NULL,
    CONSTRAINT an_issuance_is_at_least_one_credit CHECK ((lo < hi)),
    CONSTRAINT serial_numbers_begin_at_one CHECK ((lo > 0))
);

ALTER TABLE jcm.issuance OWNER TO openjcm_owner;

CREATE TABLE jcm.journal (
    version smallint NOT NULL,
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    request_id uuid NOT NULL,
    on_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    edition text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    leaf bytea NOT NULL,
    chain bytea NOT NULL,
    CONSTRAINT a_chain_is_joint_or_of_one_side CHECK (((side = 'joint'::text) OR (side ~ '^[A-Z]{2}$'::text))),
    CONSTRAINT a_leaf_is_a_hash CHECK ((length(leaf) = 32)),
    CONSTRAINT a_link_is_a_hash CHECK ((length(chain) = 32)),
    CONSTRAINT a_record_has_a_version CHECK ((version >= 1)),
    CONSTRAINT a_record_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['PartnershipOpened'::text, 'PublishedFactRecorded'::text, 'AccountOpened'::text, 'DesignDocumentSubmitted'::text, 'ValidationReported'::text, 'RegistrationRequested'::text, 'RegistrationDecided'::text, 'MonitoringReportSubmitted'::text, 'VerificationReported'::text, 'IssuanceRequested'::text, 'IssuanceDecided'::text, 'SideNotified'::text, 'CreditsIssued'::text, 'CreditsTransferred'::text, 'CreditsRetired'::text, 'CreditsCancelled'::text]))),
    CONSTRAINT a_record_says_json CHECK ((jcm.is_object(actor) AND jcm.is_object(body)))
);

ALTER TABLE jcm.journal OWNER TO openjcm_owner;

CREATE TABLE jcm.lane (
    one boolean DEFAULT true NOT NULL,
    CONSTRAINT there_is_one_lane CHECK (one)
);

ALTER TABLE jcm.lane OWNER TO openjcm_owner;

CREATE TABLE jcm.notification (
    partnership text NOT NULL,
    number text NOT NULL,
    decision text NOT NULL,
    side text NOT NULL,
    on_day date NOT NULL
);

ALTER TABLE jcm.notification OWNER TO openjcm_owner;

CREATE TABLE jcm.notification_line (
    partnership text NOT NULL,
    number text NOT NULL,
    decision text NOT NULL,
    side text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT a_notified_amount_is_at_least_one_credit CHECK ((amount > 0))
);

ALTER TABLE jcm.notification_line OWNER TO openjcm_owner;

CREATE TABLE jcm.partnership (
    key text NOT NULL,
    host text NOT NULL,
    kind text NOT NULL,
    zone text NOT NULL,
    title text NOT NULL,
    rehearses text,
    CONSTRAINT a_host_is_a_country CHECK ((host ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT a_partnership_is_a_record_a_rehearsal_or_live CHECK ((kind = ANY (ARRAY['record'::text, 'rehearsal'::text, 'live'::text]))),
    CONSTRAINT only_a_rehearsal_rehearses CHECK (((kind = 'rehearsal'::text) = (rehearses IS NOT NULL)))
);

ALTER TABLE jcm.partnership OWNER TO openjcm_owner;

CREATE TABLE jcm.projected (
    one boolean DEFAULT true NOT NULL,
    form integer NOT NULL,
    CONSTRAINT there_is_one_form CHECK (one)
);

ALTER TABLE jcm.projected OWNER TO openjcm_owner;

CREATE TABLE jcm.published_amount (
    partnership text NOT NULL,
    decision text NOT NULL,
    number integer NOT NULL,
    line integer NOT NULL,
    projects text[] NOT NULL,
    host text NOT NULL,
    day date,
    measure text NOT NULL,
    side text,
    holder text,
    amount bigint NOT NULL,
    on_day date,
    basis text NOT NULL,
    source text NOT NULL,
    calculation text NOT NULL,
    rival boolean NOT NULL,
    counted boolean NOT NULL,
    unnamed integer DEFAULT 0 NOT NULL,
    CONSTRAINT a_line_counts_from_zero CHECK ((line >= 0)),
    CONSTRAINT a_published_amount_is_not_negative CHECK ((amount >= 0)),
    CONSTRAINT a_rival_amount_is_never_counted CHECK ((NOT (rival AND counted))),
    CONSTRAINT an_amount_is_of_a_known_measure CHECK ((measure = ANY (ARRAY['notified'::text, 'issued'::text, 'goj'::text, 'holder'::text]))),
    CONSTRAINT projects_without_a_number_are_counted CHECK ((unnamed >= 0)),
    CONSTRAINT published_amounts_are_published_or_derived CHECK ((basis = ANY (ARRAY['published'::text, 'derived'::text])))
);

ALTER TABLE jcm.published_amount OWNER TO openjcm_owner;

CREATE TABLE jcm.published_decision (
    partnership text NOT NULL,
    host text NOT NULL,
    key text NOT NULL,
    day date,
    decided_on date,
    announced_on date,
    manner text NOT NULL,
    projects text[] NOT NULL,
    issued_goj bigint,
    issued_others bigint,
    CONSTRAINT what_others_have_is_known_beside_what_a_government_has CHECK ((((issued_others IS NULL) OR (issued_goj IS NOT NULL)) AND (COALESCE(issued_goj, (0)::bigint) >= 0) AND (COALESCE(issued_others, (0)::bigint) >= 0)))
);

ALTER TABLE jcm.published_decision OWNER TO openjcm_owner;

CREATE TABLE jcm.published_fact (
    partnership text NOT NULL,
    partnership_kind text DEFAULT 'record'::text NOT NULL,
    fact text NOT NULL,
    key text NOT NULL,
    seq bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    body jsonb NOT NULL,
    basis text NOT NULL,
    CONSTRAINT a_fact_is_not_superseded_before_it_is_recorded CHECK ((superseded_at >= recorded_at)),
    CONSTRAINT a_fact_is_of_a_known_kind CHECK ((fact = ANY (ARRAY['partner'::text, 'project'::text, 'methodology'::text, 'issuance-decision'::text, 'progress'::text, 'goal'::text]))),
    CONSTRAINT published_facts_are_published CHECK ((basis = 'published'::text)),
    CONSTRAINT published_facts_carry_their_source CHECK ((COALESCE(jsonb_array_length((body -> 'sources'::text)), 0) > 0)),
    CONSTRAINT published_facts_stand_in_a_record CHECK ((partnership_kind = 'record'::text))
);

ALTER TABLE jcm.published_fact OWNER TO openjcm_owner;

CREATE TABLE jcm.published_part (
    partnership text NOT NULL,
    decision text NOT NULL,
    number integer NOT NULL,
    line integer NOT NULL,
    projects text[] NOT NULL,
    unnamed integer NOT NULL,
    amount bigint,
    basis text NOT NULL,
    source text NOT NULL,
    calculation text NOT NULL,
    first_day date,
    last_day date,
    ended_by date,
    vintages text NOT NULL,
    CONSTRAINT a_part_is_not_negative CHECK ((amount >= 0)),
    CONSTRAINT a_part_is_of_a_line_or_of_the_rest CHECK ((line >= 0)),
    CONSTRAINT a_part_is_of_known_vintages_or_says_not CHECK ((vintages = ANY (ARRAY['before'::text, 'since'::text, 'both'::text, 'unknown'::text]))),
    CONSTRAINT a_part_says_how_it_is_known CHECK (((basis = ANY (ARRAY['published'::text, 'derived'::text, 'undisclosed'::text])) AND ((basis = 'undisclosed'::text) = (amount IS NULL)))),
    CONSTRAINT projects_of_a_part_are_counted CHECK ((unnamed >= 0))
);

ALTER TABLE jcm.published_part OWNER TO openjcm_owner;

CREATE TABLE jcm.published_project (
    partnership text NOT NULL,
    host text NOT NULL,
    id text NOT NULL,
    title_en text NOT NULL,
    title_ja text NOT NULL,
    status text NOT NULL,
    registered_on date,
    methodologies text[] NOT NULL
);

ALTER TABLE jcm.published_project OWNER TO openjcm_owner;

CREATE TABLE jcm.sealed (
    commitment text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT a_commitment_is_a_hash CHECK ((commitment ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT a_salt_has_thirty_two_bytes CHECK ((length(salt) = 32))
);

ALTER TABLE jcm.sealed OWNER TO openjcm_owner;

CREATE TABLE jcm.verified (
    partnership text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    re numeric NOT NULL,
    pe numeric NOT NULL,
    er numeric NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT no_more_credits_than_reduced CHECK (((amount >= 0) AND ((amount)::numeric <= GREATEST(er, (0)::numeric))))
);

ALTER TABLE jcm.verified OWNER TO openjcm_owner;

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations OWNER TO openjcm_owner;

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_authenticator (
    key_id text NOT NULL,
    kind text NOT NULL,
    public_key bytea NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT an_authenticator_is_of_a_known_kind CHECK ((kind = ANY (ARRAY['software'::text, 'webauthn'::text])))
);

ALTER TABLE public.people_authenticator OWNER TO openjcm_owner;

CREATE TABLE public.people_grant (
    id uuid NOT NULL,
    role text NOT NULL,
    partnership text NOT NULL,
    side text,
    since date NOT NULL,
    until date,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT a_grant_ends_after_it_begins CHECK (((until IS NULL) OR (until > since))),
    CONSTRAINT a_grant_names_a_known_role CHECK ((role = ANY (ARRAY['participant'::text, 'third-party-entity'::text, 'secretariat'::text, 'co-chair'::text, 'registry-manager'::text, 'second-officer'::text, 'recorder'::text]))),
    CONSTRAINT a_grant_names_a_side_or_none CHECK (((side IS NULL) OR (side ~ '^[A-Z]{2}$'::text)))
);

ALTER TABLE public.people_grant OWNER TO openjcm_owner;

CREATE TABLE public.people_organisation (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    partnership text NOT NULL,
    side text,
    CONSTRAINT an_organisation_stands_on_one_side_or_none CHECK (((side IS NULL) OR (side ~ '^[A-Z]{2}$'::text)))
);

ALTER TABLE public.people_organisation OWNER TO openjcm_owner;

CREATE TABLE public.people_person (
    last_login timestamp with time zone,
    id uuid NOT NULL,
    name text NOT NULL,
    email character varying(254),
    password character varying(128) NOT NULL,
    is_active boolean NOT NULL,
    is_demonstration boolean NOT NULL,
    CONSTRAINT a_person_has_a_name CHECK ((NOT (name = ''::text))),
    CONSTRAINT an_address_is_written_in_lower_case CHECK (((email IS NULL) OR (((email)::text = lower((email)::text)) AND (NOT (((email)::text = ''::text) AND (email IS NOT NULL))))))
);

ALTER TABLE public.people_person OWNER TO openjcm_owner;

CREATE TABLE public.people_session (
    key_sha256 bytea NOT NULL,
    content text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    person_id uuid,
    CONSTRAINT a_session_keeps_only_a_hash CHECK ((octet_length(key_sha256) = 32))
);

ALTER TABLE public.people_session OWNER TO openjcm_owner;

ALTER TABLE ONLY jcm.batch
    ADD CONSTRAINT a_batch_has_a_number_of_its_own PRIMARY KEY (intake, number);

ALTER TABLE ONLY jcm.batch
    ADD CONSTRAINT a_batch_is_kept_once UNIQUE (intake, sha256);

ALTER TABLE ONLY jcm.batch
    ADD CONSTRAINT a_batch_is_replaced_once UNIQUE (intake, replaces);

ALTER TABLE ONLY jcm.case_file
    ADD CONSTRAINT a_case_is_opened_once PRIMARY KEY (partnership, subject, id);

ALTER TABLE ONLY jcm.chain_head
    ADD CONSTRAINT a_chain_has_one_head PRIMARY KEY (partnership, side);

ALTER TABLE ONLY jcm.data_directory
    ADD CONSTRAINT a_data_directory_has_one_kind PRIMARY KEY (one);

ALTER TABLE ONLY jcm.published_decision
    ADD CONSTRAINT a_decision_is_published_once PRIMARY KEY (key);

ALTER TABLE ONLY jcm.decision
    ADD CONSTRAINT a_decision_is_recorded_once PRIMARY KEY (partnership, id);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT a_decision_names_a_vintage_once PRIMARY KEY (partnership, decision, report, vintage);

ALTER TABLE ONLY jcm.document
    ADD CONSTRAINT a_document_has_a_line_of_its_own PRIMARY KEY (partnership, side, seq, line);

ALTER TABLE ONLY jcm.hand
    ADD CONSTRAINT a_hand_is_named_once PRIMARY KEY (partnership, side, seq, subject, id, person);

ALTER TABLE ONLY jcm.intake_key
    ADD CONSTRAINT a_key_is_made_once PRIMARY KEY (key_sha256);

ALTER TABLE ONLY jcm.intake_key_withdrawn
    ADD CONSTRAINT a_key_is_withdrawn_once PRIMARY KEY (key_sha256);

ALTER TABLE ONLY jcm.lane
    ADD CONSTRAINT a_lane_is_taken_by_one PRIMARY KEY (one);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_link_is_made_once UNIQUE (chain);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT a_notification_has_a_number_of_its_own PRIMARY KEY (partnership, number);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT a_notification_is_known_with_its_side UNIQUE (partnership, number, decision, side);

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT a_notification_names_a_vintage_once PRIMARY KEY (partnership, number, report, vintage);

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT a_notified_amount_is_known_with_all_it_is_of UNIQUE (partnership, number, decision, side, report, project, vintage, amount);

ALTER TABLE ONLY jcm.published_part
    ADD CONSTRAINT a_part_has_a_number_of_its_own PRIMARY KEY (decision, number);

ALTER TABLE ONLY jcm.partnership
    ADD CONSTRAINT a_partnership_is_known_with_its_kind UNIQUE (key, kind);

ALTER TABLE ONLY jcm.partnership
    ADD CONSTRAINT a_partnership_is_opened_once PRIMARY KEY (key);

ALTER TABLE ONLY jcm.approval
    ADD CONSTRAINT a_person_approves_once PRIMARY KEY (partnership, side, seq, person);

ALTER TABLE ONLY jcm.published_project
    ADD CONSTRAINT a_project_is_published_once PRIMARY KEY (id);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_record_has_a_number_of_its_own PRIMARY KEY (partnership, side, seq);

ALTER TABLE ONLY jcm.cited
    ADD CONSTRAINT a_record_is_cited_once PRIMARY KEY (partnership, kind, about, side, seq);

ALTER TABLE ONLY jcm.claim
    ADD CONSTRAINT a_report_claims_a_component_once PRIMARY KEY (partnership, report, component);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT a_report_is_decided_once UNIQUE (partnership, report, vintage);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_request_is_recorded_once UNIQUE (request_id);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT a_side_is_notified_once UNIQUE (partnership, decision, side);

ALTER TABLE ONLY jcm.findable
    ADD CONSTRAINT a_thing_is_found_once PRIMARY KEY (kind, key);

ALTER TABLE ONLY jcm.sealed
    ADD CONSTRAINT a_value_is_sealed_once PRIMARY KEY (commitment);

ALTER TABLE ONLY jcm.published_fact
    ADD CONSTRAINT a_version_of_a_fact_is_recorded_once PRIMARY KEY (partnership, fact, key, seq);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT a_vintage_is_decided_for_its_project UNIQUE (partnership, decision, report, project, vintage);

ALTER TABLE ONLY jcm.verified
    ADD CONSTRAINT a_vintage_is_verified_once PRIMARY KEY (partnership, report, vintage);

ALTER TABLE ONLY jcm.verified
    ADD CONSTRAINT a_vintage_is_verified_with_its_amount UNIQUE (partnership, report, project, vintage, amount);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT an_account_is_allotted_a_vintage_once PRIMARY KEY (partnership, decision, report, vintage, account);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT an_account_is_known_with_its_kind UNIQUE (partnership, side, number, kind);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT an_account_number_is_given_once PRIMARY KEY (partnership, number);

ALTER TABLE ONLY jcm.published_amount
    ADD CONSTRAINT an_amount_has_a_number_of_its_own PRIMARY KEY (decision, number);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT an_entry_has_a_line_of_its_own PRIMARY KEY (partnership, side, seq, line);

ALTER TABLE ONLY jcm.intake
    ADD CONSTRAINT an_intake_is_opened_once PRIMARY KEY (name);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT an_issuance_is_known_with_its_serial_numbers UNIQUE (partnership, side, id, lo, hi);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT an_issuance_is_named_once PRIMARY KEY (partnership, id);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT credits_are_issued_once UNIQUE (partnership, decision, side, report, vintage);

ALTER TABLE ONLY jcm.claim
    ADD CONSTRAINT no_period_is_credited_twice EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(project, project, '[]'::text) WITH &&, jcm.textrange(component, component, '[]'::text) WITH &&, period WITH &&) WHERE ((status <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])));

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT no_serial_is_held_twice EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(side, side, '[]'::text) WITH &&, int8range(lo, hi) WITH &&) DEFERRABLE;

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT one_block_ends_at_a_serial_number UNIQUE (partnership, issuance, hi);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT one_block_starts_at_a_serial_number PRIMARY KEY (partnership, issuance, lo);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT serials_are_issued_once EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(side, side, '[]'::text) WITH &&, int8range(lo, hi) WITH &&);

ALTER TABLE ONLY jcm.projected
    ADD CONSTRAINT the_projections_have_one_form PRIMARY KEY (one);

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT a_grant_is_given_once UNIQUE NULLS NOT DISTINCT (person_id, organisation_id, role, partnership, side, since);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_authenticator
    ADD CONSTRAINT people_authenticator_pkey PRIMARY KEY (key_id);

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_email_key UNIQUE (email);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_session
    ADD CONSTRAINT people_session_pkey PRIMARY KEY (key_sha256);

CREATE INDEX blocks_of_an_account ON jcm.block USING btree (partnership, account, lo);

CREATE INDEX findable_by_word ON jcm.findable USING gin (words);

CREATE INDEX issuance_by_project ON jcm.issuance USING btree (project, vintage, side, lo);

CREATE UNIQUE INDEX one_version_of_a_fact_stands ON jcm.published_fact USING btree (partnership, fact, key) WHERE (superseded_at IS NULL);

CREATE INDEX published_amount_counted ON jcm.published_amount USING btree (measure, host, day) WHERE counted;

CREATE INDEX published_decision_by_day ON jcm.published_decision USING btree (day DESC NULLS LAST, key);

CREATE INDEX published_decision_by_host ON jcm.published_decision USING btree (host, day);

CREATE INDEX published_decision_by_project ON jcm.published_decision USING gin (projects);

CREATE INDEX published_fact_by_kind ON jcm.published_fact USING btree (fact, key) WHERE (superseded_at IS NULL);

CREATE INDEX published_project_by_day ON jcm.published_project USING btree (registered_on DESC NULLS LAST, id);

CREATE INDEX published_project_by_host ON jcm.published_project USING btree (host, id);

CREATE INDEX published_project_by_methodology ON jcm.published_project USING gin (methodologies);

CREATE INDEX records_of_a_kind ON jcm.journal USING btree (partnership, kind, at);

CREATE INDEX people_authenticator_key_id_161f353c_like ON public.people_authenticator USING btree (key_id text_pattern_ops);

CREATE INDEX people_authenticator_person_id_073fc5f6 ON public.people_authenticator USING btree (person_id);

CREATE INDEX people_grant_organisation_id_fd741253 ON public.people_grant USING btree (organisation_id);

CREATE INDEX people_grant_person_id_648279a3 ON public.people_grant USING btree (person_id);

CREATE INDEX people_person_email_cdc75531_like ON public.people_person USING btree (email varchar_pattern_ops);

CREATE INDEX people_session_expires_at_a4d234ff ON public.people_session USING btree (expires_at);

CREATE INDEX people_session_person_id_d061a933 ON public.people_session USING btree (person_id);

CREATE CONSTRAINT TRIGGER all_that_is_allotted_is_notified AFTER INSERT ON jcm.notification DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.all_that_is_allotted_is_notified();

CREATE CONSTRAINT TRIGGER allotment_is_decided AFTER INSERT OR UPDATE ON jcm.allotment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.allotments_sum_to_the_decision();

CREATE TRIGGER batch_is_never_changed BEFORE DELETE OR UPDATE ON jcm.batch FOR EACH ROW EXECUTE FUNCTION jcm.refuse('what_arrived_is_never_changed');

CREATE TRIGGER batch_is_never_emptied BEFORE TRUNCATE ON jcm.batch FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('what_arrived_is_never_changed');

CREATE TRIGGER block_guard BEFORE DELETE OR UPDATE ON jcm.block FOR EACH ROW EXECUTE FUNCTION jcm.block_guard();

CREATE CONSTRAINT TRIGGER credits_are_where_the_entry_says AFTER INSERT ON jcm.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.credits_are_where_the_entry_says();

CREATE CONSTRAINT TRIGGER decision_line_is_allotted AFTER INSERT OR UPDATE ON jcm.decision_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.allotments_sum_to_the_decision();

CREATE CONSTRAINT TRIGGER four_eyes AFTER INSERT ON jcm.journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['RegistrationDecided'::text, 'IssuanceDecided'::text, 'CreditsIssued'::text, 'CreditsTransferred'::text, 'CreditsRetired'::text, 'CreditsCancelled'::text]))) EXECUTE FUNCTION jcm.four_eyes();

CREATE TRIGGER intake_is_never_changed BEFORE DELETE OR UPDATE ON jcm.intake FOR EACH ROW EXECUTE FUNCTION jcm.refuse('an_intake_is_never_changed');

CREATE TRIGGER intake_is_never_emptied BEFORE TRUNCATE ON jcm.intake FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('an_intake_is_never_changed');

CREATE TRIGGER intake_key_is_never_changed BEFORE DELETE OR UPDATE ON jcm.intake_key FOR EACH ROW EXECUTE FUNCTION jcm.refuse('a_key_is_never_changed');

CREATE TRIGGER intake_key_is_never_emptied BEFORE TRUNCATE ON jcm.intake_key FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('a_key_is_never_changed');

CREATE TRIGGER issuance_is_never_changed BEFORE DELETE OR UPDATE ON jcm.issuance FOR EACH ROW EXECUTE FUNCTION jcm.refuse('an_issuance_is_never_changed');

CREATE TRIGGER journal_extends_its_chain BEFORE INSERT ON jcm.journal FOR EACH ROW EXECUTE FUNCTION jcm.journal_extends_its_chain();

CREATE TRIGGER journal_is_never_changed BEFORE DELETE OR UPDATE ON jcm.journal FOR EACH ROW EXECUTE FUNCTION jcm.refuse('the_journal_is_never_changed');

CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON jcm.journal FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('the_journal_is_never_changed');

CREATE TRIGGER kind_is_never_changed BEFORE DELETE OR UPDATE ON jcm.data_directory FOR EACH ROW EXECUTE FUNCTION jcm.refuse('a_data_directory_keeps_its_kind');

CREATE TRIGGER kind_is_never_emptied BEFORE TRUNCATE ON jcm.data_directory FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('a_data_directory_keeps_its_kind');

CREATE TRIGGER no_block_without_a_record BEFORE INSERT ON jcm.block FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('CreditsIssued', 'CreditsTransferred', 'CreditsRetired', 'CreditsCancelled');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.account FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('AccountOpened');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.allotment FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('IssuanceDecided');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.approval FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record();

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.case_file FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('DesignDocumentSubmitted', 'ValidationReported', 'RegistrationRequested', 'RegistrationDecided', 'MonitoringReportSubmitted', 'VerificationReported', 'IssuanceRequested', 'IssuanceDecided', 'SideNotified', 'CreditsIssued');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.cited FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record();

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.claim FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('MonitoringReportSubmitted');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.decision FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('IssuanceDecided');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.decision_line FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('IssuanceDecided');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.document FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record();

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.entry FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('CreditsIssued', 'CreditsTransferred', 'CreditsRetired', 'CreditsCancelled');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.findable FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.hand FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('DesignDocumentSubmitted', 'ValidationReported', 'RegistrationRequested', 'RegistrationDecided', 'MonitoringReportSubmitted', 'VerificationReported', 'IssuanceRequested', 'IssuanceDecided', 'SideNotified', 'CreditsIssued');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.issuance FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('CreditsIssued');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.notification FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('SideNotified');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.notification_line FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('SideNotified');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.partnership FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PartnershipOpened');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.published_amount FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.published_decision FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.published_fact FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.published_part FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.published_project FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('PublishedFactRecorded');

CREATE TRIGGER no_change_without_a_record BEFORE INSERT OR DELETE OR UPDATE ON jcm.verified FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('VerificationReported');

CREATE TRIGGER no_move_without_a_record BEFORE DELETE OR UPDATE ON jcm.block FOR EACH ROW EXECUTE FUNCTION jcm.no_change_without_a_record('CreditsTransferred', 'CreditsRetired', 'CreditsCancelled');

CREATE CONSTRAINT TRIGGER notified_as_allotted AFTER INSERT OR UPDATE ON jcm.notification_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.notified_as_allotted();

CREATE CONSTRAINT TRIGGER placed_as_allotted AFTER INSERT ON jcm.issuance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.placed_as_allotted();

CREATE TRIGGER withdrawal_is_never_changed BEFORE DELETE OR UPDATE ON jcm.intake_key_withdrawn FOR EACH ROW EXECUTE FUNCTION jcm.refuse('a_withdrawn_key_stays_withdrawn');

CREATE TRIGGER withdrawal_is_never_emptied BEFORE TRUNCATE ON jcm.intake_key_withdrawn FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('a_withdrawn_key_stays_withdrawn');

CREATE TRIGGER software_authenticators_live_only_in_demonstrations BEFORE INSERT OR UPDATE ON public.people_authenticator FOR EACH ROW EXECUTE FUNCTION public.people_refuse_software_authenticators();

CREATE TRIGGER then_a_registered_key_is_never_changed BEFORE UPDATE ON public.people_authenticator FOR EACH ROW EXECUTE FUNCTION public.people_refuse_another_key();

ALTER TABLE ONLY jcm.batch
    ADD CONSTRAINT a_batch_arrives_at_an_intake FOREIGN KEY (intake) REFERENCES jcm.intake(name);

ALTER TABLE ONLY jcm.batch
    ADD CONSTRAINT a_batch_replaces_one_that_came_before FOREIGN KEY (intake, replaces) REFERENCES jcm.batch(intake, sha256);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT a_block_belongs_to_an_issuance FOREIGN KEY (partnership, side, issuance, iss_lo, iss_hi) REFERENCES jcm.issuance(partnership, side, id, lo, hi);

ALTER TABLE ONLY jcm.case_file
    ADD CONSTRAINT a_case_belongs_to_a_partnership FOREIGN KEY (partnership) REFERENCES jcm.partnership(key);

ALTER TABLE ONLY jcm.decision
    ADD CONSTRAINT a_decision_belongs_to_a_partnership FOREIGN KEY (partnership) REFERENCES jcm.partnership(key);

ALTER TABLE ONLY jcm.published_fact
    ADD CONSTRAINT a_fact_belongs_to_a_partnership FOREIGN KEY (partnership, partnership_kind) REFERENCES jcm.partnership(key, kind);

ALTER TABLE ONLY jcm.hand
    ADD CONSTRAINT a_hand_works_on_a_case FOREIGN KEY (partnership, subject, id) REFERENCES jcm.case_file(partnership, subject, id);

ALTER TABLE ONLY jcm.intake_key
    ADD CONSTRAINT a_key_opens_an_intake FOREIGN KEY (intake) REFERENCES jcm.intake(name);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT a_line_belongs_to_a_decision FOREIGN KEY (partnership, decision) REFERENCES jcm.decision(partnership, id);

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT a_line_belongs_to_a_notification FOREIGN KEY (partnership, number, decision, side) REFERENCES jcm.notification(partnership, number, decision, side);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT a_notification_tells_of_a_decision FOREIGN KEY (partnership, decision) REFERENCES jcm.decision(partnership, id);

ALTER TABLE ONLY jcm.published_part
    ADD CONSTRAINT a_part_belongs_to_a_decision FOREIGN KEY (decision) REFERENCES jcm.published_decision(key);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT a_recipient_holds_an_account_in_that_registry FOREIGN KEY (partnership, side, account, kind) REFERENCES jcm.account(partnership, side, number, kind);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_record_belongs_to_a_chain FOREIGN KEY (partnership, side) REFERENCES jcm.chain_head(partnership, side);

ALTER TABLE ONLY jcm.intake_key_withdrawn
    ADD CONSTRAINT a_withdrawn_key_was_made FOREIGN KEY (key_sha256) REFERENCES jcm.intake_key(key_sha256);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT allotted_as_decided FOREIGN KEY (partnership, decision, report, project, vintage) REFERENCES jcm.decision_line(partnership, decision, report, project, vintage);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT an_account_belongs_to_a_partnership FOREIGN KEY (partnership, partnership_kind) REFERENCES jcm.partnership(key, kind);

ALTER TABLE ONLY jcm.published_amount
    ADD CONSTRAINT an_amount_belongs_to_a_decision FOREIGN KEY (decision) REFERENCES jcm.published_decision(key);

ALTER TABLE ONLY jcm.approval
    ADD CONSTRAINT an_approval_belongs_to_a_record FOREIGN KEY (partnership, side, seq) REFERENCES jcm.journal(partnership, side, seq);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT an_entry_comes_from_an_account FOREIGN KEY (partnership, from_account) REFERENCES jcm.account(partnership, number);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT an_entry_goes_to_an_account FOREIGN KEY (partnership, to_account) REFERENCES jcm.account(partnership, number);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT credits_stay_in_their_registry FOREIGN KEY (partnership, side, account, account_kind) REFERENCES jcm.account(partnership, side, number, kind);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT decided_as_verified FOREIGN KEY (partnership, report, project, vintage, amount) REFERENCES jcm.verified(partnership, report, project, vintage, amount);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT fully_placed FOREIGN KEY (partnership, id, hi) REFERENCES jcm.block(partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT issued_as_notified FOREIGN KEY (partnership, notification, decision, side, report, project, vintage, amount) REFERENCES jcm.notification_line(partnership, number, decision, side, report, project, vintage, amount);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT no_gap FOREIGN KEY (partnership, issuance, prev_hi) REFERENCES jcm.block(partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_authenticator
    ADD CONSTRAINT people_authenticator_person_id_073fc5f6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_organisation_id_fd741253_fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_person_id_648279a3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_session
    ADD CONSTRAINT people_session_person_id_d061a933_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

GRANT USAGE ON SCHEMA jcm TO openjcm_app;

GRANT SELECT ON TABLE jcm.writing TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.account TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.allotment TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.approval TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.batch TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(hi) ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(account) ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(account_kind) ON TABLE jcm.block TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.case_file TO openjcm_app;

GRANT UPDATE(stage) ON TABLE jcm.case_file TO openjcm_app;

GRANT UPDATE(body) ON TABLE jcm.case_file TO openjcm_app;

GRANT SELECT ON TABLE jcm.chain_head TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.cited TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.claim TO openjcm_app;

GRANT SELECT ON TABLE jcm.data_directory TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.decision TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.decision_line TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.document TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.entry TO openjcm_app;

GRANT SELECT,INSERT,DELETE ON TABLE jcm.findable TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.hand TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.intake TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.intake_key TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.intake_key_withdrawn TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.issuance TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.journal TO openjcm_app;

GRANT SELECT,UPDATE ON TABLE jcm.lane TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.notification TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.notification_line TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.partnership TO openjcm_app;

GRANT SELECT ON TABLE jcm.projected TO openjcm_app;

GRANT SELECT,INSERT,DELETE ON TABLE jcm.published_amount TO openjcm_app;

GRANT SELECT,INSERT,DELETE ON TABLE jcm.published_decision TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.published_fact TO openjcm_app;

GRANT UPDATE(superseded_at) ON TABLE jcm.published_fact TO openjcm_app;

GRANT SELECT,INSERT,DELETE ON TABLE jcm.published_part TO openjcm_app;

GRANT SELECT,INSERT,DELETE ON TABLE jcm.published_project TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.sealed TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.verified TO openjcm_app;

GRANT SELECT,INSERT ON TABLE public.people_authenticator TO openjcm_app;

GRANT SELECT,INSERT ON TABLE public.people_grant TO openjcm_app;

GRANT UPDATE(until) ON TABLE public.people_grant TO openjcm_app;

GRANT SELECT,INSERT ON TABLE public.people_organisation TO openjcm_app;

GRANT SELECT,INSERT ON TABLE public.people_person TO openjcm_app;

GRANT UPDATE(last_login) ON TABLE public.people_person TO openjcm_app;

GRANT UPDATE(name) ON TABLE public.people_person TO openjcm_app;

GRANT UPDATE(email) ON TABLE public.people_person TO openjcm_app;

GRANT UPDATE(password) ON TABLE public.people_person TO openjcm_app;

GRANT UPDATE(is_active) ON TABLE public.people_person TO openjcm_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_session TO openjcm_app;
