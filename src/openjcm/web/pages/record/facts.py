"""One published fact: every version that the record holds, with its sources."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.facts import find_fact
from openjcm.web.rendering import page


@require_safe
def fact(request: HttpRequest, language: str, kind: str, key: str) -> HttpResponse:
    """Show a fact as it was entered, field by field, and what stood before."""
    return page(request, "record/fact.html", fact=find_fact(store.reader(), kind, key))
