"""``verify``: recompute every hash, replay every record, and compare.

Nothing is trusted but the texts of the records, what was last seen of each chain, and the
persons' registered keys and roles. The projections are made again on empty copies, held by the
same constraints, in a transaction that is rolled back; the core folds the credits beside them.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import psycopg
from psycopg import sql

from openjcm.measure.errors import Finding, Malformed, SchemeError
from openjcm.store import canonical
from openjcm.store.canonical import Record
from openjcm.store.cursors import streamed
from openjcm.store.database import connect, stopped
from openjcm.store.last_seen import LastSeen, Seen
from openjcm.store.projecting.projections import TABLES, project
from openjcm.store.records import record_of, records
from openjcm.store.verifying.copies import make_copies, settle
from openjcm.store.verifying.folding import Fold
from openjcm.store.verifying.signers import Signers

Connection = psycopg.Connection[dict[str, Any]]
_ROWS_SHOWN = 3
# What reading a body raises that does not say what its kind needs.
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)
# In these tables the row names the registry in whose chain its record stands.
_OF_A_SIDE = ("account", "issuance", "block", "entry", "hand", "document", "approval")
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
            return [*_check_seen(connection, last_seen), *_check_records(connection)]
    except psycopg.OperationalError as error:
        raise stopped(error) from error


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
    chain, seq, seen = canonical.genesis(*key), 0, last_seen.of(*key)
    was_seen: bytes | None = None
    question = (
        "SELECT * FROM journal WHERE partnership = %(partnership)s AND side = %(side)s ORDER BY seq"
    )
    for row in streamed(connection, question, {"partnership": key[0], "side": key[1]}):
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
        if seen and seen.seq == seq:
            was_seen = chain
    rewritten = seen is not None and seen.chain != was_seen
    yield from _check_end(Seen(seq, chain), head, seen, rewritten=rewritten)


def _check_end(
    end: Seen, head: Mapping[str, Any], seen: Seen | None, *, rewritten: bool
) -> Iterator[Finding]:
    name, seq = f"{head['partnership']}/{head['side']}", end.seq
    expected = max(head["seq"], seen.seq if seen else 0)
    if seq < expected:
        yield Finding(
            "chain",
            f"{name} record {seq + 1}",
            f"{name} record {seq + 1} is missing: {expected} records were written, {seq} are here",
        )
    elif bytes(head["chain"]) != end.chain or head["seq"] != seq:
        yield Finding(
            "chain", f"{name} record {seq}", f"the head of {name} is not that of record {seq}"
        )
    elif seen and rewritten:
        yield Finding(
            "chain",
            f"{name} record {seen.seq}",
            f"{name} was rewritten: record {seen.seq} is not the one that was last seen",
        )


def _fault(row: Mapping[str, Any], previous: bytes) -> str:
    try:
        leaf = canonical.leaf_hash(record_of(row))
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


def _check_seen(connection: Connection, last_seen: LastSeen) -> Iterator[Finding]:
    seen = set(last_seen.chains())
    for head in connection.execute("SELECT partnership, side FROM chain_head ORDER BY 1, 2"):
        if (head["partnership"], head["side"]) not in seen:
            name = f"{head['partnership']}/{head['side']}"
            yield Finding(
                "witness",
                name,
                f"{name}: nothing is noted of this chain beside the database, so records cut from "
                f"its end are not missed; put {last_seen.name} of your last backup back",
            )


def _check_records(connection: Connection) -> Iterator[Finding]:
    signers, fold = Signers(connection), Fold()
    make_copies(connection, TABLES)
    for record in records(connection):
        yield from signers.check(record)
        fault = _replayed(connection, record, fold)
        if fault:
            # The transaction is spent: what follows cannot be replayed on what is missing.
            yield Finding("replay", record.name, f"{record.name} cannot be replayed: {fault}")
            return
    for table in TABLES:
        yield from _differences(connection, table)
    yield from fold.check(connection)


def _replayed(connection: Connection, record: Record, fold: Fold) -> str:
    """Replay a record; return why that cannot be done, nothing if it can."""
    try:
        if record.kind.startswith("Credits") and record.body["side"] != record.side:
            return f"it is about the registry of {record.body['side']}"
        project(connection, record)
        settle(connection)
        fold.take(record)
    except psycopg.IntegrityError as error:
        sentence = (error.diag.constraint_name or "").replace("_", " ")
        return f"{sentence} ({error.diag.message_primary})"
    except (psycopg.DataError, SchemeError, *_UNREADABLE) as error:
        return f"{type(error).__name__} {error}"
    return ""


def _differences(connection: Connection, table: str) -> Iterator[Finding]:
    for here, there in (("jcm", "pg_temp"), ("pg_temp", "jcm")):
        question = sql.SQL("SELECT * FROM {}.{} EXCEPT SELECT * FROM {}.{} LIMIT {}").format(
            *map(sql.Identifier, (here, table, there, table)), sql.Literal(_ROWS_SHOWN)
        )
        for row in connection.execute(question).fetchall():
            says = "which the records give, and is not there"
            if here == "jcm":
                says = f"which no record gives; {_orphan(connection, table, row)}"
            shown = json.dumps(row, default=str, ensure_ascii=False)
            yield Finding("projection", table, f"{table} has a row {says}: {shown}")


def _orphan(connection: Connection, table: str, row: Mapping[str, Any]) -> str:
    """Say which record a row would belong to that no record gives."""
    partnership = row["key" if table == "partnership" else "partnership"]
    side = row["side"] if table in _OF_A_SIDE else "joint"
    head = connection.execute(
        "SELECT seq FROM jcm.chain_head WHERE partnership = %s AND side = %s", (partnership, side)
    ).fetchone()
    last = head["seq"] if head else 0
    if row.get("seq", last + 1) <= last:
        return f"{partnership}/{side} record {row['seq']} says something else"
    cut = row.get("seq", last + 1)
    return f"{partnership}/{side} record {cut} was cut off, or the row changed without a record"
