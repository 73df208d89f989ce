"""What the lane reads before it decides: rows in, the core's values out.

Tables are half-open (``lo``, ``hi``); the core counts both ends (``first``, ``last``); the
translation happens here and in ``projections`` only.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from openjcm.actions.journal import JAPAN, Partnership
from openjcm.cycle import Case, Filing, Hand, Role, Stage, Subject
from openjcm.ledger import Account, AccountKind, Block
from openjcm.measure.errors import NotFound
from openjcm.measure.period import Period
from openjcm.store import canonical

Connection = psycopg.Connection[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many records, and the last hash."""

    seq: int
    chain: bytes


def now(connection: Connection) -> datetime:
    """Return the ledger's instant; the one clock."""
    row = _one(connection, "SELECT ledger_now() AS now", {})
    assert row is not None, "a function answers"
    instant: datetime = row["now"]
    return instant


def head(connection: Connection, partnership: str, side: str) -> Head:
    """Return the end of a chain; before its first record that is its beginning."""
    row = _one(
        connection,
        "SELECT seq, chain FROM chain_head WHERE partnership = %(partnership)s AND side = %(side)s",
        {"partnership": partnership, "side": side},
    )
    if row is None:
        return Head(0, canonical.genesis(partnership, side))
    return Head(row["seq"], bytes(row["chain"]))


def by_request(connection: Connection, request_id: UUID) -> dict[str, Any] | None:
    """Return the record of a request, its body read, or None."""
    row = _one(
        connection,
        "SELECT version, partnership, side, seq, kind, body, chain FROM journal"
        " WHERE request_id = %(id)s",
        {"id": request_id},
    )
    return row and {**row, "body": json.loads(row["body"])}


def partnership(connection: Connection, key: str) -> Partnership:
    """Return a partnership.

    Raises:
        NotFound: it was never opened.
    """
    row = _one(
        connection,
        "SELECT key, host, kind, zone, title, rehearses FROM partnership WHERE key = %(key)s",
        {"key": key},
    )
    if row is None:
        raise NotFound(f"partnership {key!r} was never opened", code="no-partnership", about=key)
    return Partnership(**row)


def case(connection: Connection, key: str, subject: Subject, case_id: str) -> Case | None:
    """Return how far a project or report has come, and by whose hands."""
    where = {"key": key, "subject": subject.value, "id": case_id}
    row = _one(
        connection,
        "SELECT c.stage, c.project, p.host FROM case_file c JOIN partnership p"
        " ON p.key = c.partnership WHERE c.partnership = %(key)s"
        " AND c.subject = %(subject)s AND c.id = %(id)s",
        where,
    )
    if row is None:
        return None
    hands = connection.execute(
        "SELECT stem, role, person, organisation, acts_for FROM hand WHERE partnership = %(key)s"
        " AND subject = %(subject)s AND id = %(id)s ORDER BY side, seq, person",
        where,
    ).fetchall()
    of_report = subject is Subject.REPORT
    related = hands_on(connection, key, row["project"])
    return Case(
        subject=subject,
        id=case_id,
        sides=(JAPAN, row["host"]),
        stage=Stage(row["stage"]),
        hands=tuple(_hand(each) for each in hands),
        related=tuple(hand for about, hand in related if about != (subject.value, case_id)),
        project=case(connection, key, Subject.PROJECT, row["project"]) if of_report else None,
    )


def hands_on(connection: Connection, key: str, project: str) -> list[tuple[tuple[str, str], Hand]]:
    """Return every hand in a project's own case and in those of its reports, with the case."""
    rows = connection.execute(
        "SELECT h.subject, h.id, h.stem, h.role, h.person, h.organisation, h.acts_for FROM hand h"
        " JOIN case_file c ON (c.partnership, c.subject, c.id) = (h.partnership, h.subject, h.id)"
        " WHERE h.partnership = %(key)s AND c.project = %(project)s"
        " ORDER BY h.side, h.seq, h.person",
        {"key": key, "project": project},
    ).fetchall()
    return [((row["subject"], row["id"]), _hand(row)) for row in rows]


def _hand(row: Mapping[str, Any]) -> Hand:
    return Hand(
        row["stem"],
        Role(row["role"]),
        str(row["person"]),
        str(row["organisation"]),
        row["acts_for"],
    )


