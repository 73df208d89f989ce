"""What readings come to, as sections: by equipment as a methodology asks for it, and by meter."""

from collections.abc import Iterator, Sequence

from openjcm.papers.readings.report import EquipmentLine, ParameterLine, ReadingsReport
from openjcm.papers.readings.rows_section import rows_anchor
from openjcm.papers.readings.words import (
    amount_words,
    basis_of_figures,
    headings,
    more_words,
    names_words,
    say,
)
from openjcm.papers.recorded import as_recorded
from openjcm.papers.sheet import Cell, Section, Table


def equipment(report: ReadingsReport, language: str, room: int) -> Iterator[Section]:
    """Yield what each parameter, equipment and calendar year comes to; sums of many stand first."""
    keys = ["readings-heading-equipment", "label-year", "label-quantity"]
    keys += ["readings-heading-filled"]
    lines = [
        *(_total(each, report, language) for each in report.totals),
        *(_equipment(each, report, language) for each in report.equipment[:room]),
    ]
    yield Section(
        say(language, "readings-equipment"),
        table=Table(headings(language, keys), tuple(lines), numbers=1),
        paragraphs=(
            say(language, "readings-equipment-says"),
            *more_words(language, len(report.equipment), room),
        ),
        anchor="equipment",
    )


def quantities(report: ReadingsReport, language: str, room: int, linked: int) -> Section:
    """Write what each meter comes to in each calendar year, with the way to its rows.

    Args:
        report: What is told.
        language: In which.
        room: How many quantities there is room for.
        linked: How many places of rows stand in the paper.
    """
    keys = ["label-meter", "label-year", "label-quantity", "readings-heading-filled"]
    rows = {(each.meter, each.year) for each in report.rows[:linked]}
    lines = list[tuple[Cell, ...]]()
    for each in report.quantities[:room]:
        meter = report.plan.meter(each.meter)
        at = rows_anchor(report, each.meter, each.year)
        lines.append(
            (
                Cell(
                    each.meter,
                    _of_parameter(
                        meter.parameter, as_recorded(language, meter.equipment), language
                    ),
                    at if (each.meter, each.year) in rows else "",
                ),
                Cell(str(each.year)),
                Cell(
                    f"{amount_words(each.value)} {meter.unit}",
                    _note(report, each.samples, language),
                ),
                Cell(amount_words(each.filled)),
            )
        )
    return Section(
        say(language, "readings-quantities"),
        table=Table(headings(language, keys), tuple(lines), numbers=1),
        paragraphs=(
            say(language, "readings-quantities-says"),
            *more_words(language, len(report.quantities), room),
        ),
        anchor="quantities",
    )


def equipment_words(line: EquipmentLine | ParameterLine, language: str) -> str:
    """Name the equipment of a line: the one piece, or how many are added up."""
    if isinstance(line, ParameterLine):
        return say(language, "readings-all-equipment", count=line.equipment)
    return as_recorded(language, line.equipment)


def meters_words(line: EquipmentLine | ParameterLine, language: str) -> str:
    """Name the meters of a line, or how many there are."""
    if isinstance(line, ParameterLine):
        return say(language, "readings-of-meters", count=line.meters)
    named = names_words(language, line.meters)
    return say(language, "readings-stands-apart", meter=named) if line.is_apart else named


def _total(line: ParameterLine, report: ReadingsReport, language: str) -> tuple[Cell, ...]:
    return (
        Cell(
            _of_parameter(line.parameter, equipment_words(line, language), language),
            meters_words(line, language),
        ),
        *_amounts(line, _note(report, 0, language)),
    )


def _equipment(line: EquipmentLine, report: ReadingsReport, language: str) -> tuple[Cell, ...]:
    return (
        Cell(
            _of_parameter(line.parameter, equipment_words(line, language), language),
            meters_words(line, language),
        ),
        *_amounts(line, _note(report, line.samples, language)),
    )


def _of_parameter(parameter: str, equipment: str, language: str) -> str:
    return say(language, "list-comma").join((parameter, equipment))


def _amounts(line: EquipmentLine | ParameterLine, note: str) -> Sequence[Cell]:
    return (
        Cell(str(line.year)),
        Cell(f"{amount_words(line.value)} {line.unit}", note),
        Cell(amount_words(line.filled)),
    )


def _note(report: ReadingsReport, samples: int, language: str) -> str:
    basis = say(language, f"basis-{basis_of_figures(report)}")
    mean = say(language, "readings-mean-of", count=samples) if samples else ""
    return say(language, "list-comma").join(said for said in (basis, mean) if said)
