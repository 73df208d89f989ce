"""Whole tonnes and whole shares."""

from decimal import Decimal
from fractions import Fraction

import pytest

from openjcm.measure import Malformed, cut_down, share_rounded_up


@pytest.mark.parametrize(
    ("tonnes", "amount"),
    [("385.31", 385), ("742.3", 742), ("0.999999999999999999999999999999", 0), ("-1.5", -1)],
)
def test_tonnes_are_cut_down_to_whole_credits(tonnes: str, amount: int) -> None:
    """The published 385.31 and 742.3 became 385 and 742."""
    assert cut_down(Decimal(tonnes)) == amount


@pytest.mark.parametrize(
    ("amount", "share", "rounded_up"),
    [
        (49, Fraction(1, 2), 25),
        (60, Fraction(1, 2), 30),
        (0, Fraction(1, 2), 0),
        (3, Fraction(1, 3), 1),
        (5, Fraction(0), 0),
        (5, Fraction(1), 5),
    ],
)
def test_a_share_is_rounded_up(amount: int, share: Fraction, rounded_up: int) -> None:
    """49 + 60 + 35 at one half give 25 + 30 + 18, the published 73 of 144."""
    assert share_rounded_up(amount, share) == rounded_up


@pytest.mark.parametrize(
    ("amount", "share"), [(-1, Fraction(1, 2)), (1, Fraction(-1, 2)), (1, Fraction(3, 2))]
)
def test_no_share_is_taken_of_less_than_nothing_or_beyond_the_whole(
    amount: int, share: Fraction
) -> None:
    """The refusal carries its own code."""
    with pytest.raises(Malformed) as refused:
        share_rounded_up(amount, share)

    assert refused.value.code == "share-out-of-range"
