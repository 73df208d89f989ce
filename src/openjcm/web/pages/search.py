"""Search of the public record, and of the pages of the site by their names."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.words import asked_words, words_of
from openjcm.papers.words import LANGUAGES
from openjcm.views.record.finding import find
from openjcm.web.rendering import page, words

# Each page with the keys of its title and of what else it is asked for by.
_PAGES = (
    ("partners", "nav-partners"),
    ("projects", "nav-projects", "projects-where"),
    ("decisions", "nav-decisions"),
    ("notices", "nav-notices"),
    ("methodologies", "nav-methodologies"),
    ("goals", "nav-goals"),
    ("statistics", "nav-statistics"),
    ("workbench", "workbench-title", "share"),
    ("open-data", "nav-open-data", "api-title", "api-description", "feed-link"),
    ("about", "about-title", "bases-title", "licence-title"),
)


@dataclass(frozen=True, slots=True)
class PageFound:
    """A page of the site, by its address and its title."""

    address: str
    title: str


@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Find partner countries, projects, decisions, methodologies and pages by words or numbers.

    Raises:
        Malformed: the words are too long to be a question.
    """
    text = request.GET.get("q", "").strip()
    found = find(store.reader(), text)
    return page(request, "search.html", text=text, found=found, pages=_pages(text, language))


def _pages(text: str, language: str) -> list[PageFound]:
    """Return the pages whose names hold every word that is asked, in either language."""
    asked = asked_words(text)
    return [
        PageFound(reverse(name, args=[language]), words(language, keys[0]))
        for name, *keys in _PAGES
        if asked and _is_named(keys, asked)
    ]


def _is_named(keys: list[str], asked: tuple[tuple[str, bool], ...]) -> bool:
    named = words_of(*(words(language, key) for language in LANGUAGES for key in keys))
    return all(
        any(each.startswith(word) if goes_on else each == word for each in named)
        for word, goes_on in asked
    )
