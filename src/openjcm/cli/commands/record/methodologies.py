"""``openjcm methodologies``: methodologies as far as they were published."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import PartnerOption
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.methodologies import methodologies_text
from openjcm.store import reader
from openjcm.views.record.methodologies import list_methodologies


def command(
    context: typer.Context,
    partner: PartnerOption = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """List published methodologies by number; definitions that can be worked: ``methodology``."""
    with wiring_of(context).opened(say):
        found = list_methodologies(reader(), partner)
    answer(found, as_json=as_json, text=lambda: methodologies_text(found, language))
    return 0
