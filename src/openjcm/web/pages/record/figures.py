"""Where a total comes from: every amount in it, and every decision that has none."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.errors import NotFound
from openjcm.papers.words import say_day
from openjcm.views.record.addends import Summed, SummedFigure, summed_figure
from openjcm.web.days import UNTIL, day_asked
from openjcm.web.pages.record.asking import text, year
from openjcm.web.rendering import page, words


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
        store.reader(),
        Summed(measure),
        partner=text(request, "partner"),
        year=year(request),
        until=day_asked(request.GET.get(UNTIL), UNTIL),
    )
    return page(request, "record/figure.html", found=found, title=_title(found, language))


def _title(found: SummedFigure, language: str) -> str:
    whose = getattr(found.partner, f"name_{language}") if found.partner else ""
    until = (
        words(language, "figure-until", day=say_day(language, found.until)) if found.until else ""
    )
    said = (words(language, f"summed-{found.measure}"), whose, str(found.year or ""), until)
    return " · ".join(each for each in said if each)
