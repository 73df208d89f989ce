"""Empty copies of the projections, held by the same constraints and guards as the tables.

A temporary table made like another has no foreign key and no trigger, so both are made again
here: what the tables would refuse, a replay on the copies refuses too.
"""

from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg
from psycopg import sql

Connection = psycopg.Connection[dict[str, Any]]

# Keys first: a foreign key needs the key that it points at. Names are asked for while nothing
# stands in front of the tables, so the statements that come back name no schema.
_CONSTRAINTS: LiteralString = """
SELECT c.relname AS copy, k.conname AS name, pg_get_constraintdef(k.oid) AS says
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = 'jcm'::regnamespace AND c.relname = ANY (%(tables)s)
  AND (k.contype IN ('p', 'u', 'x') OR k.contype = 'f' AND k.confrelid IN
    (SELECT oid FROM pg_class WHERE relnamespace = 'jcm'::regnamespace
      AND relname = ANY (%(tables)s)))
ORDER BY k.contype = 'f', c.relname, k.conname
"""
_TRIGGERS: LiteralString = """
SELECT pg_get_triggerdef(t.oid, true) AS says
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE c.relnamespace = 'jcm'::regnamespace AND c.relname = ANY (%(tables)s)
  AND NOT t.tgisinternal AND p.proname <> 'no_change_without_a_record'
ORDER BY c.relname, t.tgname
"""


def make_copies(connection: Connection, tables: Sequence[str]) -> None:
    """Put an empty copy in front of each table, until the transaction ends."""
    connection.execute("SET LOCAL search_path = jcm, public")
    asked = {"tables": list(tables)}
    constraints = connection.execute(_CONSTRAINTS, asked).fetchall()
    triggers = connection.execute(_TRIGGERS, asked).fetchall()
    for table in tables:
        copy = sql.SQL(
            "CREATE TEMP TABLE {0} (LIKE jcm.{0} INCLUDING DEFAULTS INCLUDING GENERATED"
            " INCLUDING CONSTRAINTS) ON COMMIT DROP"
        )
        connection.execute(copy.format(sql.Identifier(table)))
    connection.execute("SET LOCAL search_path = pg_temp, jcm, public")
    for each in constraints:
        add = sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} ").format(
            sql.Identifier(each["copy"]), sql.Identifier(each["name"])
        )
        connection.execute(add + _as_said(each["says"]))
    for each in triggers:
        connection.execute(_as_said(each["says"]))


def settle(connection: Connection) -> None:
    """Ask now what would be asked at commit.

    Raises:
        psycopg.IntegrityError: a constraint does not hold.
    """
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    connection.execute("SET CONSTRAINTS ALL DEFERRED")


def _as_said(text: LiteralString) -> sql.SQL:
    # PostgreSQL's own words about its own tables; nothing that anybody typed.
    return sql.SQL(text)
