"""Two sources that differ are faults of the year: counted, listed, with their effect."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from openjcm.metering import FaultKind, Meter, Plan, Summary, Treatment, summarise
from openjcm.metering.plan.meter import Lowers, Reads

# The register shows 20 Wh in 2017 and 30 Wh in 2018; the bill says 21 and 24.
READINGS = ("M 2017-11 0", "M 2017-12 10", "M 2018-01 20", "M 2018-02 40", "M 2018-03 50")
BILL = ("B 2017-11 10", "B 2017-12 11", "B 2018-01 12", "B 2018-02 12")


def _summarised(plan: Plan, write: Callable[..., Path], treatment: Treatment) -> Summary:
    rules = {FaultKind.SOURCES_DIFFER: treatment}
    meter = replace(plan.meters[0], lowers=Lowers.LESS, rules=rules)
    bill = Meter(
        "B", "EC_PJ", "chiller 1", reads=Reads.INTERVAL, stamp="start", checks="M",
        tolerance=Decimal(10),
    )  # fmt: skip
    return summarise([write(*READINGS, *BILL)], replace(plan, meters=(meter, bill)))


@pytest.mark.parametrize(
    ("treatment", "effect", "value", "rule"),
    [
        (Treatment.COUNT, 0, 30, "The quantity of the meter is taken."),
        (Treatment.CONSERVATIVE, 6, 24, "Whichever of both lowers the credits is taken."),
    ],
)
def test_each_year_that_differs_is_a_fault(
    plan: Plan,
    write: Callable[..., Path],
    treatment: Treatment,
    effect: int,
    value: int,
    rule: str,
) -> None:
    """2017 is within a tenth and 2018 is not: counted once, with what the quantity lost by it."""
    summary = _summarised(plan, write, treatment)
    (count,) = (each for each in summary.fault_counts if each.kind is FaultKind.SOURCES_DIFFER)
    (fault,) = (each for each in summary.faults if each.kind is FaultKind.SOURCES_DIFFER)

    assert [int(each.value) for each in summary.quantities] == [20, value]
    assert (count.meter, count.count, count.effect) == ("M", 1, effect)
    assert count.withheld == Decimal(effect)
    assert count.treatment is treatment
    assert (fault.meter, fault.file, fault.row, fault.effect) == ("M", "", 0, effect)
    assert fault.at.isoformat() == "2018-01-01T00:00:00+06:00"
    assert fault.message == f"The meter comes to 30 Wh; B: 24 Wh. {rule}"
    assert all(each.holds for each in summary.conservation)
