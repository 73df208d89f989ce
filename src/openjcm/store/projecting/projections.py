"""What follows from each kind of record: rows that can be dropped and made again.

``project`` is used twice: in the lane, on the tables; and by ``verify``, on empty copies of
them. Table names are unqualified so that the copies stand in front. It never decides.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import psycopg

from openjcm.store.canonical import Record
from openjcm.store.projecting.published_projections import project_published_fact
from openjcm.store.projecting.rows import insert_row

Connection = psycopg.Connection[dict[str, Any]]

# Parents first: the order in which copies are compared and reported.
TABLES = (
    "partnership",
    "published_fact",
    "published_project",
    "published_decision",
    "published_amount",
    "published_part",
    "findable",
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
    "cited",
)
# Raised by one whenever the same records give other rows than before: a data directory made
# by an older form is then replayed at its next start.
FORM = 4
# By which field of its body a record is asked for on a walk.
_CITED_BY = {
    "MonitoringReportSubmitted": "report",
    "VerificationReported": "report",
    "IssuanceRequested": "report",
    "IssuanceDecided": "decision",
    "SideNotified": "number",
    "CreditsIssued": "notification",
}


def project(connection: Connection, record: Record) -> None:
    """Change the projections by one record.

    Raises:
        KeyError: the kind has no projection; that is our mistake, not the asker's.
    """
    _BY_KIND[record.kind](connection, record)
    _cases(connection, record)
    _documents(connection, record)
    _approvals(connection, record)
    _cited(connection, record)


def _partnership_opened(connection: Connection, record: Record) -> None:
    insert_row(
        connection,
        "partnership",
        {
            "key": record.partnership,
            **_pick(record.body, "host", "kind", "zone", "title", "rehearses"),
        },
    )


def _account_opened(connection: Connection, record: Record) -> None:
    insert_row(
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
    insert_row(
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
        insert_row(
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
    insert_row(
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
        insert_row(connection, "decision_line", {**key, "decision": body["decision"], **picked})
    for part in body["allotments"]:
        picked = _pick(part, "report", "project", "vintage", "side", "account", "amount")
        insert_row(connection, "allotment", {**key, "decision": body["decision"], **picked})


def _side_notified(connection: Connection, record: Record) -> None:
    body = record.body
    key = {"partnership": record.partnership, **_pick(body, "number", "decision", "side")}
    insert_row(connection, "notification", {**key, "on_day": record.on})
    for line in body["lines"]:
        insert_row(
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
        insert_row(
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
            insert_row(
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
    insert_row(connection, "block", {**whole, "lo": at, "prev_hi": at})


def _entry(
    connection: Connection,
    record: Record,
    line: int,
    cut: Mapping[str, Any],
    place: Mapping[str, Any],
    source: str | None = None,
) -> None:
    insert_row(
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
            insert_row(
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
        insert_row(
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
        insert_row(
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


def _cited(connection: Connection, record: Record) -> None:
    if record.kind in _CITED_BY:
        about = record.body[_CITED_BY[record.kind]]
        row = {"partnership": record.partnership, "kind": record.kind, "about": about}
        insert_row(connection, "cited", {**row, "side": record.side, "seq": record.seq})


def _nothing_more(_connection: Connection, _record: Record) -> None:
    """Only the steps of the cycle follow from this record."""


def _pick(body: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: body.get(name) for name in names}


def _days(period: Mapping[str, str]) -> str:
    return f"[{period['first']},{period['last']}]"


_BY_KIND: dict[str, Callable[[Connection, Record], None]] = {
    "PartnershipOpened": _partnership_opened,
    "PublishedFactRecorded": project_published_fact,
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
