"""Search of the public record, and of the pages of the site by their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.words import asked_words, words_of
from openjcm.papers.words import LANGUAGES
from openjcm.views.reader import Reader
from openjcm.views.record.finding import find
from openjcm.web.page_texts import figures_on, said_on
from openjcm.web.rendering import page, words

# Each page with the keys of its title and of what else it is asked for by.
_PAGES = (
    ("home", "home-title"),
    ("partners", "nav-partners"),
    ("projects", "nav-projects", "projects-where"),
    ("decisions", "nav-decisions"),
    ("notices", "nav-notices"),
    ("methodologies", "nav-methodologies"),
    ("methodology-draft", "draft-title"),
    ("goals", "nav-goals"),
    ("statistics", "nav-statistics"),
    ("workbench", "workbench-title", "share"),
    ("open-data", "nav-open-data", "api-title", "api-description", "feed-link"),
    ("about", "about-title", "bases-title", "licence-title"),
)


_TEMPLATES = {
    "home": "web/home.html",
    "partners": "web/record/partners.html",
    "projects": "web/record/projects.html",
    "decisions": "web/record/decisions.html",
    "notices": "web/notices.html",
    "methodologies": "web/record/methodologies.html",
    "methodology-draft": "web/record/methodology_draft.html",
    "goals": "web/record/goals.html",
    "statistics": "web/statistics.html",
    "workbench": "web/record/workbench.html",
    "open-data": "web/open_data.html",
    "about": "web/about.html",
}


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
    reader = store.reader()
    found = find(reader, text)
    pages = _pages(reader, text, language)
    return page(request, "search.html", text=text, found=found, pages=pages)


def _pages(reader: Reader, text: str, language: str) -> list[PageFound]:
    """Return the pages whose names hold every word that is asked, in either language.

    Where no name does, those that say the words, or on which the figure stands.
    """
    asked = asked_words(text)
    if not asked:
        return []
    named = [page for page in _PAGES if _has(_named(page[1:]), asked)]
    found = named or [page for page in _PAGES if _has(_said(reader, page[0]), asked)]
    return [
        PageFound(reverse(name, args=[language]), words(language, key)) for name, key, *_ in found
    ]


def _named(keys: Sequence[str]) -> frozenset[str]:
    return words_of(*(words(language, key) for language in LANGUAGES for key in keys))


def _said(reader: Reader, page: str) -> frozenset[str]:
    return said_on(_TEMPLATES[page]) | figures_on(page, reader)


def _has(said: frozenset[str], asked: tuple[tuple[str, bool], ...]) -> bool:
    return all(
        any(each.startswith(word) if goes_on else each == word for each in said)
        for word, goes_on in asked
    )
