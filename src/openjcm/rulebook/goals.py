"""The policy goals, each from the day on which it was set.

A goal counts cumulative reductions and removals, public and private together; it is never a
number of credits and never added to one.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from openjcm.rulebook.edition import Known


@dataclass(frozen=True, slots=True)
class PolicyGoal:
    """One goal: millions of tonnes of CO2 by the end of a Japanese fiscal year.

    ``known`` is how well the first day is known.
    """

    million_tonnes: int
    fiscal_year: int
    since: date
    known: Known
    source: str
    text_en: str
    text_ja: str


@cache
def all_goals() -> tuple[PolicyGoal, ...]:
    """Return every goal, the oldest first."""
    text = (files("openjcm.rulebook") / "goals.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)["goal"]
    return tuple(PolicyGoal(**table | {"known": Known(table["known"])}) for table in tables)


def goals_on(day: date) -> tuple[PolicyGoal, ...]:
    """Return the goals that were in force on a day, the oldest first."""
    return tuple(goal for goal in all_goals() if goal.since <= day)
