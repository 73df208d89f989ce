"""What transfer, retirement and cancellation share: two persons, one registry, one record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal, OpenRecord, Signer
from openjcm.actions.request import Receipt, SignedRequest, json_value
from openjcm.actions.taking import require_two_persons
from openjcm.cycle import Actor, Role, require_independent_hands
from openjcm.ledger import Account, Block, Moved
from openjcm.measure.errors import NotAllowed, NotFound
from openjcm.rulebook import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(SignedRequest):
    """So many credits from one account to another of one side's registry."""

    side: str
    source: str
    target: str
    amount: int


Decide = Callable[[Sequence[Block], Account, Account, Edition], Moved]


def move(request: Move, decide: Decide, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Move credits as ``decide`` says; the record is named by what it decided.

    Rules: TWO_PERSONS, INDEPENDENT_HANDS.

    Raises:
        NotAllowed: the actor does not manage that side's registry, or a signature fails.
        NotFound: one of the accounts does not exist.
        RuleBroken: the core refused, only one person signed, or one of them took part in a
            project whose credits move.
        Conflict: the blocks moved since.
    """
    if by.role is not Role.REGISTRY_MANAGER or by.side != request.side:
        raise NotAllowed(
            f"credits in the registry of {request.side} are moved by its registry manager",
            about="side",
        )
    with journal.open(request, by=by, on=on, side=request.side) as record:
        if record.receipt:
            return record.receipt
        signers = record.signers(request.signatures)
        require_two_persons(record, signers, by, request.source)
        source = _account(record, request.source)
        target = _account(record, request.target)
        holding = record.holding(source.number)
        moved = decide(holding, source, target, record.edition)
        _require_independent_officers(record, signers, holding, moved)
        body = {**json_value(moved), "target_kind": target.kind}
        return record.append(type(moved).__name__, body, signers)


def _require_independent_officers(
    record: OpenRecord, signers: Sequence[Signer], holding: Sequence[Block], moved: Moved
) -> None:
    issuances = {each.issuance for each in moved.ranges}
    for project in sorted({each.project for each in holding if each.issuance in issuances}):
        require_independent_hands(
            tuple(signer.actor for signer in signers),
            record.hands_on(project),
            about=project,
            edition=record.edition,
        )


def _account(record: OpenRecord, number: str) -> Account:
    found = record.account(number)
    if found is None:
        raise NotFound(f"there is no account {number!r} here", code="no-account", about=number)
    return found
