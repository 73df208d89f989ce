"""What a methodology says, as data: parameters, formulas and how well each is known.

Frozen values only. Read by ``files``, worked by ``working``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from openjcm.measure import Basis, Unit
from openjcm.methodology.language.nodes import Call, Node
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind
from openjcm.rulebook import Rule

# What is worked out from the rest of a definition is no part of its canonical form.
_WORKED_OUT: Mapping[str, bool] = MappingProxyType({"worked_out": True})
# What a later form of the language added is written only where it is said.
_WHERE_SAID: Mapping[str, bool] = MappingProxyType({"where_said": True})

# What stands at one place: a number, one of the options of a choice, or a day.
Value = Decimal | str | date


class Status(StrEnum):
    """Whether a definition was compared with the adopted document, word by word."""

    CONFIRMED = "confirmed"
    """Two persons compared it with the adopted document; no file says it of itself."""
    NOT_CONFIRMED = "not confirmed"
    """Not compared with it."""
    TEMPLATE = "unofficial template"
    """Of an id of ours and of no other."""


class Role(StrEnum):
    """Who says what a parameter is worth, and when."""

    MONITORED = "monitored"
    """Measured during the monitoring period; stands under `[monitored.X]`."""
    PROJECT = "fixed ex ante by the project"
    """A required input, never with a value in the file."""
    METHODOLOGY = "fixed by the methodology"
    """Stands in the file with its value."""
    DEFAULT = "default of the methodology"
    """Stands in the file with its value, used unless the project gives its own."""
    ASKED = "asked for eligibility"
    """Asked by eligibility alone; stands under `[asked.X]`."""


class MonitoringOption(StrEnum):
    """How a monitored value comes about: A public data, B an invoice, C a meter of the project."""

    A = "A"
    """Public data."""
    B = "B"
    """Amounts of a transaction."""
    C = "C"
    """Meters of the project."""


class Closed(StrEnum):
    """Which end of each interval of a table belongs to it."""

    LEFT = "left"
    """`from` belongs to it."""
    RIGHT = "right"
    """`to` belongs to it."""


class Hands(StrEnum):
    """Who gives the rows of a table, where it is not the methodology alone."""

    PROJECT = "the project"
    EITHER = "the methodology or the project"


@dataclass(frozen=True, slots=True)
class Known:
    """How well something is known: its basis, where it stands, in which paragraph.

    ``is_draft``: it was read in a draft or a study, and in no adopted text.
    """

    evidence: Basis
    source: str
    para: str = "not confirmed"
    is_draft: bool = field(default=False, metadata=_WHERE_SAID)


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

    def holds_all(self, values: Sequence[Any]) -> bool:
        """Whether every one of the decimals lies inside."""
        above = self.at_least is None or min(values) >= self.at_least
        return above and (self.at_most is None or max(values) <= self.at_most)

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
class IndexSet:
    """What a series runs over; ``members`` where the methodology fixes them."""

    name: str
    says: str
    members: tuple[str, ...] = ()
    ordered: bool = field(default=False, metadata=_WHERE_SAID)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A symbol whose value comes from outside the formulas.

    ``per`` names its index sets ("chiller"; "waste, year"), joined by commas; empty for one value.
    ``value`` is there only when the methodology itself says it: one, or one for each member.
    """

    symbol: str
    unit: Unit
    role: Role
    per: str
    says: str
    known: Known
    value: Value | tuple[Decimal, ...] | None = None
    plausible: Plausible | None = None
    choices: tuple[Choice, ...] = ()
    kind: Kind = field(default=Kind.NUMBER, metadata=_WHERE_SAID)
    options: tuple[str, ...] = ()
    monitoring_options: tuple[MonitoringOption, ...] = ()
    frequency: str = ""
    data_source: str = ""

    @property
    def sets(self) -> tuple[str, ...]:
        """The index sets, in the order in which values are given."""
        return tuple(self.per.split(", ")) if self.per else ()

    @property
    def is_required(self) -> bool:
        """Whether a calculation must be given it."""
        return self.value is None

    @property
    def may_be_given(self) -> bool:
        """Whether a calculation takes a value for it."""
        return self.is_required or self.role is Role.DEFAULT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: an interval, an option, or the day since which its value holds."""

    value: Decimal
    start: Decimal | None = None
    end: Decimal | None = None
    option: str = ""
    since: date | None = None
    known: Known | None = None

    @property
    def text(self) -> str:
        """From where to where, by which option or since when, and the value."""
        if self.option or self.since:
            return f"{self.option or self.since}: {self.value:f}"
        ends = ("…" if end is None else f"{end:f}" for end in (self.start, self.end))
        return f"{'–'.join(ends)}: {self.value:f}"


@dataclass(frozen=True, slots=True)
class LookupTable:
    """Values by interval, by option or by day; without rows the project gives them.

    ``outside`` is the value beyond the rows; None refuses a key that is there. ``may_be_given``
    says that the project may give rows of its own in place of those that stand here.
    """

    symbol: str
    unit: Unit
    says: str
    known: Known
    kind: Kind
    key: Unit
    options: tuple[str, ...] = ()
    closed: Closed | None = None
    outside: Decimal | None = None
    rows: tuple[Row, ...] = ()
    may_be_given: bool = field(default=False, metadata=_WHERE_SAID)

    @property
    def is_required(self) -> bool:
        """Whether a calculation must be given its rows."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class Gathering:
    """A sum, mean, least or greatest value inside a formula, and what stands inside it.

    ``text`` and ``inner`` are both as the language prints them.
    """

    tree: Call
    unit: Unit
    over: str
    sets: tuple[str, ...]
    text: str
    inner: str


