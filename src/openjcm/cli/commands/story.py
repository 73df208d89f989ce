"""``openjcm story``: play a story, and print what it came to beside what was published."""

from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.progress import progress
from openjcm.papers.comparison_text import comparison_text
from openjcm.papers.notice_text import notice_table
from openjcm.store import configured, reader
from openjcm.stories.outcome import outcome
from openjcm.stories.thread import desk, play_story
from openjcm.views.comparison import comparison


def command(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The story, e.g. first-issuance.")],
    readings: Annotated[
        Path | None,
        typer.Option(help="A folder with readings of one's own (and parameters.toml, if any)."),
    ] = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Play a story in a partnership of its own; safe to repeat.

    Raises:
        NotFound: there is no such story, or a reading file is missing.
        Malformed: readings or parameters are refused; every fault with file, row and the fix.
    """
    with wiring_of(context).opened(say):
        with progress() as show:
            played = play_story(name, desk(configured()), readings=readings, progress=show)
        compared = comparison(reader(), played.story.partnership)
        answer(
            outcome(reader(), played),
            as_json=as_json,
            text=lambda: (
                f"{notice_table(compared.rehearsed, language)}\n"
                f"{comparison_text(compared, language)}"
            ),
        )
    return 0
