"""``openjcm partners``: the partner countries as of any day."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Day, day_of
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.lines import to_come_text
from openjcm.papers.record_text.partners import partners_text
from openjcm.store import reader
from openjcm.views.record.partners import list_partners
from openjcm.views.record.state import day_of_question


def command(
    context: typer.Context,
    on: Day = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show who had signed by the end of a day, in signing order; in kana order in Japanese.

    Projects and decisions beside each country are counted as the record has them today.
    """
    with wiring_of(context).opened(say):
        record, asked = reader(), day_of(on)
        day = day_of_question(record, asked)
        found = list_partners(record, day)
    answer(
        found,
        as_json=as_json,
        text=lambda: to_come_text(asked, day, language) + partners_text(found, day, language),
    )
    return 0
