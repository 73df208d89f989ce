"""To which month a typed value belongs, and which month should be typed now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openjcm.measure.legal_time import start_of
from openjcm.metering import Plan
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import microseconds

_CLOSES_UNTIL = 15


@dataclass(frozen=True, slots=True)
class Window:
    """The instants that belong to a month: after ``start``, up to and with ``until``."""

    month: date
    start: int
    until: int

    @property
    def holds(self) -> str:
        """SQL of whether an instant belongs to it."""
        return f"instant > {self.start} AND instant <= {self.until}"


def window_of(plan: Plan, meter: Meter, at: datetime) -> Window:
    """Return the month to which a value belongs, with all instants that do.

    A register is read near the turn of a month, before it or behind: until the fifteenth it closes
    the month before. An amount belongs to the month of its interval, which ends at midnight.
    """
    inside = at.astimezone(plan.tzinfo) - timedelta(microseconds=1)
    if meter.reads is Reads.REGISTER:
        month = inside.date().replace(day=1)
        month = month if inside.day > _CLOSES_UNTIL else _turned(month, -1)
        ends = [day.replace(day=_CLOSES_UNTIL + 1) for day in (month, _turned(month, 1))]
        start, until = (microseconds(start_of(each, plan.zone)) for each in ends)
        return Window(month, start, until)
    is_start = meter.stamp == "start"
    month = (at.astimezone(plan.tzinfo) if is_start else inside).date().replace(day=1)
    start, until = (
        microseconds(start_of(each, plan.zone)) - is_start for each in (month, _turned(month, 1))
    )
    return Window(month, start, until)


def due_window(plan: Plan, meter: Meter, now: datetime) -> Window:
    """Return the month that should be typed now: of amounts the last one that is whole."""
    if meter.reads is Reads.REGISTER:
        return window_of(plan, meter, now)
    month = now.astimezone(plan.tzinfo).date().replace(day=1)
    at = _turned(month, -1) if meter.stamp == "start" else month
    return window_of(plan, meter, start_of(at, plan.zone))


def _turned(month: date, by: int) -> date:
    """Return the first day of the next month, or of the one before."""
    far = timedelta(days=31) if by > 0 else timedelta(days=-1)
    return (month + far).replace(day=1)
