"""A file as an answer: whoever has it already is told so."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response


def tagged(
    request: HttpRequest, content: bytes, media: str, *, sha256: str = "", name: str = ""
) -> HttpResponseBase:
    """Answer with a file that anybody's page may read.

    Args:
        request: Whose ``If-None-Match`` is honoured.
        content: The file.
        media: Its media type.
        sha256: Its digest, where it is known already.
        name: Under which it is saved; without one the browser shows it.
    """
    etag = f'"{sha256 or hashlib.sha256(content).hexdigest()}"'
    response = HttpResponse(content, content_type=media)
    if name:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = etag
    # Data for anybody's page: the site's own answers stay same-origin.
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, etag=etag, response=response) or response
