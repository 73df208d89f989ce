"""What a table of open data is: a name, typed columns, a key, and the question for its rows.

What a column means is said in words elsewhere (``papers.exports``), in every language.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from openjcm.views.figures import Figure, Source
from openjcm.views.reader import Reader

Cell = str | int | bool | date | datetime | None
Row = Mapping[str, Cell]
_LIST = "; "


class Type(StrEnum):
    """What a column holds, in the words of the Table Schema; an instant is in UTC."""

    TEXT = "string"
    NUMBER = "integer"
    DAY = "date"
    INSTANT = "datetime"
    YES_NO = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``needed`` says that it is never blank. A blank is not published, never 0."""

    name: str
    type: Type = Type.TEXT
    unit: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A public table; ``key`` names the columns by which a row is known.

    ``licensed_by`` names the table that has the licence of each row, where this one has no
    room for it.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    ask: Callable[[Reader], Iterable[Row]]
    licensed_by: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows; each has every column of the table, in its order."""

    table: Table
    rows: tuple[Row, ...]


def filled(table: Table, reader: Reader) -> Filled:
    """Return a table with the rows that the record has now."""
    names = [column.name for column in table.columns]
    rows = [{name: _cell(row[name]) for name in names} for row in table.ask(reader)]
    return Filled(table, tuple(rows))


def text(name: str, *, needed: bool = False) -> Column:
    """Return a column of text."""
    return Column(name, needed=needed)


def day(name: str, *, needed: bool = False) -> Column:
    """Return a column of days."""
    return Column(name, Type.DAY, needed=needed)


def count(name: str, unit: str, *, needed: bool = False) -> Column:
    """Return a column of whole numbers that are no tonnes."""
    return Column(name, Type.NUMBER, unit, needed=needed)


def amount(name: str, *, needed: bool = True) -> tuple[Column, Column]:
    """Return a column of tonnes and, beside it, that of its basis.

    A basis that is not needed is blank where a row is not about tonnes at all.
    """
    basis = Column(f"{name}_basis", needed=needed)
    return Column(f"{name}_tco2e", Type.NUMBER, "tCO2e"), basis


def figure(name: str, shown: Figure | None) -> dict[str, Cell]:
    """Return the two cells of a figure; both are blank where there is none."""
    if shown is None:
        return {f"{name}_tco2e": None, f"{name}_basis": None}
    return {f"{name}_tco2e": shown.amount, f"{name}_basis": shown.basis.value}


# What every row ends with: where it was printed, on which terms, and which record says so.
PRINTED = (
    text("sources", needed=True),
    text("source_url", needed=True),
    text("licence"),
    text("record", needed=True),
    Column("recorded_at", Type.INSTANT, needed=True),
)


def printed(sources: Sequence[Source], record: str, recorded_at: datetime) -> dict[str, Cell]:
    """Return the cells of ``PRINTED``; address and licence are those of the main source."""
    return {
        "sources": listed(source.key for source in sources),
        "source_url": sources[0].url,
        "licence": sources[0].licence,
        "record": record,
        "recorded_at": recorded_at,
    }


def listed(values: Iterable[str]) -> str:
    """Return several values as one cell.

    >>> listed(["BD002", "BD004"])
    'BD002; BD004'
    """
    return _LIST.join(values)


_FACTS = """
SELECT f.partnership, f.key, f.body, f.seq, f.recorded_at, p.host
FROM published_fact f JOIN partnership p ON p.key = f.partnership
WHERE f.fact = %(kind)s AND f.superseded_at IS NULL ORDER BY f.key
"""


def standing(reader: Reader, kind: str) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield the facts of a kind that stand, each with what it says."""
    return ((row, row["body"]) for row in reader.rows(_FACTS, {"kind": kind}))


def record_of(row: Mapping[str, Any]) -> str:
    """Return the journal record that holds a fact, as people cite it."""
    return f"{row['partnership']}/joint record {row['seq']}"


def day_in(says: Mapping[str, Any], name: str) -> date | None:
    """Return a day of what was printed; None where it was not."""
    return date.fromisoformat(says[name]) if says.get(name) else None


def _cell(value: Cell) -> Cell:
    return None if value == "" else value
