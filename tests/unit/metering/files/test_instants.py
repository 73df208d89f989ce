"""How instants are written: orders of a date, half days, counts since 1970, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure.period import Period
from openjcm.metering import Plan
from openjcm.metering.plan.plan import Columns

Put = Callable[..., Path]
Take = Callable[..., Any]

NOON = "2018-01-13T06:30:00Z"


@pytest.mark.parametrize(
    "written",
    [
        "2018-01-13 12:30",
        "2018-01-13T12:30:00",
        "2018/1/13 12:30:00",
        "2018.01.13 12:30:00.000",
        "2018-01-13 12:30:00,000",
        "13/01/2018 12:30",
        "13.1.2018 12:30:00",
        "01/13/2018 12:30",
        "1/13/2018 12:30 PM",
        "13-01-2018 12:30:00 pm",
        "2018-01-13T06:30:00Z",
        "2018-01-13 06:30:00 Z",
        "2018-01-13T12:30:00+06:00",
        "2018-01-13T12:30+0600",
        "13/01/2018 03:30:00-03:00",
        "1515825000",
        "1515825000000",
        "1515825000000000",
    ],
)
def test_an_instant_is_read_in_any_usual_form(put: Put, take: Take, written: str) -> None:
    """The day above twelve tells the order; an offset or the plan's clock tells the hour."""
    taken = take(put("meter;read_at;value", f"M;{written};1"))

    assert (taken.readings, taken.findings) == ([("M", NOON, 10)], [])


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("1/13/2018 12:05 AM", "2018-01-12T18:05:00Z"),
        ("1/13/2018 1:05:09 AM", "2018-01-12T19:05:09Z"),
        ("1/13/2018 11:59 PM", "2018-01-13T17:59:00Z"),
    ],
)
def test_half_days_are_read(put: Put, take: Take, written: str, at: str) -> None:
    """Twelve in the morning is midnight."""
    assert take(put("meter;read_at;value", f"M;{written};1")).readings == [("M", at, 10)]


@pytest.mark.parametrize("written", ["13:05 PM", "0:60 AM", "1 PM"])
def test_a_half_day_of_more_than_twelve_hours_is_refused(
    put: Put, take: Take, written: str
) -> None:
    """A row that is written otherwise than the first is a faulty row."""
    sound = [f"M;1/13/2018 {hour}:05 AM;{hour}" for hour in (1, 2)]

    taken = take(put("meter;read_at;value", *sound, f"M;1/13/2018 {written};3"))

    assert [(f.rule, f.place) for f in taken.findings] == [("not-an-instant", "a.csv row 4")]


@pytest.mark.parametrize(
    ("columns", "at"),
    [
        (Columns(day_first=True), "2018-02-01T06:30:00Z"),
        (Columns(day_first=False), "2018-01-02T06:30:00Z"),
    ],
)
def test_a_date_that_can_be_read_in_two_ways_is_refused_unless_the_plan_says(
    put: Put, take: Take, plan: Plan, columns: Columns, at: str
) -> None:
    """The first of February is not the second of January."""
    path = put("meter;read_at;value", "M;01/02/2018 12:30;1")

    refused = take(path)
    taken = take(path, under=replace(plan, columns=columns))

    assert refused.rules == ["not-an-instant"]
    assert "day_first = true" in refused.findings[0].message
    assert taken.readings == [("M", at, 10)]


def test_one_day_above_twelve_tells_all(put: Put, take: Take) -> None:
    """A column is written in one order."""
    taken = take(put("meter;read_at;value", "M;02/01/2018 12:30;1", "M;13/01/2018 12:30;2"))

    assert taken.readings == [("M", "2018-01-02T06:30:00Z", 10), ("M", NOON, 20)]
    assert "instants day-first, without offset, read in Asia/Dhaka" in taken.read_as


@pytest.mark.parametrize(
    "count", ["9e9", "0000009e18", "-515825000", "15158250000", " 1", "+515825001"]
)
def test_a_count_of_another_length_is_refused(put: Put, take: Take, count: str) -> None:
    """Seconds have ten digits, milliseconds thirteen and microseconds sixteen."""
    taken = take(put("meter;read_at;value", "M;1515825000;1", "M;1515825060;2", f"M;{count};3"))

    assert [(f.rule, f.place) for f in taken.findings] == [("not-an-instant", "a.csv row 4")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("43113.52", "a spreadsheet's own day number"),
        ("43113", "a spreadsheet's own day number"),
        ("yesterday", "is not an instant"),
        ("13/01/18 12:30", "has two digits"),
        ("", "is not an instant"),
    ],
)
def test_what_is_no_instant_is_refused(put: Put, take: Take, written: str, said: str) -> None:
    """The day number of a spreadsheet says neither its epoch nor its zone."""
    taken = take(put("meter;read_at;value", f"M;{written};1"))

    assert [(f.rule, f.place) for f in taken.findings] == [("not-an-instant", "a.csv row 1")]
    assert said in taken.findings[0].message


@pytest.mark.parametrize(
    "header", ["meter,value,read_at", "read_at,meter,value", "meter,read_at,value"]
)
def test_swapped_columns_are_seen(put: Put, take: Take, header: str) -> None:
    """The instant stands under another header."""
    cells = "M,100,2018-01-13 12:30" if header == "meter,read_at,value" else "M,2018-01-13 12:30,9"

    taken = take(put(header, cells))

    assert taken.rules == ["not-an-instant"]
    assert "are they swapped?" in taken.findings[0].message


def test_times_without_offset_and_without_a_clock_are_refused(
    put: Put, take: Take, plan: Plan
) -> None:
    """Whose time it is must be said."""
    taken = take(put("meter,read_at,value", "M,2018-01-13 12:30,1"), under=replace(plan, clock=""))

    assert taken.rules == ["naive-timestamp"]
    assert 'clock = "Asia/Dhaka"' in taken.findings[0].message


@pytest.mark.parametrize(
    ("header", "clock"),
    [
        ("Time (UTC)", "UTC"),
        ("utc_time", "Etc/UTC"),
        ("DateTimeUTC", "UTC"),
        ("Date Time; GMT+06:00", "Asia/Dhaka"),
        ("Date Time; GMT-03", "America/Sao_Paulo"),
        ("Time (UTC+5:45)", "Asia/Kathmandu"),
    ],
)
def test_a_header_that_names_the_plan_s_clock_is_read(
    put: Put, take: Take, plan: Plan, header: str, clock: str
) -> None:
    """A logger says in its header whose time it writes."""
    path = put(f"meter,{header.replace(';', ' -')},value", "M,2019-07-13 12:30,1")
    late = Period(date(2019, 6, 1), date(2019, 12, 31))

    assert take(path, under=replace(plan, period=late, clock=clock)).findings == []


@pytest.mark.parametrize(
    ("header", "clock"),
    [
        ("Time (UTC)", "Asia/Dhaka"),
        ("Time GMT+07:00", "Asia/Dhaka"),
        ("Time (UTC-4)", "America/Santiago"),
        ("Time (UTC-06:00)", "Asia/Dhaka"),
    ],
)
def test_a_header_that_names_another_clock_is_refused(
    put: Put, take: Take, plan: Plan, header: str, clock: str
) -> None:
    """A clock that never changes is not that of a zone which does."""
    path = put(f"meter,{header},value", "M,2018-01-13 12:30,1")

    taken = take(path, under=replace(plan, clock=clock))

    assert taken.rules == ["wrong-clock"]
    assert f"whose clock is {clock}" in taken.findings[0].message
