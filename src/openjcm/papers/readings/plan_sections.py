"""What was read and by which plan, as sections: files, rules, meters."""

from collections import defaultdict

from openjcm.papers.readings.report import MeterOfPlan, ReadingsReport
from openjcm.papers.readings.words import (
    amount_words,
    every_words,
    headings,
    meters_of,
    more_words,
    read_as_words,
    rule_words,
    say,
)
from openjcm.papers.recorded import as_recorded
from openjcm.papers.sheet import Cell, Section, Table


def files(report: ReadingsReport, language: str) -> Section:
    """Write each file with its SHA-256 and how it was read."""
    keys = ["label-file", "readings-heading-read-as", "readings-heading-read"]
    lines = tuple(
        (
            Cell(each.name, each.sha256),
            Cell(
                say(language, "list-comma").join(
                    read_as_words(language, said) for said in each.read_as
                )
            ),
            Cell(amount_words(each.rows)),
        )
        for each in report.files
    )
    return Section(
        say(language, "readings-files"),
        table=Table(headings(language, keys), lines, numbers=2),
        paragraphs=(say(language, "readings-files-says"),),
        anchor="files",
    )


def rules(report: ReadingsReport, language: str) -> Section:
    """Write what is done about each kind of fault; meters that differ have their own lines."""
    keys = ["readings-heading-kind", "readings-heading-treatment", "readings-heading-rule"]
    grouped = defaultdict[tuple[str, str], list[str]](list)
    kinds = dict[str, None]()
    for meter in report.plan.meters:
        for kind, treatment in meter.rules:
            grouped[kind, treatment].append(meter.id)
            kinds[kind] = None
    lines = tuple(
        (
            Cell(say(language, f"fault-{kind}")),
            Cell(say(language, f"treatment-{treatment}")),
            Cell(rule_words(language, kind, treatment), _where_not_all(report, of_rule, language)),
        )
        for each in kinds
        for (kind, treatment), of_rule in grouped.items()
        if kind == each
    )
    return Section(
        say(language, "readings-rules"),
        table=Table(headings(language, keys), lines, numbers=3, wide=2),
        paragraphs=(say(language, "readings-rules-says"),),
        anchor="rules",
    )


def meters(report: ReadingsReport, language: str, room: int) -> Section:
    """Write each meter as the plan has it."""
    keys = ["label-meter", "label-parameter", "readings-heading-reads"]
    keys += ["readings-heading-interval", "readings-heading-settings"]
    lines = tuple(
        (
            Cell(each.id, as_recorded(language, each.equipment)),
            Cell(each.parameter),
            Cell(say(language, f"reads-{each.reads}"), _last_digit(each, language)),
            Cell(every_words(language, each.interval)),
            Cell(_settings(each, language)),
        )
        for each in report.plan.meters[:room]
    )
    return Section(
        say(language, "readings-meters"),
        table=Table(headings(language, keys), lines, numbers=5, wide=4),
        paragraphs=more_words(language, len(report.plan.meters), room),
        anchor="meters",
    )


def _where_not_all(report: ReadingsReport, named: list[str], language: str) -> str:
    """Name the meters of a rule that does not hold for all of them."""
    if len(named) == len(report.plan.meters):
        return ""
    return say(language, "readings-of-named", meters=meters_of(report, named, language))


def _last_digit(meter: MeterOfPlan, language: str) -> str:
    amount = amount_words(meter.last_digit)
    return say(language, "readings-last-digit", amount=amount, unit=meter.unit)


def _settings(meter: MeterOfPlan, language: str) -> str:
    said = (say(language, f"setting-{stem}", value=value) for stem, value in meter.settings)
    return say(language, "list-comma").join(said)
