"""``openjcm measures``: the five measures of tonnes, side by side, never added."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.columns import table_lines, wrap
from openjcm.papers.figure_words import figure_with_basis
from openjcm.papers.words import say as words
from openjcm.store import reader
from openjcm.views.figures import Figure
from openjcm.views.measures import Measures, measures
from openjcm.views.record.addends import OTHERS

_LINE = 100


def command(
    context: typer.Context,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show what the published record says of tonnes, each measure with its basis."""
    with wiring_of(context).opened(say):
        found = measures(reader())
    answer(found, as_json=as_json, text=lambda: _text(found, language))
    return 0


def _text(found: Measures, language: str) -> str:
    shown: dict[str, Figure] = {
        "measure-expected": found.expected,
        "measure-verified": found.verified,
        "measure-notified": found.notified,
        "measure-pre-2021": found.pre_2021,
        "measure-since-2021": found.since_2021,
        "measure-vintage-unknown": found.vintage_unknown,
        "measure-issued": found.issued,
        "measure-used": found.used,
        "measure-goj": found.goj_will_acquire,
        "measure-towards-ndc": found.towards_ndc,
    }
    rows = [
        [words(language, label), *figure_with_basis(language, figure)]
        for label, figure in shown.items()
    ]
    if found.expected_progress and found.expected_progress.about:
        rows[0][1] = words(language, "about-amount", amount=rows[0][1])
    beside = {
        "decisions-without-amount": found.without_amount,
        "decisions-in-part": found.amount_in_part,
    }
    counts = [words(language, key, count=count) for key, count in beside.items() if count]
    said = words(language, "list-comma").join(counts)
    notes = [words(language, "named", label=words(language, "measure-notified"), value=said)]
    others = words(language, "list-comma").join(OTHERS)
    made_of = wrap(words(language, "measures-made-of", others=others), _LINE)
    return "\n".join([*table_lines(rows, numbers=(1,)), *(notes if counts else []), *made_of])
