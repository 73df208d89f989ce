"""What was decided about readings by a rule, each with its place and its effect.

The effects of a meter's faults sum to what its register's span is short of in the count.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile
from openjcm.metering.summary import Fault, FaultCount, FaultKind
from openjcm.metering.workbench import Bench

SHOWN_MAX = 100

_FAULTS = """
CREATE TABLE fault AS
SELECT 'reset' AS kind, meter, place.file, place.row, instant, change AS effect,
    since AS other, register AS shown
FROM step WHERE change < 0
UNION ALL
SELECT 'non-monotone', meter, place.file, place.row, instant, 0, NULL, register
FROM point WHERE out_of_line
UNION ALL
SELECT 'gap', meter, place.file, place.row, instant, 0, since, slots
FROM (
    SELECT point.*, lag(instant) OVER one AS since,
        slot.number - lag(slot.number) OVER one - 1 AS slots
    FROM point JOIN plan_meter ON plan_meter.id = point.meter
    ASOF JOIN slot ON slot.every = plan_meter.every AND point.instant >= slot.start
    WINDOW one AS (PARTITION BY meter ORDER BY instant)
) WHERE slots > 0
UNION ALL
SELECT 'duplicate', meter, file, row, instant, 0, NULL, register
FROM reading QUALIFY row_number() OVER (PARTITION BY meter, instant ORDER BY file, row) > 1
UNION ALL
SELECT 'out-of-order', meter, file, row, instant, 0, latest, register
FROM (
    SELECT *, max(instant) OVER (PARTITION BY file, meter ORDER BY row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest FROM reading
) WHERE instant < latest
UNION ALL
SELECT 'outside-period', meter, file, row, instant, 0, NULL, register
FROM reading
WHERE instant < (SELECT min(instant) FROM boundary)
    OR instant > (SELECT max(instant) FROM boundary)
"""

_SHOWN = """
SELECT kind, meter, file, row, instant, effect, other, shown
FROM fault JOIN plan_meter ON plan_meter.id = meter
QUALIFY row_number() OVER (PARTITION BY kind, meter ORDER BY instant, file, row) <= ?
ORDER BY position, instant, kind, file, row
"""

_COUNTS = """
SELECT kind, meter, count(*), sum(effect)
FROM fault JOIN plan_meter ON plan_meter.id = meter
GROUP BY kind, meter, position ORDER BY position, kind
"""


def make_faults(bench: Bench) -> None:
    """Make the table ``fault``."""
    bench.execute(_FAULTS)


def faults(bench: Bench, files: Sequence[ReadingFile], plan: Plan) -> Iterator[Fault]:
    """Return the faults by meter and instant, at most a hundred of a kind and meter."""
    for kind, meter, file, row, at, effect, other, shown in bench.execute(
        _SHOWN, [SHOWN_MAX]
    ).fetchall():
        since = None if other is None else plan.local(other)
        yield Fault(
            kind=FaultKind(kind),
            meter=meter,
            file=files[file].name,
            row=row,
            at=plan.local(at),
            effect=effect,
            message=_message(FaultKind(kind), plan.meter(meter).expected_interval, since, shown),
        )


def fault_counts(bench: Bench) -> tuple[FaultCount, ...]:
    """Count all faults by meter and kind."""
    rows = bench.execute(_COUNTS).fetchall()
    return tuple(FaultCount(FaultKind(kind), *rest) for kind, *rest in rows)


def _message(kind: FaultKind, every: str, since: datetime | None, shown: int) -> str:
    other = since.isoformat() if since else ""
    happened = {
        FaultKind.RESET: f"The register fell to {shown} since {other}.",
        FaultKind.NON_MONOTONE: f"The register stands at {shown}, out of line with its neighbours.",
        FaultKind.GAP: f"No reading since {other}: {shown} without one ({every}).",
        FaultKind.DUPLICATE: f"The reading {shown} stands in an earlier row too.",
        FaultKind.OUT_OF_ORDER: f"The row stands below a later reading, of {other}.",
        FaultKind.OUTSIDE_PERIOD: f"The reading {shown} lies outside the period.",
    }[kind]
    return f"{happened} {kind.rule_applied}"