def last(
    connection: Connection, key: str, kind: str, where: Mapping[str, str]
) -> dict[str, Any] | None:
    """Return the body of the newest record of a kind whose fields have these values."""
    conditions = [
        sql.SQL("body::jsonb ->> {} = {}").format(sql.Literal(name), sql.Literal(value))
        for name, value in where.items()
    ]
    question = sql.SQL(
        "SELECT body FROM journal WHERE partnership = {} AND kind = {} AND {}"
        " ORDER BY at DESC, seq DESC LIMIT 1"
    ).format(
        sql.Literal(key), sql.Literal(kind), sql.SQL(" AND ").join([sql.SQL("true"), *conditions])
    )
    row = connection.execute(question).fetchone()
    return row and json.loads(row["body"])


def account(connection: Connection, key: str, number: str) -> Account | None:
    """Return an account of a partnership."""
    row = _one(
        connection,
        "SELECT partnership, side, number, kind, holder FROM account"
        " WHERE partnership = %(key)s AND number = %(number)s",
        {"key": key, "number": number},
    )
    return Account(**{**row, "kind": AccountKind(row["kind"])}) if row else None


def holding(connection: Connection, key: str, number: str) -> tuple[Block, ...]:
    """Return the blocks on an account, lowest serial first."""
    rows = connection.execute(
        "SELECT b.issuance, b.side, p.host, i.project, i.vintage, b.lo AS first, b.hi - 1 AS last,"
        " b.account, b.account_kind AS kind"
        " FROM block b JOIN issuance i ON (i.partnership, i.id) = (b.partnership, b.issuance)"
        " JOIN partnership p ON p.key = b.partnership"
        " WHERE b.partnership = %(key)s AND b.account = %(number)s ORDER BY b.lo",
        {"key": key, "number": number},
    ).fetchall()
    return tuple(Block(**{**row, "kind": AccountKind(row["kind"])}) for row in rows)


def count(connection: Connection, key: str, kind: str) -> int:
    """Return how many records of a kind a partnership has."""
    row = _one(
        connection,
        "SELECT count(*) AS n FROM journal WHERE partnership = %(key)s AND kind = %(kind)s",
        {"key": key, "kind": kind},
    )
    return _number(row)


def accounts_opened(connection: Connection, key: str, side: str) -> int:
    """Return how many accounts a side's registry has opened, of any kind."""
    row = _one(
        connection,
        "SELECT count(*) AS n FROM account WHERE partnership = %(key)s AND side = %(side)s",
        {"key": key, "side": side},
    )
    return _number(row)


def claimed(connection: Connection, key: str, project: str) -> dict[str, Period]:
    """Return the periods that a project's reports claim, by report."""
    rows = connection.execute(
        "SELECT report, lower(period) AS first, upper(period) - 1 AS last FROM claim"
        " WHERE partnership = %(key)s AND project = %(project)s AND status = 'claimed'",
        {"key": key, "project": project},
    ).fetchall()
    return {row["report"]: Period(row["first"], row["last"]) for row in rows}


def filings(connection: Connection, key: str, sha256: Sequence[str]) -> tuple[Filing, ...]:
    """Return each monitoring report that rests on one of these files, with the file."""
    rows = connection.execute(
        "SELECT DISTINCT d.private_sha256, c.project, c.report, lower(c.period) AS first,"
        " upper(c.period) - 1 AS last FROM document d JOIN journal j USING (partnership, side, seq)"
        " JOIN claim c ON (c.partnership, c.report) = (j.partnership, j.body::jsonb ->> 'report')"
        " WHERE d.partnership = %(key)s AND d.private_sha256 = ANY(%(sha256)s)"
        " AND c.status = 'claimed' ORDER BY c.report, d.private_sha256",
        {"key": key, "sha256": list(sha256)},
    ).fetchall()
    return tuple(
        Filing(
            row["private_sha256"], row["project"], row["report"], Period(row["first"], row["last"])
        )
        for row in rows
    )


def directory(connection: Connection) -> str:
    """Return what the data directory is: live, demonstration or test."""
    row = _one(connection, "SELECT data_directory_kind() AS kind", {})
    assert row is not None, "a function answers"
    kind: str = row["kind"]
    return kind


def next_serial(connection: Connection, key: str, side: str) -> int:
    """Return the first serial that a side's registry has not issued yet."""
    row = _one(
        connection,
        "SELECT coalesce(max(hi), 1) AS n FROM issuance"
        " WHERE partnership = %(key)s AND side = %(side)s",
        {"key": key, "side": side},
    )
    return _number(row)


def _one(connection: Connection, question: str, params: Mapping[str, Any]) -> dict[str, Any] | None:
    return connection.execute(question.encode(), params).fetchone()


def _number(row: Mapping[str, Any] | None) -> int:
    assert row is not None, "an aggregate always answers"
    number: int = row["n"]
    return number
