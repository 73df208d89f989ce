"""``openjcm rehearsal``: published and rehearsed figures side by side; without a key, the list."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.comparison_text import comparison_text
from openjcm.store import reader
from openjcm.views.comparison import comparison, list_rehearsals


def command(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The rehearsal, e.g. BD-R.")] = "",
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show whether a rehearsal gives the published figures.

    Raises:
        NotFound: there is no such rehearsal.
    """
    with wiring_of(context).opened(say):
        if not key:
            found = list_rehearsals(reader())
            lines = (f"{each.key:16} {each.title}" for each in found)
            answer(found, as_json=as_json, text=lambda: "\n".join(lines))
            return 0
        compared = comparison(reader(), key)
    answer(compared, as_json=as_json, text=lambda: comparison_text(compared, language))
    return 0
