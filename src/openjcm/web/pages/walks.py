"""The walk back: from a block of credits, or a published line, towards its readings."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.store.files import FileStore
from openjcm.stories.walks import credit_walk
from openjcm.views.notices import find_notice
from openjcm.views.walks import walk_published
from openjcm.web.rendering import page


@require_safe
def credit(request: HttpRequest, language: str, serial: str) -> HttpResponse:
    """Walk one block of credits back to its readings."""
    found = credit_walk(
        store.reader(),
        serial,
        files=FileStore(store.configured().files),
        partnership=request.GET.get("of"),
    )
    return page(request, "walk.html", rehearsal=found.rehearsal, walk=found, notice=None)


@require_safe
def published_line(request: HttpRequest, language: str, key: str, project_id: str) -> HttpResponse:
    """Walk one line of a notice back as far as its record is public."""
    reader = store.reader()
    found = walk_published(reader, key, project_id)
    of = find_notice(reader, key)
    return page(request, "walk.html", rehearsal=found.rehearsal, walk=found, notice=of)
