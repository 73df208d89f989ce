"""A report small enough to be checked by hand: two meters over the turn of a year."""

from datetime import date
from decimal import Decimal

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.papers.readings.report import (
    ComparisonLine,
    DaysLine,
    EquipmentLine,
    FaultLine,
    FaultPlace,
    FileLine,
    MeterOfPlan,
    NotCheckedLine,
    ParameterLine,
    PlanOfReport,
    QuantityLine,
    ReadingsReport,
    RegisterLine,
    RowsLine,
)

RULES = (("gap", "count"), ("reset", "exclude"), ("sources-differ", "conservative"))

METERS = (
    MeterOfPlan(
        "M <1>", "EC_PJ", "chiller & pump", "kWh", Decimal("0.1"), "6h", "register",
        (("multiplier", "10"), ("lowers-less", "")), RULES,
    ),
    MeterOfPlan("T", "TE", "tank", "degC", Decimal(1), "day", "average", (), RULES[:1]),
)  # fmt: skip
COMPARISONS = (
    ComparisonLine(
        "M <1>",
        "bill",
        2018,
        Decimal("99.9"),
        Decimal(90),
        is_within=False,
        treatment="conservative",
        taken=Decimal(90),
    ),
    ComparisonLine(
        "M <1>",
        "bill",
        2017,
        Decimal("1234.5"),
        Decimal(1234),
        is_within=True,
        treatment="conservative",
        taken=Decimal("1234.5"),
    ),
)
DAYS = (
    DaysLine(
        "M <1>", date(2017, 12, 30), (4, 4, 2, 0), (4, 4, 4, 4),
        (Decimal(1), Decimal(3), *[Decimal(0)] * 22),
    ),
    DaysLine("T", date(2017, 12, 30), (1, 1, 1, 1), (1, 1, 1, 1)),
)  # fmt: skip
ROWS = (
    RowsLine("M <1>", 2017, "a.csv", 2, 6, 5),
    RowsLine("M <1>", 2018, "a.csv", 6, 9, 4),
    RowsLine("M <1>", 2018, "b.csv", 2, 3, 2),
    RowsLine("T", 2017, "a.csv", 10, 11, 2),
)


EQUIPMENT = (
    EquipmentLine(
        "EC_PJ", "chiller & pump", 2017, "MWh", Decimal("1.2345"), Decimal(0), ("M <1>",)
    ),
    EquipmentLine(
        "TE", "tank", 2017, "degC", Decimal("21.50"), Decimal(0), ("T",), 2, is_apart=True
    ),
)
TOTALS = (ParameterLine("EC_PJ", 2017, "MWh", Decimal("1.2345"), Decimal(0), 2, 3),)
NOT_CHECKED = (
    NotCheckedLine("spikes", ("M <1>", "T")),
    NotCheckedLine("direction", ("T",)),
)


@pytest.fixture
def report() -> ReadingsReport:
    """Four days, two in each year; a gap, a reset, and a bill that differs."""
    return ReadingsReport(
        plan=PlanOfReport(
            "plan.toml", "ab" * 32, "Asia/Dhaka", Period(date(2017, 12, 30), date(2018, 1, 2)),
            METERS, "Asia/Dhaka", "BD_AM001_ver01.0", "OJ_cop_ratio_ver1",
        ),
        basis=Basis.MEASURED,
        quantities=(
            QuantityLine("M <1>", 2017, Decimal("1234.5"), Decimal(0)),
            QuantityLine("M <1>", 2018, Decimal("99.9"), Decimal("0.4")),
            QuantityLine("T", 2017, Decimal("21.50"), Decimal(0), samples=2),
        ),
        registers=(
            RegisterLine("M <1>", 100, 13_450, 13_350, 4, 13_340, 4, 10, 0, holds=True),
            RegisterLine("T", 20, 23, 43, 0, 43, 0, 0, 0, holds=True),
        ),
        comparisons=COMPARISONS,
        fault_lines=(
            FaultLine("gap", "M <1>", 2, "count", Decimal(0), Decimal(0)),
            FaultLine("gap", "T", 1, "count", Decimal(0)),
            FaultLine("reset", "M <1>", 1, "exclude", Decimal("1.0"), Decimal("-0.0006")),
        ),
        faults=(
            FaultPlace(
                "gap", "M <1>", "a.csv", 7, "2018-01-01 12:00:00+06:00", Decimal(0), "2",
                "2017-12-31T18:00:00+06:00",
            ),
            FaultPlace(
                "reset", "M <1>", "a.csv", 9, "2018-01-02 00:00:00+06:00", Decimal("1.0"), "0",
                "2018-01-01T18:00:00+06:00",
            ),
        ),
        files=(FileLine("a.csv", "cd" * 32, 12, ("cells separated by commas", "as it is")),),
        command="openjcm meter rows a.csv --plan plan.toml",
        days=DAYS,
        rows=ROWS,
        equipment=EQUIPMENT,
        totals=TOTALS,
        not_checked=NOT_CHECKED,
    )  # fmt: skip
