"""``openjcm projects``: projects of the public record, filtered and ordered."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Cursor, Limit, PartnerOption, YearOption
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.projects import projects_text
from openjcm.store import reader
from openjcm.views.record.projects import Order, ProjectFilter, Status, list_projects


def command(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    *,
    partner: PartnerOption = None,
    status: Annotated[Status | None, typer.Option(help="With this status.")] = None,
    methodology: Annotated[
        str | None, typer.Option(help="That use it, e.g. BD_AM001 or BD_AM001_ver01.0.")
    ] = None,
    year: YearOption = None,
    decided: Annotated[
        bool | None,
        typer.Option("--decided/--undecided", help="With a decision on credits, or without."),
    ] = None,
    q: Annotated[str, typer.Option("-q", "--q", help="Words, as in a search.")] = "",
    order: Annotated[Order, typer.Option(help="How they are ordered.")] = Order.NUMBER,
    cursor: Cursor = None,
    limit: Limit = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """List projects, a page at a time.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    which = ProjectFilter(
        partner=partner,
        status=status,
        methodology=methodology,
        year=year,
        decided=decided,
        words=q,
    )
    with wiring_of(context).opened(say):
        found = list_projects(reader(), which, order=order, cursor=cursor, limit=limit)
    answer(found, as_json=as_json, text=lambda: projects_text(found, language))
    return 0
