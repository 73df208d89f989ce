"""``openjcm meter differences``: what files that came after a report would change in it."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters.listing import PlanFile
from openjcm.metering import Later, Plan, later_as_json, later_readings, read_plan
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
    changes = tuple(
        ChangeLine(
            each.quantity.meter,
            each.quantity.parameter,
            each.quantity.year,
            each.quantity.unit,
            None if each.reported is None else each.reported.value,
            None if each.now is None else each.now.value,
            each.difference,
        )
        for each in later.quantities
    )
    late = tuple(
        LateLine(
            each.meter,
            each.file,
            each.readings,
            each.first_row,
            each.last_row,
            each.first_at.isoformat(),
            each.last_at.isoformat(),
        )
        for each in later.late
    )
    corrected = tuple(
        CorrectedLine(
            each.meter,
            each.at.isoformat(),
            Decimal(plan.meter(each.meter).face(each.was)),
            Decimal(plan.meter(each.meter).face(each.is_now)),
            each.reported_file,
            each.reported_row,
            each.file,
            each.row,
        )
        for each in later.corrected
    )
    return LaterReport(
        changes,
        late,
        corrected,
        later.corrected_readings,
        later.withdrawn_readings,
        later.tonnes,
        credited,
    )
