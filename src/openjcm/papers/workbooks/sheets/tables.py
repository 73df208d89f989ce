"""Tables to be looked up in: where their rows stand, and the formula that looks one up."""

from dataclasses import dataclass

from openjcm.methodology import Kind, LookupTable
from openjcm.methodology.definition import Closed, Row, Value


@dataclass(frozen=True, slots=True)
class TableCells:
    """The ranges of a table: what it is asked by (``ends`` of intervals only), what it says."""

    table: LookupTable
    starts: str
    ends: str
    values: str


def row_of(row: Row, kind: Kind) -> tuple[Value | None, Value | None, Value | None]:
    """Return what a row of a table shows: its start, option or day, its end, its value."""
    start = row.start if kind is Kind.NUMBER else row.since or row.option
    return start, row.end, row.value


def looked_up(cells: TableCells, key: str) -> str:
    """Return the formula that looks a key up; outside of a table that refuses it is an error."""
    outside = cells.table.outside
    beyond = "NA()" if outside is None else f"{outside:f}"
    if cells.table.kind is Kind.NUMBER:
        hit = _hit(cells, key)
        return f"IF(SUMPRODUCT({hit})=0,{beyond},SUMPRODUCT({hit}*{cells.values}))"
    if cells.table.kind is Kind.CHOICE:
        found = f"INDEX({cells.values},MATCH({key},{cells.starts},0))"
        return f"IF(COUNTIF({cells.starts},{key})=0,{beyond},{found})"
    found = f"LOOKUP({key},{cells.starts},{cells.values})"
    return f"IF({key}<MIN({cells.starts}),{beyond},{found})"


def _hit(cells: TableCells, key: str) -> str:
    """Return which rows of intervals hold a key; a blank end is none."""
    above, below = ("<=", "<") if cells.table.closed is not Closed.RIGHT else ("<", "<=")
    starts = f'(({cells.starts}="")+({cells.starts}{above}{key})>0)'
    ends = f'(({cells.ends}="")+({key}{below}{cells.ends})>0)'
    return f'{starts}*{ends}*({cells.values}<>"")'
