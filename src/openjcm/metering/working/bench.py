"""A DuckDB of its own for one reading of the files, in a folder that is removed afterwards.

It holds little memory, spills to that folder, reads only the files it was given, and loads no
extension from anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from openjcm.measure.errors import Stopped
from openjcm.metering.working.engine import Row

MEMORY_LIMIT = "512MB"
THREADS = 2
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY_LIMIT,
    "threads": THREADS,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


# One statement for many rows: one by one they cost more than all the rest of a small plan.
_ROWS_AT_ONCE = 500
_REJECTED = "SELECT 1 FROM reject_errors LIMIT 1"


class Bench:
    """An engine on one machine; see ``Engine``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Row]) -> None:
        """Make a small table."""
        said = ", ".join(f"{column} {kind}" for column, kind in columns)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} ({said})")
        every = [tuple(row) for row in rows]
        marks = f"({', '.join('?' * len(columns))})"
        for at in range(0, len(every), _ROWS_AT_ONCE):
            some = every[at : at + _ROWS_AT_ONCE]
            values = ", ".join([marks] * len(some))
            flat = [value for row in some for value in row]
            self.connection.execute(f"INSERT INTO {name} VALUES {values}", flat)

    def relation(self, name: str, select: str, *, is_kept: bool) -> None:
        """Name a SELECT; a kept one becomes a table."""
        kind = "TABLE" if is_kept else "VIEW"
        self.connection.execute(f"CREATE {kind} {name} AS {select}")

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a query."""
        return self.connection.execute(query).fetchall()

    def beside(self, query: str) -> list[Row] | None:
        """Return the rows of a query that is worked on a thread of its own.

        ``None`` where a file is damaged, a text has rows that could not be cut into cells, or a
        difference does not fit.
        """
        with self.connection.cursor() as cursor:
            try:
                rows = cursor.execute(query).fetchall()
            except (
                duckdb.InvalidInputException,
                duckdb.SerializationException,
                duckdb.OutOfRangeException,
            ):
                return None
            if "read_csv" in query and cursor.execute(_REJECTED).fetchone():
                return None
            return rows

    def run(self, statement: str) -> None:
        """Run a statement."""
        self.connection.execute(statement)


@contextmanager
def workbench(
    folder: Path, allowed: Sequence[Path], *, writes: Path | None = None
) -> Iterator[Bench]:
    """Open a bench that reads only ``allowed`` files and writes only to ``folder``.

    Args:
        folder: Where it keeps what it works on.
        allowed: What it reads.
        writes: Another folder that it may write to.

    Raises:
        Stopped: the machine has no room to work the readings.
    """
    try:
        with duckdb.connect(str(folder / "bench.duckdb"), config=_SETTINGS) as connection:
            _close_doors(connection, folder, allowed, writes)
            yield Bench(connection)
    except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
        raise Stopped(
            f"there is no room to work the readings: {fault}", code="no-room", about="readings"
        ) from fault


def _close_doors(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    allowed: Sequence[Path],
    writes: Path | None,
) -> None:
    connection.execute("SET TimeZone = 'UTC'")
    # Standard output belongs to the command, which may write JSON there.
    connection.execute("SET enable_progress_bar_print = false")
    connection.execute(f"SET temp_directory = {_text(str(folder / 'spill'))}")
    paths = ", ".join(_text(str(each)) for path in allowed for each in (path, path.resolve()))
    connection.execute(f"SET allowed_paths = [{paths}]")
    if writes is not None:
        connection.execute(f"SET allowed_directories = [{_text(str(writes))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
