"""The rows that a project types into a table to be looked up."""

from decimal import Decimal

from openjcm.measure import Finding
from openjcm.methodology import Definition, Kind, LookupTable
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.cells import Cell, Sheet
from openjcm.papers.workbooks.layout import ENDS, OVER_A_TABLE, SAYS, STARTS
from openjcm.papers.workbooks.tables_read import is_title, row_of_lookup

_KEYS = {Kind.NUMBER: "from", Kind.CHOICE: "option", Kind.DAY: "since"}


def read_lookups(
    definition: Definition, sheet: Sheet, found: list[Finding]
) -> dict[str, Given]:
    """Return the rows of every table that the project gives; what is wrong is noted."""
    values: dict[str, Given] = {}
    for table in definition.tables:
        if table.is_required:
            rows = _rows(table, sheet, found)
            if rows:
                values[table.symbol] = rows
    return values


def _rows(table: LookupTable, sheet: Sheet, found: list[Finding]) -> list[Given]:
    named = row_of_lookup(sheet, table.symbol)
    if named is None:
        said = f"has lost the table of {table.symbol}; leave its name as it was written"
        found.append(Finding("workbook-table", sheet.name, said))
        return []
    rows: list[Given] = []
    for row in range(named + OVER_A_TABLE, len(sheet.rows)):
        cells = [sheet.cell(row, column) for column in (STARTS, ENDS, SAYS)]
        if all(cell is None for cell in cells):
            continue
        if any(is_title(sheet.text(row, at)) for at in range(len(sheet.rows[row]))):
            break
        read = _row(table, sheet, row, cells, found)
        if read is not None:
            rows.append(read)
    if not rows:
        said = f"has no row of {table.symbol}; type {table.says.strip()}"
        found.append(Finding("workbook-table", sheet.place(named, 0), said))
    return rows


def _row(
    table: LookupTable, sheet: Sheet, row: int, cells: list[Cell], found: list[Finding]
) -> Given | None:
    before = len(found)
    for column in (STARTS, ENDS, SAYS):
        if sheet.holds_formula(row, column):
            said = "holds a formula; type the value itself"
            found.append(Finding("workbook-formula", sheet.place(row, column), said))
    start, end, value = cells
    if not isinstance(value, Decimal):
        said = f"is no number in {table.unit.text}"
        found.append(Finding("workbook-kind", sheet.place(row, SAYS), said))
    read: dict[str, Given] = {"value": value} if isinstance(value, Decimal) else {}
    if start is not None:
        read[_KEYS[table.kind]] = start  # type: ignore[assignment]
    if table.kind is Kind.NUMBER and end is not None:
        read["to"] = end  # type: ignore[assignment]
    for key, column in ((_KEYS[table.kind], STARTS), ("to", ENDS)):
        if table.kind is Kind.NUMBER and key in read and not isinstance(read[key], Decimal):
            said = f"is no number in {table.key.text}"
            found.append(Finding("workbook-kind", sheet.place(row, column), said))
    return read if len(found) == before else None
