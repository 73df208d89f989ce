"""Methodologies as far as they were published, and one with the projects that use it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.rulebook import all_partners
from openjcm.views.catalogue import list_templates
from openjcm.views.record.methodologies import find_methodology, list_methodologies
from openjcm.web.pages.record.asking import partner
from openjcm.web.rendering import page


@require_safe
def methodologies(request: HttpRequest, language: str) -> HttpResponse:
    """Show the numbers of all methodologies, or of those of one partner country."""
    chosen = partner(request)
    return page(
        request,
        "record/methodologies.html",
        methodologies=list_methodologies(store.reader(), chosen),
        asked={"partner": chosen},
        partners=all_partners(),
    )


@require_safe
def methodology(request: HttpRequest, language: str, number: str) -> HttpResponse:
    """Show a methodology: versions, what title and formula rest on, where its text is."""
    return page(
        request,
        "record/methodology.html",
        methodology=find_methodology(store.reader(), number),
    )


@require_safe
def templates(request: HttpRequest, language: str) -> HttpResponse:
    """Show the unofficial templates, one for each family of methodologies."""
    return page(request, "record/methodology_templates.html", templates=list_templates())
