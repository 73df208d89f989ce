"""The headers of every answer: nothing but our own style sheet, fonts and pictures is loaded.

A page with a form that computes as one types may load two scripts served by us; no other page may.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_CONTENT = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Of the few pages that are better for it: files of ours, which ask this site alone.
WITH_SCRIPT = f"{_CONTENT}; script-src 'self'; connect-src 'self'"
HEADERS = {
    "Content-Security-Policy": _CONTENT,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Kept by whoever likes, asked again each time: a page never outlives the record behind it.
    "Cache-Control": "no-cache",
}


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set the headers that a page has not set itself."""

    def answer(request: HttpRequest) -> HttpResponse:
        # Asked for here because no page does: an address under another name is refused.
        request.get_host()
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer
