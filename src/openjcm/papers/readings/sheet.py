"""A report of readings in words: its head, its sections, each with its table.

Page, PDF and text are drawn from this sheet. Rows beyond what one of them has room for are
counted, never dropped in silence. Not in: pictures (``pictures``), how a page looks (``page``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from openjcm.measure.basis import Basis
from openjcm.papers.figure_words import marks_section
from openjcm.papers.readings.days_sections import completeness, lacking, profile
from openjcm.papers.readings.found_sections import (
    comparisons,
    effects,
    kinds,
    not_checked,
    places,
)
from openjcm.papers.readings.plan_sections import files, meters, rules
from openjcm.papers.readings.quantity_sections import equipment, quantities
from openjcm.papers.readings.report import ReadingsReport
from openjcm.papers.readings.rows_section import rows
from openjcm.papers.readings.words import (
    amount_words,
    basis_of,
    basis_of_figures,
    headings,
    more_words,
    say,
)
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table
from openjcm.papers.words import say_period

_NOT_PROJECT_DATA = (Basis.ILLUSTRATIVE, Basis.RECONSTRUCTED)


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows of a kind stand in a paper; the rest is counted."""

    places: int
    lacking: int
    rows: int
    effects: int
    hours: int
    quantities: int = 10_000
    meters: int = 10_000


PAGE = Room(places=1_000, lacking=1_000, rows=10_000, effects=2_000, hours=1_000)
PAPER = Room(places=100, lacking=100, rows=120, effects=120, hours=0, quantities=120, meters=60)


def readings_sheet(report: ReadingsReport, language: str, room: Room = PAPER) -> Sheet:
    """Write a report in one language, ready to be drawn."""
    plan = report.plan
    return Sheet(
        language=language,
        dated="",
        banner="",
        watermark="",
        kind=say(language, "readings-kind"),
        title=say(language, "readings-title", plan=plan.name),
        facts=tuple(_facts(report, language)),
        lead=_lead(report, language),
        sections=(
            *equipment(report, language, room.quantities),
            kinds(report, language),
            *not_checked(report, language),
            *comparisons(report, language),
            quantities(report, language, room.quantities, room.rows),
            *effects(report, language, room.effects),
            *places(report, language, room.places),
            conservation(report, language, room.meters),
            completeness(report, language, room.meters),
            *lacking(report, language, room.lacking),
            profile(report, language, room.hours, room.meters),
            *rows(report, language, room.rows),
            files(report, language),
            rules(report, language),
            meters(report, language, room.meters),
            marks_section({basis_of(report), basis_of_figures(report)}, language),
        ),
        generated=say(language, "generated"),
        standing=_standing(report, language),
    )


def conservation(report: ReadingsReport, language: str, room: int) -> Section:
    """Write how each register adds up, in last digits and in units."""
    keys = ["label-meter", "readings-heading-ends", "readings-heading-span"]
    keys += ["readings-heading-unmetered", "readings-heading-counted"]
    keys += ["readings-heading-filled-digits", "readings-heading-excluded"]
    keys += ["readings-heading-outside", "readings-heading-holds"]
    lines = list[tuple[Cell, ...]]()
    for each in report.registers[:room]:
        meter = report.plan.meter(each.meter)
        worth = amount_words(meter.last_digit)
        note = say(language, "readings-last-digit", amount=worth, unit=meter.unit)
        parts = (each.span, each.unmetered, each.counted, each.filled, each.excluded, each.outside)
        first, last = (amount_words(end) for end in (each.first, each.last))
        lines.append(
            (
                Cell(each.meter, note),
                Cell(say(language, "readings-ends", first=first, last=last)),
                *(
                    Cell(
                        amount_words(part), f"{amount_words(part * meter.last_digit)} {meter.unit}"
                    )
                    for part in parts
                ),
                Cell(say(language, "readings-yes" if each.holds else "readings-no")),
            )
        )
    return Section(
        say(language, "readings-conservation"),
        table=Table(headings(language, keys), tuple(lines), numbers=1),
        paragraphs=(
            say(language, "readings-conservation-says"),
            *more_words(language, len(report.registers), room),
        ),
        anchor="conservation",
    )


def _facts(report: ReadingsReport, language: str) -> Iterator[Said]:
    plan, figures = report.plan, basis_of_figures(report)
    read = say(language, f"basis-{basis_of(report)}")
    if report.basis is None:
        read = say(language, "readings-fact-unstated", basis=read)
    yield Said(say(language, "label-monitoring-period"), say_period(language, plan.period))
    yield Said(say(language, "readings-fact-zone"), plan.zone)
    if plan.clock:
        yield Said(say(language, "readings-fact-clock"), plan.clock)
    yield Said(say(language, "readings-fact-plan"), plan.name)
    yield Said(say(language, "readings-fact-plan-sha256"), plan.sha256)
    if plan.methodology:
        yield Said(say(language, "readings-fact-methodology"), plan.methodology)
    if plan.worked_by:
        yield Said(say(language, "readings-fact-worked-by"), plan.worked_by)
    yield Said(say(language, "readings-fact-readings"), read, basis_of(report))
    figures_words = say(language, f"basis-{figures}")
    yield Said(say(language, "readings-fact-figures"), figures_words, figures)


def _lead(report: ReadingsReport, language: str) -> tuple[str, str]:
    what = say(
        language,
        "readings-lead-what",
        files=len(report.files),
        meters=len(report.plan.meters),
    )
    count = sum(each.count for each in report.fault_lines)
    found = say(language, "readings-lead-faults", count=count)
    said = found if count else say(language, "readings-lead-sound")
    if report.not_checked:
        unchecked = say(language, "readings-lead-not-checked", count=len(report.not_checked))
        said = say(language, "readings-two-sentences", first=said, second=unchecked)
    return what, said


def _standing(report: ReadingsReport, language: str) -> str:
    """Say over every page what the figures must not be taken for."""
    if report.basis is None:
        return say(language, "readings-standing-unstated")
    if report.basis in _NOT_PROJECT_DATA:
        return say(language, f"readings-standing-{report.basis}")
    return ""
