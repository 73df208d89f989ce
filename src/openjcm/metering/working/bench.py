"""A DuckDB of its own for one reading of the files, in a folder that is removed afterwards.

It holds little memory, spills to that folder, reads only the files it was given, and loads no
extension from anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

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
_UNREADABLE = (
    duckdb.InvalidInputException,
    duckdb.SerializationException,
    duckdb.OutOfRangeException,
)
_REJECTED = "SELECT 1 FROM reject_errors LIMIT 1"


class Bench:
    """An engine on one machine; see ``Engine``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.statements = 0
        # Made beforehand: what they tell of their progress cannot be set once the doors are closed.
        self._beside = [connection.cursor() for _ in range(THREADS)]
        self._idle: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        for each in self._beside:
            self._idle.put(each)
        for each in (connection, *self._beside):
            _settle(each)

    def close(self) -> None:
        """Close what works beside the first connection."""
        for each in self._beside:
            each.close()

    def moved(self) -> float:
        """Return how many long statements were worked, and of those that are running the share.

        May be asked from any thread.
        """
        running = (each.query_progress() for each in (self.connection, *self._beside))
        return self.statements + sum(max(each, 0) / 100 for each in running)

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
        self.statements += is_kept

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a query."""
        return self.connection.execute(query).fetchall()

    def beside(self, query: str) -> list[Row] | None:
        """Return the rows of a query that is worked on a thread of its own.

        ``None`` where a file is damaged, a text has rows that could not be cut into cells, or a
        difference does not fit.
        """
        cursor = self._idle.get()
        try:
            rows = cursor.execute(query).fetchall()
            self.statements += 1
            # Rows that another query before it left here are rows of the same files.
            if "read_csv" in query and cursor.execute(_REJECTED).fetchone():
                return None
        except duckdb.Error as fault:
            # Of a damaged Parquet file a library below DuckDB may complain, with no kind at all.
            if isinstance(fault, _UNREADABLE) or type(fault) is duckdb.Error:
                return None
            raise
        else:
            return rows
        finally:
            self._idle.put(cursor)

    def run(self, statement: str) -> None:
        """Run a statement."""
        self.connection.execute(statement)

    def work(self, statement: str) -> None:
        """Run a statement over many rows, one of those that are counted."""
        self.connection.execute(statement)
        self.statements += 1


@contextmanager
def workbench(
    folder: Path, allowed: Sequence[Path], *, folders: Sequence[Path] = ()
) -> Iterator[Bench]:
    """Open a bench that reads only ``allowed`` files and writes only to ``folder``.

    Args:
        folder: Where it keeps what it works on, and where what it reads may stand too.
        allowed: What it reads elsewhere.
        folders: Others that it may read and write.

    Raises:
        Stopped: the machine has no room to work the readings.
    """
    try:
        with duckdb.connect(str(folder / "bench.duckdb"), config=_SETTINGS) as connection:
            bench = Bench(connection)
            _close_doors(connection, folder, allowed, folders)
            try:
                yield bench
            finally:
                bench.close()
    except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
        raise Stopped(
            f"there is no room to work the readings: {fault}", code="no-room", about="readings"
        ) from fault


def _close_doors(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    allowed: Sequence[Path],
    folders: Sequence[Path],
) -> None:
    connection.execute(f"SET temp_directory = {_text(str(folder / 'spill'))}")
    said = dict.fromkeys(str(each) for path in allowed for each in (path, path.resolve()))
    paths = ", ".join(map(_text, said))
    connection.execute(f"SET allowed_paths = [{paths}]")
    places = ", ".join(_text(f"{each.resolve()}/") for each in (folder, *folders))
    connection.execute(f"SET allowed_directories = [{places}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _settle(connection: duckdb.DuckDBPyConnection) -> None:
    """Set what each connection has for itself: its clock, and that it says how far it is.

    It says so only when asked: standard output belongs to the command, which may write JSON there.
    """
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar_print = false")
    connection.execute("SET enable_progress_bar = true")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
