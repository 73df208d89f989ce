"""A rehearsal beside the published decision that it reproduces."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.comparison_text import closing_sentences, why_rehearsed
from openjcm.views import comparison
from openjcm.views.methodologies.calculations import list_report_calculations
from openjcm.web.rendering import page


@require_safe
def rehearsal(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Show published and rehearsed figures side by side, and whether they agree."""
    reader = store.reader()
    found = comparison.comparison(reader, key)
    return page(
        request,
        "rehearsal.html",
        rehearsal=True,
        comparison=found,
        reports=list_report_calculations(reader, key),
        why=why_rehearsed(found, language),
        closing=closing_sentences(found, language),
    )
