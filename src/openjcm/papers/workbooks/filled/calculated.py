"""A calculation sheet as it comes back: where each step stands, by its symbol and its member."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openjcm.measure.period import Period
from openjcm.papers.workbooks.filled.cells import Sheet
from openjcm.papers.workbooks.filled.found_tables import TableFound, tables_on
from openjcm.papers.workbooks.filled.periods import period_in
from openjcm.papers.workbooks.filled.series import Place

Members = frozenset[str]


@dataclass(frozen=True, slots=True)
class CalculationFound:
    """The cells of one column: row and column of each, by symbol and members.

    ``without`` says where the headers of tables are that do not have it.
    """

    cells: Mapping[tuple[str, Members], list[tuple[int, int]]]
    without: Sequence[str]


def calculation_on(sheet: Sheet, period: Period | None) -> CalculationFound:
    """Find the column of a period, and its cells; None is the plan's estimate."""
    cells: dict[tuple[str, Members], list[tuple[int, int]]] = {}
    without: list[str] = []
    for table in tables_on(sheet):
        if not {"parameters", "member"} <= set(table.columns):
            continue
        column = _column(table, period)
        if column is None:
            without.append(sheet.place(table.header, table.columns["parameters"]))
            continue
        for row in table.rows:
            key = table.text(row, "parameters"), members_in(table.text(row, "member"))
            cells.setdefault(key, []).append((row, column))
    return CalculationFound(cells, without)


def members_in(text: str) -> Members:
    """Return the members that a cell names, in whatever order.

    >>> sorted(members_in("year = 2;waste=food"))
    ['waste = food', 'year = 2']
    """
    pairs = (each.partition("=") for each in text.split(";") if each.strip())
    return frozenset(f"{name.strip()} = {of.strip()}" for name, _, of in pairs)


def members_of(sets: Sequence[str], place: Place) -> Members:
    """Return the members of a place."""
    return frozenset(f"{name} = {member}" for name, member in zip(sets, place, strict=True))


def _column(table: TableFound, period: Period | None) -> int | None:
    if period is None:
        return table.columns.get("estimate")
    cells = range(len(table.sheet.rows[table.header]))
    return next(
        (at for at in cells if period_in(table.sheet.text(table.header, at)) == period), None
    )
