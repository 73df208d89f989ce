"""What a report of readings is told: plain values, as whoever worked them hands them in.

Amounts are decimals in the unit that stands beside them, registers whole last digits.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period


@dataclass(frozen=True, slots=True)
class MeterOfPlan:
    """A meter as the plan has it.

    ``last_digit`` is what a last digit of its register is worth in ``unit``, the multiplier
    included; ``settings`` are stems of words with what the plan says; ``rules`` are pairs of a
    kind of fault and its treatment.
    """

    id: str
    parameter: str
    equipment: str
    unit: str
    last_digit: Decimal
    interval: str
    reads: str
    settings: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanOfReport:
    """The plan by which readings were worked; ``worked_by`` is a template that stands in."""

    name: str
    sha256: str
    zone: str
    period: Period
    meters: tuple[MeterOfPlan, ...]
    clock: str = ""
    methodology: str = ""
    worked_by: str = ""

    def meter(self, meter_id: str) -> MeterOfPlan:
        """Return the meter of this id."""
        return next(meter for meter in self.meters if meter.id == meter_id)


@dataclass(frozen=True, slots=True)
class QuantityLine:
    """What one meter comes to in one calendar year; ``samples`` is zero but for a mean."""

    meter: str
    year: int
    value: Decimal
    filled: Decimal
    samples: int = 0


@dataclass(frozen=True, slots=True)
class EquipmentLine:
    """What the meters of one parameter and equipment come to in one calendar year.

    ``is_apart`` says that other meters of it have lines of their own and are not added to this.
    """

    parameter: str
    equipment: str
    year: int
    unit: str
    value: Decimal
    filled: Decimal
    meters: tuple[str, ...]
    samples: int = 0
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """What all equipment of a parameter comes to in one calendar year, and how many there are."""

    parameter: str
    year: int
    unit: str
    value: Decimal
    filled: Decimal
    equipment: int
    meters: int


@dataclass(frozen=True, slots=True)
class NotCheckedLine:
    """A check that the plan makes impossible, by its stem, and the meters it lacks for."""

    check: str
    meters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """How a register adds up, in whole last digits; see ``metering.Conservation``."""

    meter: str
    first: int
    last: int
    span: int
    unmetered: int
    counted: int
    filled: int
    excluded: int
    outside: int
    holds: bool


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """What a second source says of a meter's quantity in one year, in the meter's unit."""

    meter: str
    source: str
    year: int
    value: Decimal
    other: Decimal
    is_within: bool
    treatment: str
    taken: Decimal


@dataclass(frozen=True, slots=True)
class FaultLine:
    """How often a kind of fault stands in a meter's readings, the rule, and its effect.

    ``withheld`` is what the register shows and the quantity has not, in the meter's unit;
    ``tonnes`` is by how much the reduction is other for it, ``None`` where that is not told.
    """

    kind: str
    meter: str
    count: int
    treatment: str
    withheld: Decimal
    tonnes: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FaultPlace:
    """One fault with the row at which it shows; ``at`` is an instant in legal time.

    Where no single row shows it, ``file`` is empty.
    """

    kind: str
    meter: str
    file: str
    row: int
    at: str
    effect: Decimal
    value: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class DaysLine:
    """The readings of a meter on each day from ``first`` on, and how many were expected.

    ``profile`` is what its register moved on in each hour of the day, in the meter's unit; empty
    where that is not told.
    """

    meter: str
    first: date
    read: tuple[int, ...]
    expected: tuple[int, ...]
    profile: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsLine:
    """Where the rows behind a quantity stand in one file, the first and the last of them."""

    meter: str
    year: int
    file: str
    first: int
    last: int
    rows: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of readings by its SHA-256, and how it was read."""

    name: str
    sha256: str
    rows: int
    read_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingsReport:
    """All that a report of readings says.

    ``basis`` is that of the readings, ``None`` where whoever handed them in did not state it:
    then they count as illustrative. ``command`` lists the rows of a quantity in a shell, but for
    its meter and year.
    """

    plan: PlanOfReport
    basis: Basis | None
    quantities: tuple[QuantityLine, ...]
    registers: tuple[RegisterLine, ...]
    comparisons: tuple[ComparisonLine, ...]
    fault_lines: tuple[FaultLine, ...]
    faults: tuple[FaultPlace, ...]
    files: tuple[FileLine, ...]
    command: str
    days: tuple[DaysLine, ...] = ()
    rows: tuple[RowsLine, ...] = ()
    equipment: tuple[EquipmentLine, ...] = ()
    totals: tuple[ParameterLine, ...] = ()
    not_checked: tuple[NotCheckedLine, ...] = ()
