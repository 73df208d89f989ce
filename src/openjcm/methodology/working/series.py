"""Series: values over index sets, joined whole, with a bound of what rounding did to them.

Values lie flat, the last index set fastest. Operations run through C (``map``), since a formula
is worked for thousands of pieces of equipment; a series with a fault is worked one by one.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Underflow,
)
from fractions import Fraction
from itertools import chain, product, repeat
from math import prod
from types import MappingProxyType
from typing import Any

from openjcm.methodology.language.shapes import sets_joined
from openjcm.methodology.working.faults import Faults, is_fault

DIGITS = 50
EXPONENT_MAX = 9999
"""Digits before or behind the point of any value on the way."""
FRACTION_BITS_MAX = 20_000
"""Bits of a fraction, where a whole tonne is told by fractions."""
# So many values are looked at one by one for a closer bound.
_FEW = 16
# Half of the last of fifty digits, and a little more, against the size of the result.
_LAST_DIGIT = Decimal("6E-50")
_ZERO = Decimal(0)
_TRAPS = [DivisionByZero, InvalidOperation, Overflow, Underflow]
# Bounds are rounded away from zero, so that they stay bounds; one without end is no bound.
_BOUNDS = Context(prec=12, rounding=ROUND_UP, traps=[])
_JOIN: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
)


class TooLong(Exception):
    """A fraction has more digits than are worked with."""


def check_length(values: Sequence[Any]) -> None:
    """Raise when a fraction has grown too long to go on with.

    Raises:
        TooLong: one has.
    """
    for each in values:
        if isinstance(each, Fraction):
            longest = max(each.numerator.bit_length(), each.denominator.bit_length())
            if longest > FRACTION_BITS_MAX:
                raise TooLong


def arithmetic() -> Context:
    """Return the context of all work: fifty significant digits, halves to the even digit."""
    return Context(
        prec=DIGITS,
        rounding=ROUND_HALF_EVEN,
        Emin=-EXPONENT_MAX,
        Emax=EXPONENT_MAX,
        traps=_TRAPS,
    )


@dataclass(frozen=True, slots=True)
class Series:
    """Values, the index sets they run over, and by how much each may be wrong at most.

    ``size`` is a bound above the size of all values, and ``least`` one below, where they are
    known without looking at each value again.
    """

    values: Sequence[Any]
    sets: tuple[str, ...] = ()
    error: Decimal = _ZERO
    size: Decimal | None = None
    least: Decimal | None = None


@dataclass(slots=True)
class Frame:
    """How large the index sets are, the arithmetic, and the faults found on the way."""

    sizes: Mapping[str, int]
    context: Context
    faults: Faults = field(default_factory=Faults)
    in_fractions: bool = False

    def number(self, value: Decimal) -> Any:  # noqa: ANN401 - a decimal, or a fraction
        """Return a number in the kind that is worked with."""
        return Fraction(value) if self.in_fractions else value

    def places(self, sets: tuple[str, ...]) -> int:
        """Return how many places a series over ``sets`` has."""
        return prod(self.sizes[each] for each in sets)

    def spread(self, series: Series, sets: tuple[str, ...]) -> Sequence[Any]:
        """Return the values at every place of ``sets``, which holds all of the series' own."""
        if series.sets == sets:
            return series.values
        if not series.sets:
            return [series.values[0]] * self.places(sets)
        count = len(series.sets)
        if series.sets == sets[:count]:
            times = self.places(sets[count:])
            return list(chain.from_iterable(map(repeat, series.values, repeat(times))))
        if series.sets == sets[-count:]:
            return list(series.values) * self.places(sets[:-count])
        steps = [self.places(series.sets[at + 1 :]) for at in range(count)]
        worth = dict(zip(series.sets, steps, strict=True))
        ranges = [
            range(0, worth[each] * self.sizes[each], worth[each])
            if each in worth
            else [0] * self.sizes[each]
            for each in sets
        ]
        values = series.values
        return [values[sum(place)] for place in product(*ranges)]

    def worked(self, act: Callable[..., Any], *columns: Sequence[Any]) -> tuple[list[Any], bool]:
        """Work place by place; also return whether a value had to be rounded."""
        self.context.clear_flags()
        try:
            values = list(map(act, *columns))
        # A mark among fractions is of another type.
        except (ArithmeticError, TypeError):
            values = [self.one(act, *row) for row in zip(*columns, strict=True)]
        if self.in_fractions:
            check_length(values)
        return values, bool(self.context.flags[Inexact])

    def one(self, act: Callable[..., Any], *row: Any) -> Any:  # noqa: ANN401 - as the series holds
        """Work one place; a fault before it, or of its own, is the result."""
        for each in row:
            if is_fault(each):
                return each
        try:
            return act(*row)
        # Zero by zero is an invalid operation, anything else by zero a division by zero.
        except (Overflow, Underflow):
            return self.faults.note("beyond-all-size", "comes out beyond all size")
        except ArithmeticError:
            return self.faults.note("divided-by-zero", "divides by zero")


