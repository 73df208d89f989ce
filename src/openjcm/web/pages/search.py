"""Search of the public record."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.finding import find
from openjcm.web.rendering import page


@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Find partner countries, projects, decisions and methodologies by words or numbers.

    Raises:
        Malformed: the words are too long to be a question.
    """
    text = request.GET.get("q", "").strip()
    return page(request, "search.html", text=text, found=find(store.reader(), text))
