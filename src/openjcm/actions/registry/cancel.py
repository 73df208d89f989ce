"""Cancel credits for a purpose other than the NDC; cancelled credits stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openjcm import ledger
from openjcm.actions.journal import Journal
from openjcm.actions.registry.moving import Move, move
from openjcm.actions.request import Receipt
from openjcm.cycle import Actor
from openjcm.ledger import Account, Block, Moved
from openjcm.rulebook import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Move):
    """Signed by the registry manager and a second officer; ``purpose`` in the holder's words."""

    purpose: str


def cancel(request: Cancel, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Cancel credits for a purpose other than the NDC; cancelled credits stay.

    Rules: CANCELLED_CREDITS_STAY, TWO_PERSONS, INDEPENDENT_HANDS.

    Raises:
        Malformed: no purpose is given, or the amount is not above zero.
        NotAllowed: the actor does not manage that side's registry, or a signature fails.
        NotFound: one of the accounts does not exist.
        RuleBroken: a rule above does not hold, the account holds too little, or one signed.
        Conflict: the blocks moved since.
    """

    def decide(
        holding: Sequence[Block], source: Account, target: Account, edition: Edition
    ) -> Moved:
        return ledger.cancel(
            holding,
            request.amount,
            source=source,
            target=target,
            purpose=request.purpose,
            edition=edition,
        )

    return move(request, decide, by=by, on=on, journal=journal)
