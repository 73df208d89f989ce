"""``openjcm goals``: policy goals and published progress as of any day."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Day, day_of
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.goals import goals_text
from openjcm.papers.record_text.lines import to_come_text
from openjcm.store import reader
from openjcm.views.record.progress import progress
from openjcm.views.record.state import day_of_question


def command(
    context: typer.Context,
    on: Day = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show goals in force and figures known on a day; never set beside credits."""
    with wiring_of(context).opened(say):
        record, asked = reader(), day_of(on)
        found = progress(record, day_of_question(record, asked))
    answer(
        found,
        as_json=as_json,
        text=lambda: to_come_text(asked, found.on, language) + goals_text(found, language),
    )
    return 0
