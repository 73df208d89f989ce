"""The values of parameters read from rows, each found by its symbol and its member."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import product

from openjcm.measure import Finding
from openjcm.methodology import Definition, Kind, Parameter
from openjcm.methodology.definition import Value
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.filled.cells import Cell, Odd
from openjcm.papers.workbooks.filled.found_tables import TableFound

Place = tuple[str, ...]
# Which value is meant: the period it is of (blank for what is fixed or planned), symbol, members.
Which = tuple[str, str, Place]
_MISSING_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SeriesRead:
    """What is known while series are read: the members met so far, and what is wrong.

    ``cells`` says where each value was read, ``named`` where each member was met first.
    """

    definition: Definition
    members: dict[str, tuple[str, ...]]
    found: list[Finding]
    cells: dict[Which, str] = field(default_factory=dict)
    named: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, rule: str, place: str, message: str) -> None:
        """Take down what is wrong with a cell."""
        self.found.append(Finding(rule, place, message))

    def learn(self, table: TableFound, rows: Sequence[int], of: Sequence[Parameter]) -> None:
        """Learn the members that rows name, without reading their values."""
        known = {each.symbol: each for each in of}
        for row in rows:
            parameter = known.get(table.text(row, "parameters"))
            if parameter is not None:
                _place(self, table, row, parameter)


def read_series(  # noqa: PLR0913 - one parameter for each thing that a table may differ in
    read: SeriesRead,
    table: TableFound,
    column: str,
    parameters: Sequence[Parameter],
    *,
    rows: Sequence[int] | None = None,
    of: str = "",
    ignored: Collection[str] = (),
) -> dict[str, Given]:
    """Return the values of parameters, nested by their index sets; what is wrong is noted.

    Args:
        read: What is known so far.
        table: Where they stand.
        column: The column of the values.
        parameters: Those that the table holds.
        rows: Which rows, where not all.
        of: The period they belong to, for what is said of missing ones.
        ignored: Symbols that stand here too, and that nobody types.
    """
    known = {each.symbol: each for each in parameters}
    met: dict[tuple[str, Place], int] = {}
    cells: dict[str, dict[Place, Value | None]] = {each.symbol: {} for each in parameters}
    for row in tuple(table.rows) if rows is None else rows:
        parameter = known.get(table.text(row, "parameters"))
        if parameter is None:
            _note_unknown(read, table, row, ignored)
            continue
        place = _place(read, table, row, parameter)
        if place is None or _is_there(read, table, met, (parameter, place), (row, column)):
            continue
        _check_unit(read, table, row, parameter)
        read.cells[of, parameter.symbol, place] = table.place(row, column)
        cells[parameter.symbol][place] = _value(read, table, row, column, parameter)
    for parameter in parameters:
        _note_missing(read, table, parameter, set(cells[parameter.symbol]), of)
    return {
        symbol: _nested(read.members, known[symbol].sets, values)
        for symbol, values in cells.items()
        if values and None not in values.values()
    }


def _is_there(
    read: SeriesRead,
    table: TableFound,
    met: dict[tuple[str, Place], int],
    what: tuple[Parameter, Place],
    where: tuple[int, str],
) -> bool:
    """Whether a row says again what an earlier one said, which is noted."""
    (parameter, place), (row, column) = what, where
    first = met.setdefault((parameter.symbol, place), row)
    if first == row:
        return False
    said = f"says {parameter.symbol} again, as {table.place(first, column)}"
    read.note("workbook-twice", table.place(row, column), said)
    return True


def _place(read: SeriesRead, table: TableFound, row: int, parameter: Parameter) -> Place | None:
    """Return the members that a row is of, and take down new ones; None when it says none."""
    text = table.text(row, "member")
    said = dict(_pair(each) for each in text.split(";")) if text else {}
    if set(said) != set(parameter.sets):
        wanted = "; ".join(f"{each} = …" for each in parameter.sets) or "nothing"
        where = table.place(row, "member")
        read.note("workbook-member", where, f"says {text!r}; {parameter.symbol} needs {wanted}")
        return None
    for name, member in said.items():
        declared = next((x.members for x in read.definition.indexes if x.name == name), ())
        if declared and member not in declared:
            where = table.place(row, "member")
            read.note("workbook-member", where, f"{member!r} is none of {', '.join(declared)}")
            return None
        read.named.setdefault((name, member), table.place(row, "member"))
        members = declared or read.members.get(name, ())
        read.members[name] = members if member in members else (*members, member)
    return tuple(said[each] for each in parameter.sets)


def _pair(text: str) -> tuple[str, str]:
    name, _, member = text.partition("=")
    return name.strip(), member.strip()


def _value(
    read: SeriesRead, table: TableFound, row: int, column: str, parameter: Parameter
) -> Value | None:
    """Return what a cell gives, None when it is blank or wrong; what is wrong is noted."""
    where, cell = table.place(row, column), table.value(row, column)
    if table.sheet.holds_formula(row, table.columns[column]):
        read.note("workbook-formula", where, "holds a formula; type the value itself")
        return None
    if cell is None:
        if parameter.is_required:
            read.note("workbook-blank", where, f"is blank; type {_wanted(parameter)}")
        return None
    if parameter.kind is Kind.NUMBER and isinstance(cell, Decimal):
        return cell
    if parameter.kind is Kind.DAY and isinstance(cell, date):
        return cell
    if parameter.kind is Kind.CHOICE and str(_plain(cell)) in parameter.options:
        return str(_plain(cell))
    read.note("workbook-kind", where, f"holds {shown(cell)}; type {_wanted(parameter)}")
    return None


def _plain(cell: Cell) -> Cell:
    return cell.strip() if isinstance(cell, str) else cell


def shown(cell: Cell) -> str:
    """Say what a cell holds."""
    if cell is None:
        return "nothing"
    if isinstance(cell, str):
        return f"the text {cell[:40]!r}"
    if isinstance(cell, date):
        return f"the day {cell}"
    return str(cell.text if isinstance(cell, Odd) else cell)


def _wanted(parameter: Parameter) -> str:
    if parameter.kind is Kind.CHOICE:
        return f"one of {', '.join(parameter.options)}"
    if parameter.kind is Kind.DAY:
        return "a day, such as 2017-03-01"
    unit = parameter.unit.text
    return "a number" if unit == "1" else f"a number in {unit}"


def _check_unit(read: SeriesRead, table: TableFound, row: int, parameter: Parameter) -> None:
    if "units" not in table.columns:
        return
    unit = table.text(row, "units")
    if unit != parameter.unit.text:
        wanted = f"{parameter.symbol} is worked in {parameter.unit.text}"
        said = f"says {unit!r}; {wanted}: convert the value"
        read.note("workbook-unit", table.place(row, "units"), said)


def _note_unknown(read: SeriesRead, table: TableFound, row: int, ignored: Collection[str]) -> None:
    symbol = table.text(row, "parameters")
    if symbol not in ignored:
        said = f"{symbol!r} is no parameter of {read.definition.id} here"
        read.note("workbook-parameter", table.place(row, "parameters"), said)


def _note_missing(
    read: SeriesRead, table: TableFound, parameter: Parameter, met: set[Place], of: str
) -> None:
    wanted = product(*(read.members.get(each, ()) for each in parameter.sets))
    missing = [place for place in wanted if place not in met]
    for place in missing[:_MISSING_SHOWN]:
        named = list(zip(parameter.sets, place, strict=True))
        at = "; ".join(f"{name} = {member}" for name, member in named)
        said = ", ".join(each for each in (parameter.symbol, at, of) if each)
        by = [read.named[each] for each in named if each in read.named]
        hint = f" ({' and '.join(dict.fromkeys(by))} speaks of it)" if by else ""
        read.note("workbook-row", table.sheet.name, f"has no row for {said}; put it back{hint}")
    if not parameter.sets and not met and not missing:
        read.note("workbook-row", table.sheet.name, f"has no row for {parameter.symbol}")


def _nested(
    members: Mapping[str, tuple[str, ...]],
    sets: Sequence[str],
    values: Mapping[Place, Value | None],
) -> Given:
    def at(place: Place) -> Given:
        if len(place) == len(sets):
            value = values[place]
            assert value is not None, "a series with a blank is left out"
            return value
        return [at((*place, member)) for member in members[sets[len(place)]]]

    try:
        return at(())
    except KeyError:
        # A place without a value was noted already; nothing is worked then.
        return []
