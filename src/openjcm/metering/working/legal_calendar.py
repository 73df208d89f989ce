"""The legal days and months of a plan as instants, numbered one after another."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from openjcm.measure.legal_time import start_of
from openjcm.measure.period import Period
from openjcm.metering.plan.plan import Plan, microseconds

# Before the period and after it, so that a reading beside it has its slot too.
_BESIDE = timedelta(days=400)


def slot_rows(plan: Plan) -> Iterator[tuple[str, int, int, int]]:
    """Yield every month and day that a meter of the plan expects a reading in."""
    kinds = {each.expected_interval for each in plan.meters if each.interval is None}
    for every in sorted(kinds):
        days = _months(plan.period) if every == "month" else _days(plan.period)
        starts = [microseconds(start_of(day, plan.zone)) for day in days]
        # A country that crossed the date line had days that never were.
        spans = [(start, until) for start, until in pairwise(starts) if start < until]
        for number, (start, until) in enumerate(spans):
            yield every, number, start, until


def period_around(every: str, plan: Plan, at: int) -> tuple[int, int]:
    """Return the instants at which the legal day or month around an instant begins and ends.

    Args:
        every: ``day`` or ``month``.
        plan: Whose legal time it is.
        at: Microseconds since 1970, as are both ends.
    """
    first = plan.local(at).date()
    until = first + timedelta(days=1)
    if every == "month":
        first = first.replace(day=1)
        until = (first + timedelta(days=31)).replace(day=1)
    start, end = (microseconds(start_of(day, plan.zone)) for day in (first, until))
    return start, end


def _months(period: Period) -> Iterator[date]:
    month = (period.first - _BESIDE).replace(day=1)
    while month <= period.until + _BESIDE:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _days(period: Period) -> Iterator[date]:
    first = period.first - _BESIDE
    return (first + timedelta(days=at) for at in range(period.days + 2 * _BESIDE.days))
