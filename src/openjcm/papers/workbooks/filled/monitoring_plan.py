"""The monitoring plan of a workbook alone: what is monitored where, and what was fixed ex ante.

A plan is read before anything is measured, so blanks are no fault here: they stay open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from openjcm.measure import Finding
from openjcm.measure.period import Period
from openjcm.methodology import Definition, Parameter, Role, load_definition
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.filled.cells import Sheet, read_cells
from openjcm.papers.workbooks.filled.found_tables import TableFound, table_with
from openjcm.papers.workbooks.filled.periods import period_in
from openjcm.papers.workbooks.filled.reading import definition_id, refusal_of, sheets_found
from openjcm.papers.workbooks.filled.series import SeriesRead, read_series
from openjcm.papers.workbooks.sheets.layout import PLAN, REPORT, SHEETS

_OPEN = "workbook-blank"


@dataclass(frozen=True, slots=True)
class Point:
    """A monitoring point: a parameter at one piece of equipment, as the sheet has it.

    ``members`` are pairs of index set and member, in the order of the parameter.
    """

    parameter: Parameter
    members: tuple[tuple[str, str], ...]
    place: str
    says: str
    option: str = ""
    source: str = ""
    methods: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True)
class MonitoringPlan:
    """What the plan's sheet says; ``fixed`` has those values that are filled in."""

    definition: Definition
    points: tuple[Point, ...]
    fixed: Mapping[str, Given]
    period: Period | None


def read_monitoring_plan(path: Path, definition: Definition | None = None) -> MonitoringPlan:
    """Read the monitoring plan of a workbook; what is blank stays open.

    Args:
        path: The file.
        definition: What it was made from; without, the installed one that it names.

    Raises:
        NotFound: there is no such file, or no such definition here.
        Malformed: it is no workbook of ours, or cells are wrong; carries every finding.
    """
    sheets = read_cells(path, SHEETS)
    found = [*sheets_found(sheets)]
    if found:
        raise refusal_of(path, found)
    definition = definition or load_definition(definition_id(path, sheets))
    series = SeriesRead(definition, {}, found)
    table = table_with(sheets[PLAN], {"point", "parameters", "estimated", "member"})
    fixed = table_with(sheets[PLAN], {"parameters", "estimated", "member"}, without="point")
    if table is None or (fixed is None and definition.fixed):
        said = "has no table of parameters; leave the headers as they were written"
        raise refusal_of(path, [Finding("workbook-columns", PLAN, said)])
    values = _fixed(series, fixed) if fixed else {}
    read_series(series, table, "estimated", definition.monitored)
    wrong = [each for each in found if each.rule != _OPEN]
    if wrong:
        raise refusal_of(path, wrong)
    known = {each.symbol: each for each in definition.monitored}
    points = tuple(_point(table, row, known) for row in table.rows)
    return MonitoringPlan(definition, points, values, _period(sheets[REPORT]))


def _fixed(series: SeriesRead, table: TableFound) -> dict[str, Given]:
    parameters = [each for each in series.definition.fixed if each.role is not Role.METHODOLOGY]
    ignored = {each.symbol for each in series.definition.fixed} - {p.symbol for p in parameters}
    return read_series(series, table, "estimated", parameters, ignored=ignored)


def _point(table: TableFound, row: int, known: Mapping[str, Parameter]) -> Point:
    parameter = known[table.text(row, "parameters")]
    pairs = (each.partition("=") for each in table.text(row, "member").split(";") if each)
    said = {name.strip(): member.strip() for name, _, member in pairs}
    rest = {
        column: table.text(row, column) if column in table.columns else ""
        for column in ("option", "source", "methods", "frequency")
    }
    return Point(
        parameter,
        tuple((each, said[each]) for each in parameter.sets),
        table.place(row, "parameters"),
        table.text(row, "description") if "description" in table.columns else parameter.says,
        **rest,
    )


def _period(sheet: Sheet) -> Period | None:
    """Return the days of the report's rows, where they follow each other without a break."""
    table = table_with(sheet, {"period", "parameters", "monitored"})
    texts = [table.text(row, "period") for row in table.rows] if table else []
    periods = sorted({period for text in texts if (period := period_in(text))})
    is_whole = all(a.until == b.first for a, b in pairwise(periods))
    return Period(periods[0].first, periods[-1].last) if periods and is_whole else None
