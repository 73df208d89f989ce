"""One sheet as it is written: its head, tables of cells, and cells that people type into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from unicodedata import east_asian_width

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from openjcm.measure import Malformed
from openjcm.methodology import Kind, Parameter, Plausible
from openjcm.methodology.definition import Value
from openjcm.methodology.entries import heading_of
from openjcm.papers.methodologies.names import range_words
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.recorded import as_recorded
from openjcm.papers.workbooks.order import Order
from openjcm.papers.workbooks.sheets.results import Cached
from openjcm.papers.workbooks.sheets.styles import Styles
from openjcm.papers.workbooks.words_of_sheets import say

# A cell holds a binary float, of which every decimal of so many digits comes back as it was.
DIGITS = 15
_LIST_LENGTH_MAX = 255
_MESSAGE_MAX = 255
_WIDTH = 10
# So many letters fit side by side on a page.
_PAGE_WIDTH = 120
_LINE_HEIGHT = 13
_LINES_MAX = 12
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be typed into a cell."""

    symbol: str
    kind: Kind
    unit: str
    options: tuple[str, ...] = ()
    plausible: Plausible | None = None


def asked_of(parameter: Parameter) -> Asked:
    """Return what may be typed for a parameter."""
    unit, options = parameter.unit.text, parameter.options
    return Asked(parameter.symbol, parameter.kind, unit, options, parameter.plausible)


