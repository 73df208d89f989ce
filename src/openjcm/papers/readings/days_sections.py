"""How complete days are and how a day runs, as sections; tables say what pictures show."""

from collections.abc import Iterator

from openjcm.papers.readings.completeness import Filling, counts, day_of, runs
from openjcm.papers.readings.pictures import SMALLS_A_PICTURE, most_words, share_words
from openjcm.papers.readings.report import DaysLine, ReadingsReport
from openjcm.papers.readings.strips import HOURS
from openjcm.papers.readings.words import amount_words, headings, more_words, percent_words, say
from openjcm.papers.sheet import Cell, Section, Table

_COMPLETE = (Filling.WHOLE, Filling.UNEXPECTED)


def completeness(report: ReadingsReport, language: str, room: int) -> Section:
    """Write how many days of each meter are of which class."""
    title = say(language, "readings-completeness")
    if not report.days:
        said = say(language, "readings-completeness-none")
        return Section(title, paragraphs=(said,), anchor="completeness")
    keys = ["label-meter", "readings-heading-complete", "readings-heading-read"]
    keys += ["readings-heading-expected", *(f"filling-{each}" for each in Filling)]
    lines = tuple(
        (
            Cell(line.meter),
            Cell(percent_words(sum(line.read), sum(line.expected))),
            Cell(amount_words(sum(line.read))),
            Cell(amount_words(sum(line.expected))),
            *(Cell(amount_words(days)) for days in counts(line).values()),
        )
        for line in report.days[:room]
    )
    return Section(
        title,
        table=Table(headings(language, keys), lines, numbers=1),
        paragraphs=(
            say(language, "readings-completeness-says"),
            *more_words(language, len(report.days), room),
        ),
        anchor="completeness",
    )


def lacking(report: ReadingsReport, language: str, room: int) -> Iterator[Section]:
    """Yield the days that are not complete, equal ones that follow each other in one line."""
    if not report.days:
        return
    found = [
        (line, run) for line in report.days for run in runs(line) if run.filling not in _COMPLETE
    ]
    title = say(language, "readings-lacking")
    if not found:
        said = say(language, "readings-lacking-none")
        yield Section(title, paragraphs=(said,), anchor="lacking")
        return
    keys = ["label-meter", "readings-heading-class", "readings-heading-days"]
    keys += ["readings-heading-read"]
    lines = tuple(
        (
            Cell(line.meter),
            Cell(say(language, f"filling-{run.filling}")),
            Cell(_days(line, run.at, run.days, language)),
            Cell(
                say(
                    language,
                    "readings-of-expected",
                    read=amount_words(run.read),
                    expected=amount_words(run.expected),
                )
            ),
        )
        for line, run in found[:room]
    )
    more = more_words(language, len(found), room)
    yield Section(
        title,
        table=Table(headings(language, keys), lines, numbers=3),
        paragraphs=(say(language, "readings-lacking-says"), *more),
        anchor="lacking",
    )


def profile(report: ReadingsReport, language: str, room: int, meters: int) -> Section:
    """Write how a day runs: each hour's part where there is room for it, else the highest alone.

    Args:
        report: What is told.
        language: In which.
        room: For how many meters there is room with every hour; none: for the highest alone.
        meters: For how many there is room then.
    """
    title = say(language, "readings-profile")
    told = [line for line in report.days if line.profile]
    if not told:
        said = say(language, "readings-profile-none")
        return Section(title, paragraphs=(said,), anchor="profile")
    hours = range(HOURS) if room else ()
    headings = [say(language, "label-meter"), say(language, "readings-profile-whole")]
    headings += [
        say(language, "readings-hour", **{"from": str(hour), "until": str(hour + 1)})
        for hour in hours
    ]
    lines = tuple(
        (
            Cell(line.meter, most_words(line, language)),
            Cell(f"{amount_words(sum(line.profile))} {report.plan.meter(line.meter).unit}"),
            *(Cell(share_words(line, hour)) for hour in hours),
        )
        for line in told[: room or meters]
    )
    rest = len(told) - SMALLS_A_PICTURE
    first = (say(language, "readings-profile-first", count=rest),) if rest > 0 else ()
    return Section(
        title,
        table=Table(tuple(headings), lines, numbers=1),
        paragraphs=(
            *first,
            *more_words(language, len(told), room or meters),
            say(language, "readings-profile-says"),
        ),
        anchor="profile",
    )


def _days(line: DaysLine, at: int, days: int, language: str) -> str:
    first, last = (day_of(line, each).isoformat() for each in (at, at + days - 1))
    return first if days == 1 else say(language, "readings-days", first=first, last=last)
