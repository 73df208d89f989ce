"""How complete readings are, and how a day runs: by meter, legal day and hour.

For the report that people read. Sound meters are read from their files once more, hour by hour;
for the others the accepted readings stand in the engine already. The legal clock is worked out
beforehand as offsets; a day of a change of clocks has its 23 or 25 hours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openjcm.measure.legal_time import start_of
from openjcm.metering.files.relation import quick
from openjcm.metering.files.source import Source
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.plan.zones import changes
from openjcm.metering.working.bench import Bench
from openjcm.metering.working.definition import microseconds_of
from openjcm.metering.working.screening.proof import Screened

HOUR = 3_600_000_000
HOURS = 24
DAY = "day"

# A reading at the turn of an hour ends the hour before: what moved is told by the later reading. So
# the one at which the period begins is of no day, and the first hour is told from it on.
_ORDERED = """
SELECT accepted.meter, ({local} - 1) // {hour} AS hour, count(*) AS readings,
    max(register) AS register
FROM accepted WHERE instant >= {first} AND instant <= {last} GROUP BY ALL
"""
_SOUND = """
SELECT plan_name.meter, ({local} - 1) // {hour} AS hour, count(*) AS readings,
    max(register) AS register
FROM ({rows}) AS quick JOIN plan_name ON plan_name.name = meter_name
WHERE plan_name.meter IN ({meters}) AND instant >= {first} AND instant <= {last} GROUP BY ALL
"""
_APART = """
SELECT meter, ({local} - 1) // {hour} AS hour, count(DISTINCT instant) AS readings,
    max(register) AS register
FROM {relation} WHERE meter IN ({meters}) AND instant >= {first} AND instant <= {last} GROUP BY ALL
"""
_HOURS = "CREATE OR REPLACE TEMP TABLE hours AS "
_DAYS = """
SELECT meter, hour // 24 AS day, sum(readings) FROM hours GROUP BY ALL ORDER BY ALL
"""
_PROFILE = """
SELECT meter, hour % 24 AS of_day, sum(moved) FROM (
    SELECT meter, hour, register - lag(register) OVER (PARTITION BY meter ORDER BY hour) AS moved
    FROM (SELECT meter, hour, max(register) AS register FROM hours GROUP BY ALL) AS merged
) AS followed WHERE moved >= 0 GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class MeterDays:
    """How many readings of a meter stand on each legal day, and how many were to be expected.

    ``profile`` is what its register moved on in each hour of the legal day, over all days, in
    whole last digits; empty for a meter whose values are no register, or which is read more
    seldom than every hour.
    """

    meter: str
    read: tuple[int, ...]
    expected: tuple[int, ...]
    profile: tuple[int, ...]


def meter_days(
    bench: Bench, sources: Sequence[Source], plan: Plan, screened: Screened
) -> tuple[MeterDays, ...]:
    """Return the days of every meter that is read once a day or oftener, in the plan's order."""
    bench.work(_HOURS + " UNION ALL ".join(_selects(sources, plan, screened)))
    first = _epoch_day(plan.period.first)
    read = {(meter, day - first): int(count) for meter, day, count in bench.rows(_DAYS)}
    moved = {(meter, hour): int(amount) for meter, hour, amount in bench.rows(_PROFILE)}
    days = [plan.period.first + timedelta(days=at) for at in range(plan.period.days)]
    lengths = [
        microseconds(start_of(day + timedelta(days=1), plan.zone))
        - microseconds(start_of(day, plan.zone))
        for day in days
    ]
    return tuple(
        MeterDays(
            meter.id,
            tuple(read.get((place, at), 0) for at in range(len(days))),
            tuple(_expected(meter, length) for length in lengths),
            tuple(moved.get((place, hour), 0) for hour in range(HOURS)) if _turns(meter) else (),
        )
        for place, meter in enumerate(plan.meters)
        if meter.expected_interval == DAY or 0 < microseconds_of(meter) <= HOURS * HOUR
    )


def _expected(meter: Meter, length: int) -> int:
    """Return how many readings a day of this length should have."""
    every = microseconds_of(meter)
    return max(length // every, 1) if every else 1


def _selects(sources: Sequence[Source], plan: Plan, screened: Screened) -> Iterator[str]:
    first, last = (microseconds(plan.boundaries[at]) for at in (0, -1))
    asked = {"local": local_sql("instant", plan), "hour": HOUR, "first": first, "last": last}
    yield _ORDERED.format(**asked)
    if screened.apart:
        places = ", ".join(map(str, sorted(screened.apart)))
        yield _APART.format(meters=places, relation=screened.relation, **asked)
    if screened.in_files:
        meters = ", ".join(map(str, screened.in_files))
        for source in sources:
            yield _SOUND.format(rows=quick(source, plan), meters=meters, **asked)


def local_sql(instant: str, plan: Plan) -> str:
    """Return SQL of what the legal clock shows at an instant, in microseconds since 1970."""
    spans = changes(plan.zone, plan.period.first.year - 1, plan.period.last.year + 1)
    if len(spans) == 1:
        return f"({instant} + {spans[0][1]})"
    # A reading at the very turn ends the hour before it.
    cases = " ".join(f"WHEN {instant} <= {until} THEN {ahead}" for until, ahead in spans)
    return f"({instant} + CASE {cases} END)"


def _turns(meter: Meter) -> bool:
    """Whether a day of the meter has hours to be told."""
    return meter.reads is Reads.REGISTER and 0 < microseconds_of(meter) <= HOUR


def _epoch_day(day: date) -> int:
    return (day - date(1970, 1, 1)).days
