"""What a methodology says, as data: parameters, formulas and how well each is known.

Frozen values only. Read by ``reading``, worked by ``calculation``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from openjcm.measure import Basis, Unit
from openjcm.methodology.nodes import Call, Node, written
from openjcm.rulebook import Rule

# What is worked out from the rest of a definition is no part of its canonical form.
_WORKED_OUT: Mapping[str, bool] = MappingProxyType({"worked_out": True})


class Status(StrEnum):
    """Whether a definition was compared with the adopted document, word by word."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not confirmed"


class Role(StrEnum):
    """Who says what a parameter is worth, and when."""

    MONITORED = "monitored"
    PROJECT = "fixed ex ante by the project"
    METHODOLOGY = "fixed by the methodology"


@dataclass(frozen=True, slots=True)
class Known:
    """How well something is known: its basis, where it stands, in which paragraph."""

    evidence: Basis
    source: str
    para: str = "not confirmed"


@dataclass(frozen=True, slots=True)
class Plausible:
    """Between which values a parameter is believed without a second look; both ends inside."""

    at_least: Decimal | None
    at_most: Decimal | None
    evidence: Basis

    def holds(self, value: Decimal) -> bool:
        """Whether ``value`` lies inside."""
        above = self.at_least is None or value >= self.at_least
        return above and (self.at_most is None or value <= self.at_most)

    def __str__(self) -> str:
        ends = [
            f"{word} {end:f}"
            for word, end in (("at least", self.at_least), ("at most", self.at_most))
            if end is not None
        ]
        return " and ".join(ends)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the sources from which a project takes a value; a hint is never a default."""

    name: str
    says: str
    known: Known
    hint: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A symbol whose value comes from outside the formulas.

    ``per`` names its index set ("chiller": a series, one value each); empty for one value.
    ``value`` is there only when the methodology itself fixes it.
    """

    symbol: str
    unit: Unit
    role: Role
    per: str
    says: str
    known: Known
    value: Decimal | None = None
    plausible: Plausible | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether a calculation must be given it."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A sum, least or greatest value inside a formula: over which set, in which unit."""

    tree: Call
    unit: Unit
    per: str


@dataclass(frozen=True, slots=True)
class Formula:
    """An equation of the document: what it gives, in which unit, and its tree."""

    gives: str
    tree: Node
    unit: Unit
    says: str
    known: Known
    per: str = field(default="", metadata=_WORKED_OUT)
    gatherings: tuple[Gathering, ...] = field(default=(), metadata=_WORKED_OUT)

    @property
    def text(self) -> str:
        """The formula as the language prints it."""
        return written(self.tree)


@dataclass(frozen=True, slots=True)
class Rounding:
    """Which rule of the edition rounds, and where; the engine itself never does."""

    stage: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Definition:
    """One adopted version of a methodology.

    Parameters and formulas stand in the order of the document. ``sha256`` is over the resolved
    definition in its canonical form.
    """

    id: str
    title: str
    family: str
    scope: str
    status: Status
    evidence: Basis
    source: str
    says: str
    rounding: Rounding
    parameters: tuple[Parameter, ...]
    formulas: tuple[Formula, ...]
    sha256: str = field(default="", metadata=_WORKED_OUT)

    @property
    def is_confirmed(self) -> bool:
        """Whether it was compared with the adopted document."""
        return self.status is Status.CONFIRMED

    @property
    def monitored(self) -> tuple[Parameter, ...]:
        """What is measured during the monitoring period."""
        return tuple(each for each in self.parameters if each.role is Role.MONITORED)

    @property
    def fixed(self) -> tuple[Parameter, ...]:
        """What the project or the methodology fixes beforehand."""
        return tuple(each for each in self.parameters if each.role is not Role.MONITORED)

    @property
    def required(self) -> tuple[Parameter, ...]:
        """What a calculation must be given, in the order of the document."""
        return tuple(each for each in self.parameters if each.is_required)
