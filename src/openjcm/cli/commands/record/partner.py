"""``openjcm partner``: a partner country with the totals of its decisions."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.partners import partner_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.partners import find_partner


def command(
    context: typer.Context,
    iso2: Annotated[str, typer.Argument(help="The country, e.g. MN.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show a partner country: day of signing, projects, decisions, each measure apart.

    Raises:
        NotFound: Japan has signed with no such country.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), find_partner, iso2)
    answer(found, as_json=as_json, text=lambda: partner_text(found, language))
    return 0
