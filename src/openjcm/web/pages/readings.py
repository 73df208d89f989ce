"""A reading: how an unclear paragraph is understood here, and who agreed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm.measure.errors import NotFound
from openjcm.papers.funding_words import is_spelt_out, reading_words
from openjcm.web.rendering import page


@require_safe
def reading(request: HttpRequest, language: str, number: str) -> HttpResponse:
    """Show what is known, what is unclear, our reading, and who agreed to it.

    Raises:
        NotFound: there is no such reading here.
    """
    if not is_spelt_out(number):
        raise NotFound(f"there is no reading {number!r} here", code="no-reading", about=number)
    return page(request, "reading.html", number=number, named=reading_words(language, number))
