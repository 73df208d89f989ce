-- A key that was registered stands for its person for good: another key is another row.
CREATE FUNCTION people_refuse_another_key() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF (NEW.key_id, NEW.person_id, NEW.kind, NEW.public_key)
       IS DISTINCT FROM (OLD.key_id, OLD.person_id, OLD.kind, OLD.public_key) THEN
        RAISE EXCEPTION 'a registered key is never changed; register another one'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'a_registered_key_is_never_changed';
    END IF;
    RETURN NEW;
END
$body$;

-- Triggers fire in the order of their names: first what may be registered at all.
CREATE TRIGGER then_a_registered_key_is_never_changed BEFORE UPDATE ON people_authenticator
    FOR EACH ROW EXECUTE FUNCTION people_refuse_another_key();

-- The application enters persons and ends what they hold; it rewrites neither key nor role.
REVOKE UPDATE ON people_person, people_organisation, people_grant, people_authenticator
    FROM openjcm_app;
GRANT UPDATE (last_login, password, name, email, is_active) ON people_person TO openjcm_app;
GRANT UPDATE (until) ON people_grant TO openjcm_app;
