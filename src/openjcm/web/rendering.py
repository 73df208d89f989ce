"""From a template and frozen dataclasses to a page."""

from datetime import date
from http import HTTPStatus
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from openjcm.papers.words import LANGUAGES, PAPERS, Catalogue
from openjcm.views.record.state import State
from openjcm.web.days import today
from openjcm.web.languages import NAMES, language_of, twin
from openjcm.web.page_cache import STATE

# As many letters of a state as tell two states apart.
_SHOWN = 12
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
    **content: object,
) -> HttpResponse:
    """Render a page in the language of its address.

    Args:
        request: Whose address names the language.
        template: Its file under ``templates/web``.
        rehearsal: Whether the page belongs to a rehearsal: banner, watermark, no index.
        status: Of the answer.
        content: Frozen dataclasses and plain values for the template.
    """
    language = language_of(request.path)
    frame = {
        "language": language,
        "rehearsal": rehearsal,
        "twins": twins(request, language),
        "here": request.path,
        "used_bases": set(),
        "made_from": _made_from(request),
    }
    body = render_to_string(f"web/{template}", {**frame, **content})
    response = HttpResponse(body, status=status)
    response["Content-Language"] = language
    if rehearsal or status != HTTPStatus.OK:
        response["X-Robots-Tag"] = "noindex"
    return response


def _made_from(request: HttpRequest) -> tuple[date, str] | None:
    """Return the day and the state of the record that a page says, where it is known."""
    state: State | None = request.META.get(STATE)
    return (today(), state.head[:_SHOWN]) if state else None


def twins(request: HttpRequest, language: str) -> tuple[tuple[str, str, str], ...]:
    """Return (language, its own name, address) of this page in the other languages."""
    query = request.META.get("QUERY_STRING", "")
    tail = f"?{query}" if query else ""
    others = (other for other in LANGUAGES if other != language)
    return tuple((other, NAMES[other], twin(request.path, other) + tail) for other in others)
