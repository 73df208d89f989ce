"""A DuckDB of its own for one reading of the files, in a folder that is removed afterwards.

It holds 512 MB at most, spills to that folder, reads only the files it was given, and loads no
extension from anywhere.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from openjcm.measure.errors import Stopped
from openjcm.metering.reading_files import LINE_BYTES_MAX, ReadingFile

Bench = duckdb.DuckDBPyConnection

_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    "threads": 2,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

# One column per line: a cell that does not fit must still be reported with its row.
# The file is reached by a link with a plain name, as DuckDB reads * and [ in names as patterns.
_LINES = """
INSERT INTO line
SELECT ?, row_number() OVER (), text
FROM read_csv(?, auto_detect = false, header = false, columns = {'text': 'VARCHAR'},
    delim = '\x01', quote = '', escape = '', comment = '', strict_mode = false,
    null_padding = true, compression = 'none', new_line = ?, max_line_size = ?)
"""


@contextmanager
def workbench(files: Sequence[ReadingFile]) -> Iterator[Bench]:
    """Open a bench that holds every line of the files in the table ``line(file, row, text)``.

    Raises:
        Stopped: the machine has no room to work the readings.
    """
    try:
        with (
            tempfile.TemporaryDirectory(prefix="openjcm-readings-") as folder,
            duckdb.connect(str(Path(folder) / "bench.duckdb"), config=_LIMITS) as bench,
        ):
            _close_doors(bench, folder, files)
            _load(bench, Path(folder), files)
            yield bench
    except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
        raise Stopped(
            f"there is no room to work the readings: {fault}", code="no-room", about="readings"
        ) from fault


def _close_doors(bench: Bench, folder: str, files: Sequence[ReadingFile]) -> None:
    bench.execute("SET TimeZone = 'UTC'")
    bench.execute(f"SET temp_directory = {_text(folder + '/spill')}")
    allowed = ", ".join(_text(str(file.path.resolve())) for file in files)
    bench.execute(f"SET allowed_paths = [{allowed}]")
    bench.execute("SET enable_external_access = false")
    bench.execute("SET lock_configuration = true")


def _load(bench: Bench, folder: Path, files: Sequence[ReadingFile]) -> None:
    bench.execute("CREATE TABLE line (file SMALLINT, row BIGINT, text VARCHAR)")
    for number, file in enumerate(files):
        link = folder / f"{number}.csv"
        link.symlink_to(file.path.resolve())
        ends = r"\r\n" if file.has_carriage_returns else r"\n"
        bench.execute(_LINES, [number, str(link), ends, 2 * LINE_BYTES_MAX])


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
