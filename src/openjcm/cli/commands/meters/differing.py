"""``openjcm meter differences``: what files that came after a report would change in it."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters.listing import PlanFile
from openjcm.metering import Later, Plan, later_as_json, later_readings, read_plan
from openjcm.metering.arrivals.later import CorrectedReading, LateReadings, Revised
from openjcm.papers.readings.later import (
    ChangeLine,
    CorrectedLine,
    CreditsLine,
    LateLine,
    LaterReport,
    later_text,
)


def differences_(
    reported: Annotated[list[Path], typer.Argument(help="The files that the report stands on.")],
    later: Annotated[list[Path], typer.Option(help="A file that came later; name several so.")],
    plan: PlanFile,
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Tell what files that came after a report would change in it; the report stays as it is.

    Readings that came late, readings that came with another value, and what the quantities would
    be: of two values at one instant the one that came last.

    Raises:
        NotFound: there is no such plan.
        Malformed: a file is refused; every fault with file, row and the fix.
        Stopped: the machine has no room to work the readings.
    """
    read = read_plan(plan)
    found = later_readings(reported, later, read)
    answer(
        later_as_json(found, read),
        as_json=as_json,
        text=lambda: later_text(later_report(found, read), language),
    )


def later_report(later: Later, plan: Plan, credited: tuple[CreditsLine, ...] = ()) -> LaterReport:
    """Return what came after a report as a paper tells it."""
    return LaterReport(
        tuple(map(_change, later.quantities)),
        tuple(map(_late, later.late)),
        tuple(_corrected(each, plan) for each in later.corrected),
        later.corrected_readings,
        later.withdrawn_readings,
        later.tonnes,
        credited,
    )


def _change(revised: Revised) -> ChangeLine:
    of = revised.quantity
    return ChangeLine(
        of.meter,
        of.parameter,
        of.year,
        of.unit,
        None if revised.reported is None else revised.reported.value,
        None if revised.now is None else revised.now.value,
        revised.difference,
    )


def _late(late: LateReadings) -> LateLine:
    return LateLine(
        late.meter,
        late.file,
        late.readings,
        late.first_row,
        late.last_row,
        late.first_at.isoformat(),
        late.last_at.isoformat(),
    )


def _corrected(row: CorrectedReading, plan: Plan) -> CorrectedLine:
    face = plan.meter(row.meter).face
    return CorrectedLine(
        row.meter,
        row.at.isoformat(),
        Decimal(face(row.was)),
        Decimal(face(row.is_now)),
        row.reported_file,
        row.reported_row,
        row.file,
        row.row,
    )
