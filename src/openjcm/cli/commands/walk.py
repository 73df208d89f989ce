"""``openjcm walk``: walk one line of a published notice back as far as its record is public."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.walk_text import walk_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.walks import walk_published


def command(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The decision, e.g. BD-2022-03-28.")],
    project: Annotated[str, typer.Argument(help="The project, e.g. BD002.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show how far a published quantity can be followed back.

    Raises:
        NotFound: there is no such notice, or it has no such project.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), walk_published, key, project)
    answer(found, as_json=as_json, text=lambda: walk_text(found, language))
    return 0
