"""What was not metered, or would count twice, never raises the credits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import FaultKind, Meter, Plan, Treatment, summarise
from openjcm.metering.plan.meter import Calibration, Lowers, Reads
from openjcm.metering.plan.plan import Fixed, Worked
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


def test_what_no_reading_covers_never_raises_the_credits(counted: Counted) -> None:
    """Read from six to eighteen: twelve hours of 5, and twelve of at most 10 where more lowers."""
    half = {hour: value for hour, value in SOUND.items() if 6 <= hour <= 18}
    by_time = replace(HOURLY, lowers=Lowers.LESS)

    assert amounts(counted(half, by_time)) == (60, 0, 0)
    assert amounts(counted(half, replace(by_time, lowers=Lowers.MORE))) == (60, 120, 0)


def test_a_still_register_is_filled_by_default_where_more_lowers_credits(counted: Counted) -> None:
    """A meter that died shows no consumption; that must make no credits."""
    registers = {at: v if at < 8 else 140 if at <= 12 else v - 20 for at, v in SOUND.items()}
    meter = replace(HOURLY, lowers=Lowers.MORE, stuck_after=timedelta(hours=4))

    assert amounts(counted(registers, meter)) == (100, 40, -40)


# 28 days of February, 30 of April, 31 of May.
@pytest.mark.parametrize(("lowers", "filled"), [(Lowers.LESS, 0), (Lowers.MORE, 89 * 24 * 10)])
def test_months_that_lack_at_an_end_of_the_period_are_gaps(
    tmp_path: Path, lowers: Lowers, filled: int
) -> None:
    """Of February to May 2023 only March is there: 89 days of at most 10 an hour are not."""
    meter = replace(HOURLY, reads=Reads.INTERVAL, expected_interval="month", lowers=lowers)
    plan = Plan("UTC", Period(date(2023, 2, 1), date(2023, 5, 31)), (meter,))
    path = tmp_path / "bill.csv"
    path.write_text("meter,read_at,value_wh\nM,2023-03-20T00:00:00Z,500\n", encoding="utf-8")

    summary = summarise([path], plan)

    assert amounts(summary) == (500, filled, 0)
    (gap,) = summary.fault_counts
    assert (gap.kind, gap.count) == (FaultKind.GAP, 2)


@pytest.mark.parametrize(
    "extra",
    [
        "M,2024-05-01T23:59:59Z,120",
        "M,2024-05-01T12:10:00Z,5",
    ],
)
def test_amounts_that_overlap_are_refused(tmp_path: Path, extra: str) -> None:
    """A total among the hours, or another interval than the plan's, would count twice."""
    rows = [f"M,{(DAY + timedelta(hours=hour)).isoformat()},5" for hour in HOURS]
    path = tmp_path / "day.csv"
    path.write_text("\n".join(["meter,read_at,value_wh", *rows, extra]), encoding="utf-8")

    with pytest.raises(Malformed) as refused:
        summarise([path], plan_of(INTERVAL))

    assert {each.rule for each in refused.value.findings} == {"overlapping-intervals"}
    assert "take totals out" in refused.value.message


def test_a_clock_that_is_some_seconds_off_is_no_overlap(counted: Counted) -> None:
    """Twenty-four hours, one of them stamped a minute early."""
    values = {hour if hour != 12 else 12 - 1 / 60: 5 for hour in HOURS}

    assert amounts(counted(values, INTERVAL)) == (120, 0, 0)


def test_a_value_that_is_left_out_is_in_no_mean(tmp_path: Path) -> None:
    """Two days of 10 and 30 degrees, of which the second is outside the calibration: 10."""
    meter = replace(
        HOURLY,
        reads=Reads.AVERAGE,
        capacity=None,
        calibrations=(Calibration(date(2024, 5, 1), date(2024, 5, 1)),),
    )
    plan = Plan("UTC", Period(date(2024, 5, 1), date(2024, 5, 2)), (meter,))
    rows = [
        f"M,{(DAY + timedelta(hours=hour)).isoformat()},{10 if hour <= 24 else 30}"
        for hour in range(1, 49)
    ]
    path = tmp_path / "days.csv"
    path.write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")

    (quantity,) = summarise([path], plan).quantities

    assert (quantity.value, quantity.samples) == (Decimal(10), 24)


def test_a_value_to_average_stays_whole_at_the_turn_of_a_year(tmp_path: Path) -> None:
    """Read daily at eight, always 10: the mean of each year is 10."""
    meter = replace(HOURLY, reads=Reads.AVERAGE, capacity=None, expected_interval="1d")
    plan = Plan("UTC", Period(date(2023, 12, 30), date(2024, 1, 2)), (meter,))
    first = datetime(2023, 12, 30, 8, tzinfo=UTC)
    rows = [f"M,{(first + timedelta(days=at)).isoformat()},10" for at in range(5)]
    path = tmp_path / "mean.csv"
    path.write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")

    values = [(each.year, each.value) for each in summarise([path], plan).quantities]

    assert values == [(2023, Decimal(10)), (2024, Decimal(10))]