class Page:
    """A worksheet with the words and styles of its workbook."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, order: Order, language: str, shown: Cached | None
    ) -> None:
        self.sheet = sheet
        self.shown = shown
        self.styles = styles
        self.order = order
        self.language = language
        self._widths: Sequence[int] = ()
        self._lines: dict[int, int] = {}

    def say(self, key: str, **values: str | int) -> str:
        """Return words of the workbook."""
        return say(self.language, key, **values)

    def told(self, text: str) -> str:
        """Return what a definition says in the language of the workbook, on one line."""
        return as_recorded(self.language, " ".join(text.split()))

    def head(self, title: str, widths: Sequence[int]) -> None:
        """Write what stands over a sheet, and how it prints."""
        order, sheet, styles = self.order, self.sheet, self.styles
        definition = order.definition
        self._widths = widths
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        key = "spreadsheet-official" if order.is_official else "spreadsheet-own"
        methodology = self.say(key, id=definition.id)
        number = order.reference
        reference = self.say("reference-number", number=number) if number else ""
        reference = reference or self.say("reference-none")
        title_of = f"  {self.say('project-title', title=order.project)}" if order.project else ""
        known = "confirmed-definition" if definition.is_confirmed else "not-confirmed"
        warning = self._heading() or self.say(known)
        if order.stands_for:
            warning = f"{warning}. {self.say('stands-for', number=order.stands_for)}"
        sheet.write_string(0, 0, self.say(title), styles.title)
        sheet.write_string(1, 0, f"{methodology}  {self.told(definition.title)}", styles.head)
        sheet.write_string(2, 0, reference + title_of, styles.head)
        sheet.write_string(3, 0, warning, styles.warning)
        state = self.say("definition-state", sha256=definition.sha256)
        sheet.write_string(4, 0, state, styles.small)
        sheet.set_paper(9)
        sheet.set_landscape()
        if sum(widths) > _PAGE_WIDTH:
            sheet.fit_to_pages(1, 0)
        # A footer takes an ampersand for a sign of its own.
        sheet.set_header(f"&L{_plain(methodology)}&R{_plain(reference)}")
        sheet.set_footer(f"&L{_plain(warning)[:180]}&R&P / &N")
        sheet.hide_gridlines(2)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _heading(self) -> str:
        """Return what must be known before anything is read here, in the workbook's language."""
        own, definition_id = self.order.heading, self.order.definition.id
        # A draft is headed as one whatever number it bears.
        is_usual = own == heading_of(definition_id)
        return heading_words(self.language, definition_id) if own and is_usual else own

    def table(self, row: int, name: str, headers: Sequence[str], *, column: int = 0) -> int:
        """Write the name, letters and headers of a table; return the row of its first cells."""
        self.sheet.write_string(row, 0, name, self.styles.section)
        for at, header in enumerate(headers):
            self.text(row + 1, column + at, f"({_LETTERS[at]})", self.styles.letter)
            self.text(row + 2, column + at, header, self.styles.header)
        return row + 3

    def texts(self, row: int, column: int, texts: Sequence[str], *, typed: bool = False) -> None:
        """Write texts side by side."""
        style = self.styles.typed_text if typed else self.styles.text
        for at, text in enumerate(texts):
            self.text(row, column + at, text, style)

    def text(self, row: int, column: int, text: str, style: Format) -> None:
        """Write a text, never as anything else; a blank one as a blank cell."""
        if text:
            self.sheet.write_string(row, column, text, style)
            width = self._widths[column] if column < len(self._widths) else _WIDTH
            self._lines[row] = max(self._lines.get(row, 1), self._lines_of(text, width))
        else:
            self.sheet.write_blank(row, column, None, style)

    def block(self, row: int, column: int, text: str, *, rows: int, last: int) -> None:
        """Write a text into one block of cells, down so many rows and to a last column."""
        self.sheet.merge_range(row, column, row + rows - 1, last, text, self.styles.text)
        lines = self._lines_of(text, sum(self._widths[column : last + 1]))
        for at in range(row, row + rows):
            self._lines[at] = max(self._lines.get(at, 1), -(-lines // rows))

    def keep(self, row: int, *, columns: int = 0, frozen: bool = True) -> None:
        """Let a row of headers stay in sight, with columns, and stand on every printed page."""
        self.sheet.repeat_rows(row)
        if frozen:
            self.sheet.freeze_panes(row + 1, columns)

    def given(self, row: int, column: int, symbol: str, value: Value | None) -> None:
        """Write a value that nobody types, or a blank."""
        styles = self.styles
        if value is None:
            self.sheet.write_blank(row, column, None, styles.value)
        elif isinstance(value, str):
            self.put(row, column, value, styles.text, symbol)
        else:
            style = styles.day if isinstance(value, date) else styles.value
            self.put(row, column, value, style, symbol)

    def typed(self, row: int, column: int, asked: Asked, value: Value | None) -> None:
        """Write a cell for a value that is typed, with what may stand in it."""
        styles = self.styles
        style = {
            Kind.NUMBER: styles.typed,
            Kind.CHOICE: styles.typed_text,
            Kind.DAY: styles.typed_day,
        }[asked.kind]
        if value is None:
            self.sheet.write_blank(row, column, None, style)
        else:
            self.put(row, column, value, style, asked.symbol)
        cell = xl_rowcol_to_cell(row, column)
        if asked.kind is Kind.NUMBER:
            said = self.say("input-number", symbol=asked.symbol, unit=asked.unit)
            if asked.plausible is not None:
                believed = range_words(self.language, str(asked.plausible))
                said = f"{said}. {self.say('input-range', range=believed)}"
            wrong = self.say("input-number-wrong", unit=asked.unit)
            self._validate(row, column, said, wrong, validate="custom", value=f"=ISNUMBER({cell})")
            self._doubt(row, column, cell, asked.plausible)
        elif asked.kind is Kind.CHOICE:
            self._options(row, column, asked.options)
        else:
            said, wrong = self.say("input-day"), self.say("input-day-wrong")
            since = date(1900, 3, 1)
            self._validate(row, column, said, wrong, validate="date", criteria=">=", value=since)

    def formula(self, row: int, column: int, formula: str, style: Format, value: Cached) -> None:
        """Write a live formula, and the value that is shown until it is worked."""
        shown = self.shown if self.shown is not None else value
        self.sheet.write_formula(row, column, f"={formula}", style, shown)

    def choice(self, row: int, column: int, value: str, options: Sequence[str]) -> None:
        """Write a cell of which the text is one of several."""
        self.text(row, column, value, self.styles.typed_text)
        self._options(row, column, options)

    def put(self, row: int, column: int, value: Value, style: Format, symbol: str) -> None:
        """Write a number, a text or a day.

        Raises:
            Malformed: a number has more digits than a cell holds.
        """
        if isinstance(value, Decimal):
            self.sheet.write_number(row, column, as_float(value, symbol), style)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, datetime.combine(value, time()), style)
        else:
            self.text(row, column, value, style)

    def set_heights(self) -> None:
        """Make each row as high as its texts need, which not every program does by itself."""
        for row, lines in self._lines.items():
            if lines > 1:
                self.sheet.set_row(row, lines * _LINE_HEIGHT + 2)

    def _lines_of(self, text: str, width: int) -> int:
        # Letters of Japanese are twice as wide.
        letters = sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
        return min(-(-letters * 11 // (10 * width)), _LINES_MAX)

    def _options(self, row: int, column: int, options: Sequence[str]) -> None:
        said = self.say("input-option", options=", ".join(options))
        wrong = self.say("input-option-wrong", options=", ".join(options))
        if len(",".join(options)) <= _LIST_LENGTH_MAX and not any("," in each for each in options):
            self._validate(row, column, said, wrong, validate="list", source=list(options))
        else:
            # Too long for a list of the sheet; the reader of the file still knows the options.
            self._validate(row, column, said, wrong, validate="any")

    def _validate(self, row: int, column: int, said: str, wrong: str, **rule: object) -> None:
        told = {"input_message": said[:_MESSAGE_MAX], "error_message": wrong[:_MESSAGE_MAX]}
        self.sheet.data_validation(row, column, row, column, {**rule, **told})

    def _doubt(self, row: int, column: int, cell: str, plausible: Plausible | None) -> None:
        if plausible is None:
            return
        ends = [
            f"{cell}{sign}{end:f}"
            for sign, end in (("<", plausible.at_least), (">", plausible.at_most))
            if end is not None
        ]
        beyond = ends[0] if len(ends) == 1 else f"OR({','.join(ends)})"
        rule = {
            "type": "formula",
            "criteria": f"=IF(ISNUMBER({cell}),{beyond},FALSE)",
            "format": self.styles.doubt,
        }
        self.sheet.conditional_format(row, column, row, column, rule)


def as_float(value: Decimal, symbol: str) -> float:
    """Return a number as a cell holds it.

    Raises:
        Malformed: it has more digits than come back from a cell.

    >>> as_float(Decimal("347.20"), "EC")
    347.2
    """
    if len(value.normalize().as_tuple().digits) > DIGITS:
        raise Malformed(
            f"{symbol}: {value:f} has more than the {DIGITS} digits that a cell holds",
            code="workbook-digits",
            about=symbol,
        )
    return float(value)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
