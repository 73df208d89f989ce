"""Methods of an address: ``HEAD`` is answered as ``GET``, and any other is refused in JSON.

What changes nothing carries an ETag, and is 304 for who has the same answer already. Everything
here is public, so that a page of anybody may ask from a browser, and read where the next page is.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, set_response_etag

PREFIX = "/api/"
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def answer_methods(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let who asks for the head alone have it, and say in words what an address does not take."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX):
            return get_response(request)
        only_head = request.method == "HEAD"
        if only_head:
            request.method = "GET"
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = _refusal(request, response.get("Allow", "GET"))
        if only_head:
            request.method = "HEAD"
            response = _head(request, response)
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    return answer


def _head(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    # Django's own middleware names and compares answers to GET alone.
    set_response_etag(response)
    same: HttpResponse | None = get_conditional_response(
        request, etag=response["ETag"], response=response
    )
    if same is not None and same is not response:
        return same
    response.headers.setdefault("Content-Length", str(len(response.content)))
    response.content = b""
    return response


def _refusal(request: HttpRequest, allowed: str) -> HttpResponse:
    methods = f"{allowed}, HEAD"
    said = {
        "code": "method-not-allowed",
        "message": f"{request.path} takes {methods}, not {request.method}",
        "findings": [],
    }
    return JsonResponse(said, status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": methods})