@pytest.mark.parametrize(
    ("kind", "registers"),
    [
        (FaultKind.FUTURE, SOUND),
        (FaultKind.NON_MONOTONE, {**SOUND, 12: 0}),
    ],
)
def test_a_reading_that_the_plan_refuses_is_named_with_its_row(
    counted: Counted, kind: FaultKind, registers: Mapping[float, int]
) -> None:
    """A stamp to come, and a reading out of line, are refused like any other fault."""
    now = DAY + timedelta(hours=23)

    with pytest.raises(Malformed, match="M: The re") as refused:
        counted(registers, treated(kind, Treatment.REFUSE), now=now)

    assert [each.rule for each in refused.value.findings] == [kind.value]
    assert refused.value.findings[0].place.startswith("day.csv row ")


def test_a_meter_of_which_no_reading_can_be_taken_is_refused(tmp_path: Path) -> None:
    """Its only instant bears two values, of which the plan takes neither."""
    path = tmp_path / "two.csv"
    at = DAY.isoformat()
    path.write_text(f"meter,read_at,register_wh\nM,{at},1\nM,{at},2\n", encoding="utf-8")

    with pytest.raises(Malformed, match="no reading of M can be taken"):
        summarise([path], plan_of(treated(FaultKind.CONTRADICTION, Treatment.EXCLUDE)))


def test_readings_beside_the_period_tell_nothing_of_it(tmp_path: Path) -> None:
    """A logger that counts Buddhist years would give a quantity of zero."""
    path = tmp_path / "years.csv"
    path.write_text("meter,read_at,register_wh\nM,2567-05-01T00:00:00Z,1\n", encoding="utf-8")

    with pytest.raises(Malformed, match="no reading of M can be taken"):
        summarise([path], plan_of(HOURLY))


def test_a_register_beyond_its_turn_is_refused(counted: Counted) -> None:
    """It cannot show what it turns over before."""
    with pytest.raises(Malformed, match="turns over at 200 by the plan") as refused:
        counted(SOUND, replace(HOURLY, turns_at=200))

    assert {each.rule for each in refused.value.findings} == {"beyond-turn"}


def _worked(own_use: Sequence[str], **fixed: Fixed) -> Plan:
    """Return a plan of what a system supplies, and of what it takes for itself."""
    supplied = Meter("G", "EG", "system 1", register_unit="kWh", expected_interval="1h")
    taken = Meter(
        "A",
        "EC_AUX",
        "system 1",
        register_unit="kWh",
        expected_interval="1h",
        capacity=Decimal(10),
        calibrations=tuple(Calibration(date(2020, 1, 1), date(2020, 2, 1)) for _ in own_use),
        accuracy=Decimal(2),
    )
    period = Period(date(2024, 5, 1), date(2024, 5, 1))
    said = tuple(fixed.values())
    methodology = Worked("KE_PM003_ver01.0", "OJ_displacement_net_of_own_use_ver1", said)
    return Plan("UTC", period, (supplied, taken), worked=methodology)


EF = Fixed("EF", (Decimal("0.5"),), "tCO2e/MWh")


def _supplied_and_taken(tmp_path: Path, *, falls_at: int = 99) -> Path:
    rows = [
        f"{meter},{(DAY + timedelta(hours=hour)).isoformat()},{value}"
        for hour in range(25)
        for meter, value in (
            ("G", 1000 + 100 * hour),
            ("A", 500 + 5 * hour if hour < falls_at else 5 * (hour - falls_at)),
        )
    ]
    path = tmp_path / "both.csv"
    path.write_text("\n".join(["meter,read_at,register_kwh", *rows]), encoding="utf-8")
    return path


def test_the_direction_follows_from_the_methodology(tmp_path: Path) -> None:
    """More of its own use lowers the credits: the hour of a reset is filled with the most, 10."""
    path = _supplied_and_taken(tmp_path, falls_at=12)

    summary = summarise([path], _worked((), EF=EF))

    assert [(each.meter, each.amount, each.filled) for each in summary.quantities] == [
        ("G", 2400, 0),
        ("A", 23 * 5 + 10, 10),
    ]
    (reset,) = summary.fault_counts
    # Ten kilowatt-hours less at half a tonne a megawatt-hour.
    assert (reset.treatment, reset.tonnes) == (Treatment.CONSERVATIVE, Decimal("-0.005"))


def test_a_meter_that_is_wholly_at_fault_has_its_direction_too(tmp_path: Path) -> None:
    """Never calibrated in the period: its error of 2 % of 120, cut upwards, goes to more."""
    path = _supplied_and_taken(tmp_path)

    quantities = summarise([path], _worked(("once",), EF=EF)).quantities

    assert [each.value for each in quantities] == [Decimal(2400), Decimal(123)]


def test_a_methodology_that_cannot_be_worked_is_refused(tmp_path: Path) -> None:
    """Without the emission factor nothing tells which side is the careful one."""
    path = _supplied_and_taken(tmp_path, falls_at=12)

    with pytest.raises(Malformed, match="cannot be worked") as refused:
        summarise([path], _worked(()))

    assert "EF" in {each.place for each in refused.value.findings}


def test_a_parameter_that_the_methodology_has_not_is_refused(tmp_path: Path) -> None:
    """A typing error in a symbol is named."""
    plan = _worked((), EF=EF)
    meters = (replace(plan.meters[0], parameter="EGG"), plan.meters[1])

    with pytest.raises(Malformed, match="EGG is no parameter of"):
        summarise([_supplied_and_taken(tmp_path)], replace(plan, meters=meters))
