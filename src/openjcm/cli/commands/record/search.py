"""``openjcm search``: find countries, projects, decisions and methodologies."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Limit
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.found import found_text
from openjcm.store import reader
from openjcm.views.record.finding import find


def command(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words, a name or a number.")],
    limit: Limit = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Search the public record in either language; a rehearsal is never found.

    Raises:
        Malformed: the text is too long to be a question, or the limit is out of range.
    """
    with wiring_of(context).opened(say):
        found = find(reader(), text, limit=limit)
    answer(found, as_json=as_json, text=lambda: found_text(text, found, language))
    return 0
