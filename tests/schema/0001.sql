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

CREATE FUNCTION jcm.allotments_sum_to_the_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm'
    AS $$
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

CREATE FUNCTION jcm.data_directory_kind() RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'jcm'
    AS $$ SELECT coalesce((SELECT kind FROM data_directory), 'live') $$;

ALTER FUNCTION jcm.data_directory_kind() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.four_eyes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm'
    AS $$
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

ALTER FUNCTION jcm.four_eyes() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.journal_extends_its_chain() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm'
    AS $$
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

ALTER FUNCTION jcm.journal_extends_its_chain() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.ledger_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET search_path TO 'jcm'
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

CREATE FUNCTION jcm.notified_as_allotted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'jcm'
    AS $$
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

ALTER FUNCTION jcm.notified_as_allotted() OWNER TO openjcm_owner;

CREATE FUNCTION jcm.refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ')
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0];
END $$;

ALTER FUNCTION jcm.refuse() OWNER TO openjcm_owner;

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
    CONSTRAINT account_kind_check CHECK ((kind = ANY (ARRAY['holding'::text, 'retirement'::text, 'cancellation'::text])))
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
    CONSTRAINT allotment_amount_check CHECK ((amount > 0)),
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
    CONSTRAINT approval_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE jcm.approval OWNER TO openjcm_owner;

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
    CONSTRAINT case_file_subject_check CHECK ((subject = ANY (ARRAY['project'::text, 'report'::text])))
);

ALTER TABLE jcm.case_file OWNER TO openjcm_owner;

CREATE TABLE jcm.chain_head (
    partnership text NOT NULL,
    side text NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT chain_head_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT chain_head_seq_check CHECK ((seq >= 0))
);

ALTER TABLE jcm.chain_head OWNER TO openjcm_owner;

CREATE TABLE jcm.claim (
    partnership text NOT NULL,
    project text NOT NULL,
    component text DEFAULT ''::text NOT NULL,
    report text NOT NULL,
    period daterange NOT NULL,
    status text DEFAULT 'claimed'::text NOT NULL,
    CONSTRAINT claim_period_check CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period)))),
    CONSTRAINT claim_status_check CHECK ((status = ANY (ARRAY['claimed'::text, 'rejected'::text, 'withdrawn'::text])))
);

ALTER TABLE jcm.claim OWNER TO openjcm_owner;

CREATE TABLE jcm.data_directory (
    one boolean DEFAULT true NOT NULL,
    kind text NOT NULL,
    CONSTRAINT a_data_directory_is_live_demonstration_or_test CHECK ((kind = ANY (ARRAY['live'::text, 'demonstration'::text, 'test'::text]))),
    CONSTRAINT data_directory_one_check CHECK (one)
);

ALTER TABLE jcm.data_directory OWNER TO openjcm_owner;

