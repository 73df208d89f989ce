"""``openjcm totals``: totals of the published measures."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.totals import totals_text
from openjcm.store import reader
from openjcm.views.record.totals import Grouping, totals


def command(
    context: typer.Context,
    by: Annotated[Grouping, typer.Option(help="One group, or one a country or a year.")] = (
        Grouping.ALL
    ),
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show totals, each measure apart; what is not published is counted, never zero."""
    with wiring_of(context).opened(say):
        found = totals(reader(), by)
    answer(found, as_json=as_json, text=lambda: totals_text(found, by, language))
    return 0
