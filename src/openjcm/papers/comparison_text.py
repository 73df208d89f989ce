"""Published and rehearsed figures side by side, and whether they agree, as plain text."""

import re

from openjcm.measure.basis import Basis
from openjcm.papers.columns import side_by_side, width, wrap
from openjcm.papers.funding_words import share_sentences
from openjcm.papers.notice.sheet import host_name
from openjcm.papers.template_words import template_sentences
from openjcm.papers.words import say, say_day, say_number
from openjcm.views.comparison import Comparison, Pair

_LINE = 100
_OF_YEAR = re.compile(r"(?P<measure>[a-z-]+)-(?P<year>\d{4})")
_HEADINGS = ("project", "figure", "published", "rehearsed", "same")
_AGREES = {True: "agree-yes", False: "agree-no", None: "agree-nothing"}


def comparison_text(comparison: Comparison, language: str) -> str:
    """Write the table of pairs, the sentence of agreement, and what is published and what not."""
    heading = say(
        language,
        "comparison",
        day=say_day(language, comparison.published.decided_on),
        host=host_name(comparison.published, language),
    )
    closing = [
        *wrap(agreement_sentence(comparison, language), _LINE),
        *(line for text in closing_sentences(comparison, language) for line in wrap(text, _LINE)),
    ]
    if comparison.first_serials:
        serials = say(language, "list-comma").join(comparison.first_serials)
        closing += wrap(say(language, "first-serials", serials=serials), _LINE)
    return "\n".join([heading, *_table(comparison, language), "", *closing]) + "\n"


def agreement_sentence(comparison: Comparison, language: str) -> str:
    """Say in one sentence whether every published figure is reproduced, and which is not."""
    if comparison.agrees:
        return say(language, "comparison-agrees")
    places = (
        f"{_project(pair, language)} {measure_words(language, pair.measure)}"
        for pair in comparison.pairs
        if pair.agrees is False
    )
    return say(language, "comparison-differs", places=say(language, "list-comma").join(places))


def closing_sentences(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Say what is published, how the rehearsed figures came to be, and by what share they split.

    What is said of them follows from their basis and from whether they agree: readings that
    somebody handed in were not chosen to fit.
    """
    basis = comparison.rehearsed.total_notified.basis
    agree = "agrees" if comparison.agrees else "differs"
    if basis in {Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE}:
        rehearsed = say(language, f"comparison-{basis}-{agree}")
    else:
        rehearsed = say(language, "comparison-other", basis=say(language, f"basis-{basis}"))
    published = say(language, "comparison-published")
    return (
        published,
        rehearsed,
        *template_sentences(comparison.rehearsed, language),
        *share_sentences(comparison.rehearsed, language),
    )


def why_rehearsed(comparison: Comparison, language: str) -> str:
    """Say why a decision is rehearsed, and whose readings were used."""
    chosen = comparison.rehearsed.total_notified.basis is Basis.RECONSTRUCTED
    return say(language, f"rehearsal-why-{'reconstructed' if chosen else 'other'}")


def measure_words(language: str, measure: str) -> str:
    """Write what a pair measures; a stem may end with the year of a vintage.

    >>> measure_words("en", "goj-2017")
    'GoJ will acquire, vintage 2017'
    """
    of_year = _OF_YEAR.fullmatch(measure)
    if of_year is None:
        return say(language, f"measure-{measure}")
    words = say(language, f"measure-{of_year['measure']}")
    return say(language, "measure-of-year", measure=words, year=of_year["year"])


def _table(comparison: Comparison, language: str) -> list[str]:
    rows = [[say(language, heading) for heading in _HEADINGS]]
    rows += [_row(pair, language) for pair in comparison.pairs]
    widths = [max(width(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    return [line for row in rows for line in side_by_side([[text] for text in row], widths)]


def _row(pair: Pair, language: str) -> list[str]:
    published = (
        say(language, "not-published")
        if pair.published is None
        else say_number(language, pair.published)
    )
    return [
        _project(pair, language),
        measure_words(language, pair.measure),
        published,
        say_number(language, pair.rehearsed),
        say(language, _AGREES[pair.agrees]),
    ]


def _project(pair: Pair, language: str) -> str:
    return say(language, "total") if pair.project_id in {"", "total"} else pair.project_id
