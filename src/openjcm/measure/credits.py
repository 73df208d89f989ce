"""Whole tonnes: the only place where a decimal becomes a number of credits.

A credit is one tonne of CO2 equivalent and an ``int``. No binary float may come near.
"""

from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import NewType

from openjcm.measure.errors import Malformed

Credits = NewType("Credits", int)


def cut_down(tonnes: Decimal) -> int:
    """Cut a reduction down to whole tonnes, towards zero.

    Which stage this happens at is a rule of the edition (``Rule.WHOLE_TONNES_PER_VINTAGE``).

    Args:
        tonnes: An emission reduction in tCO2e, any sign.

    >>> cut_down(Decimal("385.31"))
    385
    """
    return int(tonnes.to_integral_value(rounding=ROUND_DOWN))


def share_rounded_up(amount: int, share: Fraction) -> int:
    """Return the smallest whole number of credits that is at least ``share`` of ``amount``.

    Args:
        amount: Credits, zero or more.
        share: Between 0 and 1.

    Raises:
        Malformed: the share lies outside 0 to 1, or the amount is negative.

    >>> share_rounded_up(49, Fraction(1, 2))
    25
    """
    if amount < 0 or not 0 <= share <= 1:
        raise Malformed(f"cannot take {share} of {amount} credits", code="share-out-of-range")
    return -(-amount * share.numerator // share.denominator)
