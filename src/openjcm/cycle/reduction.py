"""Emission reductions of a monitoring period cut down to whole tonnes.

In: which stage cuts, and what a negative reduction is worth. Not in: the formulas themselves
(``methodology``), nor who gets the tonnes (``allocation``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure.credits import cut_down
from openjcm.measure.errors import Finding, RuleBroken
from openjcm.rulebook import Edition, Rule

_CUTS = {"down, per calendar year": cut_down}


@dataclass(frozen=True, slots=True)
class Emissions:
    """What a methodology worked out for one calendar year, in tCO2e, not rounded."""

    re: Decimal
    pe: Decimal
    er: Decimal


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
    """Cut the reductions of each calendar year to whole tonnes; a negative year gives none.

    Rules: WHOLE_TONNES_PER_VINTAGE, NEGATIVE_REDUCTIONS.

    Args:
        worked: Emissions by calendar year of the host country.
        edition: The edition that the project is under; it says how tonnes are cut.

    Raises:
        RuleBroken: the edition does not say how tonnes are cut, or in a way not known here.
    """
    mode = edition.value(Rule.WHOLE_TONNES_PER_VINTAGE).text
    if mode not in _CUTS:
        raise RuleBroken(
            f"tonnes cannot be cut in the way {mode!r} "
            f"({edition.citation(Rule.WHOLE_TONNES_PER_VINTAGE)})",
            code=Rule.WHOLE_TONNES_PER_VINTAGE.value,
        )
    cut = _CUTS[mode]
    vintages = tuple(
        VintageReduction(year, of.re, of.pe, of.er, max(cut(of.er), 0))
        for year, of in sorted(worked.items())
    )
    negative = (
        edition.finding(
            Rule.NEGATIVE_REDUCTIONS,
            f"vintage {vintage.year}: the reduction of {vintage.er} t is negative; no credit",
            str(vintage.year),
        )
        for vintage in vintages
        if vintage.er < 0
    )
    return Reductions(vintages, tuple(negative))
