"""What a number of a file or of a measurement may be: a finite decimal of plain size."""

from decimal import Decimal

POWER_OF_TEN_MAX = 30
"""Digits of a given number before the point, and as many behind it."""


def plain_number(value: object) -> Decimal | None:
    """Return a finite number of plain size as a decimal, and None for anything else.

    Plain size: no digit beyond the thirtieth before or behind the point. No measured value
    comes near it, and the arithmetic behind stays bounded.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        # A whole number of thousands of digits would be slow to turn into a decimal.
        value = Decimal(value) if value.bit_length() <= 4 * POWER_OF_TEN_MAX else None
    if not isinstance(value, Decimal) or not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    too_fine = isinstance(exponent, int) and exponent < -POWER_OF_TEN_MAX
    return None if too_fine or value.adjusted() > POWER_OF_TEN_MAX else value
