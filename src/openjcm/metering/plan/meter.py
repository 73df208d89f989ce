"""One meter of a monitoring plan: what it measures, how its register turns, and when it is sound.

A register is read as whole units of its last digit, so that sums are exact and do not depend on
order; what one of them is worth is said here, and only here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from openjcm.metering.plan.faults import TREATMENTS, FaultKind, Treatment

HOUR_US = 3_600_000_000
"""The microseconds of an hour; capacity is said per hour."""


class Reads(StrEnum):
    """What a value of a meter is."""

    REGISTER = "register"
    INTERVAL = "interval"
    AVERAGE = "average"


class Lowers(StrEnum):
    """Whether less or more of what a meter measures lowers the credits."""

    LESS = "less"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A register that was exchanged: what the old one showed last, and the new one first.

    Both are whole units of the register's last digit.
    """

    at: datetime
    final: int
    initial: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """The legal days, both inside, on which a calibration was valid."""

    first: date
    last: date
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """One meter: the monitored parameter it stands for and the equipment it measures.

    Attributes:
        register_unit: The unit of its values as they are written.
        expected_interval: ``month`` or ``day`` (legal ones), or a length such as ``15min``.
        reads: Whether a value is a cumulative register, an interval's amount, or one to average.
        digits: Decimals of the register; a value with more of them is refused.
        multiplier: What a unit of the register stands for, such as the ratio of transformers.
        turns_at: Where the register turns over to zero, in whole last digits; ``None``: never.
        capacity: The most that its equipment can bring about in an hour, in units of
            ``register_unit`` behind the multiplier; ``None``: not known.
        stuck_after: How long a register may stand still; ``None``: as long as it likes.
        accuracy: The greatest error of a sound meter in percent, ``None``: not known.
        lowers: Which direction lowers the credits; ``None``: not known.
        stamp: Whether the instant of an interval's amount is its ``end`` or its ``start``.
        names: Other names under which its values stand in files.
    """

    id: str
    parameter: str
    equipment: str
    register_unit: str = "Wh"
    expected_interval: str = "month"
    reads: Reads = Reads.REGISTER
    digits: int = 0
    multiplier: Decimal = Decimal(1)
    turns_at: int | None = None
    capacity: Decimal | None = None
    stuck_after: timedelta | None = None
    accuracy: Decimal | None = None
    lowers: Lowers | None = None
    stamp: str = "end"
    names: tuple[str, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    calibrations: tuple[Calibration, ...] = ()
    rules: Mapping[FaultKind, Treatment] = field(default_factory=dict)
    checks: str = ""
    tolerance: Decimal = Decimal(0)

    def face(self, register: int) -> str:
        """Return whole last digits as the register's face shows them."""
        return f"{Decimal(register).scaleb(-self.digits):f}"

    @property
    def worth(self) -> Decimal:
        """What one last digit of the register stands for, in the register's unit, exactly."""
        return self.multiplier.scaleb(-self.digits)

    @property
    def interval(self) -> timedelta | None:
        """The expected interval where it has a fixed length; ``None`` for legal days and months."""
        return length_of(self.expected_interval)

    @property
    def capacity_in_digits(self) -> Fraction | None:
        """The most last digits in an hour; ``None`` where it is not known."""
        return None if self.capacity is None else Fraction(self.capacity) / Fraction(self.worth)

    def treatment(self, kind: FaultKind) -> Treatment:
        """Return what is done about a kind of fault of this meter."""
        chosen = self.rules.get(kind)
        if chosen is not None:
            return chosen
        default = TREATMENTS[kind][0]
        if kind is FaultKind.GAP and self.reads is Reads.AVERAGE:
            # A mean is of what was read; there is no amount that could be filled.
            return Treatment.EXCLUDE
        if kind is FaultKind.GAP and self.reads is not Reads.REGISTER:
            default = Treatment.EXCLUDE
        would_raise = default is Treatment.EXCLUDE or kind is FaultKind.STUCK
        if (
            would_raise
            and self.lowers is Lowers.MORE
            and Treatment.CONSERVATIVE in TREATMENTS[kind]
        ):
            return Treatment.CONSERVATIVE
        return default


_LENGTHS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


def length_of(text: str) -> timedelta | None:
    """Return the length that a text such as ``15min`` says; ``None`` where it says none.

    >>> length_of("15min")
    datetime.timedelta(seconds=900)
    """
    digits = text.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = text[len(digits) :]
    if not (digits.isascii() and digits.isdigit()) or unit not in _LENGTHS or int(digits) == 0:
        return None
    return timedelta(seconds=int(digits) * _LENGTHS[unit])
