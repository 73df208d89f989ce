"""Search of the public record."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views import search as questions
from openjcm.web.rendering import page


@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Find projects and decisions by a word, a name or a number.

    Raises:
        Malformed: the words are too long to be a question.
    """
    text = request.GET.get("q", "").strip()
    hits = questions.search(store.reader(), text)
    return page(request, "search.html", text=text, hits=hits)
