"""A workbook written: five sheets, live formulas, named ranges, protected but for what is typed."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import zip_longest

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from openjcm.methodology import Calculation, Parameter
from openjcm.papers.workbooks.order import Order, check_size, period_text
from openjcm.papers.workbooks.sheets.calculation_sheet import CalculationSheet
from openjcm.papers.workbooks.sheets.input_sheets import write_plan, write_report, write_structure
from openjcm.papers.workbooks.sheets.layout import (
    BEFORE_VALUES,
    ESTIMATED,
    MEASURED,
    PLAN,
    PLAN_CALCULATION,
    REPORT,
    REPORT_CALCULATION,
    SAYS,
    SHEETS,
    STARTS,
    STRUCTURE,
    Layout,
    laid_out,
)
from openjcm.papers.workbooks.sheets.page import Page
from openjcm.papers.workbooks.sheets.results import Cached, Results, column_results
from openjcm.papers.workbooks.sheets.styles import styles_of

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(
    order: Order,
    *,
    language: str = "en",
    worked: tuple[Calculation | None, ...] = (),
    shown: Cached | None = None,
    made_on: date | None = None,
) -> bytes:
    """Write a workbook.

    Args:
        order: What it is made for.
        language: Of the sheets' own words.
        worked: What the engine came to: of the plan, then of each period; None where values are
            missing. Shown until the sheet is worked.
        shown: What every formula shows until then instead; for tests of the sheet's own work.
        made_on: The day that the file says it was made on, so that one of a day is the same byte
            by byte; now where none is given.

    Returns:
        The file, in the form of Office Open XML.

    Raises:
        Malformed: it would be too large, or a number has more digits than a cell holds.
    """
    check_size(order)
    layout = laid_out(order)
    results = _results(order, worked)
    file = io.BytesIO()
    with Workbook(file, _OPTIONS) as book:
        book.set_calc_mode("auto")
        about = {"title": order.definition.id, "comments": order.heading}
        made = {"created": datetime.combine(made_on, time())} if made_on else {}
        book.set_properties({**about, **made})
        styles = styles_of(book)
        pages = {
            name: Page(book.add_worksheet(name), styles, order, language, shown) for name in SHEETS
        }
        write_plan(pages[PLAN], layout, results)
        estimate = [pages[PLAN].say("header-estimate")]
        CalculationSheet(pages[PLAN_CALCULATION], layout, [results.plan], estimate).write(
            "sheet-plan-calculation", lambda _, parameter, item: _plan_cell(layout, parameter, item)
        )
        write_structure(pages[STRUCTURE])
        write_report(pages[REPORT], layout, results)
        periods = [period_text(each) for each in order.periods]
        CalculationSheet(pages[REPORT_CALCULATION], layout, results.report, periods).write(
            "sheet-report-calculation",
            lambda at, parameter, item: _report_cell(layout, at, parameter, item),
        )
        for page in pages.values():
            page.set_heights()
        for name, cells in _named(layout):
            book.define_name(name, f"={cells}")
    return file.getvalue()


def _results(order: Order, worked: tuple[Calculation | None, ...]) -> Results:
    given = (order.estimated, *order.measured)
    columns = zip_longest(worked, given, range(1 + len(order.periods)))
    plan, *report = (column_results(order, each, values or {}) for each, values, _ in columns)
    return Results(plan, tuple(report))


def _plan_cell(layout: Layout, parameter: Parameter, item: int) -> str:
    row = layout.plan.monitored[parameter.symbol] + item + 1
    return f"'{PLAN}'!{xl_col_to_name(ESTIMATED)}{row}"


def _report_cell(layout: Layout, at: int, parameter: Parameter, item: int) -> str:
    row = layout.report.monitored[(at, parameter.symbol)] + item + 1
    return f"'{REPORT}'!{xl_col_to_name(MEASURED)}{row}"


def _named(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield a name for the cells of every parameter and result, none of them twice."""
    taken = set[str]()
    for name, sheet, (column, last), row, count in _ranges(layout):
        base = re.sub(r"[^A-Za-z0-9_.]", "_", name)
        free = base
        number = 1
        # Names of cells know no case: EF_y and EF_Y are one.
        while free.casefold() in taken:
            number += 1
            free = f"{base}_{number}"
        taken.add(free.casefold())
        end = f":${xl_col_to_name(last)}${row + count}" if count > 1 or last > column else ""
        yield free, f"'{sheet}'!${xl_col_to_name(column)}${row + 1}{end}"


def _ranges(layout: Layout) -> Iterator[tuple[str, str, tuple[int, int], int, int]]:
    """Yield what has a name: its sheet, first and last column, first row, and how many rows."""
    for name, sheet, column, row, count in _series(layout):
        yield name, sheet, (column, column), row, count
    for table in layout.order.definition.tables:
        row, count = layout.plan.tables[table.symbol], layout.order.table_rows(table.symbol)
        yield f"MPS_{table.symbol}", PLAN, (STARTS, SAYS), row, count


def _series(layout: Layout) -> Iterator[tuple[str, str, int, int, int]]:
    order, plan = layout.order, layout.plan
    for each in order.definition.monitored:
        count = len(order.places(each.sets))
        yield f"MPS_{each.symbol}", PLAN, ESTIMATED, plan.monitored[each.symbol], count
        for at, period in enumerate(order.periods):
            row = layout.report.monitored[(at, each.symbol)]
            yield f"MRS_{period.first.year}_{each.symbol}", REPORT, MEASURED, row, count
    for each in order.definition.fixed:
        count = len(order.places(each.sets))
        yield f"MPS_{each.symbol}", PLAN, ESTIMATED, plan.fixed[each.symbol], count
    for formula in order.definition.formulas:
        count, row = len(order.places(formula.sets)), layout.first_row(formula.gives)
        yield f"MPS_{formula.gives}", PLAN_CALCULATION, BEFORE_VALUES, row, count
        for at, period in enumerate(order.periods):
            name = f"MRS_{period.first.year}_{formula.gives}"
            yield name, REPORT_CALCULATION, BEFORE_VALUES + at, row, count
