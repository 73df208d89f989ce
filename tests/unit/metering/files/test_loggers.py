"""Files in the manner of usual loggers: what stands around the readings, units, spelt dates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan
from openjcm.metering.plan.plan import Columns

Put = Callable[..., Path]
Take = Callable[..., Any]

SOUND = [("M", "2018-01-12T18:15:00Z", 1005), ("M", "2018-01-13T18:30:00Z", 2500)]


@pytest.fixture
def plan() -> Plan:
    """One meter in Dhaka, with a clock for times without an offset."""
    return Plan(
        "Asia/Dhaka",
        Period(date(2018, 1, 1), date(2018, 1, 31)),
        (Meter("M", "EC_PJ", "chiller 1", "kWh", digits=1),),
        clock="Asia/Dhaka",
    )


@pytest.mark.parametrize(
    "lines",
    [
        (
            '"TOA5","CR1000","CR1000","1234","CR1000.Std.32","CPU:prog.CR1","4321","Table15"',
            '"TIMESTAMP","RECORD","Energy_kWh"',
            '"TS","RN","kWh"',
            '"","","Smp"',
            '"2018-01-13 00:15:00",0,100.5',
            '"2018-01-14 00:30:00",1,250.0',
        ),
        (
            "Date and time,Energy",
            "[MM/dd/yyyy HH:mm],[kWh]",
            "01/13/2018 00:15,100.5",
            "01/14/2018 00:30,250.0",
        ),
        (
            "sep=;",
            "Version CSV1|Tool SE|Delimiter semicolon",
            ";SN: 2130012345",
            "dd.MM.yyyy HH:mm;[kWh]",
            "13.01.2018 00:15;100,5",
            "14.01.2018 00:30;250,0",
        ),
        (
            '"Plot Title: Plant 1"',
            '"#","Date Time, GMT+06:00","Energy, kWh (LGR S/N: 1, SEN S/N: 1)","Host"',
            "1,01/13/2018 12:15:00 AM,100.5,",
            "2,01/14/2018 12:30:00 AM,250.0,",
        ),
        ("Thời gian;Điện năng (kWh)", "13/01/2018 00:15;100,5", "14/01/2018 00:30;250,0"),
        ("วันที่เวลา,พลังงาน (kWh)", "13/01/2018 00:15,100.5", "14/01/2018 00:30,250.0"),
        ("Дата;Время;Показание (kWh)", "13.01.2018;00:15;100,5", "14.01.2018;00:30;250,0"),
        ("Date & Time,Usage [kWh]", "2018-01-13 00:15,100.5", "2018-01-14 00:30,250.0"),
        ("Date (dd/mm/yyyy),Time,kWh", "13/01/2018,00:15,100.5", "14/01/2018,00:30,250"),
    ],
)
def test_what_stands_around_the_readings_is_passed_over(
    put: Put, take: Take, lines: tuple[str, ...]
) -> None:
    """Lines above the header, rows of units below, patterns of dates, headers of many tongues."""
    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])


def test_rows_below_the_header_are_said_and_numbers_of_rows_stay(put: Put, take: Take) -> None:
    """The row of units is a row too."""
    taken = take(put("Timestamp,Energy", ",kWh", "2018-01-13 00:15,100.5", "2018-01-14 00:30,x"))

    assert "rows below the header not read: 1" in taken.read_as
    assert [(each.rule, each.place) for each in taken.findings] == [("not-a-number", "a.csv row 4")]


def test_a_first_row_with_a_number_is_a_reading(put: Put, take: Take) -> None:
    """One whose instant cannot be read is refused, and not taken for a row of units."""
    taken = take(put("Timestamp,kWh", "?,100.5", "2018-01-13 00:15,1", "2018-01-14 00:30,2"))

    assert taken.findings[0].place == "a.csv row 2"


@pytest.mark.parametrize(
    "written",
    [
        ("13-Jan-2018 00:15", "14-Jan-2018 00:30"),
        ("13 January 2018 00:15", "14 January 2018 00:30"),
        ("Jan 13, 2018 00:15", "Jan 14, 2018 00:30"),
        ("13 ene 2018 00:15", "14 ene 2018 00:30"),
        ("2018年01月13日 00時15分", "2018年01月14日 00時30分"),
        ("2018年1月13日 0時15分00秒", "2018年1月14日 0時30分00秒"),
        ("13/01/2018 12:15 a.m.", "14/01/2018 12:30 a. m."),
    ],
)
def test_instants_may_be_spelt(put: Put, take: Take, written: tuple[str, str]) -> None:
    """Months by name, and what the Japanese write between the numbers."""
    first, second = written

    taken = take(put("Timestamp\tkWh", f"{first}\t100.5", f"{second}\t250.0"))

    assert (taken.readings, taken.findings) == (SOUND, [])


@pytest.mark.parametrize("day_first", [True, False])
def test_a_year_of_two_digits_is_read_where_the_plan_says_the_day(
    put: Put, take: Take, plan: Plan, *, day_first: bool
) -> None:
    """It stands last; without the plan it is refused, with what to say there."""
    days = ("13/01/18", "14/01/18") if day_first else ("01/13/18", "01/14/18")
    path = put("Timestamp,kWh", f"{days[0]} 00:15,100.5", f"{days[1]} 00:30,250.0")
    said = replace(plan, columns=Columns(day_first=day_first))

    assert take(path, under=said).readings == SOUND
    assert "two digits" in take(path).findings[0].message


def test_midnight_may_be_the_end_of_a_day(put: Put, take: Take) -> None:
    """ISO 8601 of 2004 writes it as 24:00; later than that is nothing."""
    rows = ("2018-01-12 12:00,100.0", "2018-01-13 24:00,100.5", "2018-01-14 24:15,250.0")

    taken = take(put("Timestamp,kWh", *rows))

    assert taken.readings == [
        ("M", "2018-01-12T06:00:00Z", 1000),
        ("M", "2018-01-13T18:00:00Z", 1005),
    ]
    assert taken.rules == ["not-an-instant"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Timestamp,MWh delivered", "2018-01-13 00:15,100.5"),
        ("Timestamp,Energy (MWh) total", "2018-01-13 00:15,100.5"),
        ("Timestamp,Energy x1000 kWh", "2018-01-13 00:15,100.5"),
        ("Timestamp,EnergyMWh", "2018-01-13 00:15,100.5"),
        ("Timestamp,Energy", ",MWh", "2018-01-13 00:15,100.5"),
        ("Unit: MWh", "Timestamp,Energy", "2018-01-13 00:15,100.5"),
        ("単位,MWh", "日時,値", "2018-01-13 00:15,100.5"),
        ("Timestamp,Energy,Unit", "2018-01-13 00:15,100.5,MWh"),
        ("Timestamp,Meter,Energy,UoM", "2018-01-13 00:15,M,100.5,kWh", "2018-01-14 00:30,M,1,MWh"),
        ("Timestamp,M MWh", "2018-01-13 00:15,100.5"),
    ],
)
def test_another_unit_is_refused_wherever_the_file_says_it(
    put: Put, take: Take, lines: tuple[str, ...]
) -> None:
    """A thousand times too much is the worst that a reading can be."""
    taken = take(put(*lines))

    assert taken.rules == ["wrong-unit"]
    assert "MWh" in taken.findings[0].message or "x1000" in taken.findings[0].message


@pytest.mark.parametrize(
    "lines",
    [
        ("Timestamp,Energy,Unit", "2018-01-13 00:15,100.5,kWh", "2018-01-14 00:30,250.0,kWh"),
        ("Unit: kWh", "Timestamp,Energy", "2018-01-13 00:15,100.5", "2018-01-14 00:30,250.0"),
        ("Unit no: 7", "Timestamp,Energy", "2018-01-13 00:15,100.5", "2018-01-14 00:30,250.0"),
        ("Timestamp,kWh of the 5 MW plant", "2018-01-13 00:15,100.5", "2018-01-14 00:30,250.0"),
    ],
)
def test_the_plan_s_unit_is_read_wherever_it_stands(
    put: Put, take: Take, lines: tuple[str, ...]
) -> None:
    """And a word that is no unit says none."""
    taken = take(put(*lines))

    assert (taken.readings, taken.findings) == (SOUND, [])


def test_a_header_that_the_plan_names_says_what_the_plan_says(
    put: Put, take: Take, plan: Plan
) -> None:
    """Whoever names it has read it."""
    under = replace(plan, columns=Columns(value="MWh meter number 7"))

    taken = take(put("Timestamp,MWh meter number 7", "2018-01-13 00:15,100.5"), under=under)

    assert taken.findings == []


@pytest.mark.parametrize("mark", ["---", "NaN", "null", "N/A", "欠測", "9999"])
def test_what_stands_for_no_reading_is_none(put: Put, take: Take, plan: Plan, mark: str) -> None:
    """The usual marks are known, and a plan may name others; a gap will be told of it."""
    under = replace(plan, columns=Columns(missing=("9999",)))
    lines = ("2018-01-13 00:15,100.5", f"2018-01-13 12:00,{mark}", "2018-01-14 00:30,250.0")

    taken = take(put("Timestamp,kWh", *lines), under=under)

    assert (taken.readings, taken.findings) == (SOUND, [])


@pytest.mark.parametrize(
    ("decimal", "values"), [(",", ("100,500", "250,000")), (".", ("100.500", "250.000"))]
)
def test_a_plan_says_the_mark_before_decimals(
    put: Put, take: Take, plan: Plan, decimal: str, values: tuple[str, str]
) -> None:
    """Three digits behind a mark may be thousands; a file alone cannot tell."""
    under = replace(plan, columns=Columns(decimal=decimal))
    lines = [
        f"{at};{value};49,9"
        for at, value in zip(("2018-01-13 00:15", "2018-01-14 00:30"), values, strict=True)
    ]
    path = put("Timestamp;kWh;Hz", *lines)

    assert take(path).rules == ["decimal-comma"]
    assert take(path, under=under).readings == SOUND


@pytest.mark.parametrize(
    "lines",
    [
        ("Time zone: UTC", "Timestamp,kWh", "2018-01-13 00:15,100.5"),
        ("Timestamp,TZ,kWh", "2018-01-13 00:15,UTC,100.5"),
    ],
)
def test_another_clock_is_refused_wherever_the_file_says_it(
    put: Put, take: Take, lines: tuple[str, ...]
) -> None:
    """Six hours are enough for another vintage."""
    assert take(put(*lines)).rules == ["wrong-clock"]


def test_another_kind_of_value_is_no_energy(put: Put, take: Take) -> None:
    """The only column beside the instants is still not what the plan asks for."""
    assert take(put("Timestamp,Voltage (V)", "2018-01-13 00:15,230.5")).rules == ["wrong-unit"]
