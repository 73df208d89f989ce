"""What a plan makes impossible to check, told by meter."""

from datetime import date, timedelta
from decimal import Decimal

from openjcm.metering import Meter, Plan, not_checked
from openjcm.metering.plan.meter import Calibration, Lowers, Reads
from told.metering.hourly import plan_of

WHOLE = Meter(
    "A",
    "EG",
    "PV 1",
    capacity=Decimal(5),
    stuck_after=timedelta(hours=12),
    calibrations=(Calibration(date(2017, 1, 1), date(2019, 12, 31)),),
    lowers=Lowers.LESS,
)


def _said(*meters: Meter) -> dict[str, tuple[str, ...]]:
    plan = plan_of(meters[0])
    found = not_checked(Plan(plan.zone, plan.period, meters))
    assert all(each.says.endswith(".") for each in found)
    return {each.check.value: each.meters for each in found}


def test_a_plan_that_says_everything_leaves_nothing_unchecked() -> None:
    """Capacity, standstill, calibration and the side that lowers the credits."""
    assert _said(WHOLE) == {}


def test_what_the_plan_does_not_say_cannot_be_looked_for() -> None:
    """The second meter says nothing; a second source has the direction of what it checks."""
    bare, bill = Meter("B", "EG", "PV 2"), Meter("C", "EG", "PV 2", checks="B")

    assert _said(WHOLE, bare, bill) == {
        "spikes": ("B", "C"),
        "standstill": ("B", "C"),
        "calibration": ("B", "C"),
        "direction": ("B",),
    }


def test_a_mean_has_no_capacity_and_no_stand() -> None:
    """Whatever the plan says of them: neither is looked at."""
    mean = Meter(
        "T", "TE", "tank", "degC", reads=Reads.AVERAGE, capacity=Decimal(5),
        stuck_after=timedelta(hours=12), calibrations=WHOLE.calibrations, lowers=Lowers.MORE,
    )  # fmt: skip

    assert _said(mean) == {"spikes": ("T",), "standstill": ("T",)}
