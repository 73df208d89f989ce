"""How complete days are, in classes, and equal days that follow each other as one run.

The limits of the classes are those of the legend: complete, nine tenths, a half, none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from openjcm.papers.readings.report import DaysLine


class Filling(StrEnum):
    """How much of what was to be read on a day was read."""

    WHOLE = "whole"
    NEARLY = "nearly"
    PARTLY = "partly"
    HARDLY = "hardly"
    NONE = "none"
    UNEXPECTED = "unexpected"


# What of a day's height is drawn as lacking, in quarters.
LACKS = {
    Filling.WHOLE: 0,
    Filling.NEARLY: 1,
    Filling.PARTLY: 2,
    Filling.HARDLY: 3,
    Filling.NONE: 4,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Days of one class that follow each other, from the place ``at`` on."""

    at: int
    days: int
    filling: Filling
    read: int
    expected: int


def filling(read: int, expected: int) -> Filling:
    """Return the class of a day.

    >>> [filling(read, 96).value for read in (96, 87, 86, 48, 47, 0)]
    ['whole', 'nearly', 'partly', 'partly', 'hardly', 'none']
    """
    if expected == 0:
        return Filling.UNEXPECTED
    if read >= expected:
        return Filling.WHOLE
    if 10 * read >= 9 * expected:
        return Filling.NEARLY
    if 2 * read >= expected:
        return Filling.PARTLY
    return Filling.HARDLY if read else Filling.NONE


def runs(line: DaysLine, *, first: int = 0, last: int | None = None) -> Iterator[Run]:
    """Yield the runs of a meter's days from the place ``first`` on, up to and without ``last``."""
    days = list(zip(line.read, line.expected, strict=True))[first:last]
    at = first
    for found, group in groupby(days, key=lambda day: filling(*day)):
        every = list(group)
        read, expected = (sum(day[part] for day in every) for part in (0, 1))
        yield Run(at, len(every), found, read, expected)
        at += len(every)


def day_of(line: DaysLine, at: int) -> date:
    """Return the day at a place."""
    return line.first + timedelta(days=at)


def years_of(line: DaysLine) -> Iterator[tuple[int, int, int]]:
    """Yield each calendar year of a meter's days, and the places between which it lies."""
    last = day_of(line, len(line.read) - 1)
    for year in range(line.first.year, last.year + 1):
        start = max((date(year, 1, 1) - line.first).days, 0)
        until = min((date(year + 1, 1, 1) - line.first).days, len(line.read))
        yield year, start, until


def counts(line: DaysLine, *, first: int = 0, last: int | None = None) -> dict[Filling, int]:
    """Count the days of each class."""
    found = dict.fromkeys(Filling, 0)
    for run in runs(line, first=first, last=last):
        found[run.filling] += run.days
    return found
