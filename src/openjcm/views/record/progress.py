"""Policy goals and what was published of the scheme's progress, as of any day.

A goal counts cumulative reductions and removals; it is set beside *expected* reductions where
such a figure is published, and never beside credits.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED, Figure, Source
from openjcm.views.reader import Reader
from openjcm.views.record.addends import MadeOf, Relation, Summed, figure_address
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

    ``measure`` is expected, issued or supported-projects; ``amount`` is None where the figure is
    not one of tonnes. ``by`` is the year until which expected reductions are counted, ``cases``
    how many issuances there were. ``about`` says that the source rounds, ``at_least`` that it
    says at least so many. ``notified_here`` is what the decisions of this record add up to by
    that day, for a figure of credits: it shows what is missing here, and is never added.
    """

    key: str
    measure: str
    state: date
    amount: Figure | None
    by: int | None
    projects: int | None
    partners: int | None
    about: bool
    remarks: tuple[str, ...]
    sources: tuple[Source, ...]
    cases: int | None = None
    at_least: bool = False
    notified_here: Figure | None = None

    @property
    def made_of(self) -> tuple[MadeOf, ...]:
        """How ``notified_here`` was added up; none where nothing was."""
        if self.notified_here is None:
            return ()
        address = figure_address(Summed.NOTIFIED, until=self.state)
        return (MadeOf("notified_here", Relation.SUM, (address,)),)


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


# The tonnes of a decision whose day is not known are in none of these sums.
_HERE = """
SELECT s.state, sum(a.amount)::bigint AS notified
FROM unnest(%(states)s::date[]) AS s (state)
LEFT JOIN published_amount a ON a.counted AND a.measure = 'notified' AND a.side IS NULL
  AND a.day <= s.state
GROUP BY 1
"""
_OF_TONNES = frozenset({"expected", "issued"})
_OF_CREDITS = "issued"


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
    states = [each.state for each in found if each.measure == _OF_CREDITS]
    here = {row["state"]: row["notified"] for row in reader.rows(_HERE, {"states": states})}
    beside = [_beside(each, here) for each in found]
    return tuple(sorted(beside, key=lambda each: each.state, reverse=True))


def _beside(row: ProgressRow, here: Mapping[date, int | None]) -> ProgressRow:
    if row.measure != _OF_CREDITS:
        return row
    amount = here[row.state]
    known = UNDISCLOSED if amount is None else Figure(amount, Basis.DERIVED)
    return replace(row, notified_here=known)


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
    blank = UNDISCLOSED if says["measure"] in _OF_TONNES else None
    return ProgressRow(
        key=key,
        measure=says["measure"],
        state=date.fromisoformat(says["state"]),
        amount=blank if amount is None else Figure(amount, Basis.PUBLISHED, sources[0].url),
        by=says.get("by"),
        projects=says.get("projects"),
        partners=says.get("partners"),
        about=says.get("precision") == "about",
        remarks=tuple(says.get("remarks", ())),
        sources=sources,
        cases=says.get("cases"),
        at_least=says.get("precision") == "at-least",
    )
