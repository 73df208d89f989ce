"""``openjcm rehearsal``: published and rehearsed figures side by side; without a key, the list."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.columns import table_lines
from openjcm.papers.comparison_text import comparison_text
from openjcm.papers.figure_words import figure_with_basis
from openjcm.papers.words import say as words
from openjcm.papers.words import say_day
from openjcm.store import reader
from openjcm.views.comparison import Comparison, comparison, list_rehearsals
from openjcm.views.identifiers import found_as

_HEADINGS = ("rehearsed", "rehearsed-on", "notified", "label-basis", "published", "same")


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
            compared = [] if as_json else [comparison(reader(), each.key) for each in found]
            answer(found, as_json=as_json, text=lambda: _list(compared, language))
            return 0
        one = found_as(reader(), comparison, key)
    answer(one, as_json=as_json, text=lambda: comparison_text(one, language))
    return 0


def _list(compared: list[Comparison], language: str) -> str:
    # Rehearsals of one decision have one title: their figures and agreement tell them apart.
    headings = [words(language, heading) for heading in _HEADINGS]
    rows = [_row(each, language) for each in compared]
    return "\n".join(table_lines([headings, *rows], numbers=(2,)))


def _row(compared: Comparison, language: str) -> list[str]:
    rehearsed = compared.rehearsed
    amount, basis = figure_with_basis(language, rehearsed.total_notified)
    agree = words(language, "agree-yes" if compared.agrees else "agree-no")
    day = say_day(language, rehearsed.decided_on)
    return [rehearsed.partnership, day, amount, basis, compared.published.key, agree]
