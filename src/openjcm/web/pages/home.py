"""The front door and the first page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views import comparison, measures
from openjcm.views.record.decisions import list_decisions
from openjcm.views.record.partners import list_partners
from openjcm.web.addresses import permanently
from openjcm.web.corridor import TALL, WIDE
from openjcm.web.days import today
from openjcm.web.languages import preferred
from openjcm.web.pictures import partners_picture
from openjcm.web.rendering import page

# Passkeys belong to a name: a reader who came by the bare loopback address is led to it.
_BARE_ADDRESSES = ("127.0.0.1", "[::1]", "0.0.0.0")  # noqa: S104 - compared with, never bound

_LATEST = 5


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Lead to the first page in the language that the browser asks for."""
    language = preferred(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"{_named_host(request)}/{language}/")
    response["Vary"] = "Accept-Language"
    return response


@require_safe
def home(request: HttpRequest, language: str) -> HttpResponse:
    """Show what this is, the five measures, the latest notice and the way of a tonne."""
    reader = store.reader()
    on = today()
    return page(
        request,
        "home.html",
        measures=measures.measures(reader),
        decisions=list_decisions(reader, limit=_LATEST).items,
        partners=list_partners(reader, on),
        on=on,
        map=partners_picture(reader, on, language),
        rehearsals=comparison.list_rehearsals(reader),
        corridors=(WIDE, TALL),
    )


@require_safe
def slashless(request: HttpRequest, language: str) -> HttpResponse:
    """Lead from ``/en`` to ``/en/`` for good, with what was asked."""
    return permanently(request, f"/{language}/")


def _named_host(request: HttpRequest) -> str:
    host, colon, port = request.get_host().rpartition(":")
    bare = host if colon else port
    if bare not in _BARE_ADDRESSES:
        return ""
    return f"{request.scheme}://localhost{f':{port}' if colon else ''}"
