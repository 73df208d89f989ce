"""Policy goals beside expected reductions, as of any day; never beside credits."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.progress import progress
from openjcm.web.days import chosen_day, day_to_come
from openjcm.web.pages.record.asking import text
from openjcm.web.pictures import chart_of
from openjcm.web.rendering import page


@require_safe
def goals(request: HttpRequest, language: str) -> HttpResponse:
    """Show the goals in force on a day, and what was published of progress by then."""
    on = chosen_day(text(request, "on"))
    reader = store.reader()
    return page(
        request,
        "record/goals.html",
        about_day=on,
        to_come=day_to_come(text(request, "on")),
        progress=progress(reader, on),
        chart=chart_of(reader, "goals", on),
        on=on,
    )
