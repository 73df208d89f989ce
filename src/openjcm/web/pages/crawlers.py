"""What is said to those who read a site by machine: which pages there are, and which to leave.

A page has one address; the same page with what it was cited with, or as of any chosen day, has no
end. A rehearsal is no part of the record.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.words import LANGUAGES
from openjcm.views.comparison import list_rehearsals
from openjcm.views.notices import list_notices
from openjcm.views.reader import Reader
from openjcm.views.record.addends import Summed
from openjcm.views.record.facts import list_facts
from openjcm.views.record.pages import LARGEST_PAGE, every
from openjcm.web.addresses import origin
from openjcm.web.citation import PARAMETER
from openjcm.web.days import ON, UNTIL
from openjcm.web.documents.rendering import DOCUMENTS
from openjcm.web.languages import DEFAULT
from openjcm.web.pages.answers import tagged

_WHOLE = (
    *("home", "partners", "projects", "decisions", "methodologies", "goals", "notices"),
    "methodology-draft",
    *("statistics", "workbench", "open-data", "sources", "about"),
)
# Facts that have a page of their own, by the name of its address.
_PAGES = {
    "partner": "partner",
    "project": "project",
    "methodology": "methodology",
    "issuance-decision": "decision",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in every language: (language, address); ``plain`` is the one without a preference."""

    addresses: tuple[tuple[str, str], ...]
    plain: str


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what is to be left, and where the list of pages is."""
    left = [f"/*{joint}{name}=" for name in (PARAMETER, ON, UNTIL) for joint in "?&"]
    left += [f"/{language}/{each}" for language in LANGUAGES for each in ("search", "intakes/")]
    for each in list_rehearsals(store.reader()):
        for name, key in (("rehearsal", each.key), ("notice", each.decision)):
            left += [reverse(name, args=[language, key]) for language in LANGUAGES]
    left += [f"/{language}/credits/REHEARSAL-" for language in LANGUAGES]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in left)]
    sitemap = origin(request) + reverse("sitemap")
    said = "\n".join([*lines, "", f"Sitemap: {sitemap}", ""])
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the page of every fact and every list, each with its twin in the other language."""
    listed = [_listed(request, name, *args) for name, args in _every_page(store.reader())]
    said = render_to_string("web/sitemap.xml", {"pages": listed})
    return HttpResponse(said, content_type="application/xml; charset=utf-8")


@require_safe
def icon(request: HttpRequest) -> HttpResponseBase:
    """Give the icon to a browser that asks for it without having read a page."""
    path = finders.find("favicon.ico")
    assert isinstance(path, str), "the icon comes with the installation"
    with open(path, "rb") as file:  # noqa: PTH123 - the finder answers with text
        return tagged(request, file.read(), "image/x-icon")


def _every_page(reader: Reader) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, ()) for name in _WHOLE)
    yield from (("document", (each,)) for each in DOCUMENTS)
    yield from (("figure", (each.value,)) for each in Summed)
    for fact in every(lambda cursor: list_facts(reader, cursor=cursor, limit=LARGEST_PAGE)):
        if fact.kind in _PAGES:
            yield _PAGES[fact.kind], (fact.key,)
    for notice in every(lambda cursor: list_notices(reader, cursor=cursor, limit=LARGEST_PAGE)):
        yield "notice", (notice.key,)


def _listed(request: HttpRequest, name: str, *args: str) -> Listed:
    addresses = tuple(
        (language, origin(request) + reverse(name, args=[language, *args]))
        for language in LANGUAGES
    )
    return Listed(addresses, dict(addresses)[DEFAULT])
