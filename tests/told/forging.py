"""A forger who owns the whole database: no trigger, no right and no key holds him back."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.rows import dict_row

from openjcm.store import canonical
from openjcm.store.projections import TABLES, project
from openjcm.store.replay import _record, records
from told.stage import Connection, Server, Told


@contextmanager
def forging(server: Server, told: Told) -> Iterator[Connection]:
    """Connect as nobody but a superuser can: with every trigger and foreign key switched off."""
    with psycopg.connect(server.superuser_url, dbname=told.name, row_factory=dict_row) as open_:
        open_.execute("SET session_replication_role = replica")
        open_.execute("SET search_path = jcm, public")
        open_.execute("SET timezone = 'UTC'")
        yield open_


def forge_hashes(connection: Connection) -> None:
    """Compute every leaf, link and head again, so that the chains agree with what they hold."""
    heads = connection.execute("SELECT partnership, side FROM chain_head").fetchall()
    for head in heads:
        chain, seq = canonical.genesis(head["partnership"], head["side"]), 0
        rows = connection.execute(
            "SELECT * FROM journal WHERE partnership = %(partnership)s AND side = %(side)s"
            " ORDER BY seq",
            head,
        ).fetchall()
        for row in rows:
            leaf = canonical.leaf_hash(_record(row))
            chain, seq = canonical.link(chain, leaf), row["seq"]
            connection.execute(
                "UPDATE journal SET leaf = %(leaf)s, chain = %(chain)s WHERE partnership ="
                " %(partnership)s AND side = %(side)s AND seq = %(seq)s",
                {**head, "leaf": leaf, "chain": chain, "seq": seq},
            )
        connection.execute(
            "UPDATE chain_head SET seq = %(seq)s, chain = %(chain)s WHERE partnership ="
            " %(partnership)s AND side = %(side)s",
            {**head, "seq": seq, "chain": chain},
        )


def forge_projections(connection: Connection) -> None:
    """Make every projection again, so that it agrees with the forged records."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}".encode())  # noqa: S608 - our own list of tables
    for record in list(records(connection)):
        project(connection, record)