def joined(frame: Frame, sign: str, left: Series, right: Series) -> Series:
    """Add, subtract, multiply or divide two series over all index sets of both."""
    sets = sets_joined(left.sets, right.sets)
    a, b = frame.spread(left, sets), frame.spread(right, sets)
    values, is_rounded = frame.worked(_JOIN[sign], a, b)
    size = _size_of(sign, left, right) if len(values) > _FEW else None
    if not is_rounded and left.error == right.error == 0:
        return Series(values, sets, size=size)
    error = _error_of(sign, left, right, values)
    if error is None or not error.is_finite():
        mark = frame.faults.note(
            "too-close-to-tell",
            "cannot be told: fifty digits say too little of it, or of a divisor",
        )
        return Series([each if is_fault(each) else mark for each in values], sets)
    size = greatest(values) if size is None else size
    rounded = _BOUNDS.multiply(size, _LAST_DIGIT) if is_rounded else _ZERO
    return Series(values, sets, _BOUNDS.add(error, rounded), size)


def chosen(frame: Frame, pick: Callable[..., Any], parts: Sequence[Series]) -> Series:
    """Choose the least or greatest of several series, place by place."""
    sets = sets_joined(*(each.sets for each in parts))
    columns = [frame.spread(each, sets) for each in parts]
    values, _ = frame.worked(pick, *columns)
    return Series(values, sets, max(each.error for each in parts))


def groups_along(frame: Frame, series: Series, over: str) -> tuple[tuple[str, ...], list[Any]]:
    """Return the index sets that are left, and for each of their places the values to gather."""
    at = series.sets.index(over)
    left = series.sets[:at] + series.sets[at + 1 :]
    size, inner = frame.sizes[over], frame.places(series.sets[at + 1 :])
    block = size * inner
    outer = range(0, len(series.values), block)
    values = series.values
    return left, [values[o + i : o + block : inner] for o in outer for i in range(inner)]


def added_up(frame: Frame, series: Series, over: str) -> Series:
    """Add a series up along one of its index sets."""
    left, groups = groups_along(frame, series, over)
    values, is_rounded = frame.worked(_summed if frame.in_fractions else _added, groups)
    if not is_rounded and not series.error:
        return Series(values, left)
    size = Decimal(frame.sizes[over])
    error = _BOUNDS.multiply(size, series.error)
    if is_rounded:
        # No partial sum is larger than all values together, and each was rounded once.
        whole = _BOUNDS.multiply(size, series.size or greatest(series.values))
        error = _BOUNDS.fma(_BOUNDS.multiply(size, whole), _LAST_DIGIT, error)
    return Series(values, left, error)


def greatest(values: Sequence[Any]) -> Decimal:
    """Return a bound above the size of all values, close for few of them; faults have none."""
    if len(values) <= _FEW:
        return max((each.copy_abs() for each in values if not is_fault(each)), default=_ZERO)
    return Decimal((0, (1,), max(map(Decimal.adjusted, values)) + 1))


def rounding_of(values: Sequence[Any], *, is_rounded: bool) -> Decimal:
    """Return what one rounding to fifty digits did to any of the values at most."""
    return _BOUNDS.multiply(greatest(values), _LAST_DIGIT) if is_rounded else _ZERO


def bound(sign: str, left: Decimal, right: Decimal) -> Decimal:
    """Join two bounds by ``+``, ``*`` or ``/``, away from zero."""
    join = {"+": _BOUNDS.add, "*": _BOUNDS.multiply, "/": _BOUNDS.divide}
    return join[sign](left, right)


def _added(values: Sequence[Decimal]) -> Decimal:
    return sum(values, _ZERO)


def _summed(values: Sequence[Any]) -> Any:  # noqa: ANN401 - a fraction, or a mark
    total = Fraction(0)
    for value in values:
        if is_fault(value):
            return value
        total += value
        check_length((total,))
    return total


def _size_of(sign: str, left: Series, right: Series) -> Decimal | None:
    """Return a bound above the size of what two series give, if their own are known."""
    if left.size is None or right.size is None:
        return None
    if sign == "/":
        return _BOUNDS.divide(left.size, right.least) if right.least else None
    join = _BOUNDS.multiply if sign == "*" else _BOUNDS.add
    return join(left.size, right.size)


def _error_of(sign: str, left: Series, right: Series, values: list[Any]) -> Decimal | None:
    ea, eb = left.error, right.error
    if sign in "+-":
        return _BOUNDS.add(ea, eb)
    if sign == "*":
        crossed = _BOUNDS.fma(greatest(left.values), eb, _BOUNDS.multiply(ea, eb))
        return _BOUNDS.fma(greatest(right.values), ea, crossed)
    if ea == eb == 0:
        return _ZERO
    sizes = [each.copy_abs() for each in right.values if not is_fault(each)]
    least = min(sizes, default=_ZERO)
    if least <= eb:
        return None
    above = _BOUNDS.fma(greatest(values), eb, ea)
    # The least divisor is rounded towards zero, so that the quotient stays a bound.
    return _BOUNDS.divide(above, Context(prec=12, rounding="ROUND_DOWN").subtract(least, eb))
