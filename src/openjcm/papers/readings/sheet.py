"""A report of readings in words: its head, its sections, each with its table.

Page, PDF and text are drawn from this sheet. Rows beyond what one of them has room for are
counted, never dropped in silence. Not in: pictures (``pictures``), how a page looks (``page``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from openjcm.measure.basis import Basis
from openjcm.papers.figure_words import marks_section
from openjcm.papers.readings.days_sections import completeness, lacking, profile
from openjcm.papers.readings.found_sections import comparisons, effects, kinds, places
from openjcm.papers.readings.plan_sections import files, meters, rules
from openjcm.papers.readings.report import ReadingsReport
from openjcm.papers.readings.rows_section import rows, rows_anchor
from openjcm.papers.readings.words import (
    amount_words,
    basis_of,
    basis_of_figures,
    headings,
    say,
)
from openjcm.papers.recorded import as_recorded
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


PAGE = Room(places=1_000, lacking=1_000, rows=10_000, effects=2_000, hours=1_000)
PAPER = Room(places=100, lacking=100, rows=300, effects=200, hours=0)


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
            quantities(report, language, room.rows),
            conservation(report, language),
            *comparisons(report, language),
            kinds(report, language),
            *effects(report, language, room.effects),
            *places(report, language, room.places),
            completeness(report, language),
            *lacking(report, language, room.lacking),
            profile(report, language, room.hours),
            *rows(report, language, room.rows),
            files(report, language),
            rules(report, language),
            meters(report, language),
            marks_section({basis_of(report), basis_of_figures(report)}, language),
        ),
        generated=say(language, "generated"),
        standing=_standing(report, language),
    )


def quantities(report: ReadingsReport, language: str, room: int) -> Section:
    """Write what each meter comes to in each calendar year, with the way to its rows."""
    keys = ["label-meter", "label-parameter", "readings-heading-unit", "label-year"]
    keys += ["label-quantity", "readings-heading-filled"]
    basis = say(language, f"basis-{basis_of_figures(report)}")
    linked = {(each.meter, each.year) for each in report.rows[:room]}
    lines = list[tuple[Cell, ...]]()
    for each in report.quantities:
        meter = report.plan.meter(each.meter)
        mean = say(language, "readings-mean-of", count=each.samples) if each.samples else ""
        note = say(language, "list-comma").join(said for said in (basis, mean) if said)
        at = rows_anchor(report, each.meter, each.year)
        lines.append(
            (
                Cell(
                    each.meter,
                    as_recorded(language, meter.equipment),
                    at if (each.meter, each.year) in linked else "",
                ),
                Cell(meter.parameter),
                Cell(meter.unit),
                Cell(str(each.year)),
                Cell(amount_words(each.value), note),
                Cell(amount_words(each.filled)),
            )
        )
    return Section(
        say(language, "readings-quantities"),
        table=Table(headings(language, keys), tuple(lines), numbers=3),
        paragraphs=(say(language, "readings-quantities-says"),),
        anchor="quantities",
    )


def conservation(report: ReadingsReport, language: str) -> Section:
    """Write how each register adds up, in last digits and in units."""
    keys = ["label-meter", "readings-heading-ends", "readings-heading-span"]
    keys += ["readings-heading-unmetered", "readings-heading-counted"]
    keys += ["readings-heading-filled-digits", "readings-heading-excluded"]
    keys += ["readings-heading-outside", "readings-heading-holds"]
    lines = list[tuple[Cell, ...]]()
    for each in report.registers:
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
        paragraphs=(say(language, "readings-conservation-says"),),
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
    if not count:
        return what, say(language, "readings-lead-sound")
    return what, say(language, "readings-lead-faults", count=count)


def _standing(report: ReadingsReport, language: str) -> str:
    """Say over every page what the figures must not be taken for."""
    if report.basis is None:
        return say(language, "readings-standing-unstated")
    if report.basis in _NOT_PROJECT_DATA:
        return say(language, f"readings-standing-{report.basis}")
    return ""
