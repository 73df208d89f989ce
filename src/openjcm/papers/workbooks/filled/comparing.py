"""A read workbook worked by the engine, and where its own numbers are others.

Asked from the side of the engine: whatever it comes to must be found on the sheets and be the
same, and what is not found is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from openjcm.measure import Finding, Malformed
from openjcm.measure.period import Period
from openjcm.methodology import Calculation, work
from openjcm.methodology.checks import refusal
from openjcm.methodology.vintages import WorkedVintage
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.filled.differences import Difference, told_of
from openjcm.papers.workbooks.filled.expected import Result, result_of
from openjcm.papers.workbooks.filled.places import Places
from openjcm.papers.workbooks.filled.reading import Filled

_SHOWN_MAX = 200


@dataclass(frozen=True, slots=True)
class VintageResult:
    """What a vintage comes to; ``credits`` is None where digits do not tell the whole tonne."""

    period: Period
    calculation: Calculation
    credits: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine makes of a workbook, and where the workbook says otherwise.

    ``missing`` is what should be compared and is not on the sheets; ``warnings`` what looked
    implausible, in any vintage or the plan, each with its cell.
    """

    filled: Filled
    estimate: Calculation | None
    vintages: tuple[VintageResult, ...]
    differences: tuple[Difference, ...]
    missing: tuple[Finding, ...]
    is_cut: bool
    warnings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Whether every number was found on the sheets and is ours."""
        return not self.differences and not self.missing

    @property
    def left_out(self) -> tuple[Finding, ...]:
        """The vintages of which nothing is filled in."""
        return tuple(
            Finding(
                "workbook-left-out",
                place,
                f"{period.first} – {period.last} is not filled in; it is left out",
            )
            for period, place in self.filled.left_out.items()
        )


def outcome_of(filled: Filled) -> Outcome:
    """Work a filled workbook by the engine, and compare.

    Raises:
        Malformed: nothing is filled in, or values cannot be worked; carries every finding, each
            with its sheet and cell.
    """
    if filled.estimate is None and not filled.vintages:
        raise Malformed(
            "nothing is filled in: type values into the blue cells of MPS(input) or MRS(input)",
            code="workbook-empty",
        )
    columns: list[tuple[Period | None, Mapping[str, Given] | None]] = [(None, filled.estimate)]
    columns += [(each.period, each.values) for each in filled.vintages]
    found: list[Finding] = []
    warnings: list[Finding] = []
    results = [
        result_of(period, _worked(filled, period, values, found, warnings))
        for period, values in columns
    ]
    if found:
        raise refusal(
            f"these values cannot be worked by {filled.definition.id}",
            code="values-malformed",
            about=filled.definition.id,
            found=list(dict.fromkeys(found)),
        )
    plan, *vintages = results
    told = told_of(filled, plan, [*vintages, *(result_of(each, None) for each in filled.left_out)])
    return Outcome(
        filled,
        plan.calculation,
        tuple(_vintage(each) for each in vintages),
        tuple(told.differences[:_SHOWN_MAX]),
        tuple(told.missing[:_SHOWN_MAX]),
        max(len(told.differences), len(told.missing)) > _SHOWN_MAX,
        tuple(dict.fromkeys(warnings)),
    )


def _worked(
    filled: Filled,
    period: Period | None,
    values: Mapping[str, Given] | None,
    found: list[Finding],
    warnings: list[Finding],
) -> Calculation | None:
    """Work the values of a column; what is wrong, and what looks implausible, is noted."""
    if values is None:
        return None
    try:
        calculation = work(filled.definition, values)
    except Malformed as error:
        found += Places(filled, period).refused(error)
        return None
    told = calculation.warnings
    if period is not None:
        told = WorkedVintage(str(period.first.year), calculation, None).warnings
    if told:
        places = Places(filled, period)
        warnings += [places.placed(each) for each in told]
    return calculation


def _vintage(result: Result) -> VintageResult:
    assert result.period is not None, "a vintage has a period"
    assert result.calculation is not None, "what is filled in was worked"
    return VintageResult(result.period, result.calculation, result.credits)
