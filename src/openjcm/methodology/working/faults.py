"""What cannot be worked at one place of a series, carried along until it is known to matter.

A fault is a NaN whose digits number it: it runs through the arithmetic by itself, and what a
``case`` does not choose never speaks of it.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeGuard

from openjcm.measure import Malformed


class Unworkable(StrEnum):
    """Why a value cannot be worked, though everything that was given can be read."""

    DIVIDED_BY_ZERO = "divided-by-zero"
    """Something is divided by zero."""
    BEYOND_ALL_SIZE = "beyond-all-size"
    """A value on the way is larger or smaller than is worked with."""
    TOO_CLOSE_TO_TELL = "too-close-to-tell"
    """Fifty digits do not tell it."""
    POWER_OF_NO_SENSE = "power-of-no-sense"
    """A power is taken of what has none, or with too large an exponent."""
    EXP_OF_NO_SENSE = "exp-of-no-sense"
    """``exp`` is taken of too much."""
    OUTSIDE_THE_TABLE = "outside-the-table"
    """A table has no row for its key."""
    TOO_MANY_PLACES = "too-many-places"
    """A formula runs over more places than are worked."""


class Faults:
    """The faults of one calculation, numbered from 1."""

    def __init__(self) -> None:
        self._told: list[tuple[str, str]] = []

    def __bool__(self) -> bool:
        return bool(self._told)

    def note(self, code: str, message: str) -> Decimal:
        """Return the mark of a fault; the same one for the same words."""
        told = (code, message)
        if told not in self._told:
            self._told.append(told)
        return Decimal(f"NaN{self._told.index(told) + 1}")

    def told(self, mark: Decimal) -> tuple[str, str]:
        """Return code and words of a fault by its mark."""
        return self._told[int("".join(map(str, mark.as_tuple().digits))) - 1]

    def refusal(self, mark: Decimal, *, place: str, formula: str) -> Malformed:
        """Return the error for a mark that came through."""
        code, message = self.told(mark)
        about = place.partition(",")[0]
        return Malformed(f"{place}: {formula} {message}", code=code, about=about)


def is_fault(value: Any) -> TypeGuard[Decimal]:  # noqa: ANN401 - whatever stands at a place
    """Whether a place holds a mark instead of a value."""
    return isinstance(value, Decimal) and value.is_nan()
