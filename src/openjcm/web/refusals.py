"""Pages of what went wrong: the kind of an error decides the status and the words."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from openjcm.intake.seats import RETRY_AFTER, Busy
from openjcm.measure.errors import NotFound, SchemeError
from openjcm.web.addresses import in_its_letters
from openjcm.web.rendering import page

# The words that a status has; any other refusal speaks as a request that cannot be read.
_SPOKEN = frozenset({400, 403, 404, 405, 409, 422, 500, 503})


class Refusals:
    """Turn errors of the scheme, and a database that is away, into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with a page for a method that no address takes."""
        response = self._get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        spoken = refusal(request, HTTPStatus.METHOD_NOT_ALLOWED)
        spoken["Allow"] = response.get("Allow", "GET, HEAD")
        return spoken

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer an error of the scheme; any other is our mistake and goes on."""
        if isinstance(problem, NotFound):
            led = in_its_letters(request, problem)
            if led is not None:
                return led
        if isinstance(problem, SchemeError):
            return refusal(request, problem.status, problem)
        if isinstance(problem, Busy):
            return busy(request)
        if isinstance(problem, (OperationalError, InterfaceError)):
            return refusal(request, HTTPStatus.SERVICE_UNAVAILABLE)
        return None


def refusal(request: HttpRequest, status: int, problem: SchemeError | None = None) -> HttpResponse:
    """Render the page of a status; what a reader may be told comes from the error alone."""
    words = status if status in _SPOKEN else HTTPStatus.BAD_REQUEST
    told = problem if problem and status < HTTPStatus.INTERNAL_SERVER_ERROR else None
    response = page(request, "refusal.html", status=status, stem=str(int(words)), problem=told)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = "30"
    return response


def refusal_in_words(
    request: HttpRequest, status: int, stem: str, *, again: str = ""
) -> HttpResponse:
    """Render the page of a refusal that has words of its own.

    Args:
        request: Whose address names the language.
        status: Of the answer.
        stem: Of its words.
        again: An address at which it is worth to try again.
    """
    return page(request, "refusal.html", status=status, stem=stem, problem=None, again=again)


def busy(request: HttpRequest) -> HttpResponse:
    """Answer when others have every seat: the same address is worth asking again soon."""
    again = request.get_full_path()
    response = refusal_in_words(request, HTTPStatus.SERVICE_UNAVAILABLE, "busy", again=again)
    response["Retry-After"] = RETRY_AFTER
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    return refusal(request, HTTPStatus.BAD_REQUEST)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer someone who may not."""
    return refusal(request, HTTPStatus.FORBIDDEN)


def not_ours(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of ours, or without the cookie that shows it."""
    return refusal_in_words(request, HTTPStatus.FORBIDDEN, "form-not-ours")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return refusal(request, HTTPStatus.NOT_FOUND)


def our_mistake(request: HttpRequest) -> HttpResponse:
    """Answer when we failed; says nothing of the inside."""
    return refusal(request, HTTPStatus.INTERNAL_SERVER_ERROR)
