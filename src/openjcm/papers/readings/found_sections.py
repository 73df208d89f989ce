"""What was found in readings, as sections: sources that differ, faults by kind, their places."""

from collections import defaultdict
from collections.abc import Iterator

from openjcm.papers.readings.report import FaultPlace, ReadingsReport
from openjcm.papers.readings.words import (
    amount_words,
    every_words,
    fault_words,
    headings,
    meters_of,
    more_words,
    rule_words,
    say,
    tonnes_words,
    where_words,
)
from openjcm.papers.sheet import Cell, Section, Table


def comparisons(report: ReadingsReport, language: str) -> Iterator[Section]:
    """Yield what second sources say, where the plan has any."""
    if not report.comparisons:
        return
    keys = ["label-meter", "readings-heading-second", "readings-heading-rule", "label-year"]
    keys += ["readings-heading-meter-says", "readings-heading-second-says"]
    keys += ["readings-heading-within", "readings-heading-taken"]
    lines = tuple(
        (
            Cell(each.meter, report.plan.meter(each.meter).unit),
            Cell(each.source),
            Cell("" if each.is_within else rule_words(language, "sources-differ", each.treatment)),
            Cell(str(each.year)),
            Cell(amount_words(each.value)),
            Cell(amount_words(each.other)),
            Cell(say(language, "readings-yes" if each.is_within else "readings-no")),
            Cell(amount_words(each.taken)),
        )
        for each in report.comparisons
    )
    yield Section(
        say(language, "readings-comparisons"),
        table=Table(headings(language, keys), lines, numbers=3, wide=2),
        paragraphs=(say(language, "readings-comparisons-says"),),
        anchor="comparisons",
    )


def kinds(report: ReadingsReport, language: str) -> Section:
    """Write each kind of fault with its rule, how many meters have it, and its count."""
    title = say(language, "readings-faults")
    if not report.fault_lines:
        said = say(language, "readings-faults-none")
        return Section(title, paragraphs=(said,), anchor="faults")
    grouped = defaultdict[tuple[str, str], list[int]](list)
    for each in report.fault_lines:
        grouped[each.kind, each.treatment].append(each.count)
    keys = ["readings-heading-kind", "readings-heading-rule", "readings-heading-meters"]
    keys += ["readings-heading-count"]
    lines = tuple(
        (
            Cell(say(language, f"fault-{kind}")),
            Cell(rule_words(language, kind, treatment)),
            Cell(amount_words(len(counts))),
            Cell(amount_words(sum(counts))),
        )
        for (kind, treatment), counts in grouped.items()
    )
    table = Table(headings(language, keys), lines, numbers=2, wide=1)
    return Section(title, table=table, anchor="faults")


def effects(report: ReadingsReport, language: str, room: int) -> Iterator[Section]:
    """Yield each kind of fault of each meter with count, rule and effect, where there are any."""
    if not report.fault_lines:
        return
    keys = ["label-meter", "readings-heading-kind", "readings-heading-treatment"]
    keys += ["readings-heading-count", "readings-heading-effect", "readings-heading-tonnes"]
    lines = tuple(
        (
            Cell(each.meter),
            Cell(say(language, f"fault-{each.kind}")),
            Cell(say(language, f"treatment-{each.treatment}")),
            Cell(amount_words(each.count)),
            Cell(f"{amount_words(each.withheld)} {report.plan.meter(each.meter).unit}"),
            Cell(tonnes_words(language, each.tonnes)),
        )
        for each in report.fault_lines[:room]
    )
    more = more_words(language, len(report.fault_lines), room)
    yield Section(
        say(language, "readings-effects"),
        table=Table(headings(language, keys), lines, numbers=3),
        paragraphs=(say(language, "readings-effects-says"), *more),
        anchor="effects",
    )


def places(report: ReadingsReport, language: str, room: int) -> Iterator[Section]:
    """Yield the first faults of each kind with file and row, where there are any."""
    if not report.faults:
        return
    keys = ["label-meter", "readings-heading-kind", "readings-heading-seen", "label-at"]
    keys += ["readings-heading-where", "readings-heading-excluded"]
    lines = tuple(
        (
            Cell(each.meter),
            Cell(say(language, f"fault-{each.kind}")),
            Cell(fault_words(language, each, _every(report, each, language))),
            Cell(each.at),
            _where(each, language),
            Cell(f"{amount_words(each.effect)} {report.plan.meter(each.meter).unit}"),
        )
        for each in report.faults[:room]
    )
    more = more_words(language, len(report.faults), room)
    yield Section(
        say(language, "readings-places"),
        table=Table(headings(language, keys), lines, numbers=5, wide=2),
        paragraphs=(say(language, "readings-places-says"), *more),
        anchor="places",
    )


def not_checked(report: ReadingsReport, language: str) -> Iterator[Section]:
    """Yield which checks the plan makes impossible, and for which meters, where there are any."""
    if not report.not_checked:
        return
    keys = ["readings-heading-check", "readings-heading-unknown"]
    lines = tuple(
        (
            Cell(say(language, f"check-{each.check}")),
            Cell(
                say(language, f"unchecked-{each.check}"),
                say(
                    language,
                    "readings-of-named",
                    meters=meters_of(report, each.meters, language),
                ),
            ),
        )
        for each in report.not_checked
    )
    yield Section(
        say(language, "readings-not-checked"),
        table=Table(headings(language, keys), lines, numbers=2, wide=1),
        paragraphs=(say(language, "readings-not-checked-says"),),
        anchor="not-checked",
    )


def _where(fault: FaultPlace, language: str) -> Cell:
    if not fault.file:
        return Cell(where_words(language, fault))
    return Cell(fault.file, say(language, "readings-row", row=str(fault.row)))


def _every(report: ReadingsReport, fault: FaultPlace, language: str) -> str:
    return every_words(language, report.plan.meter(fault.meter).interval)
