"""What a summary of readings says: quantities, faults, and how the registers add up."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from openjcm.metering.files.opening import ReadFile
from openjcm.metering.plan.faults import FaultKind, Treatment


@dataclass(frozen=True, slots=True)
class PeriodQuantity:
    """What one meter's readings come to in one calendar year of the period.

    ``amount`` is in whole last digits of the register, ``value`` in ``unit``, the multiplier
    included; for a meter whose values are averaged ``amount`` is their sum over ``samples``.
    ``filled`` of the amount was not read but taken by a rule.
    """

    meter: str
    parameter: str
    equipment: str
    year: int
    amount: int
    unit: str
    value: Decimal
    filled: int = 0
    samples: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the readings that was decided by a rule.

    ``at`` is in the plan's legal time; ``file`` and ``row`` name the reading at which it shows
    (the header is row 1). ``effect`` is the part of the register's span, in last digits, that is
    not counted because of it; over a meter the effects sum to what is excluded. ``message`` is
    made of ``value`` (as the register's face shows it; of a gap how many readings lack, of a
    register that stands still for how many seconds) and ``since``, an instant in legal time; of
    a contradiction that is the other value.
    """

    kind: FaultKind
    meter: str
    file: str
    row: int
    at: datetime
    effect: int
    message: str
    value: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class FaultCount:
    """How often a kind of fault stands in one meter's readings, and its effect in all.

    ``effect`` is what of the span is not counted, ``filled`` what was taken instead, both in last
    digits. ``withheld`` is what the register shows and the quantity has not, in the meter's unit;
    ``tonnes`` is by how many tCO2e the reduction is other for it, uncut: below zero where the rule
    lowers it, ``None`` where the plan names no methodology or it cannot be worked.
    """

    kind: FaultKind
    meter: str
    count: int
    effect: int
    treatment: Treatment
    filled: int = 0
    withheld: Decimal = Decimal(0)
    tonnes: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Conservation:
    """How one register adds up over the period, in whole last digits.

    ``span`` is its last reading less its first, with what it turned over by and was exchanged by
    (``jumps``); it is found from the two ends alone. ``excluded`` is zero or negative at resets.
    ``outside`` is what lies before and after the period. ``filled`` is not on the register where
    nothing was metered (``unmetered``).
    """

    meter: str
    first: int
    last: int
    counted: int
    excluded: int
    resets: int
    filled: int = 0
    jumps: int = 0
    outside: int = 0
    unmetered: int = 0
    span: int = 0

    @property
    def holds(self) -> bool:
        """Whether not a single unit is lost or counted twice."""
        return (
            self.span + self.unmetered == self.counted + self.filled + self.excluded + self.outside
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a second source, such as invoices, says of a meter's quantity in one year.

    ``value`` and ``other`` are in the meter's unit; ``taken`` is what became the quantity.
    """

    meter: str
    source: str
    year: int
    unit: str
    value: Decimal
    other: Decimal
    is_within: bool
    treatment: Treatment
    taken: Decimal


@dataclass(frozen=True, slots=True)
class Summary:
    """What the readings of one plan come to.

    A meter that only checks another has a comparison and no quantity. ``faults`` lists at most a
    hundred of each kind per meter; ``fault_counts`` counts all.
    """

    quantities: tuple[PeriodQuantity, ...]
    faults: tuple[Fault, ...]
    fault_counts: tuple[FaultCount, ...]
    conservation: tuple[Conservation, ...]
    files: tuple[ReadFile, ...]
    comparisons: tuple[Comparison, ...] = ()