@dataclass(frozen=True, slots=True)
class Formula:
    """An equation of the document: what it gives, in which unit, and its tree.

    ``along`` is the ordered index set along which it goes back to its own values; ``widest`` are
    the combinations of index sets that stand anywhere in it.
    """

    gives: str
    tree: Node
    unit: Unit
    says: str
    known: Known
    sets: tuple[str, ...] = field(default=(), metadata=_WORKED_OUT)
    gatherings: tuple[Gathering, ...] = field(default=(), metadata=_WORKED_OUT)
    along: str = field(default="", metadata=_WORKED_OUT)
    widest: tuple[tuple[str, ...], ...] = field(default=(), metadata=_WORKED_OUT)
    printed: str = field(default="", metadata=_WORKED_OUT)

    @property
    def text(self) -> str:
        """The formula as the language prints it."""
        return self.printed or written(self.tree)

    @property
    def per(self) -> str:
        """The index sets of its result, joined by commas; empty for one value."""
        return ", ".join(self.sets)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of eligibility; without a condition the validator answers it."""

    number: str
    says: str
    known: Known
    tree: Node | None = None
    evidence_asked: str = ""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Which rule of the edition rounds, and where; the engine itself never does."""

    stage: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Definition:
    """One adopted version of a methodology, or a template of ours.

    Parameters and formulas stand in the order of the document. ``sha256`` is over the resolved
    definition in its canonical form: whatever it is built on is in it. That of a confirmed one is
    of what two persons compared with the document.
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
    indexes: tuple[IndexSet, ...] = ()
    tables: tuple[LookupTable, ...] = ()
    asked: tuple[Parameter, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    built_on: tuple[str, ...] = field(default=(), metadata=_WORKED_OUT)
    sha256: str = field(default="", metadata=_WORKED_OUT)

    @property
    def is_confirmed(self) -> bool:
        """Whether it was compared with the adopted document."""
        return self.status is Status.CONFIRMED

    @property
    def is_template(self) -> bool:
        """Whether it is a template of ours, and no official methodology."""
        return self.status is Status.TEMPLATE

    @property
    def monitored(self) -> tuple[Parameter, ...]:
        """What is measured during the monitoring period."""
        return tuple(each for each in self.parameters if each.role is Role.MONITORED)

    @property
    def fixed(self) -> tuple[Parameter, ...]:
        """What the project or the methodology fixes beforehand."""
        return tuple(each for each in self.parameters if each.role is not Role.MONITORED)

    @property
    def evidence_by_part(self) -> dict[str, Basis]:
        """How well each part is known, by its symbol, formula or criterion."""
        known = {"the definition": self.evidence}
        known |= {each.symbol: each.known.evidence for each in (*self.parameters, *self.asked)}
        known |= {each.symbol: each.known.evidence for each in self.tables}
        known |= {f"formula {each.gives}": each.known.evidence for each in self.formulas}
        return known | {f"criterion {each.number}": each.known.evidence for each in self.criteria}

    @property
    def required(self) -> tuple[Parameter, ...]:
        """What a calculation must be given, in the order of the document."""
        return tuple(each for each in self.parameters if each.is_required)
