"""Statistics of the public record: each measure by itself, by country and by year."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views import measures
from openjcm.views.record.totals import Grouping, totals
from openjcm.web.days import today
from openjcm.web.pictures import chart_of
from openjcm.web.rendering import page

_CHARTS = {
    "years": "notified-by-year",
    "partners": "notified-by-partner",
    "issued": "issued-by-side",
    "projects": "projects-by-partner",
    "registered": "registered-by-year",
}


@require_safe
def statistics(request: HttpRequest, language: str) -> HttpResponse:
    """Show the five measures and their totals; what is not published is said, never zero."""
    reader, on = store.reader(), today()
    return page(
        request,
        "statistics.html",
        measures=measures.measures(reader),
        by_country=totals(reader, Grouping.COUNTRY),
        by_year=totals(reader, Grouping.YEAR),
        charts={name: chart_of(reader, stem, on) for name, stem in _CHARTS.items()},
    )
