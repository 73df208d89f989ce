"""From a template and frozen dataclasses to a page."""

from datetime import date
from http import HTTPStatus
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from openjcm.papers.words import LANGUAGES, PAPERS, Catalogue
from openjcm.views.record.state import State
from openjcm.web.citation import address_of, citation_of, plain_query, standing_of
from openjcm.web.languages import NAMES, language_of, twin
from openjcm.web.page_cache import STATE

SITE = Catalogue(files("openjcm.web") / "words")


def words(language: str, key: str, **values: str | int) -> str:
    """Return words of the site; what papers say too is said in the papers' words.

    Raises:
        MissingWord: neither catalogue has the key.
    """
    catalogue = SITE if SITE.has(language, key) else PAPERS
    return catalogue.say(language, key, **values)


def page(
    request: HttpRequest,
    template: str,
    *,
    rehearsal: bool = False,
    status: int = HTTPStatus.OK,
    about_day: date | None = None,
    **content: object,
) -> HttpResponse:
    """Render a page in the language of its address.

    Args:
        request: Whose address names the language.
        template: Its file under ``templates/web``.
        rehearsal: Whether the page belongs to a rehearsal: banner, watermark, no index.
        status: Of the answer.
        about_day: The day that the page is about, where a reader may choose one.
        content: Frozen dataclasses and plain values for the template.

    Raises:
        Malformed: the address carries a state that the record cannot have had.
    """
    language = language_of(request.path)
    state: State | None = request.META.get(STATE)
    # A refusal is no page of the record: there is nothing to be cited.
    whole = status == HTTPStatus.OK
    frame = {
        "language": language,
        "rehearsal": rehearsal,
        "twins": twins(request, language, request.META.get("QUERY_STRING", "")),
        # For machines, a page has one address, however often it was cited.
        "plain_twins": twins(request, language, plain_query(request)),
        "here": request.path,
        "canonical": address_of(request) if whole else "",
        "used_bases": set(),
        "state": state,
        "made_from": standing_of(state) if state else None,
        "citation": citation_of(request, state, about_day) if whole and state else None,
    }
    body = render_to_string(f"web/{template}", {**frame, **content})
    response = HttpResponse(body, status=status)
    response["Content-Language"] = language
    if rehearsal or status != HTTPStatus.OK:
        response["X-Robots-Tag"] = "noindex"
    return response


def twins(request: HttpRequest, language: str, query: str) -> tuple[tuple[str, str, str], ...]:
    """Return (language, its own name, address) of this page in the other languages."""
    tail = f"?{query}" if query else ""
    others = (other for other in LANGUAGES if other != language)
    return tuple((other, NAMES[other], twin(request.path, other) + tail) for other in others)
