"""``openjcm project``: everything that was published about a project."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.projects import project_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.projects import find_project


def command(
    context: typer.Context,
    project: Annotated[str, typer.Argument(help="The project, e.g. BD002.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show a project: participants, methodologies, the decisions on its credits, sources.

    Raises:
        NotFound: the public record has no such project.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), find_project, project)
    answer(found, as_json=as_json, text=lambda: project_text(found, language))
    return 0
