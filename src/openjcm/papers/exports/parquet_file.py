"""A table as Parquet with typed columns, written by an embedded DuckDB."""

import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from openjcm.measure.errors import Stopped
from openjcm.views.record.tables import Cell, Filled, Type

_TYPES = {
    Type.TEXT: "VARCHAR",
    Type.NUMBER: "BIGINT",
    Type.DAY: "DATE",
    # In UTC, as the words of the columns say.
    Type.INSTANT: "TIMESTAMP_MS",
    Type.YES_NO: "BOOLEAN",
}
_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    # One thread, so that the same rows give the same order of bytes.
    "threads": 1,
    "autoinstall_known_extensions": False,
}


def write_parquet(of: Filled) -> bytes:
    """Return a table as a Parquet file.

    Raises:
        Stopped: the machine has no room to write it.
    """
    try:
        with (
            tempfile.TemporaryDirectory(prefix="openjcm-parquet-") as folder,
            _database().cursor() as bench,
        ):
            path = Path(folder) / "table.parquet"
            _fill(bench, of)
            bench.execute(f"COPY filled TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
            return path.read_bytes()
    except (duckdb.IOException, duckdb.OutOfMemoryException) as fault:
        raise Stopped(
            f"there is no room to write {of.table.name}.parquet: {fault}",
            code="no-room",
            about=of.table.name,
        ) from fault


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """Open DuckDB once a process: to open it takes ten times as long as to write a table."""
    return duckdb.connect(":memory:", config=_LIMITS)


def _fill(bench: duckdb.DuckDBPyConnection, of: Filled) -> None:
    columns = of.table.columns
    shape = ", ".join(f'"{each.name}" {_TYPES[each.type]}' for each in columns)
    bench.execute(f"CREATE TEMP TABLE filled ({shape})")
    # One list a column: a row at a time would be a statement a row.
    lists = ", ".join(f"unnest(?::{_TYPES[each.type]}[])" for each in columns)
    values = [[_value(row[each.name]) for row in of.rows] for each in columns]
    bench.execute(f"INSERT INTO filled SELECT {lists}", values)


def _value(cell: Cell) -> Any:  # noqa: ANN401 - whatever DuckDB takes
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
