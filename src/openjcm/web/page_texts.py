"""What the pages of the site say, so that search finds them by their words and figures.

The words are those that a page's template names. Not in: words that only come with a value, and
what the record holds, which is found by itself.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from django.template import Engine

from openjcm.measure.words import words_of
from openjcm.papers.words import LANGUAGES, MissingWord
from openjcm.views.figures import Figure
from openjcm.views.measures import Measures, measures
from openjcm.views.reader import Reader
from openjcm.views.record.progress import progress
from openjcm.views.record.state import today
from openjcm.web.rendering import words

_SAYS = re.compile(r'{% say "([a-z0-9-]+)"')
_LISTED = re.compile(r'"([a-z0-9 -]+)"\|keys')
_PARTS = re.compile(r'{% include "([a-z0-9_./-]+)"')
# How a page is cited stands on every one of them.
_EVERYWHERE = "web/parts/cite.html"


@cache
def said_on(template: str) -> frozenset[str]:
    """Return the words of a page in both languages, with those of its parts."""
    keys = set(_keys(template))
    said = (_said(language, key) for language in LANGUAGES for key in keys)
    return words_of(*said)


def figures_on(page: str, reader: Reader) -> frozenset[str]:
    """Return the figures and goals of the record that stand on a page."""
    found = _FIGURES.get(page)
    return words_of(*found(reader)) if found else frozenset()


def _keys(template: str) -> Iterator[str]:
    source = Engine.get_default().get_template(template).source
    yield from _SAYS.findall(source)
    for keys in _LISTED.findall(source):
        yield from keys.split()
    for part in _PARTS.findall(source):
        if part != _EVERYWHERE:
            yield from _keys(part)


def _said(language: str, key: str) -> str:
    try:
        return words(language, key)
    except MissingWord:
        return ""


def _measured(reader: Reader) -> Iterator[str]:
    found = measures(reader)
    for name in Measures.__slots__:
        figure = getattr(found, name)
        if isinstance(figure, Figure) and figure.amount is not None:
            yield str(figure.amount)


def _aimed(reader: Reader) -> Iterator[str]:
    found = progress(reader, today(reader))
    for goal in found.goals:
        yield from (goal.text_en, goal.text_ja, str(goal.amount.amount))
    for figure in found.figures:
        if figure.amount is not None and figure.amount.amount is not None:
            yield str(figure.amount.amount)


_FIGURES: Mapping[str, Callable[[Reader], Iterator[str]]] = {
    "home": _measured,
    "statistics": _measured,
    "goals": _aimed,
}
