"""Which instant begins a legal day, and which day an instant falls on, in a country's own time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def start_of(day: date, zone: str) -> datetime:
    """Return the instant (UTC) at which a legal day begins in ``zone``.

    Where the clock jumps over midnight the day begins at the first instant that exists; where
    midnight comes twice, at the earlier.

    >>> start_of(date(2018, 1, 1), "Asia/Dhaka").isoformat()
    '2017-12-31T18:00:00+00:00'
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    instant = min(midnight.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    while legal_day(instant, zone) < day:
        instant += timedelta(minutes=1)
    return instant


def legal_day(instant: datetime, zone: str) -> date:
    """Return the calendar day on which ``instant`` falls in ``zone``."""
    return instant.astimezone(ZoneInfo(zone)).date()
