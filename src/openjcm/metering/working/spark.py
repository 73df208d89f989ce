"""The relations on Apache Spark: the same SELECTs, translated, in a session on many machines.

Nothing is defined here. What ``definition`` says in the SQL of DuckDB is put into Spark's by
sqlglot, statement by statement; a sum that does not fit fails on both instead of wrapping round.
Rows are worked by Spark's own operators and never by Python, so that workers need Java alone.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from openjcm.metering.working.engine import READING_COLUMNS, Row

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES = {"INTEGER": "INT", "BIGINT": "BIGINT", "VARCHAR": "STRING"}


@lru_cache(maxsize=128)
def in_spark(query: str) -> str:
    """Return a query of DuckDB in the SQL of Spark.

    >>> in_spark("SELECT min(struct_pack(file := file)) AS place FROM reading")
    'SELECT MIN(STRUCT(file AS file)) AS place FROM reading'
    """
    import sqlglot  # noqa: PLC0415 - of the extra; DuckDB alone does without

    said: list[str] = sqlglot.transpile(
        query, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE
    )
    return said[0]


class SparkBench:
    """An engine on many machines; see ``Engine``."""

    def __init__(self, session: "SparkSession") -> None:
        self.session = session
        self._kept: list[DataFrame] = []

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Row]) -> None:
        """Make a small table, as a constant of the queries that read it."""
        every = [f"({', '.join(map(_literal, row))})" for row in rows]
        names = [f"`{column}`" for column, _ in columns]
        said = ", ".join(
            f"CAST({column} AS {_TYPES[kind]}) AS {column}"
            for column, (_, kind) in zip(names, columns, strict=True)
        )
        values = ", ".join(every) or f"({', '.join('NULL' for _ in columns)})"
        kept = "" if every else " WHERE false"
        self._name(
            name,
            self.session.sql(f"SELECT {said} FROM VALUES {values} AS v({', '.join(names)}){kept}"),
        )

    def relation(self, name: str, select: str, *, is_kept: bool) -> None:
        """Name a SELECT; a kept one is worked once and held in memory, and on disk past it."""
        frame = self.session.sql(in_spark(select))
        if is_kept:
            frame = frame.persist()
            self._kept.append(frame)
        self._name(name, frame)

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a query."""
        return [tuple(row) for row in self.session.sql(in_spark(query)).collect()]

    def read(self, place: str) -> None:
        """Name the readings that stand at ``place`` in their normal form, as ``reading``."""
        schema = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in READING_COLUMNS)
        self._name("reading", self.session.read.schema(schema).parquet(place))

    def clear(self) -> None:
        """Forget all relations, so that others can bear their names."""
        while self._kept:
            self._kept.pop().unpersist()

    def _name(self, name: str, frame: "DataFrame") -> None:
        frame.createOrReplaceTempView(name)


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return f"{value}L" if isinstance(value, int) else str(value)
