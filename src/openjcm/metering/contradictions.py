"""Where readings contradict each other or the plan, so that no rule can decide: refused."""

from collections.abc import Iterator, Sequence

from openjcm.measure.errors import Finding
from openjcm.metering.cells import SHOWN_MAX, place_of
from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile
from openjcm.metering.workbench import Bench

_TWO_VALUES = """
WITH sound AS (
    SELECT * FROM reading WHERE meter_fault IS NULL AND instant IS NOT NULL
        AND register IS NOT NULL
), split AS (
    SELECT meter, instant FROM sound GROUP BY ALL HAVING count(DISTINCT register) > 1
)
SELECT file, row, meter, instant, register, count(*) OVER () AS found
FROM sound SEMI JOIN split USING (meter, instant)
ORDER BY meter, instant, file, row LIMIT ?
"""

_MISSING_METERS = """
SELECT id FROM plan_meter WHERE id NOT IN (SELECT meter FROM reading) ORDER BY position
"""

# A row whose register cannot be read still stands at its instant: one fault, one finding.
_MISSING_BOUNDARIES = """
WITH wanted AS (
    SELECT id, position, boundary.instant FROM plan_meter CROSS JOIN boundary
    WHERE id IN (SELECT meter FROM reading)
), near AS (
    SELECT id, wanted.position, wanted.instant,
        max_by(struct_pack(file := file, row := row, instant := reading.instant), reading.instant)
            FILTER (reading.instant < wanted.instant) AS before,
        min_by(struct_pack(file := file, row := row, instant := reading.instant), reading.instant)
            FILTER (reading.instant > wanted.instant) AS after,
        coalesce(bool_or(reading.instant = wanted.instant), false) AS stands
    FROM wanted LEFT JOIN reading ON reading.meter = wanted.id
    GROUP BY ALL
)
SELECT id, instant, before, after FROM near WHERE NOT stands ORDER BY position, instant
"""

_FALSE_BOUNDARIES = """
SELECT meter, instant, place.file, place.row, before, register, after
FROM point WHERE out_of_line AND instant IN (SELECT instant FROM boundary)
ORDER BY meter, instant
"""


def contradictions(bench: Bench, files: Sequence[ReadingFile], plan: Plan) -> Iterator[Finding]:
    """Find one instant with two registers: neither can be believed more than the other."""
    rows = bench.execute(_TWO_VALUES, [SHOWN_MAX]).fetchall()
    for file, row, meter, at, register, _ in rows:
        yield Finding(
            "contradicting-readings",
            place_of(files[file], row),
            f"{meter} shows {register} at {plan.local(at).isoformat()}, and something else in "
            "another row; take out the row that is wrong",
        )
    if rows and rows[0][-1] > len(rows):
        left = rows[0][-1] - len(rows)
        yield Finding("contradicting-readings", "readings", f"{left} more rows have the same fault")


def missing(bench: Bench, files: Sequence[ReadingFile], plan: Plan) -> Iterator[Finding]:
    """Find meters without any reading, and instants at which a reading must stand."""
    for (meter,) in bench.execute(_MISSING_METERS).fetchall():
        yield Finding(
            "missing-meter",
            "readings",
            f"no row is of the meter {meter} of the plan; add its readings",
        )
    for meter, at, before, after in bench.execute(_MISSING_BOUNDARIES).fetchall():
        nearest = before or after
        yield Finding(
            "missing-boundary-reading",
            place_of(files[nearest["file"]], nearest["row"]) if nearest else "readings",
            f"{meter} has no reading at {plan.local(at).isoformat()} "
            f"({_neighbours(plan, before, after)}); a reading must stand at both ends of the "
            "period and at each turn of a year: add the one of that instant",
        )


def false_boundaries(bench: Bench, files: Sequence[ReadingFile], plan: Plan) -> Iterator[Finding]:
    """Find readings at a turn of a year that stand out of line with both their neighbours."""
    rows = bench.execute(_FALSE_BOUNDARIES).fetchall()
    for meter, at, file, row, before, register, after in rows:
        yield Finding(
            "boundary-reading-out-of-line",
            place_of(files[file], row),
            f"{meter} shows {register} at {plan.local(at).isoformat()} between {before} and "
            f"{after}; a year cannot be cut there: correct the reading",
        )


def _neighbours(plan: Plan, before: dict[str, int] | None, after: dict[str, int] | None) -> str:
    last = f"the last before is {plan.local(before['instant']).isoformat()}" if before else ""
    next_ = f"the next after is {plan.local(after['instant']).isoformat()}" if after else ""
    return ", ".join(filter(None, (last, next_))) or "none can be read"
