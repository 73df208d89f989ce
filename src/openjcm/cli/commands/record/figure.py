"""``openjcm figure``: where a total comes from."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import PartnerOption, Until, YearOption, day_of
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.record_text.figure import figure_origin_text
from openjcm.store import reader
from openjcm.views.record.addends import Summed, summed_figure


def command(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    measure: Annotated[Summed, typer.Argument(help="Which measure; measures are never added.")],
    *,
    partner: PartnerOption = None,
    year: YearOption = None,
    until: Until = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """Show every amount in a total, and every decision of which none is published."""
    with wiring_of(context).opened(say):
        found = summed_figure(reader(), measure, partner=partner, year=year, until=day_of(until))
    answer(found, as_json=as_json, text=lambda: figure_origin_text(found, language))
    return 0
