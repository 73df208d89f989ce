"""``verify``: recompute every hash, replay every record, and compare.

Nothing is trusted but the texts of the records and what was last seen of each chain. The
projections are made again on empty copies, in a transaction that is rolled back.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

import psycopg
from psycopg import sql

from openjcm.measure.errors import Finding, Malformed
from openjcm.store import canonical
from openjcm.store.canonical import Record
from openjcm.store.database import connect, stopped
from openjcm.store.last_seen import LastSeen
from openjcm.store.projections import TABLES, project
from openjcm.store.signatures import signature_holds

Connection = psycopg.Connection[dict[str, Any]]
_ROWS_SHOWN = 3
_MICROSECONDS = 1000


def check_record(url: str, last_seen: LastSeen) -> list[Finding]:
    """Return everything that is wrong with the record; an empty list means that all agrees.

    Raises:
        Stopped: the database does not answer.
    """
    try:
        with connect(url) as connection, connection.transaction(force_rollback=True):
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            connection.execute("SET LOCAL statement_timeout = 0")
            findings = list(_check_chains(connection, last_seen))
            if findings:
                return findings
            findings += _check_signatures(connection)
            findings += _check_projections(connection)
            return findings
    except psycopg.OperationalError as error:
        raise stopped(error) from error


def records(connection: Connection) -> Iterator[Record]:
    """Yield every record in an order in which each chain is in order.

    Raises:
        Malformed: a record's text is not canonical JSON.
    """
    # One chain's instants never go back, so this order keeps every chain's own.
    found = connection.execute(
        "SELECT * FROM journal ORDER BY at, partnership, (side <> 'joint'), side, seq"
    )
    for row in found:
        yield _record(row)


def _check_chains(connection: Connection, last_seen: LastSeen) -> Iterator[Finding]:
    # Also a chain whose head is gone: its records would be replayed and never checked.
    heads = connection.execute(
        "SELECT partnership, side, coalesce(seq, 0) AS seq, coalesce(chain, '') AS chain"
        " FROM (SELECT partnership, side FROM chain_head"
        " UNION SELECT partnership, side FROM journal) AS known"
        " LEFT JOIN chain_head USING (partnership, side) ORDER BY partnership, side"
    ).fetchall()
    known = {(head["partnership"], head["side"]) for head in heads}
    for head in heads:
        try:
            yield from _check_chain(connection, head, last_seen)
        except psycopg.DataError as error:
            name = f"{head['partnership']}/{head['side']}"
            yield Finding("chain", name, f"a record of {name} cannot be read: {error}")
    for key in last_seen.chains():
        if key not in known:
            name = "/".join(key)
            yield Finding("chain", name, f"the chain {name} is gone")


def _check_chain(
    connection: Connection, head: Mapping[str, Any], last_seen: LastSeen
) -> Iterator[Finding]:
    key = (head["partnership"], head["side"])
    chain, seq, links = canonical.genesis(*key), 0, {0: canonical.genesis(*key)}
    rows = connection.execute(
        "SELECT * FROM journal WHERE partnership = %s AND side = %s ORDER BY seq", key
    )
    for row in rows:
        seq += 1
        name = f"{key[0]}/{key[1]} record {seq}"
        if row["seq"] != seq:
            yield Finding("chain", name, f"{name} is missing")
            return
        fault = _fault(row, chain)
        if fault:
            yield Finding("chain", name, f"{name} was altered: {fault}")
            return
        chain = bytes(row["chain"])
        links[seq] = chain
    yield from _check_end(key, seq, links, head, last_seen)


def _check_end(
    key: tuple[str, str],
    seq: int,
    links: Mapping[int, bytes],
    head: Mapping[str, Any],
    last_seen: LastSeen,
) -> Iterator[Finding]:
    name = f"{key[0]}/{key[1]}"
    seen = last_seen.of(*key)
    expected = max(head["seq"], seen.seq if seen else 0)
    if seq < expected:
        yield Finding(
            "chain",
            f"{name} record {seq + 1}",
            f"{name} record {seq + 1} is missing: {expected} records were written, {seq} are here",
        )
    elif bytes(head["chain"]) != links[seq] or head["seq"] != seq:
        yield Finding(
            "chain", f"{name} record {seq}", f"the head of {name} is not that of record {seq}"
        )
    elif seen and links[seen.seq] != seen.chain:
        yield Finding(
            "chain",
            f"{name} record {seen.seq}",
            f"{name} was rewritten: record {seen.seq} is not the one that was last seen",
        )


def _fault(row: Mapping[str, Any], previous: bytes) -> str:
    try:
        leaf = canonical.leaf_hash(_record(row))
    except Malformed as error:
        return error.message
    # The record spells milliseconds, so its bytes would not show a finer change.
    if row["at"].microsecond % _MICROSECONDS:
        return "its instant is finer than a millisecond"
    if leaf != bytes(row["leaf"]):
        return "its bytes do not give its leaf hash"
    if canonical.link(previous, leaf) != bytes(row["chain"]):
        return "it does not follow the record before it"
    return ""


def _check_signatures(connection: Connection) -> list[Finding]:
    keys = {
        (row["key_id"], str(row["person_id"])): bytes(row["public_key"])
        for row in connection.execute(
            "SELECT key_id, person_id, public_key FROM people_authenticator"
        )
    }
    return [
        Finding(
            "signature",
            record.name,
            f"{record.name}: the signature of {given['person']} does not hold",
        )
        for record in records(connection)
        for given in record.body.get("signatures", ())
        if not _holds(keys.get((given["key_id"], given["person"])), given, record)
    ]


def _holds(key: bytes | None, given: Mapping[str, Any], record: Record) -> bool:
    # Without a registered key nothing holds; a key of zeros, say, would let anybody sign.
    return key is not None and signature_holds(key, given["signature"], record.body["request"])


def _check_projections(connection: Connection) -> list[Finding]:
    for table in TABLES:
        copy = sql.SQL("CREATE TEMP TABLE {0} (LIKE jcm.{0} INCLUDING ALL) ON COMMIT DROP")
        connection.execute(copy.format(sql.Identifier(table)))
    connection.execute("SET LOCAL search_path = pg_temp, jcm, public")
    for record in list(records(connection)):
        try:
            project(connection, record)
        except (psycopg.IntegrityError, psycopg.DataError, KeyError) as error:
            return [Finding("replay", record.name, f"{record.name} cannot be replayed: {error}")]
    return [finding for table in TABLES for finding in _differences(connection, table)]


def _differences(connection: Connection, table: str) -> Iterator[Finding]:
    for here, there, says in (
        ("jcm", "pg_temp", "which no record gives"),
        ("pg_temp", "jcm", "which the records give, and is not there"),
    ):
        question = sql.SQL("SELECT * FROM {}.{} EXCEPT SELECT * FROM {}.{}").format(
            *map(sql.Identifier, (here, table, there, table))
        )
        rows = connection.execute(question).fetchall()
        for row in rows[:_ROWS_SHOWN]:
            shown = json.dumps(row, default=str, ensure_ascii=False)
            yield Finding("projection", table, f"{table} has a row {says}: {shown}")


def _record(row: Mapping[str, Any]) -> Record:
    name = f"{row['partnership']}/{row['side']} record {row['seq']}"
    return Record(
        partnership=row["partnership"],
        side=row["side"],
        seq=row["seq"],
        request_id=row["request_id"],
        on=row["on_day"],
        at=row["at"].astimezone(UTC),
        actor=canonical.parse(row["actor"], f"{name}, actor"),
        edition=row["edition"],
        kind=row["kind"],
        body=canonical.parse(row["body"], f"{name}, body"),
        version=row["version"],
    )
