"""What cannot be worked at one place of a series, carried along until it is known to matter.

A fault is a NaN whose digits number it: it runs through the arithmetic by itself, and what a
``case`` does not choose never speaks of it.
"""

from decimal import Decimal
from typing import Any, TypeGuard

from openjcm.measure import Malformed


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
