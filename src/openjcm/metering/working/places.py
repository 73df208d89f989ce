"""Where the rows behind a quantity stand: the first and last row in each file, by meter and year.

Sound meters are read from their files once more, row by row inside the engine; of the others the
rows stand in the engine already.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openjcm.metering.files.relation import quick
from openjcm.metering.files.source import Source
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.working.bench import Bench
from openjcm.metering.working.screening.proof import Screened

# A reading at the turn of a year belongs to both years: it ends the one and begins the other.
_SPANS = """
SELECT meter, year, file, min(row), max(row), count(*) FROM ({rows}) AS each
JOIN (VALUES {years}) AS part(year, start, until) ON instant BETWEEN start AND until
GROUP BY ALL ORDER BY ALL
"""
_COLUMNS = "meter, instant, file, row"
_SOUND = """
SELECT plan_name.meter, instant, file, row
FROM ({rows}) AS quick JOIN plan_name ON plan_name.name = meter_name
WHERE plan_name.meter IN ({meters})
"""


@dataclass(frozen=True, slots=True)
class RowSpan:
    """The rows of one meter and calendar year in one file; the header is row 1.

    Between ``first`` and ``last`` stand ``rows`` of them, and rows of other meters and years
    where a file mixes them. Both readings at the ends of the year are among them.
    """

    meter: str
    year: int
    file: str
    first: int
    last: int
    rows: int


def row_spans(
    bench: Bench, sources: Sequence[Source], plan: Plan, screened: Screened
) -> tuple[RowSpan, ...]:
    """Return where the rows of each meter and year stand, in the order of plan, years and files."""
    years = ", ".join(
        f"({part.year}, {microseconds(part.start)}, {microseconds(part.until)})"
        for part in plan.years
    )
    rows = " UNION ALL ".join(_selects(sources, plan, screened))
    names = {each.number: each.name for source in sources for each in source.each}
    return tuple(
        RowSpan(plan.meters[meter].id, year, names[file], *counts)
        for meter, year, file, *counts in bench.rows(_SPANS.format(rows=rows, years=years))
    )


def _selects(sources: Sequence[Source], plan: Plan, screened: Screened) -> Iterator[str]:
    yield screened.readings(screened.apart, _COLUMNS)
    meters = ", ".join(map(str, screened.in_files))
    for source in sources if meters else ():
        rows = quick(source, plan, is_numbered=True)
        yield _SOUND.format(rows=rows, meters=meters)
