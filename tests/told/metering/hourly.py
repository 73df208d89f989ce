"""A day of hourly readings that can be added up by hand, and what becomes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from openjcm.measure.period import Period
from openjcm.metering import FaultKind, Meter, Plan, Summary, Treatment
from openjcm.metering.plan.meter import Lowers, Reads

DAY = datetime(2024, 5, 1, tzinfo=UTC)
HOURLY = Meter("M", "EG", "PV system 1", expected_interval="1h", capacity=Decimal(10))
SOUND = {hour: 100 + 5 * hour for hour in range(25)}
INTERVAL = replace(HOURLY, reads=Reads.INTERVAL)
HOURS = dict.fromkeys(range(1, 25), 5)
Counted = Callable[..., Summary]


def plan_of(meter: Meter) -> Plan:
    """Return the plan of that day."""
    return Plan("UTC", Period(date(2024, 5, 1), date(2024, 5, 1)), (meter,))


def treated(kind: FaultKind, done: Treatment, lowers: Lowers | None = None) -> Meter:
    """Return the meter with a rule for one kind of fault."""
    return replace(HOURLY, rules={kind: done}, lowers=lowers)


def amounts(summary: Summary) -> tuple[int, int, int]:
    """Return what was counted, filled and excluded of the one meter."""
    (register,) = summary.conservation
    assert register.holds
    return register.counted, register.filled, register.excluded
