"""What a summary of readings says: quantities, faults, and how the registers add up."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FaultKind(StrEnum):
    """What was found in readings that could still be counted; the rule applied is its text."""

    RESET = "reset"
    NON_MONOTONE = "non-monotone"
    GAP = "gap"
    DUPLICATE = "duplicate"
    OUT_OF_ORDER = "out-of-order"
    OUTSIDE_PERIOD = "outside-period"

    @property
    def rule_applied(self) -> str:
        """What is done about it, in one sentence."""
        return _RULE_APPLIED[self]


_RULE_APPLIED = {
    FaultKind.RESET: "The interval in which the register fell counts nothing.",
    FaultKind.NON_MONOTONE: (
        "A single reading above or below both its neighbours, which agree with each other, "
        "is left out; the difference of the neighbours counts."
    ),
    FaultKind.GAP: "The register is cumulative: the difference across the gap counts in full.",
    FaultKind.DUPLICATE: "The same reading twice counts once.",
    FaultKind.OUT_OF_ORDER: "Readings are put in order of their instants.",
    FaultKind.OUTSIDE_PERIOD: "A reading outside the period is kept and not counted.",
}


@dataclass(frozen=True, slots=True)
class PeriodQuantity:
    """How far one meter's register moved on in one calendar year of the period."""

    meter: str
    parameter: str
    equipment: str
    year: int
    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the readings that was decided by a rule.

    ``at`` is in the plan's legal time; ``file`` and ``row`` name the reading at which it shows
    (the header is row 1). ``effect`` is the part of the register's span, in register units,
    that is not counted because of it; over a meter the effects sum to what is excluded.
    """

    kind: FaultKind
    meter: str
    file: str
    row: int
    at: datetime
    effect: int
    message: str


@dataclass(frozen=True, slots=True)
class FaultCount:
    """How often a kind of fault stands in one meter's readings, and its effect in all."""

    kind: FaultKind
    meter: str
    count: int
    effect: int


@dataclass(frozen=True, slots=True)
class Conservation:
    """How one register adds up over the period: its span is what is counted and excluded.

    ``excluded`` is the sum of the falls at resets, zero or negative. What flowed unseen while
    the register was reset is in neither figure; ``resets`` says how often that happened.
    """

    meter: str
    first: int
    last: int
    counted: int
    excluded: int
    resets: int

    @property
    def span(self) -> int:
        """The last register reading less the first."""
        return self.last - self.first

    @property
    def holds(self) -> bool:
        """Whether not a single unit is lost or counted twice."""
        return self.span == self.counted + self.excluded


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A reading file as it was read; ``rows`` are its readings, without header and blank lines."""

    name: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What the readings of one plan come to.

    ``faults`` lists at most a hundred of each kind per meter; ``fault_counts`` counts all.
    """

    quantities: tuple[PeriodQuantity, ...]
    faults: tuple[Fault, ...]
    fault_counts: tuple[FaultCount, ...]
    conservation: tuple[Conservation, ...]
    files: tuple[ReadFile, ...]
