"""Every number that the engine comes to, beside the cell that has to show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum

from openjcm.measure import Finding, cut_down
from openjcm.methodology import Calculation
from openjcm.papers.workbooks.filled.calculated import (
    Members,
    calculation_on,
    members_in,
)
from openjcm.papers.workbooks.filled.cells import Cell, Odd, Sheet
from openjcm.papers.workbooks.filled.expected import (
    Expected,
    Result,
    expected_of,
    fixed_of,
    words_of,
)
from openjcm.papers.workbooks.filled.found_tables import TableFound, table_named, table_with
from openjcm.papers.workbooks.filled.lookups import rows_on, values_of
from openjcm.papers.workbooks.filled.periods import RESULTS, period_in, said_of
from openjcm.papers.workbooks.filled.reading import Filled
from openjcm.papers.workbooks.sheets.layout import (
    PLAN,
    PLAN_CALCULATION,
    REPORT,
    REPORT_CALCULATION,
)

# A binary float holds fifteen to sixteen digits; sums of many lose a few of them.
DIGITS_ALIKE = Decimal("1e-12")
# So many digits behind the point the sheet believes: ROUNDDOWN(ROUND(x, 9), 0).
_BELIEVED = Decimal("1e-9")
_ROWS_SHOWN = 20
_DIGITS = 110


class Why(StrEnum):
    """Why a cell may show another number."""

    BLANK = "blank"
    """It shows nothing: the sheet was not worked since."""
    BESIDE_A_WHOLE_NUMBER = "beside a whole number"
    """The exact number lies nearer to a whole tonne than the sheet can tell."""
    ANOTHER = "another"
    """It was not worked since a value was typed, or it was typed over."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell whose own number is not the engine's; ``there`` is what the sheet shows."""

    place: str
    symbol: str
    member: str
    there: str
    worked: Decimal | date | str
    why: Why


@dataclass(slots=True)
class Told:
    """What was found different, and what was not found."""

    differences: list[Difference] = field(default_factory=list)
    missing: list[Finding] = field(default_factory=list)

    def compare(
        self, sheet: Sheet, at: tuple[int, int], wanted: Expected, why: Why | None = None
    ) -> None:
        """Compare a cell with what it has to show."""
        there = sheet.cell(*at)
        if not _alike(there, wanted):
            self.differences.append(
                Difference(
                    sheet.place(*at),
                    wanted.symbols[0],
                    wanted.at,
                    _text(there),
                    "" if wanted.value is None else wanted.value,
                    Why.BLANK if there is None else why or Why.ANOTHER,
                )
            )

    def lacks(self, place: str, message: str) -> None:
        """Take down what was not found."""
        said = f"{message}; it is not compared"
        self.missing.append(Finding("workbook-not-compared", place, said))


def told_of(filled: Filled, plan: Result, report: Sequence[Result]) -> Told:
    """Compare a workbook with what the plan and each vintage come to, blank ones too."""
    told = Told()
    _compare_fixed(filled, told)
    _compare_lookups(filled, told)
    _compare_estimate(filled, plan, told)
    for each in (plan, *report):
        _compare_column(filled, each, _like(plan, report), told)
    _compare_results(filled, report, told)
    return told


def _compare_fixed(filled: Filled, told: Told) -> None:
    """Compare what the methodology fixes, in Table 2 of the plan."""
    sheet = filled.sheets[PLAN]
    table = table_with(sheet, {"parameters", "estimated", "member"}, without="point")
    rows: dict[tuple[str, Members], list[int]] = {}
    if table is not None:
        for row in table.rows:
            key = table.text(row, "parameters"), members_in(table.text(row, "member"))
            rows.setdefault(key, []).append(row)
    for parameter, members, at, value in fixed_of(filled.definition, filled.members):
        found = rows.get((parameter.symbol, members), [])
        wanted = Expected((parameter.symbol,), members, value, _size(value), at=at)
        for row in found:
            assert table is not None, "a row of it was found"
            told.compare(sheet, (row, table.columns["estimated"]), wanted)
        if not found:
            told.lacks(PLAN, f"has no row for {_named(wanted)}, which the methodology fixes")


def _compare_lookups(filled: Filled, told: Told) -> None:
    """Compare the rows of tables that are the methodology's own."""
    sheet = filled.sheets[PLAN]
    for table in filled.definition.tables:
        if table.is_required:
            continue
        shown = list(rows_on(table, sheet))
        if len(shown) != len(table.rows):
            said = f"shows {len(shown)} rows of {table.symbol}; the methodology has"
            told.lacks(PLAN, f"{said} {len(table.rows)}")
            continue
        for number, (cells, row) in enumerate(zip(shown, table.rows, strict=True), start=1):
            for (at, column, _), value in zip(cells, values_of(table, row), strict=True):
                wanted = Expected(
                    (table.symbol,), frozenset(), value, _size(value), at=f"row {number}"
                )
                told.compare(sheet, (at, column), wanted)


def _compare_estimate(filled: Filled, plan: Result, told: Told) -> None:
    """Compare Table 3 of the plan: the estimated reduction."""
    sheet = filled.sheets[PLAN]
    table = table_named(sheet, "table-estimate", {"reductions"})
    if table is None:
        told.lacks(PLAN, "has lost Table 3, the estimated reduction")
        return
    value = plan.reduction
    wanted = Expected(("ER",), frozenset(), value, _scale(plan))
    told.compare(sheet, (table.header + 1, table.columns["reductions"]), wanted)


