"""``openjcm decision``: a published decision as far as it is known."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.decisions import decision_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.decisions import find_decision


def command(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The decision, e.g. BD-2022-03-28.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show a decision: the whole, its lines, both sides, and what is not published.

    Raises:
        NotFound: no decision has that key.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), find_decision, key)
    answer(found, as_json=as_json, text=lambda: decision_text(found, language))
    return 0
