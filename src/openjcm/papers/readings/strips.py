"""The shapes of the two pictures, as data of SVG paths: a year of days, and a day of hours.

A day is drawn by form as well as by colour: what lacks of it hangs from the top, a quarter of the
height for each class. Equal days that follow each other are one shape, so that two hundred meters
over a year stay small. Not in: names, colours, places on a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openjcm.papers.readings.completeness import LACKS, Filling, day_of, runs
from openjcm.papers.readings.report import DaysLine

HEIGHT = 8
QUARTER = HEIGHT // 4
HOURS = 24
_DECIMALS = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Strip:
    """One meter over one calendar year: a unit across is a day of it.

    ``read`` are the days on which something was expected, ``lacks`` what lacks of them, ``still``
    the days of the period without anything expected.
    """

    days: int
    read: str
    lacks: str
    still: str
    months: str


def strip(line: DaysLine, year: int, first: int, last: int) -> Strip:
    """Return the strip of a meter's days from the place ``first`` up to ``last``."""
    begin = (day_of(line, first) - date(year, 1, 1)).days - first
    read, lacks, still = list[str](), list[str](), list[str]()
    until = -1
    for run in runs(line, first=first, last=last):
        at = run.at + begin
        if run.filling is Filling.UNEXPECTED:
            still.append(f"M{at} {HEIGHT // 2}h{run.days}")
            continue
        if at == until:
            read[-1] = _longer(read[-1], run.days)
        else:
            read.append(_box(at, run.days, HEIGHT))
        until = at + run.days
        if LACKS[run.filling]:
            lacks.append(_box(at, run.days, LACKS[run.filling] * QUARTER))
    return Strip(
        days_in(year), "".join(read), "".join(lacks), "".join(still), "".join(_months(year))
    )


def legend(filling: Filling) -> Strip:
    """Return a day of one class, ten units wide, as the legend shows it."""
    if filling is Filling.UNEXPECTED:
        return Strip(10, "", "", f"M0 {HEIGHT // 2}h10", "")
    lacks = LACKS[filling] * QUARTER
    return Strip(10, _box(0, 10, HEIGHT), _box(0, 10, lacks) if lacks else "", "", "")


def bars(profile: Sequence[Decimal], height: int) -> str:
    """Return the bars of a day's hours, two units wide each, the highest as high as said."""
    most = max(profile, default=Decimal(0))
    if most <= 0:
        return ""
    return "".join(
        f"M{2 * hour} {height}h1.6v{_plain(-amount * height / most)}h-1.6z"
        for hour, amount in enumerate(profile)
        if amount > 0
    )


def days_in(year: int) -> int:
    """Return how many days a calendar year has.

    >>> days_in(2023), days_in(2024)
    (365, 366)
    """
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _box(at: int, wide: int, high: int) -> str:
    return f"M{at} 0h{wide}v{high}h-{wide}z"


def _longer(box: str, days: int) -> str:
    at, _, rest = box.partition("h")
    return _box(int(at[1:].split(" ")[0]), int(rest.partition("v")[0]) + days, HEIGHT)


def _months(year: int) -> Iterator[str]:
    start = date(year, 1, 1)
    for month in range(2, 13):
        yield f"M{(date(year, month, 1) - start).days} 0v{HEIGHT}"


def _plain(number: Decimal) -> str:
    return f"{number.quantize(_DECIMALS).normalize():f}"
