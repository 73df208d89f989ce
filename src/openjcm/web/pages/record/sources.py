"""The list of sources: where every published figure was printed, and of what kind each is."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.facts import list_sources
from openjcm.web.rendering import page

# From what was printed by those who decided to what others told of it.
KINDS = ("official", "copy", "secondary")


@require_safe
def sources(request: HttpRequest, language: str) -> HttpResponse:
    """Show every source by kind, those that most facts name first."""
    found = sorted(list_sources(store.reader()), key=lambda each: (-each.facts, each.source.title))
    kinds = tuple(
        (kind, rows) for kind in KINDS if (rows := [s for s in found if s.source.kind == kind])
    )
    return page(request, "record/sources.html", kinds=kinds, count=len(found))
