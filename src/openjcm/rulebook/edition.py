"""An edition: where each rule stands in an adopted document, and what it is worth there.

Pure: values in, refusals out. How an edition is read from its file is in ``edition_file``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from openjcm.measure.errors import Finding, RuleBroken
from openjcm.rulebook.rules import Rule


class Known(StrEnum):
    """How well a rule of an edition is known; ``ours`` is a decision of OpenJCM's own."""

    CONFIRMED = "confirmed"
    OBSERVED = "observed"
    BACKGROUND = "background"
    UNKNOWN = "unknown"
    OURS = "ours"


class HeldBy(StrEnum):
    """What makes a rule hold: code refuses, people see to it, both, or nothing does yet."""

    CODE = "code"
    PEOPLE = "people"
    BOTH = "both"
    ABSENT = "absent"


class Kind(StrEnum):
    """Whose document it is: the scheme's, a programme's that pays for projects, or the record's.

    The record of published facts is under rules of OpenJCM's own, the same for every country.
    """

    SCHEME = "scheme"
    FINANCING = "financing"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Value:
    """What a rule is worth: a number with its unit, a fraction, or a text."""

    number: Decimal | None = None
    unit: str = ""
    fraction: Fraction | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """One rule in one edition.

    ``para`` is None where the paragraph is not confirmed; ``why`` says why code does not
    hold the rule; ``reading`` is the number of the page in ``docs/readings``.
    """

    rule: Rule
    document: str
    para: str | None
    says: str
    held_by: HeldBy
    known: Known
    sources: tuple[str, ...]
    value: Value | None = None
    why: str = ""
    reading: str = ""

    @property
    def citation(self) -> str:
        """Document and paragraph, in the one way that they are spelled."""
        if self.known is Known.OURS:
            return f"OpenJCM's own rule beside {self.document}"
        if self.para is None:
            return f"{self.document}, paragraph not confirmed"
        return f"{self.document} para {self.para}"


@dataclass(frozen=True, slots=True)
class Edition:
    """One adopted document, or what is known of it, as data.

    ``partner`` is None for a document that does not belong to one partnership, ``programme`` for
    one that is no programme's. The days in force are half-open; None means that the day is not
    known.
    """

    document: str
    title: str
    kind: Kind
    partner: str | None
    status: str
    runs_live: bool
    from_: date | None
    until: date | None
    evidence: str
    rules: Mapping[Rule, PlacedRule]
    left_out: Mapping[Rule, str]
    programme: str | None = None

    def binds(self, on: date) -> bool:
        """Whether the edition is in force on a legal day, as far as its days are known."""
        begun = self.from_ is None or self.from_ <= on
        return begun and (self.until is None or on < self.until)

    def require(self, rule: Rule, holds: bool, finding: str, place: str = "") -> None:  # noqa: FBT001 - reads as a sentence: require X, holds, or else say
        """Refuse unless the rule holds.

        Args:
            rule: A rule that this edition places.
            holds: Whether it does.
            finding: What is wrong, as a sentence without the citation, for the person who asked.
            place: What it is about: an id, a field, a file with its row.

        Raises:
            RuleBroken: it does not hold; the message carries edition and paragraph.
        """
        if holds:
            return
        found = self.finding(rule, finding, place)
        raise RuleBroken(found.message, code=rule.value, about=place, findings=(found,))

    def finding(self, rule: Rule, message: str, place: str = "") -> Finding:
        """Return one thing that a check found, with the citation of this edition added."""
        return Finding(rule.value, place, f"{message} ({self.citation(rule)})")

    def citation(self, rule: Rule) -> str:
        """Return document and paragraph of the rule, or why this edition leaves it out."""
        if rule in self.rules:
            return self.rules[rule].citation
        return f"{self.document}: {self.left_out[rule]}"

    def value(self, rule: Rule) -> Value:
        """Return what the rule is worth in this edition.

        Raises:
            RuleBroken: the edition gives it no value; nothing stands in for it.
        """
        placed = self.rules.get(rule)
        if placed is None or placed.value is None:
            raise RuleBroken(
                f"{rule.value} has no value: {self.citation(rule)}", code=rule.value, about=rule
            )
        return placed.value

    def require_live(self) -> None:
        """Refuse to run a live partnership on an edition that nobody has confirmed.

        Rules: EDITION_KNOWN.

        Raises:
            RuleBroken: the edition is not known well enough to run live.
        """
        self.require(
            Rule.EDITION_KNOWN,
            self.runs_live,
            f"{self.document}: edition not known: cannot run live",
            self.document,
        )