CREATE TABLE jcm.decision (
    partnership text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    decided_on date NOT NULL,
    manner text NOT NULL,
    CONSTRAINT decision_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE jcm.decision OWNER TO openjcm_owner;

CREATE TABLE jcm.decision_line (
    partnership text NOT NULL,
    decision text NOT NULL,
    report text NOT NULL,
    project text NOT NULL,
    vintage integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT decision_line_amount_check CHECK ((amount > 0))
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
    CONSTRAINT document_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT document_private_sha256_check CHECK ((private_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT document_public_sha256_check CHECK ((public_sha256 ~ '^[0-9a-f]{64}$'::text))
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
    CONSTRAINT credits_move_somewhere CHECK ((from_account IS DISTINCT FROM to_account)),
    CONSTRAINT entry_check CHECK ((lo < hi))
);

ALTER TABLE jcm.entry OWNER TO openjcm_owner;

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
    CONSTRAINT issuance_check CHECK ((lo < hi)),
    CONSTRAINT issuance_lo_check CHECK ((lo > 0))
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
    CONSTRAINT journal_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT journal_leaf_check CHECK ((length(leaf) = 32)),
    CONSTRAINT journal_version_check CHECK ((version >= 1))
);

ALTER TABLE jcm.journal OWNER TO openjcm_owner;

CREATE TABLE jcm.lane (
    one boolean DEFAULT true NOT NULL,
    CONSTRAINT lane_one_check CHECK (one)
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
    CONSTRAINT notification_line_amount_check CHECK ((amount > 0))
);

ALTER TABLE jcm.notification_line OWNER TO openjcm_owner;

CREATE TABLE jcm.partnership (
    key text NOT NULL,
    host text NOT NULL,
    kind text NOT NULL,
    zone text NOT NULL,
    title text NOT NULL,
    rehearses text,
    CONSTRAINT only_a_rehearsal_rehearses CHECK (((kind = 'rehearsal'::text) = (rehearses IS NOT NULL))),
    CONSTRAINT partnership_host_check CHECK ((host ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT partnership_kind_check CHECK ((kind = ANY (ARRAY['record'::text, 'rehearsal'::text, 'live'::text])))
);

ALTER TABLE jcm.partnership OWNER TO openjcm_owner;

CREATE TABLE jcm.published_fact (
    partnership text NOT NULL,
    partnership_kind text DEFAULT 'record'::text NOT NULL,
    fact text NOT NULL,
    key text NOT NULL,
    body jsonb NOT NULL,
    basis text NOT NULL,
    CONSTRAINT published_fact_fact_check CHECK ((fact = ANY (ARRAY['project'::text, 'issuance-decision'::text]))),
    CONSTRAINT published_facts_are_published CHECK ((basis = 'published'::text)),
    CONSTRAINT published_facts_carry_their_source CHECK ((COALESCE(jsonb_array_length((body -> 'sources'::text)), 0) > 0)),
    CONSTRAINT published_facts_stand_in_a_record CHECK ((partnership_kind = 'record'::text))
);

ALTER TABLE jcm.published_fact OWNER TO openjcm_owner;

CREATE TABLE jcm.published_line (
    partnership text NOT NULL,
    fact text DEFAULT 'issuance-decision'::text NOT NULL,
    decision text NOT NULL,
    project text NOT NULL,
    period daterange NOT NULL,
    decided_on date NOT NULL,
    announced_on date,
    notified bigint NOT NULL,
    goj bigint,
    vintage integer,
    side text,
    CONSTRAINT goj_acquires_a_part CHECK (((goj >= 0) AND (goj <= notified))),
    CONSTRAINT published_line_notified_check CHECK ((notified > 0)),
    CONSTRAINT published_line_period_check CHECK ((NOT isempty(period)))
);

ALTER TABLE jcm.published_line OWNER TO openjcm_owner;

CREATE TABLE jcm.sealed (
    commitment text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT sealed_commitment_check CHECK ((commitment ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT sealed_salt_check CHECK ((length(salt) = 32))
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

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_link_is_made_once UNIQUE (chain);

ALTER TABLE ONLY jcm.approval
    ADD CONSTRAINT a_person_approves_once PRIMARY KEY (partnership, side, seq, person);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT a_report_is_decided_once UNIQUE (partnership, report, vintage);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT a_request_is_recorded_once UNIQUE (request_id);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT a_side_is_notified_once UNIQUE (partnership, decision, side);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT account_partnership_side_number_kind_key UNIQUE (partnership, side, number, kind);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (partnership, number);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT allotment_pkey PRIMARY KEY (partnership, decision, report, vintage, account);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT block_partnership_issuance_hi_key UNIQUE (partnership, issuance, hi);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (partnership, issuance, lo);

ALTER TABLE ONLY jcm.case_file
    ADD CONSTRAINT case_file_pkey PRIMARY KEY (partnership, subject, id);

ALTER TABLE ONLY jcm.chain_head
    ADD CONSTRAINT chain_head_pkey PRIMARY KEY (partnership, side);

ALTER TABLE ONLY jcm.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (partnership, report, component);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT credits_are_issued_once UNIQUE (partnership, decision, side, report, vintage);

ALTER TABLE ONLY jcm.data_directory
    ADD CONSTRAINT data_directory_pkey PRIMARY KEY (one);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT decision_line_pkey PRIMARY KEY (partnership, decision, report, vintage);

ALTER TABLE ONLY jcm.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (partnership, id);

ALTER TABLE ONLY jcm.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (partnership, side, seq, line);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (partnership, side, seq, line);

ALTER TABLE ONLY jcm.hand
    ADD CONSTRAINT hand_pkey PRIMARY KEY (partnership, side, seq, subject, id, person);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT issuance_partnership_side_id_lo_hi_key UNIQUE (partnership, side, id, lo, hi);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT issuance_pkey PRIMARY KEY (partnership, id);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (partnership, side, seq);

ALTER TABLE ONLY jcm.lane
    ADD CONSTRAINT lane_pkey PRIMARY KEY (one);

ALTER TABLE ONLY jcm.claim
    ADD CONSTRAINT no_period_is_credited_twice EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(project, project, '[]'::text) WITH &&, jcm.textrange(component, component, '[]'::text) WITH &&, period WITH &&) WHERE ((status <> ALL (ARRAY['rejected'::text, 'withdrawn'::text])));

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT no_serial_is_held_twice EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(side, side, '[]'::text) WITH &&, int8range(lo, hi) WITH &&) DEFERRABLE;

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT notification_line_partnership_number_decision_side_report_p_key UNIQUE (partnership, number, decision, side, report, project, vintage, amount);

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT notification_line_pkey PRIMARY KEY (partnership, number, report, vintage);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT notification_partnership_number_decision_side_key UNIQUE (partnership, number, decision, side);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (partnership, number);

ALTER TABLE ONLY jcm.partnership
    ADD CONSTRAINT partnership_key_kind_key UNIQUE (key, kind);

ALTER TABLE ONLY jcm.partnership
    ADD CONSTRAINT partnership_pkey PRIMARY KEY (key);

ALTER TABLE ONLY jcm.published_fact
    ADD CONSTRAINT published_fact_pkey PRIMARY KEY (partnership, fact, key);

ALTER TABLE ONLY jcm.published_line
    ADD CONSTRAINT published_line_pkey PRIMARY KEY (partnership, decision, project);

ALTER TABLE ONLY jcm.sealed
    ADD CONSTRAINT sealed_pkey PRIMARY KEY (commitment);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT serials_are_issued_once EXCLUDE USING gist (jcm.textrange(partnership, partnership, '[]'::text) WITH &&, jcm.textrange(side, side, '[]'::text) WITH &&, int8range(lo, hi) WITH &&);

ALTER TABLE ONLY jcm.verified
    ADD CONSTRAINT verified_partnership_report_vintage_amount_key UNIQUE (partnership, report, vintage, amount);

ALTER TABLE ONLY jcm.verified
    ADD CONSTRAINT verified_pkey PRIMARY KEY (partnership, report, vintage);

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

CREATE INDEX people_authenticator_key_id_161f353c_like ON public.people_authenticator USING btree (key_id text_pattern_ops);

CREATE INDEX people_authenticator_person_id_073fc5f6 ON public.people_authenticator USING btree (person_id);

CREATE INDEX people_grant_organisation_id_fd741253 ON public.people_grant USING btree (organisation_id);

CREATE INDEX people_grant_person_id_648279a3 ON public.people_grant USING btree (person_id);

CREATE INDEX people_person_email_cdc75531_like ON public.people_person USING btree (email varchar_pattern_ops);

CREATE INDEX people_session_expires_at_a4d234ff ON public.people_session USING btree (expires_at);

CREATE INDEX people_session_person_id_d061a933 ON public.people_session USING btree (person_id);

CREATE CONSTRAINT TRIGGER allotment_is_decided AFTER INSERT OR UPDATE ON jcm.allotment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.allotments_sum_to_the_decision();

CREATE TRIGGER block_guard BEFORE DELETE OR UPDATE ON jcm.block FOR EACH ROW EXECUTE FUNCTION jcm.block_guard();

CREATE CONSTRAINT TRIGGER decision_line_is_allotted AFTER INSERT OR UPDATE ON jcm.decision_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.allotments_sum_to_the_decision();

CREATE CONSTRAINT TRIGGER four_eyes AFTER INSERT ON jcm.journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['IssuanceDecided'::text, 'CreditsIssued'::text, 'CreditsTransferred'::text, 'CreditsRetired'::text, 'CreditsCancelled'::text]))) EXECUTE FUNCTION jcm.four_eyes();

CREATE TRIGGER issuance_is_never_changed BEFORE DELETE OR UPDATE ON jcm.issuance FOR EACH ROW EXECUTE FUNCTION jcm.refuse('an_issuance_is_never_changed');

CREATE TRIGGER journal_extends_its_chain BEFORE INSERT ON jcm.journal FOR EACH ROW EXECUTE FUNCTION jcm.journal_extends_its_chain();

CREATE TRIGGER journal_is_never_changed BEFORE DELETE OR UPDATE ON jcm.journal FOR EACH ROW EXECUTE FUNCTION jcm.refuse('the_journal_is_never_changed');

CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON jcm.journal FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('the_journal_is_never_changed');

CREATE TRIGGER kind_is_never_changed BEFORE DELETE OR UPDATE ON jcm.data_directory FOR EACH ROW EXECUTE FUNCTION jcm.refuse('a_data_directory_keeps_its_kind');

CREATE TRIGGER kind_is_never_emptied BEFORE TRUNCATE ON jcm.data_directory FOR EACH STATEMENT EXECUTE FUNCTION jcm.refuse('a_data_directory_keeps_its_kind');

CREATE CONSTRAINT TRIGGER notified_as_allotted AFTER INSERT OR UPDATE ON jcm.notification_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION jcm.notified_as_allotted();

CREATE TRIGGER software_authenticators_live_only_in_demonstrations BEFORE INSERT OR UPDATE ON public.people_authenticator FOR EACH ROW EXECUTE FUNCTION public.people_refuse_software_authenticators();

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT a_block_belongs_to_an_issuance FOREIGN KEY (partnership, side, issuance, iss_lo, iss_hi) REFERENCES jcm.issuance(partnership, side, id, lo, hi);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT a_recipient_holds_an_account_in_that_registry FOREIGN KEY (partnership, side, account, kind) REFERENCES jcm.account(partnership, side, number, kind);

ALTER TABLE ONLY jcm.account
    ADD CONSTRAINT account_partnership_partnership_kind_fkey FOREIGN KEY (partnership, partnership_kind) REFERENCES jcm.partnership(key, kind);

ALTER TABLE ONLY jcm.allotment
    ADD CONSTRAINT allotment_partnership_decision_report_vintage_fkey FOREIGN KEY (partnership, decision, report, vintage) REFERENCES jcm.decision_line(partnership, decision, report, vintage);

ALTER TABLE ONLY jcm.case_file
    ADD CONSTRAINT case_file_partnership_fkey FOREIGN KEY (partnership) REFERENCES jcm.partnership(key);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT credits_stay_in_their_registry FOREIGN KEY (partnership, side, account, account_kind) REFERENCES jcm.account(partnership, side, number, kind);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT decided_as_verified FOREIGN KEY (partnership, report, vintage, amount) REFERENCES jcm.verified(partnership, report, vintage, amount);

ALTER TABLE ONLY jcm.decision_line
    ADD CONSTRAINT decision_line_partnership_decision_fkey FOREIGN KEY (partnership, decision) REFERENCES jcm.decision(partnership, id);

ALTER TABLE ONLY jcm.decision
    ADD CONSTRAINT decision_partnership_fkey FOREIGN KEY (partnership) REFERENCES jcm.partnership(key);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT entry_partnership_from_account_fkey FOREIGN KEY (partnership, from_account) REFERENCES jcm.account(partnership, number);

ALTER TABLE ONLY jcm.entry
    ADD CONSTRAINT entry_partnership_to_account_fkey FOREIGN KEY (partnership, to_account) REFERENCES jcm.account(partnership, number);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT fully_placed FOREIGN KEY (partnership, id, hi) REFERENCES jcm.block(partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY jcm.hand
    ADD CONSTRAINT hand_partnership_subject_id_fkey FOREIGN KEY (partnership, subject, id) REFERENCES jcm.case_file(partnership, subject, id);

ALTER TABLE ONLY jcm.issuance
    ADD CONSTRAINT issued_as_notified FOREIGN KEY (partnership, notification, decision, side, report, project, vintage, amount) REFERENCES jcm.notification_line(partnership, number, decision, side, report, project, vintage, amount);

ALTER TABLE ONLY jcm.journal
    ADD CONSTRAINT journal_partnership_side_fkey FOREIGN KEY (partnership, side) REFERENCES jcm.chain_head(partnership, side);

ALTER TABLE ONLY jcm.block
    ADD CONSTRAINT no_gap FOREIGN KEY (partnership, issuance, prev_hi) REFERENCES jcm.block(partnership, issuance, hi) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY jcm.notification_line
    ADD CONSTRAINT notification_line_partnership_number_decision_side_fkey FOREIGN KEY (partnership, number, decision, side) REFERENCES jcm.notification(partnership, number, decision, side);

ALTER TABLE ONLY jcm.notification
    ADD CONSTRAINT notification_partnership_decision_fkey FOREIGN KEY (partnership, decision) REFERENCES jcm.decision(partnership, id);

ALTER TABLE ONLY jcm.published_fact
    ADD CONSTRAINT published_fact_partnership_partnership_kind_fkey FOREIGN KEY (partnership, partnership_kind) REFERENCES jcm.partnership(key, kind);

ALTER TABLE ONLY jcm.published_line
    ADD CONSTRAINT published_line_partnership_fact_decision_fkey FOREIGN KEY (partnership, fact, decision) REFERENCES jcm.published_fact(partnership, fact, key);

ALTER TABLE ONLY public.people_authenticator
    ADD CONSTRAINT people_authenticator_person_id_073fc5f6_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_organisation_id_fd741253_fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_grant
    ADD CONSTRAINT people_grant_person_id_648279a3_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_session
    ADD CONSTRAINT people_session_person_id_d061a933_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

GRANT USAGE ON SCHEMA jcm TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.account TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.allotment TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.approval TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(hi) ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(account) ON TABLE jcm.block TO openjcm_app;

GRANT UPDATE(account_kind) ON TABLE jcm.block TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.case_file TO openjcm_app;

GRANT UPDATE(stage) ON TABLE jcm.case_file TO openjcm_app;

GRANT UPDATE(body) ON TABLE jcm.case_file TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.chain_head TO openjcm_app;

GRANT UPDATE(seq) ON TABLE jcm.chain_head TO openjcm_app;

GRANT UPDATE(chain) ON TABLE jcm.chain_head TO openjcm_app;

GRANT UPDATE(at) ON TABLE jcm.chain_head TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.claim TO openjcm_app;

GRANT UPDATE(status) ON TABLE jcm.claim TO openjcm_app;

GRANT SELECT ON TABLE jcm.data_directory TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.decision TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.decision_line TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.document TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.entry TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.hand TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.issuance TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.journal TO openjcm_app;

GRANT SELECT,UPDATE ON TABLE jcm.lane TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.notification TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.notification_line TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.partnership TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.published_fact TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.published_line TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.sealed TO openjcm_app;

GRANT SELECT,INSERT ON TABLE jcm.verified TO openjcm_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.people_authenticator TO openjcm_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.people_grant TO openjcm_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.people_organisation TO openjcm_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.people_person TO openjcm_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_session TO openjcm_app;
