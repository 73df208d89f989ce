-- The site and the commands run as openjcm_app; nobody there deletes a person, role or key.
GRANT SELECT, INSERT, UPDATE
    ON people_person, people_organisation, people_grant, people_authenticator TO openjcm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON people_session TO openjcm_app;
