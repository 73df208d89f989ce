"""A forger who owns the whole database: no trigger, no right and no key holds him back."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.rows import dict_row

from openjcm.store import canonical
from openjcm.store.journal import insert
from openjcm.store.projecting.projections import TABLES, project
from openjcm.store.records import record_of, records
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
            leaf = canonical.leaf_hash(record_of(row))
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


def forge_record(
    connection: Connection, side: str, kind: str, body: Mapping[str, Any], signed_as: str = ""
) -> None:
    """Append a record to a chain of the rehearsal, with hash, head and projections.

    Its request and signatures are those of the issuance of ``signed_as``, so that each of them
    holds; without it there are none.
    """
    last = connection.execute(
        "SELECT * FROM journal WHERE partnership = 'BD-R' AND side = %s ORDER BY seq DESC LIMIT 1",
        [side],
    ).fetchone()
    assert last is not None, "the story wrote in both registries"
    signed = connection.execute(
        "SELECT body FROM journal WHERE kind = 'CreditsIssued' AND side = %s", [signed_as]
    ).fetchone()
    taken = json.loads(signed["body"]) if signed else {"request": "0" * 64}
    copied = {key: taken[key] for key in ("request", "signatures") if key in taken}
    record = replace(
        record_of(last),
        seq=last["seq"] + 1,
        request_id=uuid4(),
        kind=kind,
        body={**body, **copied},
    )
    chain = insert(connection, record)
    connection.execute(
        "UPDATE chain_head SET seq = %s, chain = %s WHERE partnership = 'BD-R' AND side = %s",
        [record.seq, chain, side],
    )
    project(connection, record)


def forge_projections(connection: Connection) -> None:
    """Make every projection again, so that it agrees with the forged records."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}".encode())  # noqa: S608 - our own list of tables
    for record in list(records(connection)):
        project(connection, record)
