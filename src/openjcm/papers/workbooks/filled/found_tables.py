"""Tables found on a sheet by their headers, never by letters: where each column stands."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from openjcm.papers.words import LANGUAGES
from openjcm.papers.workbooks.filled.cells import Cell, Sheet
from openjcm.papers.workbooks.words_of_sheets import as_header, headers, say

# A row is a row of headers when so many of its cells are.
_HEADERS_LEAST = 3
# The same texts stand in thousands of rows.
_TEXTS_KEPT = 4096
_TITLES = (
    *("table-monitored-plan", "table-monitored-report", "table-fixed", "table-estimate"),
    *("table-result", "table-options"),
)


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table on a sheet: the row of its headers, and where each column is."""

    sheet: Sheet
    header: int
    columns: Mapping[str, int]
    end: int

    @property
    def rows(self) -> Iterator[int]:
        """The rows that hold anything; where there are parameters, those that name one."""
        for row in range(self.header + 1, self.end):
            cells = self.sheet.rows[row]
            named = self.columns.get("parameters")
            said = cells if named is None else cells[named : named + 1]
            if any(cell is not None for cell in said):
                yield row

    def text(self, row: int, column: str) -> str:
        """Return the text of a column in a row."""
        return self.sheet.text(row, self.columns[column])

    def value(self, row: int, column: str) -> Cell:
        """Return what stands in a column of a row."""
        return self.sheet.cell(row, self.columns[column])

    def place(self, row: int, column: str) -> str:
        """Say where a column of a row is: ``MRS(input)!E10``."""
        return self.sheet.place(row, self.columns[column])


def tables_on(sheet: Sheet) -> tuple[TableFound, ...]:
    """Return every table of a sheet, from the top."""
    starts = [
        (row, columns)
        for row in range(len(sheet.rows))
        if len(columns := _columns(sheet, row)) >= _HEADERS_LEAST
    ]
    ends = [*[row for row, _ in starts], len(sheet.rows)][1:]
    return tuple(
        TableFound(sheet, row, columns, _end(sheet, row, before))
        for (row, columns), before in zip(starts, ends, strict=True)
    )


def table_with(sheet: Sheet, columns: Collection[str], *, without: str = "") -> TableFound | None:
    """Return the first table that has these columns, and not the one that it must not have."""
    for table in tables_on(sheet):
        if set(columns) <= set(table.columns) and without not in table.columns:
            return table
    return None


def table_named(sheet: Sheet, key: str, columns: Collection[str]) -> TableFound | None:
    """Return the table under a name, such as ``table-estimate``, if it has these columns.

    A table of few columns is found by no other means.
    """
    names = {say(language, key) for language in LANGUAGES}
    is_under = False
    for row in range(len(sheet.rows)):
        texts = {sheet.text(row, at) for at in range(len(sheet.rows[row]))}
        is_under = bool(texts & names) or (is_under and not any(map(is_title, texts)))
        found = _columns(sheet, row) if is_under else {}
        if set(columns) <= set(found):
            return TableFound(sheet, row, found, _end(sheet, row, len(sheet.rows)))
    return None


def is_title(text: str) -> bool:
    """Whether a text names a table, or what follows the tables."""
    return text in _titles() or bool(symbol_named(text))


@lru_cache(_TEXTS_KEPT)
def symbol_named(text: str) -> str:
    """Return the symbol of the table to be looked up that a text names; blank for none.

    >>> symbol_named("Values of COP_RE: by capacity"), symbol_named("Table 1: by capacity")
    ('COP_RE', '')
    """
    found = (each.fullmatch(" ".join(text.split())) for each in _lookup_names())
    return next((each["symbol"] for each in found if each), "")


def row_of_lookup(sheet: Sheet, symbol: str) -> int | None:
    """Return the row that names a table to be looked up."""
    for row, cells in enumerate(sheet.rows):
        if any(symbol_named(sheet.text(row, at)) == symbol for at in range(len(cells))):
            return row
    return None


@cache
def _titles() -> frozenset[str]:
    return frozenset(say(language, key) for language in LANGUAGES for key in _TITLES)


@cache
def _lookup_names() -> tuple[re.Pattern[str], ...]:
    mark = "\N{INFORMATION SEPARATOR ONE}"
    said = (say(each, "table-lookup", symbol=mark, says="") for each in LANGUAGES)
    return tuple(
        re.compile(re.escape(each.strip()).replace(re.escape(mark), r"(?P<symbol>\w+)") + ".*")
        for each in said
    )


def _columns(sheet: Sheet, row: int) -> dict[str, int]:
    """Return which columns the cells of a row name; the first of a name counts."""
    found: dict[str, int] = {}
    for at in range(len(sheet.rows[row])):
        name = _header(sheet.text(row, at))
        if name is not None:
            found.setdefault(name, at)
    return found


@lru_cache(_TEXTS_KEPT)
def _header(text: str) -> str | None:
    return headers().get(as_header(text.partition(" [")[0]))


def _end(sheet: Sheet, header: int, before: int) -> int:
    for row in range(header + 1, before):
        if any(is_title(sheet.text(row, at)) for at in range(len(sheet.rows[row]))):
            return row
    return before
