"""What follows from each kind of record: rows that can be dropped and made again.

``project`` is used twice: in the lane, on the tables; and by ``verify``, on empty copies of
them. Table names are unqualified so that the copies stand in front. It never decides.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import psycopg

from openjcm.store.canonical import Record

Connection = psycopg.Connection[dict[str, Any]]

# Parents first: the order in which copies are compared and reported.
TABLES = (
    "partnership",
    "published_fact",
    "published_line",
    "case_file",
    "hand",
    "document",
    "claim",
    "verified",
    "decision",
    "decision_line",
    "account",
    "allotment",
    "notification",
    "notification_line",
    "issuance",
    "block",
    "entry",
    "approval",
)


def project(connection: Connection, record: Record) -> None:
    """Change the projections by one record.

    Raises:
        KeyError: the kind has no projection; that is our mistake, not the asker's.
    """
    _BY_KIND[record.kind](connection, record)
    _cases(connection, record)
    _documents(connection, record)
    _approvals(connection, record)


def _partnership_opened(connection: Connection, record: Record) -> None:
    _insert(
        connection,
        "partnership",
        {
            "key": record.partnership,
            **_pick(record.body, "host", "kind", "zone", "title", "rehearses"),
        },
    )


def _published_fact(connection: Connection, record: Record) -> None:
    body = record.body
    fact = {"partnership": record.partnership, "fact": body["fact"], "key": body["key"]}
    _insert(
        connection,
        "published_fact",
        {**fact, "basis": body["basis"], "body": json.dumps(body["says"], ensure_ascii=False)},
    )
    for line in body["says"].get("lines", ()):
        _insert(
            connection,
            "published_line",
            {
                "partnership": record.partnership,
                "decision": body["key"],
                "project": line["project"],
                "period": _days(line["period"]),
                "decided_on": body["says"]["decided_on"],
                "announced_on": body["says"].get("announced_on"),
                "notified": line["notified"],
                "goj": line.get("goj"),
            },
        )


def _account_opened(connection: Connection, record: Record) -> None:
    _insert(
        connection,
        "account",
        {
            "partnership": record.partnership,
            **_pick(
                record.body, "partnership_kind", "side", "number", "kind", "holder", "government"
            ),
        },
    )


def _monitoring_report(connection: Connection, record: Record) -> None:
    body = record.body
    _insert(
        connection,
        "claim",
        {
            "partnership": record.partnership,
            "project": body["project"],
            "report": body["report"],
            "period": _days(body["period"]),
        },
    )


def _verification(connection: Connection, record: Record) -> None:
    for year in record.body["verified"]:
        _insert(
            connection,
            "verified",
            {
                "partnership": record.partnership,
                "report": record.body["report"],
                "project": record.body["project"],
                "vintage": year["year"],
                "re": year["re"],
                "pe": year["pe"],
                "er": year["er"],
                "amount": year["credits"],
            },
        )


def _issuance_decided(connection: Connection, record: Record) -> None:
    body = record.body
    key = {"partnership": record.partnership}
    _insert(
        connection,
        "decision",
        {
            **key,
            "id": body["decision"],
            "digest": body["request"],
            "decided_on": record.on,
            "manner": body["manner"],
        },
    )
    for line in body["lines"]:
        picked = _pick(line, "report", "project", "vintage", "amount")
        _insert(connection, "decision_line", {**key, "decision": body["decision"], **picked})
    for part in body["allotments"]:
        picked = _pick(part, "report", "project", "vintage", "side", "account", "amount")
        _insert(connection, "allotment", {**key, "decision": body["decision"], **picked})


def _side_notified(connection: Connection, record: Record) -> None:
    body = record.body
    key = {"partnership": record.partnership, **_pick(body, "number", "decision", "side")}
    _insert(connection, "notification", {**key, "on_day": record.on})
    for line in body["lines"]:
        _insert(
            connection,
            "notification_line",
            {**key, **_pick(line, "report", "project", "vintage", "amount")},
        )


def _credits_issued(connection: Connection, record: Record) -> None:
    body = record.body
    line = 0
    for issued in body["issuances"]:
        key = {"partnership": record.partnership, "side": body["side"]}
        lo, hi = issued["first"], issued["last"] + 1
        _insert(
            connection,
            "issuance",
            {
                **key,
                "id": issued["issuance"],
                "decision": body["decision"],
                "notification": body["notification"],
                **_pick(issued, "report", "project", "vintage"),
                "lo": lo,
                "hi": hi,
                "issued_on": record.on,
            },
        )
        for place in issued["placed"]:
            line += 1
            cut = {"lo": place["first"], "hi": place["last"] + 1}
            _insert(
                connection,
                "block",
                {
                    **key,
                    "issuance": issued["issuance"],
                    "iss_lo": lo,
                    "iss_hi": hi,
                    **cut,
                    "prev_hi": None if cut["lo"] == lo else cut["lo"],
                    "account": place["account"],
                    "account_kind": "holding",
                },
            )
            _entry(connection, record, line, {**cut, "issuance": issued["issuance"]}, place)


def _credits_moved(connection: Connection, record: Record) -> None:
    body = record.body
    for line, moved in enumerate(body["ranges"], start=1):
        lo, hi = moved["first"], moved["last"] + 1
        _cut_at(connection, record.partnership, moved["issuance"], lo)
        _cut_at(connection, record.partnership, moved["issuance"], hi)
        connection.execute(
            "UPDATE block SET account = %(account)s, account_kind = %(kind)s"
            " WHERE partnership = %(p)s AND issuance = %(i)s AND lo >= %(lo)s AND hi <= %(hi)s"
            " AND account = %(source)s",
            {
                "account": body["target"],
                "kind": body["target_kind"],
                "p": record.partnership,
                "i": moved["issuance"],
                "lo": lo,
                "hi": hi,
                "source": body["source"],
            },
        )
        cut = {"lo": lo, "hi": hi, "issuance": moved["issuance"]}
        _entry(connection, record, line, cut, {"account": body["target"]}, body["source"])


def _cut_at(connection: Connection, partnership: str, issuance: str, at: int) -> None:
    # The only way to cut: the block shrinks at its upper end and the rest is placed beside it.
    where = {"p": partnership, "i": issuance, "at": at}
    whole = connection.execute(
        "SELECT * FROM block WHERE partnership = %(p)s AND issuance = %(i)s"
        " AND lo < %(at)s AND hi > %(at)s",
        where,
    ).fetchone()
    if whole is None:
        return
    connection.execute(
        "UPDATE block SET hi = %(at)s WHERE partnership = %(p)s AND issuance = %(i)s"
        " AND lo = %(lo)s",
        {**where, "lo": whole["lo"]},
    )
    _insert(connection, "block", {**whole, "lo": at, "prev_hi": at})


def _entry(
    connection: Connection,
    record: Record,
    line: int,
    cut: Mapping[str, Any],
    place: Mapping[str, Any],
    source: str | None = None,
) -> None:
    _insert(
        connection,
        "entry",
        {
            "partnership": record.partnership,
            "side": record.side,
            "seq": record.seq,
            "line": line,
            "from_account": source,
            "to_account": place["account"],
            **cut,
        },
    )


def _cases(connection: Connection, record: Record) -> None:
    for step in record.body.get("steps", ()):
        key = {"partnership": record.partnership, **_pick(step, "subject", "id")}
        connection.execute(
            "INSERT INTO case_file (partnership, subject, id, stage, project, body)"
            " VALUES (%(partnership)s, %(subject)s, %(id)s, %(stage)s, %(project)s, %(body)s)"
            " ON CONFLICT (partnership, subject, id) DO UPDATE"
            " SET stage = excluded.stage, body = case_file.body || excluded.body",
            {
                **key,
                "stage": step["stage"],
                "project": step["project"],
                "body": json.dumps(step.get("says", {}), ensure_ascii=False),
            },
        )
        for hand in step["hands"]:
            _insert(
                connection,
                "hand",
                {
                    **key,
                    "side": record.side,
                    "seq": record.seq,
                    "stem": step["stem"],
                    **_pick(hand, "role", "person", "organisation"),
                    "acts_for": hand["side"],
                },
            )


def _documents(connection: Connection, record: Record) -> None:
    for line, filed in enumerate(record.body.get("documents", ()), start=1):
        _insert(
            connection,
            "document",
            {
                "partnership": record.partnership,
                "side": record.side,
                "seq": record.seq,
                "line": line,
                **_pick(filed, "name", "media_type", "bytes", "private_sha256", "public_sha256"),
            },
        )


def _approvals(connection: Connection, record: Record) -> None:
    for given in record.body.get("signatures", ()):
        _insert(
            connection,
            "approval",
            {
                "partnership": record.partnership,
                "side": record.side,
                "seq": record.seq,
                **_pick(given, "person", "role", "key_id", "signature"),
                "digest": record.body["request"],
            },
        )


def _nothing_more(_connection: Connection, _record: Record) -> None:
    """Only the steps of the cycle follow from this record."""


def _insert(connection: Connection, table: str, row: Mapping[str, Any]) -> None:
    names = psycopg.sql.SQL(", ").join(map(psycopg.sql.Identifier, row))
    values = psycopg.sql.SQL(", ").join(map(psycopg.sql.Placeholder, row))
    connection.execute(
        psycopg.sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            psycopg.sql.Identifier(table), names, values
        ),
        row,
    )


def _pick(body: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: body.get(name) for name in names}


def _days(period: Mapping[str, str]) -> str:
    return f"[{period['first']},{period['last']}]"


_BY_KIND: dict[str, Callable[[Connection, Record], None]] = {
    "PartnershipOpened": _partnership_opened,
    "PublishedFactRecorded": _published_fact,
    "AccountOpened": _account_opened,
    "DesignDocumentSubmitted": _nothing_more,
    "ValidationReported": _nothing_more,
    "RegistrationRequested": _nothing_more,
    "RegistrationDecided": _nothing_more,
    "MonitoringReportSubmitted": _monitoring_report,
    "VerificationReported": _verification,
    "IssuanceRequested": _nothing_more,
    "IssuanceDecided": _issuance_decided,
    "SideNotified": _side_notified,
    "CreditsIssued": _credits_issued,
    "CreditsTransferred": _credits_moved,
    "CreditsRetired": _credits_moved,
    "CreditsCancelled": _credits_moved,
}

KINDS = tuple(_BY_KIND)
