"""What came after a report: told as differences, by hand, on a day of hourly readings."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed
from openjcm.measure.period import Period
from openjcm.metering import Later, Meter, Plan, later_as_json, later_readings
from openjcm.metering.plan.plan import Fixed, Worked

DAY = datetime(2024, 5, 1, tzinfo=UTC)
# A plan as BD_AM002 wants it: one system, tonnes of each MWh.
WORKED = Worked("BD_AM002_ver01.0", fixed=(Fixed("EF_RE", (Decimal("0.5"),), "tCO2e/MWh"),))
PLAN = Plan(
    "UTC",
    Period(date(2024, 5, 1), date(2024, 5, 1)),
    (Meter("M", "EG", "PV system 1", expected_interval="1h", register_unit="kWh"),),
    worked=WORKED,
)
FIRST_HALF = {hour: 100 + 5 * hour for hour in range(13)}
SECOND_HALF = {hour: 100 + 5 * hour for hour in range(13, 25)}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write registers of some hours of the day as a file."""

    def written(name: str, registers: Mapping[float, int | str]) -> Path:
        rows = [
            f"M,{(DAY + timedelta(hours=hour)).isoformat()},{register}"
            for hour, register in registers.items()
        ]
        path = tmp_path / name
        path.write_text("\n".join(["meter,read_at,register_kwh", *rows]) + "\n", encoding="utf-8")
        return path

    return written


def _values(later: Later) -> tuple[Decimal | None, ...]:
    (revised,) = later.quantities
    assert revised.reported is not None
    assert revised.now is not None
    return revised.reported.value, revised.now.value, revised.difference


def test_late_readings_are_told_with_their_rows_and_what_they_would_add(write: Write) -> None:
    """Half a day was reported: 60 kWh; the other half came later, and would make 120 of them."""
    later = later_readings([write("half.csv", FIRST_HALF)], [write("rest.csv", SECOND_HALF)], PLAN)

    assert _values(later) == (Decimal(60), Decimal(120), Decimal(60))
    (late,) = later.late
    assert (late.meter, late.file, late.readings) == ("M", "rest.csv", 12)
    assert (late.first_row, late.last_row) == (2, 13)
    assert (late.first_at, late.last_at) == (DAY + timedelta(hours=13), DAY + timedelta(hours=24))
    assert later.corrected == ()
    # 60 kWh more at half a tonne a MWh.
    assert later.tonnes == Decimal("0.03")


def test_a_corrected_reading_is_told_with_both_values_and_places(write: Write) -> None:
    """The last reading was 160 and came again as 158: two less would be counted."""
    later = later_readings([write("half.csv", FIRST_HALF)], [write("again.csv", {12: 158})], PLAN)

    (corrected,) = later.corrected
    assert (corrected.was, corrected.is_now) == (160, 158)
    assert (corrected.reported_file, corrected.reported_row) == ("half.csv", 14)
    assert (corrected.file, corrected.row) == ("again.csv", 2)
    assert corrected.at == DAY + timedelta(hours=12)
    assert (later.late, later.corrected_readings) == ((), 1)
    assert _values(later) == (Decimal(60), Decimal(58), Decimal(-2))


def test_of_several_values_at_one_instant_the_one_that_came_last_counts(write: Write) -> None:
    """158 came, then 159: both are told, and 59 would be counted."""
    files = [write("second.csv", {12: 158}), write("third.csv", {12: 159})]

    later = later_readings([write("half.csv", FIRST_HALF)], files, PLAN)

    assert [each.is_now for each in later.corrected] == [158, 159]
    assert _values(later) == (Decimal(60), Decimal(59), Decimal(-1))


def test_what_the_report_has_already_is_no_difference(write: Write) -> None:
    """The same readings once more, in another file and another order."""
    again = write("again.csv", dict(reversed(FIRST_HALF.items())))

    later = later_readings([write("half.csv", FIRST_HALF)], [again], PLAN)

    assert (later.late, later.corrected, later.corrected_readings) == ((), (), 0)
    assert _values(later) == (Decimal(60), Decimal(60), Decimal(0))


def test_readings_outside_the_period_are_not_late(write: Write) -> None:
    """What was read the day after belongs to the next report."""
    next_day = write("next.csv", {hour: 100 + 5 * hour for hour in range(25, 30)})

    later = later_readings([write("day.csv", FIRST_HALF | SECOND_HALF)], [next_day], PLAN)

    assert later.late == ()
    assert _values(later) == (Decimal(120), Decimal(120), Decimal(0))


def test_a_file_that_is_replaced_counts_no_more(write: Write) -> None:
    """The logger wrote one hour too early throughout; the file came again as a whole."""
    false = write("false.csv", {hour: 100 + 5 * (hour + 1) for hour in range(25)})
    right = write("right.csv", {hour + 0.5: 100 + 5 * hour for hour in range(24)})

    later = later_readings([false], [right], PLAN, replaced=[false])

    assert _values(later) == (Decimal(120), Decimal(115), Decimal(-5))
    # None of the whole hours stands in a file any more.
    assert (later.late_readings, later.withdrawn_readings) == (24, 25)


def test_a_faulty_file_is_refused_with_its_row(write: Write) -> None:
    """As by a summary: nothing is told of files of which a row cannot be read."""
    faulty = write("faulty.csv", {13: "165", 14: "17O"})

    with pytest.raises(Malformed) as refused:
        later_readings([write("half.csv", FIRST_HALF)], [faulty], PLAN)

    (finding,) = refused.value.findings
    assert (finding.rule, finding.place) == ("not-a-number", "faulty.csv row 3")


def test_as_json_registers_stand_as_the_face_shows_them(write: Write) -> None:
    """Decimals are text, instants ISO 8601, and every difference has its sign."""
    later = later_readings([write("half.csv", FIRST_HALF)], [write("again.csv", {12: 158})], PLAN)

    said = later_as_json(later, PLAN)

    assert said["quantities"] == [
        {
            "meter": "M",
            "parameter": "EG",
            "equipment": "PV system 1",
            "year": 2024,
            "unit": "kWh",
            "reported": "60",
            "now": "58",
            "difference": "-2",
        }
    ]
    assert said["tonnes"] == "-0.0010"
    assert said["corrected"] == [
        {
            "meter": "M",
            "at": "2024-05-01T12:00:00+00:00",
            "was": "160",
            "is_now": "158",
            "reported_file": "half.csv",
            "reported_row": 14,
            "file": "again.csv",
            "row": 2,
        }
    ]
