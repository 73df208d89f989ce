"""A report of readings as lines of a shell: quantities, conservation, faults, files."""

from collections.abc import Iterator, Sequence

from openjcm.papers.columns import table_lines
from openjcm.papers.readings.quantity_sections import equipment_words, meters_words
from openjcm.papers.readings.report import (
    EquipmentLine,
    ParameterLine,
    ReadingsReport,
    RegisterLine,
)
from openjcm.papers.readings.words import (
    amount_words,
    basis_of,
    basis_of_figures,
    every_words,
    fault_words,
    headings,
    meters_of,
    read_as_words,
    rule_words,
    say,
    tonnes_words,
    where_words,
)

PLACES_SHOWN = 20


def readings_text(report: ReadingsReport, language: str) -> str:
    """Write a report for people in a shell."""
    parts = (
        _head(report, language),
        _equipment(report, language),
        _quantities(report, language),
        _conservation(report, language),
        _comparisons(report, language),
        _faults(report, language),
        _places(report, language),
        _not_checked(report, language),
        _files(report, language),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(report: ReadingsReport, language: str) -> Iterator[str]:
    yield say(language, "readings-title", plan=report.plan.name)
    basis = say(language, f"basis-{basis_of(report)}")
    if report.basis is None:
        basis = say(language, "readings-fact-unstated", basis=basis)
    yield say(language, "named", label=say(language, "readings-fact-readings"), value=basis)


def _equipment(report: ReadingsReport, language: str) -> Iterator[str]:
    keys = ["label-year", "label-parameter", "label-equipment", "label-quantity"]
    keys += ["readings-heading-unit", "readings-heading-filled", "label-basis"]
    keys += ["readings-heading-meters"]
    basis = say(language, f"basis-{basis_of_figures(report)}")
    lines: tuple[EquipmentLine | ParameterLine, ...] = (*report.totals, *report.equipment)
    rows = [list(headings(language, keys))]
    rows += [
        [
            str(each.year),
            each.parameter,
            equipment_words(each, language),
            amount_words(each.value),
            each.unit,
            amount_words(each.filled),
            basis,
            meters_words(each, language),
        ]
        for each in lines
    ]
    yield from _titled("readings-equipment", rows, language, numbers=(3, 5))


def _not_checked(report: ReadingsReport, language: str) -> Iterator[str]:
    if not report.not_checked:
        return
    rows = [
        [
            say(language, f"check-{each.check}"),
            meters_of(report, each.meters, language),
            say(language, f"unchecked-{each.check}"),
        ]
        for each in report.not_checked
    ]
    yield from _titled("readings-not-checked", rows, language)


def _quantities(report: ReadingsReport, language: str) -> Iterator[str]:
    keys = ["label-year", "label-meter", "label-parameter", "label-quantity"]
    keys += ["readings-heading-unit", "readings-heading-filled", "label-basis"]
    basis = say(language, f"basis-{basis_of_figures(report)}")
    rows = [list(headings(language, keys))]
    for each in report.quantities:
        meter = report.plan.meter(each.meter)
        rows.append(
            [
                str(each.year),
                each.meter,
                meter.parameter,
                amount_words(each.value),
                meter.unit,
                amount_words(each.filled),
                basis,
            ]
        )
    yield from _titled("readings-quantities", rows, language, numbers=(3, 5))


def _conservation(report: ReadingsReport, language: str) -> Iterator[str]:
    rows = [
        [
            each.meter,
            say(
                language,
                "readings-equation",
                span=amount_words(each.span),
                parts=_parts(each, language),
            ),
        ]
        for each in report.registers
    ]
    yield from _titled("readings-conservation-text", rows, language)


def _parts(register: RegisterLine, language: str) -> str:
    """Write what a span is made of; parts of nothing are left out but for what was counted."""
    said = say(language, "readings-part-counted", amount=amount_words(register.counted))
    others = [(name, getattr(register, name)) for name in ("filled", "excluded", "outside")]
    for name, amount in (*others, ("unmetered", -register.unmetered)):
        if amount:
            part = say(language, f"readings-part-{name}", amount=amount_words(abs(amount)))
            said += f" {'+' if amount > 0 else '−'} {part}"
    return said


def _comparisons(report: ReadingsReport, language: str) -> Iterator[str]:
    if not report.comparisons:
        return
    keys = ["label-year", "label-meter", "readings-heading-meter-says", "readings-heading-second"]
    keys += ["readings-heading-second-says", "readings-heading-within", "readings-heading-taken"]
    rows = [list(headings(language, keys))]
    rows += [
        [
            str(each.year),
            each.meter,
            amount_words(each.value),
            each.source,
            amount_words(each.other),
            say(language, "readings-yes" if each.is_within else "readings-no"),
            amount_words(each.taken),
        ]
        for each in report.comparisons
    ]
    yield from _titled("readings-comparisons", rows, language, numbers=(2, 4, 6))


def _faults(report: ReadingsReport, language: str) -> Iterator[str]:
    if not report.fault_lines:
        yield say(language, "readings-faults-none")
        return
    keys = ["label-meter", "readings-heading-kind", "readings-heading-count"]
    keys += ["readings-heading-effect", "readings-heading-unit", "readings-heading-tonnes"]
    keys += ["readings-heading-rule"]
    rows = [list(headings(language, keys))]
    rows += [
        [
            each.meter,
            say(language, f"fault-{each.kind}"),
            amount_words(each.count),
            amount_words(each.withheld),
            report.plan.meter(each.meter).unit,
            tonnes_words(language, each.tonnes),
            rule_words(language, each.kind, each.treatment),
        ]
        for each in report.fault_lines
    ]
    yield from _titled("readings-faults", rows, language, numbers=(2, 3, 5))


def _places(report: ReadingsReport, language: str) -> Iterator[str]:
    if not report.faults:
        return
    rows = []
    for each in report.faults[:PLACES_SHOWN]:
        interval = every_words(language, report.plan.meter(each.meter).interval)
        where = where_words(language, each)
        seen = fault_words(language, each, interval)
        rows.append([each.meter, say(language, f"fault-{each.kind}"), where, seen])
    yield from _titled("readings-places", rows, language)
    rest = len(report.faults) - PLACES_SHOWN
    if rest > 0:
        yield say(language, "readings-and-more", count=rest)


def _files(report: ReadingsReport, language: str) -> Iterator[str]:
    rows = [
        [
            each.sha256[:12],
            each.name,
            amount_words(each.rows),
            say(language, "list-comma").join(read_as_words(language, how) for how in each.read_as),
        ]
        for each in report.files[:PLACES_SHOWN]
    ]
    yield from _titled("readings-files", rows, language, numbers=(2,))
    rest = len(report.files) - PLACES_SHOWN
    if rest > 0:
        yield say(language, "readings-and-more", count=rest)


def _titled(
    key: str, rows: Sequence[list[str]], language: str, numbers: tuple[int, ...] = ()
) -> Iterator[str]:
    yield say(language, key)
    yield from (f"  {line}" for line in table_lines(list(rows), numbers=numbers))
