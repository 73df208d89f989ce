"""A column that says the unit of each row, held against the plan before any value is read."""

from collections.abc import Iterator

import duckdb

from openjcm.measure.errors import Finding
from openjcm.metering.files.parquet import looker
from openjcm.metering.files.relation import file_sql, table_sql
from openjcm.metering.files.source import Source
from openjcm.metering.files.units import unit_of_row
from openjcm.metering.plan.plan import Plan

_SAID_MAX = 1000
_SAID = "SELECT DISTINCT {file}, {meter}, trim(CAST(c{unit} AS VARCHAR)) FROM {table} LIMIT {most}"


def units_beside(source: Source, plan: Plan) -> Iterator[Finding]:
    """Find rows whose unit, in a column of its own, is not that of their meter in the plan."""
    columns = source.table.columns
    if columns.unit is None:
        return
    meter = "''" if columns.meter is None else f"trim(CAST(c{columns.meter} AS VARCHAR))"
    asked = {
        "file": file_sql(source),
        "meter": meter,
        "unit": columns.unit,
        "table": table_sql(source),
        "most": _SAID_MAX * len(source.each),
    }
    try:
        with looker().cursor() as bench:
            rows = bench.execute(_SAID.format(**asked)).fetchall()
    except duckdb.Error:
        # A file that cannot be read so is refused by those who read all of it.
        return
    of_all = [] if columns.meter is not None else columns.meters
    by_name = {name: each for each in plan.meters for name in (each.id, *each.names)}
    found = set[tuple[int, str, str]]()
    names = {each.number: each.name for each in source.each}
    for file, name, cell in rows:
        said = unit_of_row(cell or "")
        meters = [by_name[name]] if name in by_name else of_all
        for each in meters:
            if said and said != each.register_unit and (file, each.id, said) not in found:
                found.add((file, each.id, said))
                header = source.table.headers[columns.unit]
                yield Finding(
                    "wrong-unit",
                    f"{names[file]} column {header}",
                    f"rows of {each.id} are in {said}, and the plan has {each.register_unit}; "
                    "correct the one that is wrong, or hand in what is in one unit by itself",
                )
