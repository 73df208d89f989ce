"""One address for one page: what is written otherwise leads there for good.

No address ends in a slash but the first pages of a language and of the API; an identifier is
written as lists give it. Either is put right by a permanent redirect, and only where that leads
to a page. An address that leaves the site begins with its origin.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path

from openjcm import store
from openjcm.measure.errors import NotFound, SchemeError
from openjcm.views.identifiers import known_as

_SAFE = ("GET", "HEAD")


def one_slash(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Lead from an address with a slash at its end to the same without."""

    def answer(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if request.method in _SAFE and path.endswith("/") and not _leads(path):
            plain = path.rstrip("/")
            if _leads(plain):
                return permanently(request, plain)
        return get_response(request)

    return answer


def in_its_letters(request: HttpRequest, missing: NotFound) -> HttpResponse | None:
    """Lead to the page of an identifier that was written in other letters; None without one."""
    parts = request.path_info.split("/")
    if request.method not in _SAFE or missing.about not in parts:
        return None
    try:
        known = known_as(store.reader(), missing.about)
    except SchemeError:
        # A record that is away knows of no other letters; what was missing is said.
        return None
    if known is None:
        return None
    mended = [known if each == missing.about else each for each in parts]
    return permanently(request, "/".join(mended))


def origin(request: HttpRequest) -> str:
    """Return where the site is for its readers: the address that is set, else that of a request.

    What is made of it differs from one to the next, so it is part of the key of what is kept.
    """
    address: str = settings.OPENJCM_ADDRESS
    return address or f"{request.scheme}://{request.get_host()}"


def permanently(request: HttpRequest, path: str) -> HttpResponse:
    """Lead to the one address of a page; what was asked of it is kept."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(escape_uri_path(path) + (f"?{query}" if query else ""))


def _leads(path: str) -> bool:
    try:
        found = resolve(path)
    except Resolver404:
        return False
    # The API takes what no other address takes, by this name, only to refuse it.
    return "address" not in found.kwargs
