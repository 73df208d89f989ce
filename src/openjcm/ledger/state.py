"""What the registries of one partnership hold: a fold over facts, and what must always be true.

Pure: ``apply`` never refuses. A fact that does not fit changes nothing and is kept as a fault,
which ``check_conserved`` reports with everything else that is wrong.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from openjcm.ledger.accounts import AccountKind
from openjcm.ledger.blocks import Block
from openjcm.ledger.events import (
    CreditsCancelled,
    CreditsIssued,
    CreditsRetired,
    CreditsTransferred,
    LedgerEvent,
    Moved,
    Range,
)
from openjcm.measure.errors import Finding

_TARGET_KIND = {
    CreditsTransferred: AccountKind.HOLDING,
    CreditsRetired: AccountKind.RETIREMENT,
    CreditsCancelled: AccountKind.CANCELLATION,
}


@dataclass(frozen=True, slots=True)
class Holdings:
    """Blocks in the order of side and serial number, the issuances they come from, and faults."""

    blocks: tuple[Block, ...] = ()
    issued: tuple[CreditsIssued, ...] = ()
    faults: tuple[Finding, ...] = ()

    def of(self, account: str) -> tuple[Block, ...]:
        """Return the blocks in one account, lowest serial number first."""
        return tuple(block for block in self.blocks if block.account == account)

    def balance(self, account: str) -> int:
        """Return the credits in one account."""
        return sum(block.amount for block in self.of(account))

    def next_serial(self, side: str) -> int:
        """Return the first serial number of a side's series that was never used."""
        return max((event.last for event in self.issued if event.side == side), default=0) + 1


def apply(holdings: Holdings, event: LedgerEvent) -> Holdings:
    """Return the holdings after one fact."""
    if isinstance(event, CreditsIssued):
        return _apply_issued(holdings, event)
    return _apply_moved(holdings, event)


def replay(events: Iterable[LedgerEvent]) -> Holdings:
    """Return the holdings after all facts, in their order."""
    holdings = Holdings()
    for event in events:
        holdings = apply(holdings, event)
    return holdings


def check_conserved(holdings: Holdings) -> list[Finding]:
    """Check what no history may break, and say everything that is broken.

    I1: the blocks of an issuance cover exactly its serial numbers. I2: issuances of one series
    never overlap. I3: each serial number is in one account. I4: retired and cancelled credits
    never move. I8: per project, vintage and side, what is held, retired and cancelled is what
    was issued.
    """
    return [
        *holdings.faults,
        *_check_tiled(holdings),
        *_check_series(holdings),
        *_check_one_holder(holdings),
        *_check_sums(holdings),
    ]


def _order(block: Block) -> tuple[str, int]:
    return block.side, block.first


def _apply_issued(holdings: Holdings, event: CreditsIssued) -> Holdings:
    placed = (
        Block(
            event.issuance,
            event.side,
            event.host,
            event.project,
            event.vintage,
            place.first,
            place.last,
            place.account,
            AccountKind.HOLDING,
        )
        for place in event.placed
    )
    blocks = tuple(sorted((*holdings.blocks, *placed), key=_order))
    return replace(holdings, blocks=blocks, issued=(*holdings.issued, event))


def _apply_moved(holdings: Holdings, event: Moved) -> Holdings:
    for moved in event.ranges:
        holdings = _move(holdings, event, moved)
    return holdings


def _move(holdings: Holdings, event: Moved, moved: Range) -> Holdings:
    index = bisect_right(holdings.blocks, (event.side, moved.first), key=_order) - 1
    if index < 0 or not _holds(holdings.blocks[index], event, moved):
        return _fault(holdings, "I3", moved, f"not held by {event.source}")
    block = holdings.blocks[index]
    if block.kind is not AccountKind.HOLDING:
        return _fault(holdings, "I4", moved, f"moved out of a {block.kind} account")
    parts = tuple(_cut(block, event, moved))
    blocks = holdings.blocks[:index] + parts + holdings.blocks[index + 1 :]
    return replace(holdings, blocks=blocks)


def _holds(block: Block, event: Moved, moved: Range) -> bool:
    return (
        block.issuance == moved.issuance
        and block.side == event.side
        and block.account == event.source
        and block.first <= moved.first <= moved.last <= block.last
    )


def _cut(block: Block, event: Moved, moved: Range) -> Iterator[Block]:
    rest = block
    if moved.first > rest.first:
        before, rest = rest.split(moved.first - rest.first)
        yield before
    after: tuple[Block, ...] = ()
    if moved.last < rest.last:
        rest, left = rest.split(moved.last - rest.first + 1)
        after = (left,)
    yield replace(rest, account=event.target, kind=_TARGET_KIND[type(event)])
    yield from after


def _fault(holdings: Holdings, invariant: str, moved: Range, message: str) -> Holdings:
    place = f"{moved.issuance} {moved.first}-{moved.last}"
    return replace(holdings, faults=(*holdings.faults, Finding(invariant, place, message)))


def _check_tiled(holdings: Holdings) -> Iterator[Finding]:
    tiles: dict[str, list[Block]] = {}
    for block in holdings.blocks:
        tiles.setdefault(block.issuance, []).append(block)
    for event in holdings.issued:
        next_first = event.first
        for block in tiles.pop(event.issuance, []):
            if block.first != next_first:
                yield Finding(
                    "I1",
                    event.issuance,
                    f"a block starts at {block.first}, where {next_first} is next",
                )
            next_first = block.last + 1
        if next_first != event.last + 1:
            yield Finding(
                "I1",
                event.issuance,
                f"the blocks end at {next_first - 1}, the issuance at {event.last}",
            )
    for issuance in tiles:
        yield Finding("I1", issuance, "there are blocks, and no issuance")


def _check_series(holdings: Holdings) -> Iterator[Finding]:
    issued = sorted(holdings.issued, key=lambda event: (event.side, event.first))
    for _side, series in groupby(issued, key=lambda event: event.side):
        for left, right in pairwise(series):
            if right.first <= left.last:
                yield Finding("I2", right.issuance, f"shares serial numbers with {left.issuance}")


def _check_one_holder(holdings: Holdings) -> Iterator[Finding]:
    blocks = sorted(holdings.blocks, key=_order)
    for left, right in pairwise(blocks):
        if left.side == right.side and right.first <= left.last:
            yield Finding(
                "I3",
                right.issuance,
                f"{right.first} is in {left.account} and in {right.account}",
            )


def _check_sums(holdings: Holdings) -> Iterator[Finding]:
    issued: Counter[tuple[str, str, int]] = Counter()
    standing: Counter[tuple[str, str, int]] = Counter()
    for event in holdings.issued:
        issued[event.side, event.project, event.vintage] += event.last - event.first + 1
    for block in holdings.blocks:
        standing[block.side, block.project, block.vintage] += block.amount
    for side, project, vintage in sorted({*issued, *standing}):
        was, is_ = issued[side, project, vintage], standing[side, project, vintage]
        if was != is_:
            yield Finding(
                "I8", f"{side} {project} {vintage}", f"{was} were issued, and {is_} are standing"
            )
