"""A block counts both ends, is never empty, and loses nothing when it is split."""

import pytest

from openjcm.ledger import AccountKind, Block
from openjcm.measure.errors import Malformed


def block(first: int, last: int) -> Block:
    """Make a block of one issuance."""
    return Block("R1-JP-2017", "JP", "BD", "BD002", 2017, first, last, "A", AccountKind.HOLDING)


def test_both_ends_are_counted() -> None:
    """A block from 1 to 25 is 25 credits, and one from 7 to 7 is one."""
    assert block(1, 25).amount == 25
    assert block(7, 7).amount == 1


@pytest.mark.parametrize(("first", "last"), [(2, 1), (0, 5), (-3, 5)])
def test_a_block_is_never_empty_and_starts_above_zero(first: int, last: int) -> None:
    """A range that is none cannot be a block."""
    with pytest.raises(Malformed, match="no range of serial numbers"):
        block(first, last)


def test_a_split_leaves_two_neighbours() -> None:
    """What is cut off and what is left meet, and overlap nowhere."""
    cut_off, left = block(11, 20).split(3)

    assert (cut_off.first, cut_off.last) == (11, 13)
    assert (left.first, left.last) == (14, 20)
    assert cut_off.amount + left.amount == 10


@pytest.mark.parametrize("amount", [-1, 0, 10, 11])
def test_a_split_leaves_something_on_both_sides(amount: int) -> None:
    """All or nothing is no split."""
    with pytest.raises(Malformed, match="leaves something on both sides"):
        block(11, 20).split(amount)
