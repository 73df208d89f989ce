"""Physical quantities: a decimal with a unit, converted exactly or not at all.

Units are read once, when a definition is loaded or at an edge; pint (on ``Decimal``) says what
they are made of and is imported only then. No binary float, and no rounding.
"""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from openjcm.measure.errors import Malformed

if TYPE_CHECKING:
    from pint import UnitRegistry

# Every unit that may be written, as pint reads it. There are no prefixes and no plurals beside
# this list: in a general unit library "Mh", "mWh" or "t/kWhs" would be units too.
SPELLED = {
    "J": "[energy]",
    "kJ": "1000 J",
    "MJ": "1000 kJ",
    "GJ": "1000 MJ",
    "TJ": "1000 GJ",
    "s": "[time]",
    "h": "3600 s",
    "d": "24 h",
    "W": "J / s",
    "kW": "1000 W",
    "MW": "1000 kW",
    "Wh": "W * h",
    "kWh": "1000 Wh",
    "MWh": "1000 kWh",
    "GWh": "1000 MWh",
    "t": "[mass]",
    "kg": "t / 1000",
    "g": "kg / 1000",
    "m": "[length]",
    "km": "1000 m",
    "m2": "m ** 2",
    "ha": "10000 m2",
    "m3": "m ** 3",
    "L": "m3 / 1000",
    "kL": "m3",
    # How much gas a normal cubic metre is depends on the conditions that a document calls normal,
    # and a mean of degrees is no amount: neither is ever converted.
    "Nm3": "[normal_volume]",
    "degC": "[celsius]",
    "ohm": "[resistance]",
    "lm": "[luminous_flux]",
    "tCO2e": "[emission]",
    "kgCO2e": "tCO2e / 1000",
}
SYNONYMS = {"tCO2": "tCO2e", "tCO2eq": "tCO2e", "kgCO2": "kgCO2e"}
_ONE = "1"
_WORD = r"(?:1|[A-Za-z][A-Za-z0-9]*)"
_COMPOSED = re.compile(rf"{_WORD}(?:[*/]{_WORD})*", re.ASCII)
_TEXT_LENGTH_MAX = 60
_DIGITS = 50
_EXACT = Context(prec=_DIGITS, traps=[Inexact, InvalidOperation])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written, and what it is made of.

    ``factor`` is what one of it is worth in the base units of its dimensions. It is a fraction,
    since one tCO2e/MWh is no finite decimal of tCO2e/J.
    """

    text: str
    dimensions: tuple[tuple[str, int], ...]
    factor: Fraction

    def equals(self, other: "Unit") -> bool:
        """Whether a number means the same in both, however they are spelled.

        >>> unit("tCO2/MWh").equals(unit("tCO2e/MWh"))
        True
        """
        return self.dimensions == other.dimensions and self.factor == other.factor

    def __mul__(self, other: "Unit") -> "Unit":
        return _unit_of(_written(_counted(self.text), _counted(other.text)))

    def __truediv__(self, other: "Unit") -> "Unit":
        below = {word: -power for word, power in _counted(other.text).items()}
        return _unit_of(_written(_counted(self.text), below))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units."""

    value: Decimal
    unit: Unit

    def to(self, text: str) -> "Quantity":
        """Say the same quantity in another unit.

        Raises:
            Malformed: the text is no unit, the units measure different things, or the number
                has no exact decimal in the other unit.

        >>> str(Quantity(Decimal("347200"), unit("kWh")).to("MWh"))
        '347.2 MWh'
        """
        other = unit(text)
        if self.unit.dimensions != other.dimensions:
            raise Malformed(
                f"{self.unit} cannot be said in {other}: they measure different things",
                code="units-differ",
                about=text,
            )
        return Quantity(self._in(other), other)

    def _in(self, other: Unit) -> Decimal:
        ratio = self.unit.factor / other.factor
        try:
            with localcontext(_EXACT):
                return self.value * ratio.numerator / ratio.denominator
        except DecimalException:
            raise Malformed(
                f"{self} has no exact value in {other} of at most {_DIGITS} digits",
                code="conversion-not-exact",
                about=other.text,
            ) from None

    def __str__(self) -> str:
        return f"{self.value:f}" if self.unit.text == _ONE else f"{self.value:f} {self.unit}"


def unit(text: str) -> Unit:
    """Read a unit: words of the list joined by ``*`` and ``/``, such as ``tCO2e/MWh``.

    The result keeps the spelling of the document it was read from.

    Raises:
        Malformed: it is not written so, or a word of it is no known unit.

    >>> unit("tCO2e/MWh").dimensions
    (('emission', 1), ('energy', -1))
    """
    if len(text) > _TEXT_LENGTH_MAX or not _COMPOSED.fullmatch(text):
        raise Malformed(
            f"'{text[:_TEXT_LENGTH_MAX]}' is not written as a unit, such as MWh or tCO2e/MWh",
            code="unit-unreadable",
            about=text[:_TEXT_LENGTH_MAX],
        )
    return _unit_of(text)


@lru_cache(maxsize=1024)
def _unit_of(text: str) -> Unit:
    dimensions: Counter[str] = Counter()
    factor = Fraction(1)
    for word, power in _counted(text).items():
        for dimension, exponent in _atom(word).dimensions:
            dimensions[dimension] += exponent * power
        factor *= _atom(word).factor ** power
    made_of = sorted((name, power) for name, power in dimensions.items() if power)
    return Unit(text, tuple(made_of), factor)


def _counted(text: str) -> dict[str, int]:
    """Return the power of each word, synonyms joined: ``{"tCO2e": 1, "MWh": -1}``."""
    powers: Counter[str] = Counter()
    for sign, word in re.findall(rf"([*/]?)({_WORD})", text):
        powers[SYNONYMS.get(word, word)] += -1 if sign == "/" else 1
    del powers[_ONE]
    return {word: power for word, power in powers.items() if power}


def _written(*parts: dict[str, int]) -> str:
    powers = {word: sum(part.get(word, 0) for part in parts) for part in parts for word in part}
    above = [word for word, power in powers.items() for _ in range(power)]
    below = [f"/{word}" for word, power in powers.items() for _ in range(-power)]
    return "*".join(above or [_ONE]) + "".join(below)


@lru_cache(maxsize=len(SPELLED))
def _atom(word: str) -> Unit:
    if word not in SPELLED:
        raise Malformed(
            f"'{word}' is no unit known here; known are {', '.join(SPELLED)} and 1",
            code="unit-unknown",
            about=word,
        )
    registry = _registry()
    one = registry.Quantity(Decimal(1), word).to_base_units()
    made_of = sorted(
        (name.strip("[]"), int(str(power))) for name, power in one.dimensionality.items()
    )
    return Unit(word, tuple(made_of), Fraction(one.magnitude))


@lru_cache(maxsize=1)
def _registry() -> "UnitRegistry[Decimal]":
    from pint import UnitRegistry  # noqa: PLC0415  # a fifth of a second that most commands spare

    registry: UnitRegistry[Decimal] = UnitRegistry(None, non_int_type=Decimal)
    for word, made_of in SPELLED.items():
        registry.define(f"{word} = {made_of}")
    return registry
