"""The committed dumps: the newest is what the migrations make, and from the others they go on."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import conninfo, sql

from openjcm.store.embedded import Addresses, addresses_of, create_database
from schema import newest_dump, schema_of
from told.migrating import migrate
from told.stage import Server

DUMPS = sorted(newest_dump().parent.glob("*.sql"))
# What a database knows that was migrated as far as a dump, and that no dump of a schema holds.
APPLIED = {
    "0001": [("people", "0001_initial"), ("store", "0001_the_record")],
    "0002": [
        ("people", "0001_initial"),
        ("people", "0002_a_key_is_never_changed"),
        ("store", "0001_the_record"),
        ("store", "0002_no_change_without_a_record"),
    ],
    "0003": [
        ("people", "0001_initial"),
        ("people", "0002_a_key_is_never_changed"),
        ("store", "0001_the_record"),
        ("store", "0002_no_change_without_a_record"),
        ("store", "0003_the_public_record"),
    ],
    "0004": [
        ("people", "0001_initial"),
        ("people", "0002_a_key_is_never_changed"),
        ("store", "0001_the_record"),
        ("store", "0002_no_change_without_a_record"),
        ("store", "0003_the_public_record"),
        ("store", "0004_quantities_by_vintage"),
    ],
    "0005": [
        ("people", "0001_initial"),
        ("people", "0002_a_key_is_never_changed"),
        ("store", "0001_the_record"),
        ("store", "0002_no_change_without_a_record"),
        ("store", "0003_the_public_record"),
        ("store", "0004_quantities_by_vintage"),
        ("store", "0005_the_governments_part"),
    ],
}


def test_an_empty_database_migrates_to_the_committed_schema(database: Addresses) -> None:
    """Whoever changes the schema commits the new dump, by ``python tools/schema.py``."""
    assert schema_of(database.owner_url) == newest_dump().read_text(encoding="utf-8")


def test_the_dump_says_nothing_of_the_machine_it_was_made_on() -> None:
    """No path, no version and no day stands in the dump."""
    text = newest_dump().read_text(encoding="utf-8")

    assert re.findall(r"/home|/usr|/tmp|PostgreSQL|Dumped|\\restrict|\d{4}-\d{2}-\d{2}", text) == []


@pytest.fixture
def empty(cluster: Server) -> Iterator[Addresses]:
    """Give an empty database, as the embedded server makes it."""
    name = f"older_{uuid4().hex}"
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        create_database(connection, name)
        yield addresses_of(cluster.socket, database=name, process_id=None)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.mark.parametrize("dump", [d for d in DUMPS if d != newest_dump()], ids=lambda d: d.stem)
def test_a_database_of_an_older_schema_is_migrated_to_the_newest(
    cluster: Server, empty: Addresses, dump: Path
) -> None:
    """A released schema with its data directory goes on to the same schema as a fresh one."""
    restore(cluster, empty, dump)

    migrate(empty)

    assert schema_of(empty.owner_url) == newest_dump().read_text(encoding="utf-8")


def restore(cluster: Server, empty: Addresses, dump: Path) -> None:
    """Make a database as it was, with the list of migrations that had been applied."""
    superuser = conninfo.make_conninfo(
        cluster.superuser_url, dbname=conninfo.conninfo_to_dict(empty.owner_url)["dbname"]
    )
    text = dump.read_text(encoding="utf-8").replace("CREATE SCHEMA public;\n", "")
    with psycopg.connect(superuser, autocommit=True) as connection:
        # A dump names functions before the tables that they ask.
        connection.execute("SET check_function_bodies = off")
        connection.execute(text.encode())
        if connection.execute("SELECT to_regclass('jcm.projected')").fetchone() != (None,):
            connection.execute("INSERT INTO jcm.projected (form) VALUES (2)")
        for app, name in APPLIED[dump.stem]:
            connection.execute(
                "INSERT INTO public.django_migrations (app, name, applied) VALUES (%s, %s, now())",
                [app, name],
            )
