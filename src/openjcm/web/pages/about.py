"""What this site is, what its labels mean, and under which licences it stands."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm.measure.basis import Basis
from openjcm.web.rendering import page


@require_safe
def about(request: HttpRequest, language: str) -> HttpResponse:
    """Say what is published, what is reconstructed, and what is not known."""
    return page(request, "about.html", bases=tuple(Basis))
