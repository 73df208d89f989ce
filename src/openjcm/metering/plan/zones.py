"""When a zone's clocks change, as instants worked out beforehand."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from openjcm.metering.plan.plan import microseconds

_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def changes(zone: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return where each span of unchanged clocks ends, and how far they are ahead of UTC.

    Both in microseconds, from the year ``first`` to ``last``, both inside. A span ends at the
    instant at which the next begins.
    """
    clock, spans = ZoneInfo(zone), list[tuple[int, int]]()
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    ahead = _ahead(at, clock)
    while at < end:
        later = at + _DAY
        if _ahead(later, clock) != ahead:
            turn = _turn(at, later, clock)
            spans.append((microseconds(turn), ahead))
            ahead = _ahead(turn, clock)
        at = later
    return (*spans, (microseconds(end), ahead))


def _turn(before: datetime, after: datetime, clock: ZoneInfo) -> datetime:
    """Return the first second at which the clocks are set as after."""
    ahead = _ahead(before, clock)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        before, after = (middle, after) if _ahead(middle, clock) == ahead else (before, middle)
    return after


def _ahead(at: datetime, clock: ZoneInfo) -> int:
    ahead = at.astimezone(clock).utcoffset() or timedelta()
    return int(ahead.total_seconds()) * 1_000_000
