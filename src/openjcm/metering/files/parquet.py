"""A Parquet file as a table: its columns with their types, told by the file itself."""

from functools import cache
from pathlib import Path

import duckdb

from openjcm.measure.errors import Finding
from openjcm.metering.files.clocks import Clock, Shape, clock_of
from openjcm.metering.files.columns import Columns, columns_of
from openjcm.metering.files.tables import Table, clock_misfit, marks_of_none, told
from openjcm.metering.plan.plan import Plan

ROW_NUMBER = "file_row_number"
_SAMPLES = 200


def parquet_table(path: Path, name: str, plan: Plan) -> Table | list[Finding]:
    """Look at a Parquet file; say how it is read, or why it cannot be."""
    try:
        with looker().cursor() as bench:
            file = bench.read_parquet(str(path))
            headers, types = tuple(file.columns), tuple(str(each) for each in file.types)
            columns = columns_of(headers, plan, name)
            if isinstance(columns, list):
                return columns
            cells = ", ".join(
                f"CAST({quoted(headers[at])} AS VARCHAR)"
                for at in (columns.read_at, columns.clock)
                if at is not None
            )
            rows = file.project(cells).limit(_SAMPLES).fetchall()
    except duckdb.Error as fault:
        return [Finding("cut-off", name, f"the Parquet file cannot be read: {str(fault)[:200]}")]
    if ROW_NUMBER in headers:
        said = f"a column of the file is called {ROW_NUMBER}; give it another name"
        return [Finding("wrong-header", name, said)]
    if not rows:
        return [Finding("empty-file", name, "the file has columns and no readings; add them")]
    samples = [" ".join(cell or "" for cell in row) for row in rows]
    return _told(headers, types, columns, samples, plan, name)


@cache
def looker() -> duckdb.DuckDBPyConnection:
    """Return the one bench that looks at files: to open one costs more than to look."""
    return duckdb.connect(config={"threads": 1, "memory_limit": "256MB"})


def _told(
    headers: tuple[str, ...],
    types: tuple[str, ...],
    columns: Columns,
    samples: list[str],
    plan: Plan,
    name: str,
) -> Table | list[Finding]:
    kind = types[columns.read_at]
    if kind == "TIMESTAMP WITH TIME ZONE":
        clock: Clock | None = Clock(Shape.YEAR_FIRST, has_shift=True)
    elif kind.startswith("TIMESTAMP"):
        clock = Clock(Shape.YEAR_FIRST, has_shift=False)
    else:
        clock = clock_of(samples, day_first=plan.columns.day_first)
    place = f"{name} column {headers[columns.read_at]}"
    if clock is None:
        said = f"{samples[0][:40]!r} is not an instant; write timestamps with a zone"
        return [Finding("not-an-instant", place, said)]
    misfit = clock_misfit(clock, headers[columns.read_at], plan, place)
    if misfit is not None:
        return [misfit]
    first, *others = told(headers, columns, clock, plan)
    said_of = (f"{first}, from {kind}", *others)
    return Table(
        headers,
        columns,
        clock,
        sample=samples[0],
        types=types,
        missing=marks_of_none(plan),
        said=said_of,
    )


def quoted(header: str) -> str:
    """Return a column's name as SQL writes it."""
    return '"' + header.replace('"', '""') + '"'
