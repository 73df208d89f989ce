"""Times without an offset, as the clock on a wall showed them: hours twice, hours left out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, summarise
from openjcm.metering.files.clocks import walls
from openjcm.metering.plan.meter import Reads

Put = Callable[..., Path]
Take = Callable[..., Any]

HEADER = "meter,read_at,value"


@pytest.fixture
def santiago(plan: Plan) -> Plan:
    """A year in Santiago: clocks went back on 13 May 2018 and forward on 12 August."""
    period = Period(date(2018, 1, 1), date(2018, 12, 31))
    return replace(plan, zone="America/Santiago", clock="America/Santiago", period=period)


def test_the_repeated_hour_is_told_by_the_register(put: Put, take: Take, santiago: Plan) -> None:
    """Of two readings at one time on the wall the lower is the earlier, whatever their order."""
    lines = (
        "M,2018-05-12 22:30,1",
        "M,2018-05-12 23:30,4",
        "M,2018-05-12 23:00,2",
        "M,2018-05-12 23:00,3",
        "M,2018-05-12 23:30,2.5",
        "M,2018-05-13 00:00,5",
    )

    taken = take(put(HEADER, *lines), under=santiago)

    # The night by hand: at 03:00 UTC the clock went from 24:00 back to 23:00.
    assert taken.readings == [
        ("M", "2018-05-13T01:30:00Z", 10),
        ("M", "2018-05-13T02:00:00Z", 20),
        ("M", "2018-05-13T02:30:00Z", 25),
        ("M", "2018-05-13T03:00:00Z", 30),
        ("M", "2018-05-13T03:30:00Z", 40),
        ("M", "2018-05-13T04:00:00Z", 50),
    ]
    assert taken.findings == []


def test_a_register_that_stood_still_in_the_repeated_hour_is_read_twice(
    put: Put, take: Take, santiago: Plan
) -> None:
    """Two rows of the same are two readings there, and nowhere else."""
    taken = take(put(HEADER, *["M,2018-05-12 23:15,7"] * 2), under=santiago)

    assert [at for _, at, _ in taken.readings] == ["2018-05-13T02:15:00Z", "2018-05-13T03:15:00Z"]


def test_one_reading_of_a_file_that_is_handed_in_twice_is_still_one(
    put: Put, take: Take, santiago: Plan
) -> None:
    """Another copy of the row says nothing new; another copy of both rows neither."""
    one = put(HEADER, "M,2018-05-12 23:15,7")
    both = put(HEADER, *["M,2018-05-12 23:15,7"] * 2, name="b.csv")

    assert take(one, one, under=santiago).rules == ["ambiguous-instant"]
    assert len(take(both, both, under=santiago).readings) == 2


@pytest.mark.parametrize("rows", [["7"], ["7", "8", "9"]])
def test_one_reading_in_the_repeated_hour_is_refused(
    put: Put, take: Take, santiago: Plan, rows: list[str]
) -> None:
    """Whether it was the first time or the second cannot be told."""
    lines = ["M,2018-05-12 22:59,1", *(f"M,2018-05-12 23:15,{row}" for row in rows)]

    taken = take(put(HEADER, *lines), under=santiago)

    assert taken.rules == ["ambiguous-instant"] * len(rows)
    assert taken.findings[0].place == "a.csv row 3"
    assert "write it with an offset" in taken.findings[0].message


def test_an_hour_that_does_not_exist_is_refused(put: Put, take: Take, santiago: Plan) -> None:
    """On 12 August 2018 the clock went from midnight to one."""
    lines = ("M,2018-08-11 23:59,1", "M,2018-08-12 00:00,2", "M,2018-08-12 01:00,3")

    taken = take(put(HEADER, *lines), under=santiago)

    assert [(f.rule, f.place) for f in taken.findings] == [("no-such-instant", "a.csv row 3")]
    assert [at for _, at, _ in taken.readings] == ["2018-08-12T03:59:00Z", "2018-08-12T04:00:00Z"]


def test_the_hour_is_repeated_for_each_meter_alone(put: Put, take: Take, santiago: Plan) -> None:
    """One reading of each of two meters are not two readings of one."""
    taken = take(put(HEADER, "M,2018-05-12 23:15,7", "N,2018-05-12 23:15,8"), under=santiago)

    assert taken.rules == ["ambiguous-instant"] * 2


@pytest.mark.parametrize("zone", ["Asia/Dhaka", "Pacific/Palau", "Europe/London", "Asia/Tehran"])
def test_every_hour_of_three_years_is_read_as_the_time_zone_tells(
    put: Put, take: Take, plan: Plan, zone: str
) -> None:
    """Each hour that was, with its own register, comes back as the instant it was."""
    there = ZoneInfo(zone)
    start = datetime(2017, 1, 1, tzinfo=UTC)
    instants = [start + timedelta(hours=hour, minutes=30) for hour in range(26304)]
    rows = [f"M,{at.astimezone(there):%Y-%m-%d %H:%M},{n}" for n, at in enumerate(instants)]

    taken = take(put(HEADER, *rows), under=replace(plan, zone=zone, clock=zone))

    assert taken.findings == []
    assert [at for _, at, _ in taken.readings] == [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in instants]


def test_far_from_the_period_the_offset_is_still_the_zone_s(
    put: Put, take: Take, plan: Plan
) -> None:
    """Six years after the period London still has its summer."""
    taken = take(put(HEADER, "M,2024-07-01 12:00,1"), under=replace(plan, clock="Europe/London"))

    assert taken.readings == [("M", "2024-07-01T11:00:00Z", 10)]


def test_a_plan_without_a_clock_has_no_wall(plan: Plan) -> None:
    """Nothing is worked out that nobody asked for."""
    assert walls(replace(plan, clock="")) == ()


@pytest.mark.parametrize(
    ("zone", "last", "first"),
    [
        ("Asia/Dhaka", "2017-12-31T17:45:00Z", "2017-12-31T18:15:00Z"),
        ("America/Santiago", "2018-01-01T02:45:00Z", "2018-01-01T03:15:00Z"),
        ("Pacific/Palau", "2017-12-31T14:45:00Z", "2017-12-31T15:15:00Z"),
    ],
)
@pytest.mark.parametrize("written", ["on the wall", "in UTC"])
def test_a_year_turns_at_the_host_s_midnight(
    put: Put, plan: Plan, zone: str, last: str, first: str, written: str
) -> None:
    """The quarter before midnight is of the old year, the one after of the new."""
    meter = replace(plan.meters[0], expected_interval="15min", reads=Reads.INTERVAL, digits=0)
    under = replace(plan, zone=zone, clock=zone, meters=(meter,))
    quarters = [(last, 1), (first, 4)]
    if written == "on the wall":
        rows = [("2017-12-31 23:45", 1), ("2018-01-01 00:00", 2), ("2018-01-01 00:15", 4)]
    else:
        middle = datetime.fromisoformat(last) + timedelta(minutes=15)
        rows = [quarters[0], (f"{middle:%Y-%m-%dT%H:%M:%SZ}", 2), quarters[1]]

    summary = summarise([put("read_at,value", *(f"{at},{value}" for at, value in rows))], under)

    # A stamp is the end of its quarter: the one at midnight is still of the old year.
    assert [(q.year, q.amount) for q in summary.quantities] == [(2017, 3), (2018, 4)]


def test_a_register_is_cut_at_the_midnight_of_a_naive_clock(put: Put, plan: Plan) -> None:
    """In Santiago's summer a year turns at 03:00 UTC."""
    meter = Meter("M", "EG", "PV system 1", "kWh", "month")
    under = replace(plan, zone="America/Santiago", clock="America/Santiago", meters=(meter,))
    rows = ("2017-11-01,10", "2017-12-01,20", "2018-01-01,35", "2018-02-01,45", "2018-03-01,70")

    summary = summarise([put("read_at,register_kwh", *rows)], under)

    assert [(q.year, q.amount) for q in summary.quantities] == [(2017, 25), (2018, 35)]
    assert summary.faults == ()
