"""Make the projections anew from the journal, when the code gives other rows than the tables have.

The journal is only read. All happens in one transaction: whoever is interrupted has the old
tables, and the next start begins again.
"""

from collections.abc import Callable
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from openjcm.store.database import connect
from openjcm.store.projecting.projections import FORM, TABLES, project
from openjcm.store.records import records

Connection = psycopg.Connection[dict[str, Any]]


def rebuild_if_needed(owner_url: str, say: Callable[[str], None]) -> bool:
    """Replay the journal into empty tables where they were made by another form of the code.

    Args:
        owner_url: The address of the tables' owner, who alone may empty them.
        say: Told in one line what takes time.

    Returns whether anything was made anew.

    Raises:
        Malformed: a record cannot be read; the tables are left as they were.
        psycopg.Error: a record cannot be replayed; likewise.
    """
    with connect(owner_url) as connection, connection.transaction():
        if _form(connection) == FORM:
            return False
        connection.execute("LOCK TABLE lane IN EXCLUSIVE MODE")
        say("record: making the tables anew from the journal")
        tables = sql.SQL(", ").join(map(sql.Identifier, TABLES))
        connection.execute(sql.SQL("TRUNCATE {}").format(tables))
        # The guards want a record of this very transaction; these rows follow from older ones,
        # and ``verify`` holds them to the records anew.
        _guards(connection, "DISABLE")
        for record in list(records(connection)):
            project(connection, record)
        # What is checked at the end is checked now: a table that waits for it cannot be altered.
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _guards(connection, "ENABLE")
        connection.execute("UPDATE projected SET form = %s", [FORM])
    return True


def _guards(connection: Connection, verb: LiteralString) -> None:
    for table in TABLES:
        statement = sql.SQL("ALTER TABLE {} {} TRIGGER USER")
        connection.execute(statement.format(sql.Identifier(table), sql.SQL(verb)))


def _form(connection: Connection) -> int:
    row = connection.execute("SELECT form FROM projected").fetchone()
    assert row is not None, "the migration put one row there"
    return int(row["form"])
