"""``openjcm meter plan``: the monitoring plan of a workbook as a plan of meters."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters.case_of import write_new
from openjcm.cli.commands.methodologies.workbooks import chosen_by_name
from openjcm.papers.readings.words import say
from openjcm.papers.workbooks.filled.monitoring_plan import read_monitoring_plan
from openjcm.papers.workbooks.plan_file import Asked, open_lines, plan_file


def plan_(  # noqa: PLR0913 - one parameter an option of the command line
    workbook: Annotated[Path, typer.Argument(help="A workbook of `methodology workbook`.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The plan to be made, a .toml file.")],
    *,
    zone: Annotated[str, typer.Option(help="The host's legal time, such as Asia/Dhaka.")] = "",
    first: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="First day of the period, if not the sheet's."),
    ] = None,
    last: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Its last day.")
    ] = None,
    definition: Annotated[
        str, typer.Option(help="What the workbook was made of, where that is a draft: its file.")
    ] = "",
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Make a plan of meters from the monitoring plan sheet of a workbook.

    Methodology, fixed values, parameters, equipment and frequency are those of the sheet; what it
    does not say stands as open lines, #?, each to be answered or removed before readings are
    summarised.

    Raises:
        NotFound: there is no such workbook or definition.
        Malformed: it is no workbook of ours, or the plan cannot be written there.
    """
    known = chosen_by_name(definition).definition if definition else None
    read = read_monitoring_plan(workbook, known)
    asked = Asked(zone, first.date() if first else None, last.date() if last else None)
    digest = sha256(workbook.read_bytes()).hexdigest()
    text = plan_file(read, asked, name=workbook.name, sha256=digest)
    write_new(out, text)
    meters = sum(line == "[[meter]]" for line in text.splitlines())
    still = open_lines(text)
    said = {
        "written": str(out),
        "methodology": read.definition.id,
        "meters": meters,
        "open": still,
        "workbook": {"name": workbook.name, "sha256": digest},
    }
    answer(
        said,
        as_json=as_json,
        text=lambda: say(language, "plan-written", out=str(out), meters=meters, open=still),
    )
