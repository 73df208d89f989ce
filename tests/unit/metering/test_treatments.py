"""Every treatment of every fault, on a day of hourly readings that can be added up by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import FaultKind, Meter, Plan, Treatment, summarise
from openjcm.metering.plan.meter import Calibration, Exchange, Lowers, Reads
from told.metering.hourly import (
    DAY,
    HOURLY,
    HOURS,
    INTERVAL,
    SOUND,
    Counted,
    amounts,
    plan_of,
    treated,
)


def _after(hour: int, change: int) -> dict[float, int]:
    """Return sound registers that are other by this much from an hour on."""
    return {at: value + (change if at >= hour else 0) for at, value in SOUND.items()}


def test_a_sound_day_is_counted(counted: Counted) -> None:
    """Twenty-four steps of 5 Wh."""
    summary = counted(SOUND)

    assert amounts(summary) == (120, 0, 0)
    assert summary.fault_counts == ()
    assert summary.quantities[0].value == Decimal(120)


# The register falls to 3 at noon: 23 steps of 5 remain, one of -157 or so is the fault.
RESET = {at: value if at < 12 else 3 + 5 * (at - 12) for at, value in SOUND.items()}


@pytest.mark.parametrize(
    ("done", "lowers", "filled"),
    [
        (Treatment.EXCLUDE, None, 0),
        (Treatment.CONSERVATIVE, Lowers.LESS, 0),
        (Treatment.CONSERVATIVE, Lowers.MORE, 10),
    ],
)
def test_a_reset(counted: Counted, done: Treatment, lowers: Lowers | None, filled: int) -> None:
    """The hour of the fall counts nothing, or the most that it can have brought about."""
    summary = counted(RESET, treated(FaultKind.RESET, done, lowers))

    assert amounts(summary) == (115, filled, 3 - 155 - filled)
    assert [(c.kind, c.count) for c in summary.fault_counts] == [(FaultKind.RESET, 1)]


def test_a_fall_to_more_than_an_hour_can_bring_is_no_reset(counted: Counted) -> None:
    """From 155 to 90: the register was not set to nothing."""
    registers = {at: value if at < 12 else 90 + 5 * (at - 12) for at, value in SOUND.items()}

    summary = counted(registers)

    assert amounts(summary) == (115, 0, 90 - 155)
    assert [c.kind for c in summary.fault_counts] == [FaultKind.NEGATIVE_STEP]


def test_a_turn_of_the_register_counts(counted: Counted) -> None:
    """From 999 it goes on to 4: five units, and the register turned over once."""
    meter = replace(HOURLY, turns_at=1000)
    registers = {at: (880 + 5 * at) % 1000 for at in range(25)}

    summary = counted(registers, meter)

    assert amounts(summary) == (120, 0, 0)
    assert summary.conservation[0].jumps == 1000
    assert [c.kind for c in summary.fault_counts] == [FaultKind.ROLLOVER]


def test_an_exchanged_register_counts_on(counted: Counted) -> None:
    """The old showed 157 when it was taken off, the new began at 20: 2 + 3 units in that hour."""
    at_noon = DAY + timedelta(hours=11, minutes=30)
    meter = replace(HOURLY, exchanges=(Exchange(at_noon, final=157, initial=20),))
    registers = {at: value if at < 12 else 23 + 5 * (at - 12) for at, value in SOUND.items()}

    summary = counted(registers, meter)

    assert amounts(summary) == (120, 0, 0)
    assert [c.kind for c in summary.fault_counts] == [FaultKind.EXCHANGE]


def test_an_exchange_that_does_not_fit_is_refused(counted: Counted) -> None:
    """The old register cannot have shown less at the end than before."""
    at_noon = DAY + timedelta(hours=11, minutes=30)
    meter = replace(HOURLY, exchanges=(Exchange(at_noon, final=120, initial=20),))

    with pytest.raises(Malformed, match="does not fit the exchange"):
        counted({at: v if at < 12 else 23 + 5 * (at - 12) for at, v in SOUND.items()}, meter)


@pytest.mark.parametrize(
    ("done", "lowers", "filled"),
    [
        (Treatment.EXCLUDE, None, 0),
        (Treatment.CONSERVATIVE, Lowers.LESS, 0),
        (Treatment.CONSERVATIVE, Lowers.MORE, 10),
    ],
)
def test_more_than_can_be(
    counted: Counted, done: Treatment, lowers: Lowers | None, filled: int
) -> None:
    """A jump of 1,000 in an hour of at most 10."""
    summary = counted(_after(12, 1000), treated(FaultKind.BEYOND_CAPACITY, done, lowers))

    assert amounts(summary) == (115, filled, 1005 - filled)
    assert [c.kind for c in summary.fault_counts] == [FaultKind.BEYOND_CAPACITY]


@pytest.mark.parametrize(
    ("done", "lowers", "expected"),
    [
        (Treatment.COUNT, None, (120, 0, 0)),
        (Treatment.EXCLUDE, None, (105, 0, 15)),
        (Treatment.CONSERVATIVE, Lowers.LESS, (105, 0, 15)),
        (Treatment.CONSERVATIVE, Lowers.MORE, (105, 30, -15)),
    ],
)
def test_a_gap(
    counted: Counted, done: Treatment, lowers: Lowers | None, expected: tuple[int, int, int]
) -> None:
    """Two readings lack: three hours of 15 units by the register, of at most 30."""
    registers = {at: value for at, value in SOUND.items() if at not in {12, 13}}

    summary = counted(registers, treated(FaultKind.GAP, done, lowers))

    assert amounts(summary) == expected
    assert "2 without one (1h)" in summary.faults[0].message


def test_a_register_that_stands_still(counted: Counted) -> None:
    """From eight to twelve nothing moves: told once, and counted as it is."""
    registers = {at: v if at < 8 else 140 if at <= 12 else v - 20 for at, v in SOUND.items()}

    summary = counted(registers, replace(HOURLY, stuck_after=timedelta(hours=4)))

    assert amounts(summary) == (100, 0, 0)
    ((count,), (fault,)) = summary.fault_counts, summary.faults
    assert (count.kind, count.count) == (FaultKind.STUCK, 1)
    assert "stands still for 4 h 0 min" in fault.message


def test_a_still_register_is_filled_where_more_lowers_credits(counted: Counted) -> None:
    """Four hours of at most 10 units each."""
    registers = {at: v if at < 8 else 140 if at <= 12 else v - 20 for at, v in SOUND.items()}
    meter = treated(FaultKind.STUCK, Treatment.CONSERVATIVE, Lowers.MORE)

    summary = counted(registers, replace(meter, stuck_after=timedelta(hours=4)))

    assert amounts(summary) == (100, 40, -40)


@pytest.mark.parametrize(
    ("done", "lowers", "expected"),
    [
        (Treatment.COUNT, None, (120, 0, 0)),
        (Treatment.EXCLUDE, None, (0, 0, 120)),
        (Treatment.CONSERVATIVE, Lowers.LESS, (118, 0, 2)),
        (Treatment.CONSERVATIVE, Lowers.MORE, (122, 0, -2)),
    ],
)
def test_outside_of_the_calibration(
    counted: Counted, done: Treatment, lowers: Lowers | None, expected: tuple[int, int, int]
) -> None:
    """An error of 1 % of 120 is 1.2: two whole units towards fewer credits."""
    meter = replace(
        treated(FaultKind.OUTSIDE_CALIBRATION, done, lowers),
        calibrations=(Calibration(date(2020, 1, 1), date(2024, 4, 29)),),
        accuracy=Decimal(1),
    )

    assert amounts(counted(SOUND, meter)) == expected


def test_a_stamp_to_come_is_not_counted(counted: Counted) -> None:
    """What is read tomorrow is kept and not counted."""
    summary = counted(SOUND, now=DAY + timedelta(hours=20))

    assert amounts(summary) == (100, 0, 0)
    kinds = {count.kind: count.count for count in summary.fault_counts}
    assert kinds == {FaultKind.FUTURE: 4, FaultKind.GAP: 1}


def test_two_registers_at_one_instant_are_left_out_where_the_plan_says_so(tmp_path: Path) -> None:
    """Neither is taken; the register counts across."""
    rows = [f"M,{(DAY + timedelta(hours=h)).isoformat()},{v}" for h, v in SOUND.items()]
    path = tmp_path / "twice.csv"
    rows.append(f"M,{(DAY + timedelta(hours=7)).isoformat()},999")
    path.write_text("\n".join(["meter,read_at,register_wh", *rows]), encoding="utf-8")
    meter = treated(FaultKind.CONTRADICTION, Treatment.EXCLUDE)

    summary = summarise([path], plan_of(meter))

    assert amounts(summary) == (120, 0, 0)
    assert FaultKind.CONTRADICTION in {count.kind for count in summary.fault_counts}


def test_what_is_refused_is_named(counted: Counted) -> None:
    """A plan may refuse what it could treat; the meter and the fault are named."""
    with pytest.raises(Malformed, match="meter M: reset stands 1 times, and the plan refuses it"):
        counted(RESET, treated(FaultKind.RESET, Treatment.REFUSE))


@pytest.mark.parametrize(
    ("meter", "said"),
    [
        (treated(FaultKind.RESET, Treatment.CONSERVATIVE), "whether less or more lowers credits"),
        (
            replace(treated(FaultKind.RESET, Treatment.CONSERVATIVE, Lowers.MORE), capacity=None),
            "say the capacity in the plan",
        ),
    ],
)
def test_what_a_filling_needs_is_asked_for(counted: Counted, meter: Meter, said: str) -> None:
    """Nothing is filled from a direction or a capacity that nobody declared."""
    with pytest.raises(Malformed, match=said):
        counted(RESET, meter)


def test_the_default_never_raises_credits(counted: Counted) -> None:
    """Where more of a meter lowers the credits, what others leave out is filled."""
    assert HOURLY.treatment(FaultKind.RESET) is Treatment.EXCLUDE
    consumed = replace(HOURLY, lowers=Lowers.MORE)
    assert consumed.treatment(FaultKind.RESET) is Treatment.CONSERVATIVE

    assert amounts(counted(RESET, consumed))[1] == 10


def test_amounts_of_intervals_are_added(counted: Counted) -> None:
    """A value stamped at the end of its hour."""
    assert amounts(counted(HOURS, INTERVAL)) == (120, 0, 0)


@pytest.mark.parametrize(("lowers", "filled"), [(None, 0), (Lowers.LESS, 0), (Lowers.MORE, 20)])
def test_an_interval_that_lacks(counted: Counted, lowers: Lowers | None, filled: int) -> None:
    """Two hours that nobody metered: nothing, or the most that they can have brought about."""
    values = {hour: value for hour, value in HOURS.items() if hour not in {12, 13}}

    summary = counted(values, replace(INTERVAL, lowers=lowers))

    assert amounts(summary) == (110, filled, 0)
    assert summary.conservation[0].unmetered == filled


def test_a_negative_amount_is_left_out(counted: Counted) -> None:
    """An interval cannot take back what another gave."""
    summary = counted({**HOURS, 12: -7}, INTERVAL)

    assert amounts(summary) == (115, 0, -7)


def test_an_average_is_taken_of_what_was_read(counted: Counted) -> None:
    """The mean of 20, 21 and 23.0 degrees, to two digits more than are read."""
    meter = replace(HOURLY, reads=Reads.AVERAGE, digits=1, capacity=None)

    summary = counted({1: 20, 2: 21, 3: 23}, meter)

    assert summary.quantities[0].value == Decimal("21.333")
    assert summary.quantities[0].samples == 3


def test_the_ratio_of_transformers_is_in_the_value(counted: Counted) -> None:
    """A meter behind transformers of 40 shows a fortieth of what flows."""
    meter = replace(HOURLY, multiplier=Decimal(40), capacity=Decimal(400))

    (quantity,) = counted(SOUND, meter).quantities

    assert (quantity.amount, quantity.value) == (120, Decimal(4800))


def test_rows_in_another_order_are_not_taken_for_sound(counted: Counted) -> None:
    """Nothing moved in a quarter of an hour, and its two rows stand the other way round."""
    registers = {**_after(0, 0), 5.25: SOUND[5]}
    hours = [*range(5), 5.25, 5, *range(6, 25)]

    summary = counted({hour: registers[hour] for hour in hours}, replace(HOURLY, capacity=None))

    assert amounts(summary) == (120, 0, 0)
    assert [(c.kind, c.count) for c in summary.fault_counts] == [(FaultKind.OUT_OF_ORDER, 1)]


def test_a_step_across_a_turn_is_divided_by_time(tmp_path: Path) -> None:
    """Read at half past: 4 Wh an hour, and 10 in the hour in which the year turns, half each."""
    period = Period(date(2023, 12, 31), date(2024, 1, 1))
    plan = Plan("UTC", period, (replace(HOURLY, capacity=None),))
    first = datetime(2023, 12, 30, 23, 30, tzinfo=UTC)
    rows = [
        f"M,{(first + timedelta(hours=at)).isoformat()},{100 + 4 * at + (6 if at >= 25 else 0)}"
        for at in range(50)
    ]
    path = tmp_path / "turn.csv"
    path.write_text("\n".join(["meter,read_at,register_wh", *rows]), encoding="utf-8")

    summary = summarise([path], plan)

    assert [(each.year, each.amount) for each in summary.quantities] == [(2023, 99), (2024, 99)]
    assert summary.conservation[0].outside == 4
