"""What an engine must do to work the relations: run SQL, keep what several read, give back rows."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Protocol

from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.definition import FAR, METER_COLUMNS, meter_rows, relations
from openjcm.metering.working.legal_calendar import slot_rows

READING_COLUMNS = (
    ("meter", "INTEGER"),
    ("instant", "BIGINT"),
    ("register", "BIGINT"),
    ("file", "INTEGER"),
    ("row", "BIGINT"),
)
SLOT_COLUMNS = (
    ("every", "VARCHAR"),
    ("number", "BIGINT"),
    ("start", "BIGINT"),
    ("until", "BIGINT"),
)
Row = tuple[Any, ...]


class Named(Protocol):
    """What a reading's ``file`` leads to: something with a name that people know."""

    @property
    def name(self) -> str:
        """What it is called."""


class Engine(Protocol):
    """DuckDB on one machine, or Spark on many: the same SQL, the same whole numbers."""

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Row]) -> None:
        """Make a small table of rows that the plan says."""

    def relation(self, name: str, select: str, *, is_kept: bool) -> None:
        """Give a SELECT a name; a kept one is worked once."""

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a query, in its order."""


def work(engine: Engine, plan: Plan, *, now: int = FAR, apart: Collection[int] = ()) -> None:
    """Work the relations over ``reading``, which stands in the engine already.

    Meters ``apart`` are left out.
    """
    engine.table("meter", METER_COLUMNS, meter_rows(plan))
    engine.table("slot", SLOT_COLUMNS, slot_rows(plan))
    for relation in relations(plan, now=now, apart=apart):
        engine.relation(relation.name, relation.select, is_kept=relation.is_kept)
