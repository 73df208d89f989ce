"""What became of each row behind a quantity, by the step that ends there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.measure.period import Period
from openjcm.metering import FaultKind, Meter, Plan, Treatment, reading_rows
from openjcm.metering.plan.meter import Calibration, Lowers, Reads
from openjcm.metering.plan.plan import Fixed, Worked
from told.metering.hourly import DAY, HOURLY, plan_of

Said = list[tuple[int, str, str]]
Registers = Mapping[int, int | list[int]]


@pytest.fixture
def rows(tmp_path: Path) -> "Rows":
    """List the rows of registers at hours of the day, several where they are a list."""
    return Rows(tmp_path)


class Rows:
    """Writes readings and lists what became of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = DAY + timedelta(hours=100)

    def of(
        self, registers: Registers, meter: Meter, plan: Plan | None = None, *, year: int = DAY.year
    ) -> Said:
        """Return register, standing and fault of each row."""
        lines = [
            f"M,{(DAY + timedelta(hours=hour)).isoformat()},{each}"
            for hour, said in registers.items()
            for each in (said if isinstance(said, list) else [said])
        ]
        path = self.folder / "day.csv"
        path.write_text("\n".join(["meter,read_at,register_wh", *lines]), encoding="utf-8")
        found = reading_rows([path], plan or plan_of(meter), "M", year, now=self.now)
        assert found.left_out == 0
        return [(each.register, each.standing, each.fault) for each in found.rows]


def test_a_step_that_counts_nothing_is_not_called_counted(rows: Rows) -> None:
    """Beyond capacity it is excluded, and so is a reset; a gap and a false value are told too."""
    meter = replace(HOURLY, capacity=Decimal(20))
    registers: Registers = {
        0: 0,
        1: 10,
        2: 500,
        3: 510,
        6: 520,
        7: [530, 530],
        8: 9000,
        9: 540,
        10: 3,
    }

    assert rows.of(registers, meter) == [
        (0, "counted", ""),
        (10, "counted", ""),
        (500, "excluded", "beyond-capacity"),
        (510, "counted", ""),
        (520, "counted", "gap"),
        (530, "counted", ""),
        (530, "duplicate", ""),
        (9000, "left out", ""),
        (540, "counted", ""),
        (3, "excluded", "reset"),
    ]


def test_rows_of_a_contradiction_are_listed(rows: Rows) -> None:
    """Both of them, where the plan takes neither; an instant to come is said."""
    meter = replace(HOURLY, rules={FaultKind.CONTRADICTION: Treatment.EXCLUDE})
    registers: Registers = {0: 0, 1: [10, 12], 2: 20, 23: 30}
    rows.now = DAY + timedelta(hours=20)

    assert rows.of(registers, meter) == [
        (0, "counted", ""),
        (10, "contradiction", ""),
        (12, "contradiction", ""),
        (20, "counted", "gap"),
        (30, "instant to come", ""),
    ]


def test_the_stand_at_which_a_year_begins_is_counted(rows: Rows) -> None:
    """Whatever became of the step before it: that lies outside, or in another year."""
    period = Period(date(2023, 12, 31), date(2024, 5, 1))
    before = int((datetime(2024, 1, 1, tzinfo=UTC) - DAY) / timedelta(hours=1))
    registers: Registers = {before - 25: 0, before - 24: 4, before: 900, before + 1: 905}
    meter = replace(HOURLY, rules={FaultKind.GAP: Treatment.EXCLUDE})

    told = rows.of(registers, meter, Plan("UTC", period, (meter,)))

    assert told == [(900, "counted", ""), (905, "counted", "")]
    of_before = rows.of(registers, meter, Plan("UTC", period, (meter,)), year=2023)
    assert of_before == [(4, "counted", ""), (900, "excluded", "beyond-capacity")]


def test_what_is_filled_is_called_so(rows: Rows) -> None:
    """Outside its calibration, with the error of the meter taken; the methodology may direct it."""
    meter = replace(
        HOURLY,
        parameter="EC_PJ",
        accuracy=Decimal(1),
        capacity=Decimal(100),
        calibrations=(Calibration(date(2001, 1, 1), date(2001, 1, 2)),),
        lowers=Lowers.MORE,
    )
    one, fixed = (Decimal(1),), []
    fixed += [Fixed(symbol, one, "1") for symbol in ("COP_PJ", "COP_RE")]
    worked = Worked("OJ_cop_ratio_ver1", fixed=(*fixed, Fixed("EF", one, "tCO2e/MWh")))
    directed = replace(plan_of(meter), worked=worked)

    for plan in (plan_of(meter), directed):
        assert rows.of({0: 0, 1: 10}, meter, plan)[1] == (10, "filled", "outside-calibration")


def test_an_interval_is_what_its_own_step_is(rows: Rows) -> None:
    """One that ends where the period begins lies before it; the gap before one is none of it."""
    meter = replace(HOURLY, reads=Reads.INTERVAL, capacity=Decimal(20))
    registers = {0: 7, 1: 10, 4: 10, 5: 500}

    assert rows.of(registers, meter) == [
        (7, "outside the period", ""),
        (10, "counted", ""),
        (10, "counted", ""),
        (500, "excluded", "beyond-capacity"),
    ]