def _compare_column(filled: Filled, result: Result, like: Calculation, told: Told) -> None:
    """Compare every step of the plan, or of a vintage, on the sheet of its calculation."""
    name = PLAN_CALCULATION if result.period is None else REPORT_CALCULATION
    sheet, of = filled.sheets[name], said_of(result.period) if result.period else "the estimate"
    found = calculation_on(sheet, result.period)
    for place in found.without:
        told.lacks(place, f"has no column for {of} in its table")
    lost: list[str] = []
    for wanted in expected_of(filled.definition, filled.members, result, like):
        cells = [
            cell
            for symbol in dict.fromkeys(wanted.symbols)
            for cell in found.cells.get((symbol, wanted.members), ())
        ]
        for cell in cells:
            told.compare(sheet, cell, wanted, _why(result, wanted, sheet.cell(*cell)))
        if len(cells) < wanted.times:
            lost.append(_named(wanted))
    # Where a table has no such column, its rows are not lost.
    for each in lost[:_ROWS_SHOWN] if not found.without else ():
        told.lacks(name, f"has no row for {each}, {of}")
    if len(lost) > _ROWS_SHOWN and not found.without:
        told.lacks(name, f"has no rows for {len(lost) - _ROWS_SHOWN} more values, {of}")


def _compare_results(filled: Filled, report: Sequence[Result], told: Told) -> None:
    """Compare Table 2 of the report: each vintage, and the total."""
    sheet = filled.sheets[REPORT]
    table = table_with(sheet, RESULTS)
    if table is None:
        told.lacks(REPORT, "has lost Table 2, the results of each vintage")
        return
    rows = {period_in(table.text(row, "period")): row for row in table.rows}
    whole, reductions = table.columns["credits"], table.columns["reductions"]
    for each in report:
        assert each.period is not None, "a report is of vintages"
        row = rows.get(each.period)
        if row is None:
            told.lacks(REPORT, f"has no results of {said_of(each.period)} in Table 2")
            continue
        year = Expected(words_of("header-vintage"), frozenset(), str(each.period.first.year))
        told.compare(sheet, (row, table.columns["vintage"]), year)
        reduction = Expected(("ER",), frozenset(), each.reduction, _scale(each))
        told.compare(sheet, (row, reductions), reduction)
        if each.calculation is None or each.credits is not None:
            wanted = Expected(words_of("credits-label"), frozenset(), _whole(each.credits))
            told.compare(sheet, (row, whole), wanted, _why(each, wanted, sheet.cell(row, whole)))
    _compare_total(table, report, told)


def _compare_total(table: TableFound, report: Sequence[Result], told: Told) -> None:
    if any(each.calculation is not None and each.credits is None for each in report):
        return
    wholes = [each.credits for each in report]
    total = None if None in wholes else sum(each for each in wholes if each is not None)
    wanted = Expected(words_of("header-total"), frozenset(), _whole(total))
    for row in table.rows:
        if table.text(row, "period") in wanted.symbols:
            at = row, table.columns["credits"]
            there = table.sheet.cell(*at)
            told.compare(table.sheet, at, wanted, _why_total(report, there))
            return
    told.lacks(REPORT, "has no total in Table 2")


def _why(result: Result, wanted: Expected, there: Cell) -> Why | None:
    """Say why whole tonnes differ where no calculating of the sheet can help."""
    if wanted.symbols != words_of("credits-label") or result.reduction is None:
        return None
    return Why.BESIDE_A_WHOLE_NUMBER if there == _by_the_sheet(result.reduction) else None


def _why_total(report: Sequence[Result], there: Cell) -> Why | None:
    by_the_sheet = [_by_the_sheet(each.reduction) for each in report if each.reduction is not None]
    return Why.BESIDE_A_WHOLE_NUMBER if there == sum(by_the_sheet) else None


def _by_the_sheet(reduction: Decimal) -> int:
    """Return the whole tonnes that the sheet makes of a reduction."""
    with localcontext(prec=_DIGITS):
        return max(cut_down(reduction.quantize(_BELIEVED)), 0)


def _like(plan: Result, report: Sequence[Result]) -> Calculation:
    return next(each.calculation for each in (plan, *report) if each.calculation)


def _scale(result: Result) -> Decimal | None:
    """Return against what a reduction is exact: the emissions that it lies between."""
    if result.calculation is None:
        return None
    return max(abs(result.calculation.value(symbol)) for symbol in ("RE", "PE", "ER"))


def _named(wanted: Expected) -> str:
    return f"{wanted.symbols[0]} ({wanted.at})" if wanted.at else wanted.symbols[0]


def _alike(there: Cell, wanted: Expected) -> bool:
    ours = wanted.value
    if isinstance(ours, Decimal):
        within = (wanted.scale or 0) * DIGITS_ALIKE
        return isinstance(there, Decimal) and abs(there - ours) <= within
    if isinstance(ours, str):
        return isinstance(there, str) and there.strip() == ours
    return there == ours


def _whole(tonnes: int | None) -> Decimal | None:
    return None if tonnes is None else Decimal(tonnes)


def _size(value: object) -> Decimal | None:
    return abs(value) if isinstance(value, Decimal) else None


def _text(there: Cell) -> str:
    if isinstance(there, Decimal):
        return f"{there.normalize():f}"
    if isinstance(there, Odd):
        return there.text
    return "" if there is None else str(there)
