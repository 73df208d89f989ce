"""MPS(calc_process) and MRS(calc_process): every value of the calculation as a live formula.

The columns are ours where the scheme has fuel type, value, units and parameter; see decision 0032.
"""

from collections.abc import Callable, Sequence

from xlsxwriter.utility import xl_col_to_name

from openjcm.methodology import Kind, Parameter, Role
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.workbooks.sheets.calculation import Series
from openjcm.papers.workbooks.sheets.expressions import Writer
from openjcm.papers.workbooks.sheets.input_sheets import says_of
from openjcm.papers.workbooks.sheets.layout import BEFORE_VALUES, ESTIMATED, PLAN, Column, Layout
from openjcm.papers.workbooks.sheets.page import Page
from openjcm.papers.workbooks.sheets.results import ColumnResults

# Where a monitored value of a column stands: the sheet and the cell.
Monitored = Callable[[int, Parameter, int], str]
_WIDTHS = (16, 18, 38, 13)
_VALUE_WIDTH = 16
_AFTER = (38, 38)


class CalculationSheet:
    """Writes one calculation sheet, a column for each period."""

    def __init__(
        self, page: Page, layout: Layout, columns: Sequence[ColumnResults], titles: Sequence[str]
    ) -> None:
        self.page = page
        self.layout = layout
        self.columns = columns
        self.titles = titles
        self._writers = [
            Writer(layout.names, Column(layout, layout.column(at))) for at in range(len(columns))
        ]
        self._after = BEFORE_VALUES + len(columns)

    def write(self, title: str, monitored: Monitored) -> None:
        """Write the whole sheet."""
        rows, sections = self.layout.calculation, self.layout.sections
        widths = (*_WIDTHS, *[_VALUE_WIDTH] * len(self.columns), *_AFTER)
        self.page.head(title, widths)
        self.page.keep(rows.summary_at + 1, columns=2)
        self._headers(rows.summary_at, "section-reductions")
        for at, symbol in enumerate(("RE", "PE")):
            self._repeat(rows.summary_at + 2 + at, symbol)
        self._series(sections.reductions)
        self._whole_and_missing()
        self._headers(rows.selected_at, "section-selected")
        for parameter in self.layout.order.echoed:
            self._echo(parameter, monitored)
        self._headers(rows.reference_at, "section-reference")
        self._series(sections.reference)
        self._headers(rows.project_at, "section-project")
        self._series(sections.project)

    def _headers(self, row: int, section: str) -> None:
        page = self.page
        page.sheet.write_string(row, 0, page.say(section), page.styles.section)
        keys = ("parameters", "member", "description", "units")
        headers = [page.say(f"header-{key}") for key in keys]
        headers += [*self.titles, page.say("header-formula"), page.say("header-evidence")]
        for at, header in enumerate(headers):
            page.text(row + 1, at, header, page.styles.header)

    def _repeat(self, row: int, symbol: str) -> None:
        """Write RE or PE over the result: where they come from stands below."""
        page = self.page
        says = page.say(f"says-{symbol.lower()}")
        page.texts(row, 0, [symbol, "", says, page.say("units-tonnes")])
        for at, results in enumerate(self.columns):
            cell = f"{self.layout.column(at)}{self.layout.first_row(symbol) + 1}"
            value = results.value(symbol, {})
            page.formula(row, BEFORE_VALUES + at, cell, page.styles.result, value)
        page.texts(row, self._after, [symbol, ""])

    def _whole_and_missing(self) -> None:
        page, rows, layout = self.page, self.layout.calculation, self.layout
        row = rows.whole_at
        said = [page.say("credits-label"), "", page.say("says-credits"), page.say("units-whole")]
        page.texts(row, 0, said)
        said = [page.say("missing-label"), "", page.say("says-missing"), page.say("units-count")]
        page.texts(row + 1, 0, said)
        first = min(rows.echoed.values())
        last = rows.reference_at - 1
        tables = [each for each in layout.order.definition.tables if each.is_required]
        for at, results in enumerate(self.columns):
            letters, column = layout.column(at), BEFORE_VALUES + at
            reduction = f"{letters}{layout.first_row('ER') + 1}"
            # A binary float lies beside the whole number that it means: (0.1 + 0.7) * 10.
            whole = f'IF(ISNUMBER({reduction}),MAX(0,ROUNDDOWN(ROUND({reduction},9),0)),"")'
            page.formula(row, column, whole, page.styles.whole, results.whole)
            blank = f"COUNTBLANK({letters}{first + 1}:{letters}{last})"
            for table in tables:
                values = Column(layout, letters).table(table.symbol).values
                blank += f"+(COUNT({values})=0)"
            page.formula(row + 1, column, blank, page.styles.whole, results.missing)
        said = ["MAX(0, ROUNDDOWN(ROUND(ER, 9), 0))", page.say("credits-evidence")]
        page.texts(row, self._after, said)
        page.texts(row + 1, self._after, ["", ""])

    def _echo(self, parameter: Parameter, monitored: Monitored) -> None:
        page, order = self.page, self.layout.order
        style = page.styles.day if parameter.kind is Kind.DAY else page.styles.value
        first = self.layout.calculation.echoed[parameter.symbol]
        evidence = field_words(page.language, "evidence", parameter.known.evidence)
        source = page.say(
            "evidence-of", evidence=evidence, source=page.told(parameter.known.source)
        )
        role = field_words(page.language, "role", parameter.role.value)
        for item, place in enumerate(order.places(parameter.sets)):
            row, member = first + item, order.member(parameter.sets, place)
            said = [parameter.symbol, member, says_of(page, parameter, ""), parameter.unit.text]
            page.texts(row, 0, said)
            for at, results in enumerate(self.columns):
                if parameter.role is Role.MONITORED:
                    cell = monitored(at, parameter, item)
                else:
                    fixed = self.layout.plan.fixed[parameter.symbol] + item + 1
                    cell = f"'{PLAN}'!{xl_col_to_name(ESTIMATED)}{fixed}"
                formula = f'IF({cell}="","",{cell})'
                value = results.given(parameter, item)
                page.formula(row, BEFORE_VALUES + at, formula, style, value)
            page.texts(row, self._after, [role, source])

    def _series(self, series: Sequence[Series]) -> None:
        for each in series:
            self._one(each)

    def _one(self, series: Series) -> None:
        page, order, layout = self.page, self.layout.order, self.layout
        is_result = series.symbol == series.formula.gives
        formula = series.formula
        first = layout.calculation.series[id(series)]
        if is_result:
            says = page.told(formula.says)
        elif series.symbol:
            says = series.text
        else:
            says = page.say("help-gather", formula=series.text)
        shown = f"{formula.gives} = {formula.text}" if is_result else series.text
        evidence = field_words(page.language, "evidence", formula.known.evidence)
        source = page.say("evidence-of", evidence=evidence, source=page.told(formula.known.source))
        style = page.styles.result if is_result else page.styles.value
        for item, place in enumerate(order.places(series.sets)):
            row = first + item
            page.texts(row, 0, [series.symbol, order.member(series.sets, place), says, series.unit])
            for at, results in enumerate(self.columns):
                writer = self._writers[at]
                text = (
                    writer.gathering(series.tree, place)  # type: ignore[arg-type]
                    if series.is_itself
                    else writer.formula(series.tree, place)
                )
                missing = f"{layout.column(at)}${layout.calculation.missing_at + 1}"
                value = results.value(series.symbol, place) if series.symbol else ""
                page.formula(row, BEFORE_VALUES + at, f'IF({missing}=0,{text},"")', style, value)
            page.texts(row, self._after, [shown, source])
