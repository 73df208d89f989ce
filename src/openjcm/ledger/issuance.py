"""Issuance: a side's notified share becomes numbered credits in its own registry.

Pure: a notification in, facts out. Each vintage is an issuance of its own; their serial numbers
run on in one series per partnership and side.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from openjcm.ledger.accounts import Account, AccountKind
from openjcm.ledger.blocks import is_whole
from openjcm.ledger.events import CreditsIssued, Placement
from openjcm.measure.errors import Finding, RuleBroken
from openjcm.rulebook import Edition, Rule


@dataclass(frozen=True, slots=True)
class Portion:
    """So many credits of one vintage for one account."""

    vintage: int
    account: str
    amount: int


@dataclass(frozen=True, slots=True)
class Order:
    """What a registry is to issue, and on whose word.

    ``request`` is the issuance request decided on: one project and one monitoring period, so
    that an issuance is named by request, side and vintage and can come about only once.
    """

    request: str
    decision: str
    notification: str
    side: str
    host: str
    project: str
    portions: tuple[Portion, ...]


def issue(
    order: Order,
    *,
    notified: Mapping[int, int],
    accounts: Mapping[str, Account],
    next_serial: int,
    edition: Edition,
) -> tuple[CreditsIssued, ...]:
    """Issue a side's share: one issuance a vintage, serial numbers without a gap.

    Rules: ISSUED_AS_NOTIFIED, EXPLICIT_INTEGERS, RECIPIENT_HOLDS_AN_ACCOUNT,
    EACH_SIDE_ISSUES_ITS_SHARE.

    Args:
        order: What to issue.
        notified: Credits that this side was notified of, by vintage.
        accounts: The accounts of this side's registry, by number.
        next_serial: The first serial number of the series that was never used.
        edition: The edition that the partnership is under.

    Returns:
        Vintages in order; within one, recipients in the order of their portions.

    Raises:
        RuleBroken: a rule above does not hold; everything that was found is attached.
    """
    _refuse_if(_check_order(order, notified, accounts, edition))
    events = []
    for vintage in sorted({portion.vintage for portion in order.portions}):
        placed = _place([p for p in order.portions if p.vintage == vintage], next_serial)
        next_serial = placed[-1].last + 1
        events.append(
            CreditsIssued(
                issuance=f"{order.request}-{order.side}-{vintage}",
                decision=order.decision,
                notification=order.notification,
                side=order.side,
                host=order.host,
                project=order.project,
                vintage=vintage,
                first=placed[0].first,
                last=placed[-1].last,
                placed=placed,
            )
        )
    return tuple(events)


def _place(portions: list[Portion], next_serial: int) -> tuple[Placement, ...]:
    placed = []
    for portion in portions:
        placed.append(Placement(portion.account, next_serial, next_serial + portion.amount - 1))
        next_serial += portion.amount
    return tuple(placed)


def _refuse_if(findings: list[Finding]) -> None:
    if findings:
        first = findings[0]
        raise RuleBroken(
            first.message, code=first.rule, about=first.place, findings=tuple(findings)
        )


def _check_order(
    order: Order, notified: Mapping[int, int], accounts: Mapping[str, Account], edition: Edition
) -> list[Finding]:
    return [
        *_check_amounts(order, edition),
        *_check_notified(order, notified, edition),
        *_check_accounts(order, accounts, edition),
    ]


def _check_amounts(order: Order, edition: Edition) -> list[Finding]:
    return [
        edition.finding(
            Rule.EXPLICIT_INTEGERS,
            f"vintage {portion.vintage}: {portion.amount!r} for account {portion.account} "
            "is not a whole number of credits above zero",
            portion.account,
        )
        for portion in order.portions
        if not is_whole(portion.amount) or portion.amount <= 0
    ]


def _check_notified(order: Order, notified: Mapping[int, int], edition: Edition) -> list[Finding]:
    asked: Counter[int] = Counter()
    for portion in order.portions:
        asked[portion.vintage] += portion.amount
    return [
        edition.finding(
            Rule.ISSUED_AS_NOTIFIED,
            f"{order.project}, vintage {vintage}: {asked[vintage]} to be issued in the registry "
            f"of {order.side}, which was notified of {notified.get(vintage, 0)}",
            order.notification,
        )
        for vintage in sorted({*asked, *notified})
        if asked[vintage] != notified.get(vintage, 0)
    ]


def _check_accounts(
    order: Order, accounts: Mapping[str, Account], edition: Edition
) -> list[Finding]:
    findings = []
    for number in dict.fromkeys(portion.account for portion in order.portions):
        account = accounts.get(number)
        if account is None or account.kind is not AccountKind.HOLDING:
            found = f"{number} is no holding account in the registry of {order.side}"
            findings.append(edition.finding(Rule.RECIPIENT_HOLDS_AN_ACCOUNT, found, number))
        elif account.side != order.side:
            found = f"{number} stands in the registry of {account.side}, not of {order.side}"
            findings.append(edition.finding(Rule.EACH_SIDE_ISSUES_ITS_SHARE, found, number))
    return findings
