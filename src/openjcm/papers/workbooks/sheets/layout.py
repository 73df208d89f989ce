"""Where everything stands: rows of the input sheets, and rows and columns of a calculation.

Rows and columns are counted from 0, as the writer of the file does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from openjcm.methodology import StepKind
from openjcm.methodology.language.nodes import Call, Name
from openjcm.papers.workbooks.order import Order, item_of
from openjcm.papers.workbooks.sheets.calculation import (
    Gathered,
    Sections,
    Series,
    names_of,
    sections_of,
)
from openjcm.papers.workbooks.sheets.expressions import Names, Place
from openjcm.papers.workbooks.sheets.tables import TableCells

PLAN, PLAN_CALCULATION = "MPS(input)", "MPS(calc_process)"
STRUCTURE = "MSS"
REPORT, REPORT_CALCULATION = "MRS(input)", "MRS(calc_process)"
SHEETS = (PLAN, PLAN_CALCULATION, STRUCTURE, REPORT, REPORT_CALCULATION)
# Title, methodology, reference number, and what is to be known of the sheet; then a blank row.
HEAD = 6
# The name of a table, its letters, its headers.
OVER_A_TABLE = 3
# The columns of a calculation before its values: parameter, member, description, units.
BEFORE_VALUES = 4
# The columns that hold values: of the plan's Table 1, which its Table 2 stands under, and of the
# report; of a table to be looked up its starts, ends and values.
ESTIMATED, MEASURED = 3, 4
STARTS, ENDS, SAYS = 2, 3, 4
# Where Table 2 of the plan begins, and the results of plan and report.
FIXED_FROM, ESTIMATE_FROM, REDUCTION, WHOLE = 1, 3, 3, 4


@dataclass(frozen=True, slots=True)
class PlanRows:
    """Rows of MPS(input): the first row of each parameter, of each table, and of what follows."""

    monitored: Mapping[str, int]
    fixed: Mapping[str, int]
    tables: Mapping[str, int]
    fixed_at: int
    tables_at: Mapping[str, int]
    estimate_at: int


@dataclass(frozen=True, slots=True)
class ReportRows:
    """Rows of MRS(input): the first row of each parameter in each period, and what follows."""

    monitored: Mapping[tuple[int, str], int]
    result_at: int


@dataclass(slots=True)
class CalculationRows:
    """Rows of a calculation sheet, alike for plan and report."""

    summary_at: int = HEAD
    whole_at: int = 0
    missing_at: int = 0
    selected_at: int = 0
    reference_at: int = 0
    project_at: int = 0
    end: int = 0
    echoed: dict[str, int] = field(default_factory=dict)
    results: dict[str, int] = field(default_factory=dict)
    series: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole of it."""

    order: Order
    names: Names
    sections: Sections
    gathered: Gathered
    plan: PlanRows
    report: ReportRows
    calculation: CalculationRows

    def column(self, at: int) -> str:
        """Return the letters of the column that holds the values of a period."""
        return str(xl_col_to_name(BEFORE_VALUES + at))

    @property
    def all_series(self) -> tuple[Series, ...]:
        """Every series of a calculation sheet."""
        parts = self.sections
        return (*parts.reductions, *parts.reference, *parts.project)

    def first_row(self, symbol: str) -> int:
        """Return the first row of a parameter, or of what a formula gives."""
        rows = self.calculation
        return rows.echoed[symbol] if symbol in rows.echoed else rows.results[symbol]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a calculation, as formulas of cells see it."""

    layout: Layout
    letters: str

    def cell(self, symbol: str, place: Place) -> str:
        """Return the cell of a symbol at a place."""
        return f"{self.letters}{self._row(symbol, place) + 1}"

    def gathered(self, call: Call, place: Place) -> str | None:
        """Return the cell of a gathering that has a row of its own."""
        series = self.layout.gathered.result.get(id(call))
        if series is None:
            return None
        row = self.layout.calculation.series[id(series)] + item_of(
            self.layout.order, series.sets, place
        )
        return f"{self.letters}{row + 1}"

    def series(self, call: Call, place: Place) -> str:
        """Return the range that a gathering gathers: its index set stands fastest."""
        layout, over = self.layout, self.layout.names.over(call)
        size = len(layout.order.members[over])
        inner = layout.gathered.inner.get(id(call))
        first_place = {**place, over: 0}
        if inner is not None:
            first = layout.calculation.series[id(inner)] + item_of(
                layout.order, inner.sets, first_place
            )
        else:
            name = call.arguments[0]
            assert isinstance(name, Name), "anything but a name is gathered from rows of its own"
            first = self._row(name.symbol, first_place)
        return f"{self.letters}{first + 1}:{self.letters}{first + size}"

    def table(self, symbol: str) -> TableCells:
        """Return where the rows of a table stand, on the plan."""
        table = self.layout.order.table(symbol)
        first = self.layout.plan.tables[symbol] + 1
        last = first + self.layout.order.table_rows(symbol) - 1

        def ranged(column: int) -> str:
            letters = xl_col_to_name(column)
            return f"'{PLAN}'!${letters}${first}:${letters}${last}"

        return TableCells(table, ranged(STARTS), ranged(ENDS), ranged(SAYS))

    def _row(self, symbol: str, place: Place) -> int:
        layout = self.layout
        return layout.first_row(symbol) + item_of(layout.order, layout.names.sets[symbol], place)


def laid_out(order: Order) -> Layout:
    """Work out where everything stands."""
    gathered = Gathered()
    sections = sections_of(order, gathered)
    return Layout(
        order,
        names_of(order.definition),
        sections,
        gathered,
        _plan(order),
        _report(order),
        _calculation(order, sections),
    )


def _count(order: Order, sets: tuple[str, ...]) -> int:
    return len(order.places(sets))


def _plan(order: Order) -> PlanRows:
    row = HEAD + OVER_A_TABLE
    monitored, fixed, tables, tables_at = {}, {}, {}, {}
    for each in order.definition.monitored:
        monitored[each.symbol] = row
        row += _count(order, each.sets)
    fixed_at = row + 1
    row = fixed_at + OVER_A_TABLE
    for each in order.definition.fixed:
        fixed[each.symbol] = row
        row += _count(order, each.sets)
    for table in order.definition.tables:
        tables_at[table.symbol] = row + 1
        row += 1 + OVER_A_TABLE
        tables[table.symbol] = row
        row += order.table_rows(table.symbol)
    return PlanRows(monitored, fixed, tables, fixed_at, tables_at, row + 1)


def _report(order: Order) -> ReportRows:
    row = HEAD + OVER_A_TABLE
    monitored = {}
    for at in range(len(order.periods)):
        for each in order.definition.monitored:
            monitored[(at, each.symbol)] = row
            row += _count(order, each.sets)
    return ReportRows(monitored, row + 1)


def _calculation(order: Order, sections: Sections) -> CalculationRows:
    rows = CalculationRows()
    # Name and headers, RE, PE, the rows of ER, whole tonnes, values still to give.
    row = rows.summary_at + 2
    row += 2
    row = _rows_of(order, sections.reductions, row, rows)
    rows.whole_at, rows.missing_at = row, row + 1
    rows.selected_at = row + 3
    row = rows.selected_at + 2
    for each in order.echoed:
        rows.echoed[each.symbol] = row
        row += _count(order, each.sets)
    rows.reference_at = row + 1
    row = _rows_of(order, sections.reference, rows.reference_at + 2, rows)
    rows.project_at = row + 1
    rows.end = _rows_of(order, sections.project, rows.project_at + 2, rows)
    return rows


def _rows_of(order: Order, series: tuple[Series, ...], row: int, rows: CalculationRows) -> int:
    for each in series:
        rows.series[id(each)] = row
        if each.kind is StepKind.RESULT:
            rows.results[each.symbol] = row
        row += _count(order, each.sets)
    return row
