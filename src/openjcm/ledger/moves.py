"""Moves of credits within one registry: transfer, retirement, cancellation.

Pure: blocks in, facts out. The lowest serial numbers go first. Nothing here changes a block;
``state`` does, when the fact is replayed.
"""

from collections.abc import Sequence

from openjcm.ledger.accounts import Account, AccountKind
from openjcm.ledger.blocks import Block, is_whole
from openjcm.ledger.events import CreditsCancelled, CreditsRetired, CreditsTransferred, Range
from openjcm.measure.errors import Malformed, RuleBroken
from openjcm.rulebook import Edition, Rule

_STAYS = {
    AccountKind.RETIREMENT: Rule.RETIRED_CREDITS_STAY,
    AccountKind.CANCELLATION: Rule.CANCELLED_CREDITS_STAY,
}


def transfer(
    holding: Sequence[Block], amount: int, *, source: Account, target: Account, edition: Edition
) -> CreditsTransferred:
    """Move credits from one holding account to another of the same registry.

    Rules: TRANSFER_WITHIN_ONE_REGISTRY, RETIRED_CREDITS_STAY, CANCELLED_CREDITS_STAY.

    Args:
        holding: The blocks to choose from; those of other accounts are passed over.
        amount: Whole credits above zero.
        source: The account that gives.
        target: The account that receives; a holding account.
        edition: The edition that the partnership is under.

    Raises:
        Malformed: the amount is not above zero, or the target is the source or of another kind.
        RuleBroken: a rule above does not hold, or the account holds too little.
    """
    _check_accounts(source, target, AccountKind.HOLDING, edition)
    ranges = _choose(holding, amount, source)
    return CreditsTransferred(source.side, source.number, target.number, ranges)


def retire(
    holding: Sequence[Block], amount: int, *, source: Account, target: Account, edition: Edition
) -> CreditsRetired:
    """Use credits towards the NDC: move them to a retirement account, for good.

    Rules: TRANSFER_WITHIN_ONE_REGISTRY, RETIRED_CREDITS_STAY, CANCELLED_CREDITS_STAY.

    Args:
        holding: The blocks to choose from; those of other accounts are passed over.
        amount: Whole credits above zero.
        source: The holding account that gives.
        target: A retirement account of the same registry.
        edition: The edition that the partnership is under.

    Raises:
        Malformed: the amount is not above zero, or the target is of another kind.
        RuleBroken: a rule above does not hold, or the account holds too little.
    """
    _check_accounts(source, target, AccountKind.RETIREMENT, edition)
    ranges = _choose(holding, amount, source)
    return CreditsRetired(source.side, source.number, target.number, ranges)


def cancel(
    holding: Sequence[Block],
    amount: int,
    *,
    source: Account,
    target: Account,
    purpose: str,
    edition: Edition,
) -> CreditsCancelled:
    """Set credits aside for another purpose than the NDC, for good.

    Rules: TRANSFER_WITHIN_ONE_REGISTRY, RETIRED_CREDITS_STAY, CANCELLED_CREDITS_STAY.

    Args:
        holding: The blocks to choose from; those of other accounts are passed over.
        amount: Whole credits above zero.
        source: The holding account that gives.
        target: A cancellation account of the same registry.
        purpose: What the credits are cancelled for, in the words of the holder.
        edition: The edition that the partnership is under.

    Raises:
        Malformed: the amount is not above zero, the target is of another kind, or no purpose.
        RuleBroken: a rule above does not hold, or the account holds too little.
    """
    if not purpose.strip():
        raise Malformed(
            "a cancellation says what it is for", code="purpose-missing", about="purpose"
        )
    _check_accounts(source, target, AccountKind.CANCELLATION, edition)
    ranges = _choose(holding, amount, source)
    return CreditsCancelled(source.side, source.number, target.number, ranges, purpose)


def _check_accounts(source: Account, target: Account, kind: AccountKind, edition: Edition) -> None:
    if source.number == target.number or target.kind is not kind:
        raise Malformed(
            f"{target.number} is not a {kind} account other than {source.number}",
            code="target-does-not-fit",
            about="target",
        )
    edition.require(
        Rule.TRANSFER_WITHIN_ONE_REGISTRY,
        (source.partnership, source.side) == (target.partnership, target.side),
        f"{source.number} stands in the registry of {source.side} ({source.partnership}), "
        f"{target.number} in that of {target.side} ({target.partnership})",
        target.number,
    )
    if source.kind in _STAYS:
        edition.require(
            _STAYS[source.kind],
            False,
            f"{source.number} is a {source.kind} account; what is in it stays",
            source.number,
        )


def _choose(holding: Sequence[Block], amount: int, source: Account) -> tuple[Range, ...]:
    if not is_whole(amount) or amount <= 0:
        raise Malformed(
            f"{amount!r} is not a whole number of credits above zero",
            code="amount-out-of-range",
            about="amount",
        )
    ranges = []
    missing = amount
    for block in sorted(_own(holding, source), key=lambda block: block.first):
        taken = min(missing, block.amount)
        if taken:
            ranges.append(Range(block.issuance, block.first, block.first + taken - 1))
        missing -= taken
    if missing:
        raise RuleBroken(
            f"{source.number} holds {amount - missing}, and {amount} are asked for",
            code="not-enough-credits",
            about=source.number,
        )
    return tuple(ranges)


def _own(holding: Sequence[Block], source: Account) -> list[Block]:
    return [block for block in holding if block.account == source.number]
