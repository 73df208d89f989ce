"""The application appends and reads; what it may change is written out here, and nothing else."""

import psycopg
import pytest

from told.stage import Told

# Every column that the application may change, by table.
MAY_CHANGE = {
    "jcm.block": {"account", "account_kind", "hi"},
    "jcm.case_file": {"body", "stage"},
    "jcm.lane": {"one"},
    "jcm.published_fact": {"superseded_at"},
    "public.people_grant": {"until"},
    "public.people_person": {"email", "is_active", "last_login", "name", "password"},
    "public.people_session": {"content", "expires_at", "key_sha256", "person_id"},
}
MAY_NOT_APPEND = {
    "jcm.chain_head",
    "jcm.data_directory",
    "jcm.lane",
    "jcm.projected",
    "jcm.writing",
}
# A newer fact takes the place of the older one in the tables that pages ask; the fact stays.
MAY_DELETE = {
    "jcm.findable",
    "jcm.published_amount",
    "jcm.published_decision",
    "jcm.published_part",
    "jcm.published_project",
    "public.people_session",
}
PEOPLE = {
    "public.people_authenticator",
    "public.people_grant",
    "public.people_organisation",
    "public.people_person",
}

TRIES = {
    "change a record": "UPDATE journal SET body = '{}'",
    "delete a record": "DELETE FROM journal",
    "empty the journal": "TRUNCATE journal",
    "delete the head of a chain": "DELETE FROM chain_head",
    "move the head of a chain": "UPDATE chain_head SET seq = seq + 5",
    "start a chain": "INSERT INTO chain_head SELECT 'BD-R', 'ZZ', 0, chain, at FROM chain_head",
    "say that a record is being written": "UPDATE writing SET xact = pg_current_xact_id()",
    "withdraw a claim": "UPDATE claim SET status = 'withdrawn'",
    "change an issuance": "UPDATE issuance SET hi = hi + 1",
    "delete a block": "DELETE FROM block",
    "move a block's start": "UPDATE block SET lo = lo + 1",
    "change an approval": "UPDATE approval SET person = gen_random_uuid()",
    "change an allotment": "UPDATE allotment SET amount = amount + 1",
    "open an account of another kind": "UPDATE account SET kind = 'holding'",
    "say what kind of data directory it is": "INSERT INTO data_directory (kind) VALUES ('test')",
    "forget an authenticator": "DELETE FROM people_authenticator",
    "put another key in place": "UPDATE people_authenticator SET public_key = sha256(public_key)",
    "call a key a passkey": "UPDATE people_authenticator SET kind = 'webauthn'",
    "make somebody a co-chair": "UPDATE people_grant SET role = 'co-chair'",
    "change what arrived": "UPDATE batch SET readings = 1",
    "delete what arrived": "DELETE FROM batch",
    "change the plan of an intake": "UPDATE intake SET plan = ''",
    "put another sender's key in place": "UPDATE intake_key SET key_sha256 = sha256(key_sha256)",
    "give a withdrawn key back": "DELETE FROM intake_key_withdrawn",
    "switch a trigger off": "ALTER TABLE journal DISABLE TRIGGER ALL",
    "switch all triggers off": "SET session_replication_role = replica",
    "drop a constraint": "ALTER TABLE block DROP CONSTRAINT no_gap",
    "put another clock in place": (
        "CREATE OR REPLACE FUNCTION jcm.ledger_now() RETURNS timestamptz LANGUAGE sql"
        " AS 'SELECT now()'"
    ),
    "make a table of its own in the ledger": "CREATE TABLE jcm.mine (one int)",
    "make a table of its own beside the ledger": "CREATE TABLE public.mine (one int)",
    "become the owner": "SET ROLE openjcm_owner",
}

RIGHTS = """
SELECT c.oid::regclass::text AS name,
  coalesce(array_agg(a.attname::text) FILTER (
    WHERE has_column_privilege('openjcm_app', c.oid, a.attnum, 'UPDATE')), '{}') AS changes,
  has_table_privilege('openjcm_app', c.oid, 'INSERT') AS appends,
  has_table_privilege('openjcm_app', c.oid, 'DELETE, TRUNCATE, TRIGGER, REFERENCES') AS deletes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r' AND n.nspname IN ('jcm', 'public')
GROUP BY c.oid
"""


@pytest.mark.parametrize(
    "statement", TRIES.values(), ids=[each.replace(" ", "-") for each in TRIES]
)
def test_the_application_has_no_right_to(whole_story_copy: Told, statement: str) -> None:
    """What the application never does it cannot do, also when somebody else speaks for it."""
    with (
        whole_story_copy.app() as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        connection.transaction(),
    ):
        connection.execute(statement.encode())


def test_the_rights_are_those_and_no_others(whole_story_copy: Told) -> None:
    """Each table's rights are the ones listed here."""
    with whole_story_copy.owner() as connection:
        connection.execute("SET search_path = pg_catalog")
        rights = {row["name"]: row for row in connection.execute(RIGHTS.encode())}

    ledger = {name: row for name, row in rights.items() if name.startswith("jcm.")}
    assert {n: set(row["changes"]) for n, row in rights.items() if row["changes"]} == MAY_CHANGE
    assert {name for name, row in ledger.items() if not row["appends"]} == MAY_NOT_APPEND
    others = {name for name, row in rights.items() if row["appends"]} - set(ledger)
    assert others == {*PEOPLE, "public.people_session"}
    assert {n for n, row in rights.items() if row["deletes"]} == MAY_DELETE


def test_neither_role_stands_above_the_rules(whole_story_copy: Told) -> None:
    """Neither role is a superuser, and the application owns nothing."""
    with whole_story_copy.owner() as connection:
        roles = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'openjcm%'"
            " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)"
        ).fetchall()
        owned = connection.execute(
            "SELECT relname FROM pg_class WHERE relowner = 'openjcm_app'::regrole"
        ).fetchall()

    assert (roles, owned) == ([], [])
