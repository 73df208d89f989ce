"""Statistics of the public record: five measures, never added, and the decisions behind them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views import measures
from openjcm.views.notices import list_notices
from openjcm.web.rendering import page


@require_safe
def statistics(request: HttpRequest, language: str) -> HttpResponse:
    """Show the measures with their sources and one row a decision."""
    reader = store.reader()
    return page(
        request,
        "statistics.html",
        measures=measures.measures(reader),
        notices=list_notices(reader),
    )
