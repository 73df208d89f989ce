"""Methods of an address: ``HEAD`` is answered as ``GET``, and any other is refused in JSON."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

PREFIX = "/api/"


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
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return answer


def _refusal(request: HttpRequest, allowed: str) -> HttpResponse:
    methods = f"{allowed}, HEAD"
    said = {
        "code": "method-not-allowed",
        "message": f"{request.path} takes {methods}, not {request.method}",
        "findings": [],
    }
    return JsonResponse(said, status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": methods})
