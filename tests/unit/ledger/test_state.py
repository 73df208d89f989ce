"""Holdings are a fold over facts; what does not fit is kept as a fault and reported."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from openjcm.ledger import (
    AccountKind,
    Block,
    CreditsCancelled,
    CreditsIssued,
    CreditsRetired,
    CreditsTransferred,
    Holdings,
    Placement,
    Range,
    apply,
    check_conserved,
    replay,
)

ISSUED = CreditsIssued(
    issuance="R1-JP-2017",
    decision="D1",
    notification="N1",
    side="JP",
    host="BD",
    project="BD002",
    vintage=2017,
    first=1,
    last=30,
    placed=(Placement("GOJ", 1, 25), Placement("TRADER", 26, 30)),
)
MIDDLE = Range("R1-JP-2017", 6, 10)


def spans(holdings: Holdings, account: str) -> list[tuple[int, int]]:
    """Return first and last of each block in an account."""
    return [(block.first, block.last) for block in holdings.of(account)]


def test_an_issuance_places_its_blocks() -> None:
    """After an issuance each recipient holds its serial numbers."""
    holdings = apply(Holdings(), ISSUED)

    assert (holdings.balance("GOJ"), holdings.balance("TRADER")) == (25, 5)
    assert check_conserved(holdings) == []


def test_the_next_serial_number_is_the_one_after_the_last_ever_used() -> None:
    """Each side has a series of its own, from one."""
    holdings = apply(Holdings(), ISSUED)

    assert holdings.next_serial("JP") == 31
    assert holdings.next_serial("BD") == 1


@pytest.mark.parametrize(
    ("moved", "left", "gone"),
    [
        (Range("R1-JP-2017", 1, 25), [], [(1, 25)]),
        (Range("R1-JP-2017", 1, 5), [(6, 25)], [(1, 5)]),
        (Range("R1-JP-2017", 21, 25), [(1, 20)], [(21, 25)]),
        (MIDDLE, [(1, 5), (11, 25)], [(6, 10)]),
    ],
    ids=["all", "from below", "from above", "from the middle"],
)
def test_a_move_cuts_a_block_where_it_must(
    moved: Range, left: list[tuple[int, int]], gone: list[tuple[int, int]]
) -> None:
    """What moves and what stays tile the block that was there."""
    holdings = replay([ISSUED, CreditsTransferred("JP", "GOJ", "BANK", (moved,))])

    assert spans(holdings, "GOJ") == left
    assert spans(holdings, "BANK") == gone
    assert check_conserved(holdings) == []


def test_retired_and_cancelled_credits_change_their_kind() -> None:
    """Each kind of move ends in its kind of account."""
    holdings = replay(
        [
            ISSUED,
            CreditsRetired("JP", "GOJ", "USED", (Range("R1-JP-2017", 1, 2),)),
            CreditsCancelled("JP", "GOJ", "ASIDE", (Range("R1-JP-2017", 3, 4),), "a claim"),
        ]
    )

    assert [block.kind for block in holdings.of("USED")] == [AccountKind.RETIREMENT]
    assert [block.kind for block in holdings.of("ASIDE")] == [AccountKind.CANCELLATION]


@pytest.mark.parametrize(
    "event",
    [
        CreditsTransferred("JP", "NOBODY", "BANK", (MIDDLE,)),
        CreditsTransferred("BD", "GOJ", "BANK", (MIDDLE,)),
        CreditsTransferred("JP", "GOJ", "BANK", (Range("R2-JP-2017", 6, 10),)),
        CreditsTransferred("JP", "GOJ", "BANK", (Range("R1-JP-2017", 20, 26),)),
    ],
    ids=["not the holder", "not the registry", "not the issuance", "not all held"],
)
def test_a_fact_that_does_not_fit_changes_nothing_and_is_a_fault(
    event: CreditsTransferred,
) -> None:
    """The fold never refuses and never mends."""
    before = apply(Holdings(), ISSUED)

    after = apply(before, event)

    assert after.blocks == before.blocks
    assert [finding.rule for finding in check_conserved(after)] == ["I3"]


def test_a_fact_that_moves_retired_credits_is_a_fault() -> None:
    """I4: retired credits stay, whatever a record says."""
    holdings = replay(
        [
            ISSUED,
            CreditsRetired("JP", "GOJ", "USED", (MIDDLE,)),
            CreditsTransferred("JP", "USED", "GOJ", (MIDDLE,)),
        ]
    )

    assert holdings.balance("USED") == 5
    assert [finding.rule for finding in check_conserved(holdings)] == ["I4"]


def lose_one(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cut the last credit off the first block."""
    return (replace(blocks[0], last=24), *blocks[1:])


def lose_the_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop the last block."""
    return blocks[:-1]


def double_one(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Let the second block begin where the first still is."""
    return (blocks[0], replace(blocks[1], first=25))


def orphan(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Add a block of an issuance that never was."""
    return (*blocks, replace(blocks[1], issuance="R9", first=31, last=31))


@pytest.mark.parametrize(
    ("damage", "broken"),
    [
        (lose_one, {"I1", "I8"}),
        (lose_the_end, {"I1", "I8"}),
        (double_one, {"I1", "I3", "I8"}),
        (orphan, {"I1", "I8"}),
    ],
)
def test_damaged_blocks_are_found(
    damage: Callable[[tuple[Block, ...]], tuple[Block, ...]], broken: set[str]
) -> None:
    """A lost, doubled or foreign credit breaks the invariants that speak of it."""
    holdings = apply(Holdings(), ISSUED)

    damaged = replace(holdings, blocks=damage(holdings.blocks))

    assert {finding.rule for finding in check_conserved(damaged)} == broken


def test_two_issuances_of_one_series_with_a_shared_number_are_found() -> None:
    """I2: within a side's series no serial number is issued twice."""
    again = replace(ISSUED, issuance="R2-JP-2017", placed=(Placement("GOJ", 30, 59),))
    again = replace(again, first=30, last=59)

    holdings = replay([ISSUED, again])

    assert {finding.rule for finding in check_conserved(holdings)} == {"I2", "I3"}


def test_the_same_issuance_twice_is_found() -> None:
    """I1 and I2: an issuance that is recorded twice covers its serial numbers twice."""
    holdings = replay([ISSUED, ISSUED])

    assert {"I1", "I2", "I3"} <= {finding.rule for finding in check_conserved(holdings)}


def test_two_sides_count_for_themselves() -> None:
    """The same serial numbers in two registries are different credits."""
    other = replace(ISSUED, issuance="R1-BD-2017", side="BD")

    assert check_conserved(replay([ISSUED, other])) == []


def test_issuances_that_follow_one_another_share_nothing() -> None:
    """A series runs on from issuance to issuance."""
    following = replace(
        ISSUED, issuance="R2-JP-2018", first=31, last=31, placed=(Placement("GOJ", 31, 31),)
    )

    holdings = replay([ISSUED, following])

    assert check_conserved(holdings) == []
    assert holdings.next_serial("JP") == 32


def test_a_fact_about_credits_that_never_were_is_a_fault() -> None:
    """Moving something before anything was issued is a fault."""
    holdings = replay([CreditsTransferred("JP", "GOJ", "BANK", (MIDDLE,))])

    assert [finding.rule for finding in check_conserved(holdings)] == ["I3"]
