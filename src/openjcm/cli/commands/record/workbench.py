"""``openjcm workbench``: every published share against every rule that could have made it."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.workbench import workbench_text
from openjcm.store import reader
from openjcm.views.record.workbench import allocation_workbench


def command(
    context: typer.Context,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show for each published share which rules explain it, and which it contradicts."""
    with wiring_of(context).opened(say):
        found = allocation_workbench(reader())
    answer(found, as_json=as_json, text=lambda: workbench_text(found, language))
    return 0
