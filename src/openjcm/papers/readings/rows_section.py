"""The way from each quantity to its rows: places in each file, and the command that lists them."""

from collections.abc import Iterator
from shlex import quote

from openjcm.papers.readings.report import ReadingsReport
from openjcm.papers.readings.words import amount_words, headings, more_words, say
from openjcm.papers.sheet import Cell, Section, Table


def rows_anchor(report: ReadingsReport, meter: str, year: int) -> str:
    """Return the anchor of the rows of a meter and year: by its place, whatever its name is."""
    place = next(at for at, each in enumerate(report.plan.meters, start=1) if each.id == meter)
    return f"rows-{place}-{year}"


def rows(report: ReadingsReport, language: str, room: int) -> Iterator[Section]:
    """Yield where the rows of each meter and year stand, where that was asked for."""
    if not report.rows:
        return
    keys = ["readings-quantities-short", "label-file", "readings-heading-first-row"]
    keys += ["readings-heading-last-row", "readings-heading-rows"]
    lines, seen = list[tuple[Cell, ...]](), set[str]()
    for each in report.rows[:room]:
        at = rows_anchor(report, each.meter, each.year)
        name = say(language, "readings-quantity-of", meter=each.meter, year=str(each.year))
        command = command_of(report, each.meter, each.year)
        lines.append(
            (
                Cell(name) if at in seen else Cell(name, command, anchor=at),
                Cell(each.file),
                *(Cell(amount_words(number)) for number in (each.first, each.last, each.rows)),
            )
        )
        seen.add(at)
    more = more_words(language, len(report.rows), room)
    yield Section(
        say(language, "readings-rows"),
        table=Table(headings(language, keys), tuple(lines), numbers=2),
        paragraphs=(say(language, "readings-rows-says"), *more),
        anchor="rows",
    )


def command_of(report: ReadingsReport, meter: str, year: int) -> str:
    """Return the command that lists the rows of a meter and year."""
    return f"{report.command} --meter {quote(meter)} --year {year}"
