"""How an intake stands: up to when each meter was read, what is late, how much arrived."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from openjcm.intake.opening import plan_of
from openjcm.intake.summing import arrived_readings
from openjcm.metering import Meter, Plan
from openjcm.metering.plan.meter import Reads
from openjcm.metering.plan.plan import microseconds
from openjcm.store.database import reader
from openjcm.store.intakes import Arrived, Intake, batches, counts

_SEEN = """
SELECT meter, count(*), count(*) FILTER (instant >= {first} AND instant <= {until}),
    min(instant), max(instant)
FROM (SELECT DISTINCT meter, instant FROM reading) AS single GROUP BY meter
"""
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class MeterState:
    """What stands of one meter: its readings, the last of them, and how late the next one is.

    ``readings`` counts instants, however often a reading was sent; ``in_period`` those from the
    first day of the plan until now, of which ``expected`` should be there. ``late_seconds`` is how
    long ago the next reading was due, 0 where it is not due yet or the period is over and whole.
    """

    meter: str
    parameter: str
    equipment: str
    unit: str
    digits: int
    reads: str
    expected_interval: str
    readings: int
    in_period: int
    expected: int
    first_at: datetime | None
    last_at: datetime | None
    late_seconds: int


@dataclass(frozen=True, slots=True)
class IntakeState:
    """An intake with what arrived; ``replaced`` is how many batches a later one corrects."""

    name: str
    partnership: str
    project: str
    basis: str
    opened_at: datetime
    zone: str
    first: date
    last: date
    batches: int
    replaced: int
    bytes: int
    last_received_at: datetime | None
    meters: tuple[MeterState, ...]


def state_of(intake: Intake) -> IntakeState:
    """Return how an intake stands now.

    Raises:
        Conflict: a kept file is not what arrived.
        Stopped: the database does not answer, or the machine has no room.
    """
    plan, arrived = plan_of(intake), batches(reader(), intake.name)
    much = counts(reader(), intake.name)
    now: datetime = reader().rows("SELECT ledger_now() AS now")[0]["now"]
    return IntakeState(
        name=intake.name,
        partnership=intake.partnership,
        project=intake.project,
        basis=intake.basis,
        opened_at=intake.opened_at,
        zone=plan.zone,
        first=plan.period.first,
        last=plan.period.last,
        batches=much.batches,
        replaced=much.replaced,
        bytes=much.bytes,
        last_received_at=much.last_received_at,
        meters=_meters(intake, plan, arrived, now),
    )


def _meters(
    intake: Intake, plan: Plan, arrived: list[Arrived], now: datetime
) -> tuple[MeterState, ...]:
    first, until = plan.boundaries[0], min(now, plan.boundaries[-1])
    seen: dict[int, tuple[int, int, int, int]] = {}
    if arrived:
        asked = _SEEN.format(first=microseconds(first), until=microseconds(until))
        with arrived_readings(intake, arrived) as bench:
            seen = {row[0]: (row[1], row[2], row[3], row[4]) for row in bench.rows(asked)}
    return tuple(
        _meter(meter, plan, seen.get(place), now) for place, meter in enumerate(plan.meters)
    )


def _meter(
    meter: Meter, plan: Plan, seen: tuple[int, int, int, int] | None, now: datetime
) -> MeterState:
    readings, in_period, first, last = seen or (0, 0, None, None)
    last_at = None if last is None else plan.local(last).astimezone(UTC)
    return MeterState(
        meter=meter.id,
        parameter=meter.parameter,
        equipment=meter.equipment,
        unit=meter.register_unit,
        digits=meter.digits,
        reads=meter.reads.value,
        expected_interval=meter.expected_interval,
        readings=readings,
        in_period=in_period,
        expected=expected_until(plan, meter, now),
        first_at=None if first is None else plan.local(first).astimezone(UTC),
        last_at=last_at,
        late_seconds=_late(plan, meter, last_at, now),
    )


def expected_until(plan: Plan, meter: Meter, now: datetime) -> int:
    """Return how many readings of a meter should stand from the first day of the plan until now."""
    first, until = plan.boundaries[0], min(now, plan.boundaries[-1])
    if until < first:
        return 0
    # A register is read at both ends; what is told by the interval only at one.
    both = 1 if meter.reads is Reads.REGISTER else 0
    if meter.interval is not None:
        return (until - first) // meter.interval + both
    begins, ends = (each.astimezone(plan.tzinfo) for each in (first, until))
    if meter.expected_interval == "day":
        return (ends.date() - begins.date()).days + both
    return (ends.year - begins.year) * 12 + ends.month - begins.month + both


def _late(plan: Plan, meter: Meter, last_at: datetime | None, now: datetime) -> int:
    first, until = plan.boundaries[0], plan.boundaries[-1]
    if last_at is not None and last_at >= until:
        return 0
    every = meter.interval or (timedelta(days=1) if meter.expected_interval == "day" else _MONTH)
    due = first if last_at is None else min(last_at + every, until)
    return max(int((now - due).total_seconds()), 0)
