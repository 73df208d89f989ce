"""From filed readings to whole tonnes: the derivation of a monitoring report.

The same function serves the participant who submits, the third-party entity that recomputes,
and ``openjcm verify``: one definition of the computation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import Any, Protocol

from openjcm.cycle import Emissions, Worked, cut_per_vintage
from openjcm.measure.basis import Basis, derived_from
from openjcm.methodology import Calculation, load_definition, work_each
from openjcm.methodology.entries import is_official, templates_for
from openjcm.methodology.reported import (
    StatedAmount,
    StatedValue,
    fixed_as_stated,
    monitored_as_stated,
)
from openjcm.rulebook import Edition


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed document: two renditions by SHA-256; no public one means it is not shown."""

    name: str
    media_type: str
    bytes: int
    private_sha256: str
    public_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value fixed ex ante: one for all, or one per piece of equipment, with unit and basis."""

    symbol: str
    values: tuple[Decimal, ...]
    unit: str
    basis: Basis
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a monitoring report hands in: everything that its figures follow from.

    ``worked_by`` is the unofficial template that stands in for the methodology; empty where the
    methodology itself works them.
    """

    methodology: str
    worked_by: str = ""
    plan: Mapping[str, Any]
    documents: Sequence[Filed]
    parameters: Sequence[Parameter]
    readings_basis: Basis


@dataclass(frozen=True, slots=True)
class Derivation:
    """What the readings come to, as JSON values: nothing of it is typed in by hand."""

    quantities: list[dict[str, Any]]
    faults: list[dict[str, Any]]
    conservation: list[dict[str, Any]]
    years: list[dict[str, Any]]
    basis: Basis
    definition_sha256: str


class Meters(Protocol):
    """Readings to period quantities; implemented over filed documents by the stories."""

    def __call__(self, documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return quantities, faults, conservation as ``metering.summary_as_json`` does."""


def bases_of(given: Given) -> dict[str, Basis]:
    """Return the basis of the readings and of each parameter, by its place in the report."""
    return {
        "readings": given.readings_basis,
        **{f"parameters.{each.symbol}": each.basis for each in given.parameters},
    }


def worked(methodology: str, worked_by: str) -> Worked:
    """Return by which definition figures are worked, beside those by which they may be."""
    return Worked(
        methodology=methodology,
        worked_by=worked_by or methodology,
        is_official=is_official(methodology),
        templates=templates_for(methodology),
    )


def derive(given: Given, *, meters: Meters, edition: Edition) -> Derivation:
    """Work out reductions and credits per calendar-year vintage.

    Parameters are said in the units of the methodology, exactly or not at all.

    Rules: WHOLE_TONNES_PER_VINTAGE, NEGATIVE_REDUCTIONS.

    Raises:
        Malformed: readings, plan or parameters cannot be read, or do not fit the methodology.
    """
    summary = meters(given.documents, given.plan)
    definition = load_definition(given.worked_by or given.methodology)
    fixed = fixed_as_stated(definition, _stated_values(given.parameters))
    years = sorted({row["year"] for row in summary["quantities"]})
    monitored = [
        monitored_as_stated(definition, _stated_amounts(summary["quantities"], year))
        for year in years
    ]
    worked = dict(zip(years, work_each(definition, fixed, monitored), strict=True))
    emissions = {
        year: Emissions(
            each.value("RE"), each.value("PE"), each.value("ER"), each.uncertainty("ER")
        )
        for year, each in worked.items()
    }
    reductions = cut_per_vintage(emissions, edition=edition)
    return Derivation(
        quantities=list(summary["quantities"]),
        faults=list(summary["faults"]),
        conservation=list(summary["conservation"]),
        years=[
            {
                "year": each.year,
                "re": _text(each.re),
                "pe": _text(each.pe),
                "er": _text(each.er),
                "credits": each.credits,
                **_uncertainty(worked[each.year]),
                "steps": _steps(worked[each.year]),
            }
            for each in reductions.vintages
        ],
        basis=derived_from(given.readings_basis, *(each.basis for each in given.parameters)),
        definition_sha256=definition.sha256,
    )


def _stated_values(parameters: Sequence[Parameter]) -> list[StatedValue]:
    return [StatedValue(each.symbol, each.values, each.unit) for each in parameters]


def _stated_amounts(quantities: Sequence[Mapping[str, Any]], year: int) -> list[StatedAmount]:
    return [
        StatedAmount(row["parameter"], row["equipment"], Decimal(row["value"]), row["unit"])
        for row in quantities
        if row["year"] == year
    ]


def _steps(calculation: Calculation) -> list[dict[str, Any]]:
    return [
        {
            "symbol": step.symbol,
            "value": _text(step.value),
            "unit": str(step.unit),
            "formula": step.formula,
        }
        for step in calculation.steps
    ]


def _uncertainty(calculation: Calculation) -> dict[str, str]:
    # Two digits and upwards, since it is a bound; an exact reduction says nothing of it.
    bound = calculation.uncertainty("ER")
    with localcontext(prec=2, rounding=ROUND_CEILING):
        return {"uncertainty": f"{+bound:E}"} if bound else {}


def _text(value: Decimal) -> str:
    return format(value, "f")
