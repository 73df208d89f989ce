"""Where a total comes from: every amount in it, and every decision that has none."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.errors import NotFound
from openjcm.views.record.addends import Summed, summed_figure
from openjcm.web.days import today
from openjcm.web.pages.record.asking import text, year
from openjcm.web.rendering import page


@require_safe
def figure(request: HttpRequest, language: str, measure: str) -> HttpResponse:
    """Show a total as of now with its addends; its address can be cited.

    Raises:
        NotFound: there is no such measure.
    """
    if measure not in set(Summed):
        raise NotFound(
            f"there is no total of {measure!r}; there are {', '.join(Summed)}",
            code="no-measure",
            about=measure,
        )
    found = summed_figure(
        store.reader(), Summed(measure), partner=text(request, "partner"), year=year(request)
    )
    address = request.build_absolute_uri(request.get_full_path())
    return page(request, "record/figure.html", found=found, address=address, read_on=today())
