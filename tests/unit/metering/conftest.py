"""Reading files and plans small enough to be read beside the test."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from openjcm.measure.errors import Finding, Malformed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, Summary, summarise
from told.metering.hourly import DAY, HOURLY, Counted, plan_of

HEADER = "meter,read_at,register_wh"


@pytest.fixture
def plan() -> Plan:
    """Four months over one turn of a year in Dhaka, one meter."""
    period = Period(date(2017, 11, 1), date(2018, 2, 28))
    return Plan("Asia/Dhaka", period, (Meter("M", "EC_PJ", "chiller 1"),))


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write rows below the right header; months are instants at their start in Dhaka."""

    def write_rows(*rows: str, name: str = "readings.csv", header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text("\n".join((header, *map(in_full, rows))) + "\n", encoding="utf-8")
        return path

    return write_rows


@pytest.fixture
def refused(plan: Plan) -> Callable[..., list[Finding]]:
    """Summarise files that must be refused and return the findings."""

    def findings_of(*paths: Path, under: Plan = plan) -> list[Finding]:
        with pytest.raises(Malformed) as refusal:
            summarise(paths, under)
        assert refusal.value.code == "readings-refused"
        return list(refusal.value.findings)

    return findings_of


def in_full(row: str) -> str:
    """Write ``M 2017-11 10`` in full; any other row stays as it is."""
    if row.count(" ") != 2:
        return row
    meter, month, register = row.split()
    return f"{meter},{month}-01T00:00:00+06:00,{register}"


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    """Summarise the registers of some hours of the day."""

    def summarise_hours(
        registers: Mapping[float, int], meter: Meter = HOURLY, *, now: datetime | None = None
    ) -> Summary:
        rows = [
            f"M,{(DAY + timedelta(hours=hour)).isoformat()},{register}"
            for hour, register in registers.items()
        ]
        path = tmp_path / "day.csv"
        path.write_text("\n".join(["meter,read_at,register_wh", *rows]), encoding="utf-8")
        return summarise([path], plan_of(meter), now=now)

    return summarise_hours
