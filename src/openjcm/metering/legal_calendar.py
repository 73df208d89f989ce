"""The plan's legal time as tables of instants: boundaries, parts of years, months and days.

Worked out once from the zone; the readings are then compared as whole microseconds.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from openjcm.measure.legal_time import start_of
from openjcm.measure.period import Period
from openjcm.metering.plan import Plan, microseconds
from openjcm.metering.workbench import Bench

_TABLES = """
CREATE TABLE boundary (instant BIGINT);
CREATE TABLE year_part (year INTEGER, start BIGINT, until BIGINT);
CREATE TABLE slot (every VARCHAR, number BIGINT, start BIGINT);
"""

_SLOTS = "INSERT INTO slot SELECT ?, unnest(range(?)), unnest(?::BIGINT[])"


def make_calendar(bench: Bench, plan: Plan) -> None:
    """Make the tables ``boundary``, ``year_part`` and ``slot`` (months or days) of the plan."""
    bench.execute(_TABLES)
    ends = [microseconds(at) for at in plan.boundaries]
    bench.execute("INSERT INTO boundary SELECT unnest(?::BIGINT[])", [ends])
    for part in plan.years:
        row = [part.year, microseconds(part.start), microseconds(part.until)]
        bench.execute("INSERT INTO year_part VALUES (?, ?, ?)", row)
    for every in sorted({meter.expected_interval for meter in plan.meters}):
        days = _months(plan.period) if every == "month" else _days(plan.period)
        starts = [microseconds(start_of(day, plan.zone)) for day in days]
        bench.execute(_SLOTS, [every, len(starts), starts])


def _months(period: Period) -> Iterator[date]:
    month = period.first.replace(day=1)
    while month <= period.until:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _days(period: Period) -> Iterator[date]:
    return (period.first + timedelta(days=count) for count in range(period.days + 1))
