"""Days, hours and the places of rows: what a report shows beside the summary, by hand."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from openjcm.measure.period import Period
from openjcm.metering import (
    Detailed,
    Meter,
    MeterDays,
    Plan,
    RowSpan,
    days_as_json,
    reading_rows,
    summarise_in_detail,
)
from openjcm.metering.plan.meter import Lowers, Reads
from openjcm.metering.plan.plan import Fixed, Worked
from openjcm.metering.readings import STEPS

Write = Callable[..., Path]

# From 18:00 on 30 December in UTC it is the 31st in Dhaka; six hours a reading.
START = datetime(2017, 12, 30, 18, tzinfo=UTC)
PERIOD = Period(date(2017, 12, 31), date(2018, 1, 2))
SOUND = Meter("S", "EC", "one", expected_interval="6h")
SPOILED = Meter("F", "EC", "two", expected_interval="6h")


def _plan(*meters: Meter) -> Plan:
    return Plan("Asia/Dhaka", PERIOD, meters)


def _row(meter: str, hours: int, register: int) -> str:
    return f"{meter},{(START + timedelta(hours=hours)).isoformat()},{register}"


def _rows(meter: str, *registers: int, left_out: tuple[int, ...] = ()) -> list[str]:
    return [
        _row(meter, 6 * at, register) for at, register in enumerate(registers) if at not in left_out
    ]


def _told(path: Path, *meters: Meter) -> Detailed:
    return summarise_in_detail([path], _plan(*meters), has_days=True)


def test_the_days_of_sound_and_other_meters_are_told_alike(write: Write) -> None:
    """Three legal days of four readings; the spoiled one lacks two on the second."""
    sound = _rows("S", *range(0, 130, 10))
    spoiled = _rows("F", *range(0, 130, 10), left_out=(6, 7))

    days = _told(write(*sound, *spoiled), SOUND, SPOILED).days

    assert days == (
        MeterDays("S", (4, 4, 4), (4, 4, 4), ()),
        MeterDays("F", (4, 2, 4), (4, 4, 4), ()),
    )


def test_where_the_rows_of_each_year_stand(write: Write) -> None:
    """The reading at the turn of the year ends the one year and begins the other."""
    sound = _rows("S", *range(0, 130, 10))
    spoiled = _rows("F", *range(0, 130, 10), left_out=(6, 7))

    rows = _told(write(*sound, *spoiled), SOUND, SPOILED).rows

    # Header, 13 rows of the sound one (rows 2 to 14), 11 of the other (15 to 25).
    assert rows == (
        RowSpan("S", 2017, "readings.csv", 2, 6, 5),
        RowSpan("S", 2018, "readings.csv", 6, 14, 9),
        RowSpan("F", 2017, "readings.csv", 15, 19, 5),
        RowSpan("F", 2018, "readings.csv", 19, 25, 7),
    )


def test_places_are_told_by_file(write: Write) -> None:
    """Each file of a meter has its own span."""
    rows = _rows("S", *range(0, 130, 10))
    paths = [write(*rows[:7], name="a.csv"), write(*rows[7:], name="b.csv")]

    found = summarise_in_detail(paths, _plan(SOUND), has_days=True).rows

    assert found == (
        RowSpan("S", 2017, "a.csv", 2, 6, 5),
        RowSpan("S", 2018, "a.csv", 6, 8, 3),
        RowSpan("S", 2018, "b.csv", 2, 7, 6),
    )


def test_how_a_day_runs_adds_up_to_the_span(write: Write) -> None:
    """Hourly: one in each hour, ten in the last of each day; with the first hour of all."""
    hourly = replace(SOUND, expected_interval="1h")
    registers = [at + 9 * (at // 24) for at in range(73)]
    path = write(*(_row("S", at, register) for at, register in enumerate(registers)))

    (days,) = _told(path, hourly).days

    assert days.profile == (3,) * 23 + (30,)
    assert sum(days.profile) == registers[-1] - registers[0]


def test_a_meter_that_is_read_once_a_day_has_days(write: Write) -> None:
    """One is expected on each; how its day runs is not told, nor that of one read by months."""
    daily = replace(SOUND, expected_interval="day")
    monthly = replace(SPOILED, expected_interval="month")
    rows = [_row("S", 24 * at, 10 * at) for at in range(4)] + [_row("F", 0, 1), _row("F", 72, 2)]
    plan = replace(_plan(daily, monthly), turn=None)
    rows += [_row("F", 24, 1)]

    (days,) = summarise_in_detail([write(*rows)], plan, has_days=True).days

    assert days == MeterDays("S", (1, 1, 1), (1, 1, 1), ())


def test_amounts_of_intervals_have_days_and_no_profile(write: Write) -> None:
    """What a register moved on is not told of them."""
    amounts = replace(SOUND, expected_interval="1h", reads=Reads.INTERVAL)
    path = write(*(_row("S", at, 5) for at in range(1, 73)))

    (days,) = _told(path, amounts).days

    assert (days.read, days.profile) == ((24, 24, 24), ())


def test_days_are_told_only_if_asked_for(write: Write) -> None:
    """They cost another look at the files."""
    path = write(*_rows("S", *range(0, 130, 10)))

    told = summarise_in_detail([path], _plan(SOUND), has_days=False)

    assert (told.days, told.rows) == ((), ())
    assert told.summary.quantities[0].amount == 40


def test_each_step_is_told(write: Write) -> None:
    """To whoever waits, in its order, of the same number."""
    path, told = write(*_rows("S", *range(0, 130, 10))), list[tuple[float, int, str]]()

    summarise_in_detail([path], _plan(SOUND), has_days=True, tell=lambda *step: told.append(step))

    begun = [each for each in told if each[0] == int(each[0])]
    assert begun == [(at, len(STEPS), step) for at, step in enumerate(STEPS)]
    assert all(STEPS[int(done)] == step for done, _, step in told)


def test_the_steps_to_rows_are_told(write: Write) -> None:
    """Nothing is screened on the way to single rows."""
    path, told = write(*_rows("S", *range(0, 130, 10))), list[str]()

    reading_rows([path], _plan(SOUND), "S", 2018, tell=lambda *step: told.append(step[2]))

    assert list(dict.fromkeys(told)) == ["opening", "ordering", "checking", "rows"]


def test_the_plan_told_has_the_directions_of_its_methodology(write: Write) -> None:
    """Less of what a chiller uses lowers the credits of a better one."""
    fixed = (
        Fixed("COP_PJ", (Decimal(6),), "1"),
        Fixed("COP_RE", (Decimal(4),), "1"),
        Fixed("EF", (Decimal("0.5"),), "tCO2e/MWh"),
    )
    worked = Worked("BD_AM001_ver01.0", "OJ_cop_ratio_ver1", fixed)
    plan = replace(_plan(replace(SOUND, parameter="EC_PJ")), worked=worked)

    told = summarise_in_detail([write(*_rows("S", *range(0, 130, 10)))], plan, has_days=False)

    assert told.plan.meters[0].lowers is Lowers.LESS


def test_days_are_json(write: Write) -> None:
    """With the day on which they begin; a meter without a profile has none."""
    told = days_as_json(_told(write(*_rows("S", *range(0, 130, 10))), SOUND))

    assert told["days"] == [
        {"meter": "S", "first": "2017-12-31", "read": (4, 4, 4), "expected": (4, 4, 4)}
    ]
    assert told["profile"] == []
    assert json.loads(json.dumps(told["rows"]))[0] == asdict(
        RowSpan("S", 2017, "readings.csv", 2, 6, 5)
    )


def test_the_day_on_which_clocks_go_back_has_twenty_five_hours(write: Write) -> None:
    """In Santiago the hour from 23 came twice on 12 May 2018; nothing lacks on either day."""
    period = Period(date(2018, 5, 12), date(2018, 5, 13))
    plan = Plan("America/Santiago", period, (replace(SOUND, expected_interval="1h"),))
    midnight = datetime(2018, 5, 12, 3, tzinfo=UTC)
    rows = [f"S,{(midnight + timedelta(hours=at)).isoformat()},{at}" for at in range(50)]

    (days,) = summarise_in_detail([write(*rows)], plan, has_days=True).days

    assert (days.read, days.expected) == ((25, 24), (25, 24))
    # One unit an hour: two in each hour of the day, and three in the one that came twice.
    assert days.profile[:23] == (2,) * 23
    assert sum(days.profile) == 49
