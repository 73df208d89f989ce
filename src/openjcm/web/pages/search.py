"""Search of the public record."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.errors import Malformed
from openjcm.views import search as questions
from openjcm.web.rendering import page

_LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Find projects and decisions by a word, a name or a number.

    Raises:
        Malformed: the words are too long to be a question.
    """
    text = request.GET.get("q", "").strip()
    if len(text) > _LONGEST_QUERY or "\x00" in text:
        raise Malformed(
            f"search: ask with at most {_LONGEST_QUERY} characters", code="query-too-long"
        )
    hits = questions.search(store.reader(), text) if text else ()
    return page(request, "search.html", text=text, hits=hits)
