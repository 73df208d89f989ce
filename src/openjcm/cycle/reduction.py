"""Emission reductions of a monitoring period cut down to whole tonnes.

In: which stage cuts, and what a negative reduction is worth. Not in: the formulas themselves
(``methodology``), nor who gets the tonnes (``allocation``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from types import MappingProxyType

from openjcm.measure.credits import cut_down
from openjcm.measure.errors import Finding
from openjcm.rulebook import Edition, Rule

# Enough for a reduction of fifty digits, less or more what it may be wrong by.
_DIGITS = 110
_CUTS: Mapping[str, Callable[[Decimal], int]] = MappingProxyType(
    {"down, per calendar year": cut_down}
)
# What a year whose reductions are zero or below is worth.
_NOT_ABOVE_ZERO: Mapping[str, Callable[[int], int]] = MappingProxyType(
    {"no credits, nothing carried over": lambda cut: max(cut, 0)}
)


@dataclass(frozen=True, slots=True)
class Emissions:
    """What a methodology worked out for one calendar year, in tCO2e, not rounded.

    ``uncertainty`` is by how much ``er`` may be wrong at most; 0 when it is exact.
    """

    re: Decimal
    pe: Decimal
    er: Decimal
    uncertainty: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class VintageReduction:
    """One calendar year: reference and project emissions, their difference, whole credits."""

    year: int
    re: Decimal
    pe: Decimal
    er: Decimal
    credits: int


@dataclass(frozen=True, slots=True)
class Reductions:
    """The vintages of a period in order, and what the reader must be told about them."""

    vintages: tuple[VintageReduction, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def credits(self) -> int:
        """Whole credits of all vintages together."""
        return sum(vintage.credits for vintage in self.vintages)


def cut_per_vintage(worked: Mapping[int, Emissions], *, edition: Edition) -> Reductions:
    """Cut the reductions of each calendar year to whole tonnes.

    Rules: WHOLE_TONNES_PER_VINTAGE, NEGATIVE_REDUCTIONS.

    Args:
        worked: Emissions by calendar year of the host country.
        edition: The edition that the project is under; it says how tonnes are cut, and what a
            year without a reduction is worth.

    Raises:
        RuleBroken: the edition does not say so, or in a way not known here; or a reduction that
            is not exact lies so near to a whole tonne that the cut would be a guess.
    """
    mode = edition.value(Rule.WHOLE_TONNES_PER_VINTAGE).text
    edition.require(
        Rule.WHOLE_TONNES_PER_VINTAGE, mode in _CUTS, f"tonnes cannot be cut in the way {mode!r}"
    )
    worth = edition.value(Rule.NEGATIVE_REDUCTIONS).text
    edition.require(
        Rule.NEGATIVE_REDUCTIONS,
        worth in _NOT_ABOVE_ZERO,
        f"a year without a reduction cannot be counted in the way {worth!r}",
    )
    cut, floor = _CUTS[mode], _NOT_ABOVE_ZERO[worth]
    for year, of in sorted(worked.items()):
        edition.require(
            Rule.WHOLE_TONNES_PER_VINTAGE,
            _is_told(of, lambda tonnes: floor(cut(tonnes))),
            f"vintage {year}: the reduction of {of.er:f} t is worked to within "
            f"{of.uncertainty:.1E} t, and a whole tonne lies within that: the cut cannot be told",
            str(year),
        )
    vintages = tuple(
        VintageReduction(year, of.re, of.pe, of.er, floor(cut(of.er)))
        for year, of in sorted(worked.items())
    )
    empty = (
        edition.finding(
            Rule.NEGATIVE_REDUCTIONS,
            f"vintage {vintage.year}: the reduction of {vintage.er} t is zero or below; no credit",
            str(vintage.year),
        )
        for vintage in vintages
        if vintage.er <= 0
    )
    return Reductions(vintages, tuple(empty))


def _is_told(of: Emissions, credits_of: Callable[[Decimal], int]) -> bool:
    """Whether the credits are the same wherever within its uncertainty the reduction lies."""
    if not of.uncertainty:
        return True
    with localcontext(prec=_DIGITS):
        return credits_of(of.er - of.uncertainty) == credits_of(of.er + of.uncertainty)
