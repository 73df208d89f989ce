"""The allocation workbench: which rule could have made each published share, and which not."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.workbench import allocation_workbench
from openjcm.web.rendering import page


@require_safe
def workbench(request: HttpRequest, language: str) -> HttpResponse:
    """Show every published share against every candidate rule."""
    return page(request, "record/workbench.html", benches=allocation_workbench(store.reader()))
