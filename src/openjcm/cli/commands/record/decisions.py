"""``openjcm decisions``: published decisions on credits, latest first."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Cursor, Limit, PartnerOption, YearOption
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.decisions import decisions_text
from openjcm.store import reader
from openjcm.views.record.decisions import DecisionFilter, list_decisions


def command(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    *,
    partner: PartnerOption = None,
    year: YearOption = None,
    project: Annotated[str | None, typer.Option(help="On its credits, e.g. MN006.")] = None,
    cursor: Cursor = None,
    limit: Limit = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """List decisions, a page at a time; those without a known day come last.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    number = project.upper() if project else None
    which = DecisionFilter(partner=partner, year=year, project=number)
    with wiring_of(context).opened(say):
        found = list_decisions(reader(), which, cursor=cursor, limit=limit)
    answer(found, as_json=as_json, text=lambda: decisions_text(found, language))
    return 0
