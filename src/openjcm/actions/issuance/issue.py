"""Issue a side's share in its own registry, as serial-numbered blocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.issuance.notify import decided_as
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, SignedRequest, json_value
from openjcm.actions.taking import existing, require_two_persons, step
from openjcm.cycle import Actor, Subject
from openjcm.ledger import Account, Order, Portion
from openjcm.ledger import issue as number
from openjcm.measure.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(SignedRequest):
    """Issuance on a notification, signed by the registry manager and a second officer."""

    notification: str
    side: str


def issue(request: Issue, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Issue what a side was notified of, no more and no less, in that side's registry.

    Both who sign leave a hand.

    Rules: EACH_SIDE_ISSUES_ITS_SHARE, ISSUED_AS_NOTIFIED, TWO_PERSONS, INDEPENDENT_HANDS,
    RECIPIENT_HOLDS_AN_ACCOUNT.

    Raises:
        NotFound: there is no such notification to that side.
        NotAllowed: a signature does not hold.
        Conflict: it was issued before.
        RuleBroken: only one person signed, one of them took part in the project, or the registry
            is another side's.
    """
    with journal.open(request, by=by, on=on, side=request.side) as record:
        if record.receipt:
            return record.receipt
        signers = record.signers(request.signatures)
        require_two_persons(record, signers, by, request.notification)
        notified = record.last("SideNotified", number=request.notification, side=request.side)
        if notified is None:
            raise NotFound(
                f"{request.side} has no notification {request.notification!r}",
                code="no-notification",
                about=request.notification,
            )
        second = (each.actor for each in signers if each.actor.person != by.person)
        hands = (by, *second)
        steps = [
            step(record, existing(record, Subject.REPORT, report), "issue", hands, on, request.side)
            for report in notified["reports"]
        ]
        body = {
            "side": request.side,
            "decision": notified["decision"],
            "notification": request.notification,
            "issuances": _numbered(record, notified),
            "steps": steps,
        }
        return record.append("CreditsIssued", body, signers)


def _numbered(record: OpenRecord, notified: Mapping[str, Any]) -> list[dict[str, Any]]:
    decided = decided_as(record, notified["decision"])
    side, issued = notified["side"], list[dict[str, Any]]()
    for report in dict.fromkeys(line["report"] for line in notified["lines"]):
        parts = [
            part
            for part in decided["allotments"]
            if part["side"] == side and part["report"] == report
        ]
        order = Order(
            request=report,
            decision=notified["decision"],
            notification=notified["number"],
            side=side,
            host=record.partnership.host,
            project=parts[0]["project"],
            portions=tuple(
                Portion(part["vintage"], part["account"], part["amount"]) for part in parts
            ),
        )
        made = number(
            order,
            notified=_amounts(notified, report),
            accounts=_accounts(record, order.portions),
            next_serial=issued[-1]["last"] + 1 if issued else record.next_serial(side),
            edition=record.edition,
        )
        issued += [{**json_value(each), "report": report} for each in made]
    return issued


def _amounts(notified: Mapping[str, Any], report: str) -> dict[int, int]:
    return {
        line["vintage"]: line["amount"] for line in notified["lines"] if line["report"] == report
    }


def _accounts(record: OpenRecord, portions: tuple[Portion, ...]) -> dict[str, Account]:
    found = {portion.account: record.account(portion.account) for portion in portions}
    return {number: account for number, account in found.items() if account is not None}
