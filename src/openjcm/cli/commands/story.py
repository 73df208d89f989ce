"""``openjcm story``: tell a story, played or published, beside what was published."""

from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.changes import say_entered
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.progress import progress
from openjcm.papers.comparison_text import comparison_text
from openjcm.papers.notice.text import notice_table
from openjcm.papers.record_text.both_sides import both_sides_text
from openjcm.store import configured, reader
from openjcm.stories.outcome import outcome
from openjcm.stories.story_file import published_host
from openjcm.stories.thread import desk, enter_published_record, play_story
from openjcm.views.comparison import comparison
from openjcm.views.record.both_sides import both_sides

CONTRADICTED = 1


def command(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The story: first-issuance or mongolia.")],
    readings: Annotated[
        Path | None,
        typer.Option(help="A folder with readings of one's own (and parameters.toml, if any)."),
    ] = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Play a story in a partnership of its own, or tell one of published figures only.

    Safe to repeat. Exits 1 where published figures contradict each other.

    Raises:
        NotFound: there is no such story, or a reading file is missing.
        Malformed: readings or parameters are refused; every fault with file, row and the fix.
        NotAllowed: readings were given to a story in which nothing is played.
    """
    host = None if readings else published_host(name)
    if host:
        return _tell(context, host, as_json=as_json, language=language)
    with wiring_of(context).opened(say):
        with progress() as show:
            played = play_story(
                name, desk(configured()), readings=readings, progress=show, entered=say_entered
            )
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


def _tell(context: typer.Context, host: str, *, as_json: bool, language: str) -> int:
    with wiring_of(context).opened(say):
        say_entered(enter_published_record(desk(configured())))
        found = both_sides(reader(), host)
    answer(found, as_json=as_json, text=lambda: both_sides_text(found, language))
    return CONTRADICTED if found.contradicted else 0
