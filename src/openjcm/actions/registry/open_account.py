"""Open an account in one side's registry."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.cycle import Actor, Role
from openjcm.ledger import AccountKind, account_number
from openjcm.measure.errors import NotAllowed
from openjcm.rulebook import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAccount(Request):
    """An account for a holder; ``government`` marks an account of that side's government."""

    side: str
    kind: AccountKind
    holder: str
    government: bool = False


def open_account(request: OpenAccount, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Open an account; its number is the next of that side's registry, with check digits.

    Rules: PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED.

    Raises:
        NotAllowed: the actor does not manage that side's registry.
        RuleBroken: the partnership is a record of published facts and has no registry.
    """
    if by.role is not Role.REGISTRY_MANAGER or by.side != request.side:
        raise NotAllowed(
            f"an account in the registry of {request.side} is opened by its registry manager",
            about="side",
        )
    with journal.open(request, by=by, on=on, side=request.side) as record:
        if record.receipt:
            return record.receipt
        kind = record.partnership.kind
        record.edition.require(
            Rule.PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED,
            kind != "record",
            f"{request.partnership} holds published facts only; it has no accounts",
            request.partnership,
        )
        ordinal = record.accounts_opened(request.side) + 1
        body = {
            "partnership_kind": kind,
            "side": request.side,
            "number": account_number(request.side, request.kind, ordinal),
            "kind": request.kind,
            "holder": request.holder,
            "government": request.government,
        }
        return record.append("AccountOpened", body)
