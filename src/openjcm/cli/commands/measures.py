"""``openjcm measures``: the five measures of tonnes, side by side, never added."""

from collections.abc import Iterator

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.columns import table_lines, wrap
from openjcm.papers.figure_words import figure_with_basis
from openjcm.papers.words import say as words
from openjcm.papers.words import say_day
from openjcm.store import reader
from openjcm.views.figures import UNDISCLOSED, Figure
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
        "measure-towards-ndc": found.pre_2021_towards_ndc,
        "measure-since-2021": found.since_2021,
        "measure-vintage-unknown": found.vintage_unknown,
        "measure-issued": found.issued,
        "measure-issued-japan": found.issued_by_japan,
        "measure-issued-goj": found.issued_goj,
        "measure-issued-others": found.issued_japan_others,
        "measure-issued-open": found.issued_japan_open,
        "measure-issued-hosts": found.issued_by_hosts,
        "measure-used": found.used,
        "measure-goj": found.goj_will_acquire,
    }
    rows = [
        [words(language, label), *figure_with_basis(language, figure)]
        for label, figure in shown.items()
    ]
    if found.expected_progress and found.expected_progress.about:
        rows[0][1] = words(language, "about-amount", amount=rows[0][1])
    notes = [*_beside(found, language), *_scheme_wide(found, language)]
    made_of = wrap(
        words(language, "measures-made-of", others=words(language, "list-comma").join(OTHERS)),
        _LINE,
    )
    return "\n".join([*table_lines(rows, numbers=(1,)), *notes, *made_of])


def _beside(found: Measures, language: str) -> Iterator[str]:
    """Say what has no amount, or one in part, beside each measure."""
    beside = {
        "measure-notified": (found.without_amount, found.amount_in_part),
        "measure-pre-2021": (found.pre_2021_without_amount, 0),
        "measure-since-2021": (found.since_2021_without_amount, 0),
        "measure-vintage-unknown": (found.vintage_unknown_without_amount, 0),
    }
    keys = ("decisions-without-amount", "decisions-in-part")
    for label, counts in beside.items():
        counted = zip(keys, counts, strict=True)
        said = [words(language, key, count=count) for key, count in counted if count]
        value = words(language, "list-comma").join(said)
        if said:
            yield words(language, "named", label=words(language, label), value=value)


def _scheme_wide(found: Measures, language: str) -> Iterator[str]:
    """Say how many decisions are known here, and what was printed of the scheme as a whole."""
    printed = found.issued_progress
    if printed is None or printed.amount is None:
        return
    amount, _ = figure_with_basis(language, printed.amount)
    about = words(language, "about-amount", amount=amount) if printed.about else amount
    day = say_day(language, printed.state)
    said = words(language, "decisions-here", count=found.decisions, amount=about, day=day)
    yield from wrap(said, _LINE)
    here, basis = figure_with_basis(language, printed.notified_here or UNDISCLOSED)
    value = f"{here} {basis}".rstrip()
    yield words(language, "named", label=words(language, "notified-here"), value=value)
