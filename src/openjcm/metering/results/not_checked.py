"""Which checks a plan makes impossible, and for which meters: silence of a report is no proof.

A plan that gives no capacity cannot be told from one whose register jumped; what could not be
looked for is said beside what was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan


class Check(StrEnum):
    """What readings are looked through for, as far as the plan lets it be seen."""

    SPIKES = "spikes"
    STANDSTILL = "standstill"
    CALIBRATION = "calibration"
    DIRECTION = "direction"


SAYS = {
    Check.SPIKES: (
        "No capacity is given, or values are averaged: a jump too great for the equipment is not "
        "seen, nor is a false first or last reading; it counts in full."
    ),
    Check.STANDSTILL: (
        "No stuck_after is given, or a value is no stand of a register: readings that stop "
        "changing are not seen."
    ),
    Check.CALIBRATION: (
        "No calibration is given: whether the meter was calibrated when it was read is not known."
    ),
    Check.DIRECTION: (
        "Neither lowers_credits nor a methodology that can be worked says whether less or more "
        "lowers the credits: nothing can be filled conservatively."
    ),
}


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A check that the plan makes impossible, and the meters that it lacks for."""

    check: Check
    meters: tuple[str, ...]

    @property
    def says(self) -> str:
        """What is not known without it, and what the plan would have to say."""
        return SAYS[self.check]


def not_checked(plan: Plan) -> tuple[NotChecked, ...]:
    """Return the checks that a plan makes impossible.

    Args:
        plan: With the directions that its methodology gives, as ``summarise_in_detail`` tells it.
    """
    found: dict[Check, list[str]] = {}
    for meter in plan.meters:
        for check in _lacking(meter):
            found.setdefault(check, []).append(meter.id)
    return tuple(NotChecked(check, tuple(found[check])) for check in Check if check in found)


def _lacking(meter: Meter) -> Iterator[Check]:
    if meter.capacity is None or meter.reads is Reads.AVERAGE:
        yield Check.SPIKES
    if meter.stuck_after is None or meter.reads is not Reads.REGISTER:
        yield Check.STANDSTILL
    if not meter.calibrations:
        yield Check.CALIBRATION
    # The direction of a second source is that of the meter which it checks.
    if meter.lowers is None and not meter.checks:
        yield Check.DIRECTION
