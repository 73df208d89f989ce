"""The walk back: from a credit, or a published quantity, towards the readings behind it."""

from dataclasses import dataclass
from datetime import date

from openjcm.measure.basis import Basis


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of one step; ``label`` is a stem of the catalogue of words.

    Every figure has a basis; a name, a number of a record or a hash has none.
    """

    label: str
    value: str
    basis: Basis | None = None
    unit: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows behind a step; ``headings`` are stems of the catalogue, cells are text.

    ``basis`` is that of every figure in it, None where the rows say their own.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class WalkStep:
    """One station on the way of a tonne, latest first.

    ``stem`` is one of: serial, issuance, notification, decision, allocation, issuance-request,
    verification-report, calculation, monitoring-report, period-quantity, readings.
    ``record`` is the journal record (partnership/side/number) that says so, if any.
    ``missing`` is a stem that says why the walk cannot go on from here; empty otherwise.
    """

    stem: str
    on: date | None
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    record: str | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """The whole walk of one block of credits or one published line."""

    heading: str
    partnership: str
    rehearsal: bool
    project_id: str
    title_en: str
    title_ja: str
    steps: tuple[WalkStep, ...]
