"""What a number of a file or of a measurement may be: a finite decimal of plain size."""

from decimal import ROUND_DOWN, Decimal, localcontext

POWER_OF_TEN_MAX = 30
"""Digits of a given number before the point, and as many behind it."""
# Of a number that a person reads; all digits are kept where a machine reads it.
_SHOWN_DECIMALS, _SHOWN_DIGITS, _DIGITS = 6, 6, 20_000


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


def shown(value: Decimal) -> str:
    """Write a number for a person: what does not fit is left out, and dots say so.

    >>> shown(Decimal("653.42458100558659217877094972067039106145251396648"))
    '653.424581…'
    >>> shown(Decimal("0.000000012345678901")), shown(Decimal("92.5")), shown(Decimal("1E+3"))
    ('0.0000000123456…', '92.5', '1000')
    """
    decimals = max(_SHOWN_DECIMALS, _SHOWN_DIGITS - 1 - value.adjusted()) if value else 0
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= decimals:
        return f"{value:f}"
    with localcontext(prec=_DIGITS):
        cut = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)
        return f"{cut.normalize():f}" if cut == value else f"{cut:f}…"
