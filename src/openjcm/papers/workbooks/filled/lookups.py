"""The rows that a project types into a table to be looked up."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from openjcm.measure import Finding
from openjcm.methodology import Definition, Kind, LookupTable
from openjcm.methodology.definition import Row, Value
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.filled.cells import Cell, Sheet
from openjcm.papers.workbooks.filled.found_tables import TableFound, row_of_lookup, tables_on
from openjcm.papers.workbooks.filled.series import shown
from openjcm.papers.workbooks.sheets.tables import row_of

# The headers that the columns of a table have, by what its rows are asked with.
_STARTS = {
    Kind.NUMBER: ("from", "from-open"),
    Kind.CHOICE: ("option-key",),
    Kind.DAY: ("since",),
}
_ENDS = ("to", "to-itself")
_UNIT = re.compile(r"\[([^\]]*)\]$")
_KEYS = {Kind.NUMBER: "from", Kind.CHOICE: "option", Kind.DAY: "since"}


def read_lookups(definition: Definition, sheet: Sheet, found: list[Finding]) -> dict[str, Given]:
    """Return the rows of every table that the project gives; what is wrong is noted."""
    values: dict[str, Given] = {}
    for table in definition.tables:
        if table.is_required:
            rows = _rows(table, sheet, found)
            if rows:
                values[table.symbol] = rows
    return values


def rows_on(table: LookupTable, sheet: Sheet) -> Iterator[tuple[tuple[int, int, Cell], ...]]:
    """Yield the rows of a table as a sheet shows them: row, column and what stands there.

    Its start, option or day, its end if it has ends, and its value.
    """
    if (on_sheet := _table(table, sheet)) is not None:
        columns = _columns(table, on_sheet)
        for row in on_sheet.rows:
            cells = tuple((row, column, sheet.cell(row, column)) for column in columns)
            if any(cell is not None for *_, cell in cells):
                yield cells


def values_of(table: LookupTable, row: Row) -> tuple[Value | None, ...]:
    """Return what the cells of a row of a table have to show, as ``rows_on`` gives them."""
    shown = row_of(row, table.kind)
    return shown if table.kind is Kind.NUMBER else shown[::2]


def _columns(table: LookupTable, on_sheet: TableFound) -> list[int]:
    columns = [_column(on_sheet, *_STARTS[table.kind]), _column(on_sheet, "value")]
    if table.kind is Kind.NUMBER:
        columns.insert(1, _column(on_sheet, *_ENDS))
    return columns


def _rows(table: LookupTable, sheet: Sheet, found: list[Finding]) -> list[Given]:
    on_sheet = _table(table, sheet)
    if on_sheet is None:
        said = f"has lost the table of {table.symbol}; leave its name and headers as written"
        found.append(Finding("workbook-table", sheet.name, said))
        return []
    columns = _columns(table, on_sheet)
    _check_units(table, on_sheet, columns, found)
    rows: list[Given] = []
    for row in on_sheet.rows:
        if any(sheet.cell(row, column) is not None for column in columns):
            read = _row(table, sheet, row, columns, found)
            rows += [read] if read is not None else []
    if not rows:
        said = f"has no row of {table.symbol}; type {table.says.strip()}"
        found.append(Finding("workbook-table", sheet.place(on_sheet.header, columns[0]), said))
    return rows


def _table(table: LookupTable, sheet: Sheet) -> TableFound | None:
    """Return the table that stands under the name of one; None where it is not whole."""
    named = row_of_lookup(sheet, table.symbol)
    needed = {*_STARTS[table.kind], "value"}
    for each in tables_on(sheet):
        if named is not None and each.header > named:
            return each if needed & set(each.columns) and "value" in each.columns else None
    return None


def _check_units(
    table: LookupTable, on_sheet: TableFound, columns: list[int], found: list[Finding]
) -> None:
    """Note a unit of a header that is not the table's."""
    for column in columns:
        text = on_sheet.sheet.text(on_sheet.header, column)
        unit = table.unit if column == columns[-1] else table.key
        said = _UNIT.search(text)
        if said is not None and said[1] != unit.text:
            place = on_sheet.sheet.place(on_sheet.header, column)
            wanted = f"says {said[1]!r}; {table.symbol} has {unit.text} here: convert the values"
            found.append(Finding("workbook-unit", place, wanted))


def _column(table: TableFound, *names: str) -> int:
    return next((table.columns[name] for name in names if name in table.columns), -1)


def _row(
    table: LookupTable, sheet: Sheet, row: int, columns: list[int], found: list[Finding]
) -> Given | None:
    before = len(found)
    keys = [_KEYS[table.kind], "value"]
    if table.kind is Kind.NUMBER:
        keys.insert(1, "to")
    read: dict[str, Given] = {}
    for key, column in zip(keys, columns, strict=True):
        cell = sheet.cell(row, column)
        if sheet.holds_formula(row, column):
            said = "holds a formula; type the value itself"
            found.append(Finding("workbook-formula", sheet.place(row, column), said))
        elif (is_right := _is_right(table, key, cell)) and cell is not None:
            read[key] = cell  # type: ignore[assignment]  # of a right kind, as was asked
        elif not is_right:
            said = f"holds {shown(cell)}; type {_wanted(table, key)}"
            found.append(Finding("workbook-kind", sheet.place(row, column), said))
    return read if len(found) == before else None


def _is_right(table: LookupTable, key: str, cell: Cell) -> bool:
    if key == "value" or table.kind is Kind.NUMBER:
        # An interval may have no end; a row without a value says nothing.
        return isinstance(cell, Decimal) or (cell is None and key != "value")
    if table.kind is Kind.CHOICE:
        return isinstance(cell, str) and cell.strip() in table.options
    return isinstance(cell, date)


def _wanted(table: LookupTable, key: str) -> str:
    if key == "value":
        return f"a number in {table.unit.text}"
    if table.kind is Kind.NUMBER:
        return f"a number in {table.key.text}"
    return f"one of {', '.join(table.options)}" if table.kind is Kind.CHOICE else "a day"
