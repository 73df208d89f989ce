-- A software key signs without a human hand, so a live registry never knows one.
-- jcm.data_directory_kind() belongs to the store; the body is resolved when the trigger fires.
CREATE FUNCTION people_refuse_software_authenticators() RETURNS trigger
LANGUAGE plpgsql AS $body$
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
$body$;

CREATE TRIGGER software_authenticators_live_only_in_demonstrations
    BEFORE INSERT OR UPDATE ON people_authenticator
    FOR EACH ROW EXECUTE FUNCTION people_refuse_software_authenticators();

ALTER TABLE people_session
    ADD CONSTRAINT a_session_keeps_only_a_hash CHECK (octet_length(key_sha256) = 32);
