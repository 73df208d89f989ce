"""The public tables of the record: what anybody may take away, each row with its source.

A blank is what was not published, never a zero; every amount of tonnes stands beside its
basis; nothing of a rehearsal is in any of them.
"""

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.tables.places import METHODOLOGIES, OFFICIAL, PARTNERS, PROJECTS
from openjcm.views.record.tables.quantities import AMOUNTS, DECISIONS, LINES
from openjcm.views.record.tables.state import RecordState, record_state
from openjcm.views.record.tables.table import Cell, Column, Filled, Row, Table, Type, filled
from openjcm.views.record.tables.whole import FACTS, GOALS, PROGRESS, SOURCES

TABLES = (
    PARTNERS,
    PROJECTS,
    OFFICIAL,
    DECISIONS,
    LINES,
    AMOUNTS,
    METHODOLOGIES,
    GOALS,
    PROGRESS,
    SOURCES,
    FACTS,
)

__all__ = [
    "TABLES",
    "Cell",
    "Column",
    "Filled",
    "RecordState",
    "Row",
    "Table",
    "Type",
    "every_table",
    "find_table",
    "record_state",
]


def find_table(reader: Reader, name: str) -> Filled:
    """Return a public table with its rows.

    Raises:
        NotFound: there is no such table.
    """
    for table in TABLES:
        if table.name == name:
            return filled(table, reader)
    names = ", ".join(table.name for table in TABLES)
    raise NotFound(f"there is no table {name!r}; tables are {names}", code="no-table", about=name)


def every_table(reader: Reader) -> tuple[Filled, ...]:
    """Return every public table with its rows."""
    return tuple(filled(table, reader) for table in TABLES)
