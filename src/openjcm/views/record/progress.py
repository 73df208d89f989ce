"""Policy goals and what was published of the scheme's progress, as of any day.

A goal counts cumulative reductions and removals; it is set beside *expected* reductions where
such a figure is published, and never beside credits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED, Figure, Source
from openjcm.views.reader import Reader
from openjcm.views.record.decision import sources_of


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in tCO2e by the end of a Japanese fiscal year; ``known`` is of its first day."""

    fiscal_year: int
    amount: Figure
    since: date
    known: str
    text_en: str
    text_ja: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A figure of the scheme as a whole, as printed on a day.

    ``measure`` is expected, issued or supported-projects. ``by`` is the year until which
    expected reductions are counted. ``about`` says that the source rounds.
    """

    key: str
    measure: str
    state: date
    amount: Figure
    by: int | None
    projects: int | None
    partners: int | None
    about: bool
    remarks: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Goals in force on a day, and figures of that day or before, the newest first."""

    on: date
    goals: tuple[GoalRow, ...]
    figures: tuple[ProgressRow, ...]

    @property
    def expected(self) -> ProgressRow | None:
        """The newest published figure of expected reductions."""
        return next((each for each in self.figures if each.measure == "expected"), None)


_FACTS = """
SELECT key, body FROM published_fact
WHERE fact = %(fact)s AND superseded_at IS NULL ORDER BY key
"""


def progress(reader: Reader, on: date) -> Progress:
    """Return goals and published progress as of a day."""
    goals = [goal_of(row["body"]) for row in reader.rows(_FACTS, {"fact": "goal"})]
    return Progress(
        on=on,
        goals=tuple(sorted((g for g in goals if g.since <= on), key=lambda g: g.since)),
        figures=tuple(each for each in progress_rows(reader) if each.state <= on),
    )


def progress_rows(reader: Reader) -> tuple[ProgressRow, ...]:
    """Return every published figure of the scheme as a whole, the newest first."""
    rows = reader.rows(_FACTS, {"fact": "progress"})
    found = [progress_of(row["key"], row["body"]) for row in rows]
    return tuple(sorted(found, key=lambda each: each.state, reverse=True))


_MILLION = 1_000_000


def goal_of(says: Mapping[str, Any]) -> GoalRow:
    """Return a goal from what a fact says."""
    sources = sources_of(says)
    return GoalRow(
        fiscal_year=says["fiscal_year"],
        amount=Figure(says["million_tonnes"] * _MILLION, Basis.PUBLISHED, sources[0].url),
        since=date.fromisoformat(says["since"]),
        known=says["known"],
        text_en=says["text_en"],
        text_ja=says["text_ja"],
        sources=sources,
    )


def progress_of(key: str, says: Mapping[str, Any]) -> ProgressRow:
    """Return a figure of the scheme as a whole from what a fact says."""
    sources = sources_of(says)
    amount = says.get("amount")
    return ProgressRow(
        key=key,
        measure=says["measure"],
        state=date.fromisoformat(says["state"]),
        amount=UNDISCLOSED if amount is None else Figure(amount, Basis.PUBLISHED, sources[0].url),
        by=says.get("by"),
        projects=says.get("projects"),
        partners=says.get("partners"),
        about=says.get("precision") == "about",
        remarks=tuple(says.get("remarks", ())),
        sources=sources,
    )
