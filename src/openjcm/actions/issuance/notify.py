"""Notify a side of its quantity: the Joint Committee's letter to one government."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, Request
from openjcm.actions.taking import existing, step
from openjcm.cycle import Actor, Subject
from openjcm.measure.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify(Request):
    """The notification of a decision to one side, an ISO 3166 alpha-2 code."""

    decision: str
    side: str


def notify(request: Notify, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Notify one side of its share of a decision; the letter gets the next number.

    Rules: COMMITTEE_NOTIFIES_EACH_SIDE.

    Raises:
        NotFound: there is no such decision.
        Conflict: the side was notified before.
        RuleBroken: nothing was decided yet.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        decided = decided_as(record, request.decision)
        steps = [
            step(record, existing(record, Subject.REPORT, report), "notify", by, on, request.side)
            for report in decided["reports"]
        ]
        ordinal = record.count("SideNotified") + 1
        body = {
            "number": f"{record.partnership.key}-N-{ordinal:04d}",
            "decision": request.decision,
            "side": request.side,
            "reports": decided["reports"],
            "lines": _share_of(decided, request.side),
            "steps": steps,
        }
        return record.append("SideNotified", body)


def decided_as(record: OpenRecord, decision: str) -> Mapping[str, Any]:
    """Return what a decision said.

    Raises:
        NotFound: there is none.
    """
    found = record.last("IssuanceDecided", decision=decision)
    if found is None:
        raise NotFound(f"there is no decision {decision!r}", code="no-decision", about=decision)
    return found


def _share_of(decided: Mapping[str, Any], side: str) -> list[dict[str, Any]]:
    amounts: Counter[tuple[str, str, int]] = Counter()
    for part in decided["allotments"]:
        if part["side"] == side:
            amounts[part["report"], part["project"], part["vintage"]] += part["amount"]
    return [
        {"report": report, "project": project, "vintage": vintage, "amount": amount}
        for (report, project, vintage), amount in amounts.items()
    ]
