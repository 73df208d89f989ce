"""The body of a request that is a file: read as it comes, and no more of it than may be sent."""

from typing import Any, BinaryIO, cast

from django.http import HttpRequest

from openjcm.intake import BATCH_MAX
from openjcm.intake.arriving import too_large
from openjcm.intake.door.bodies import cut_off, pieces
from openjcm.measure.errors import Malformed

_TYPES = {
    "text/csv": "A table of readings as text.",
    "application/gzip": "The gzip of a file of one of the other types.",
    "application/vnd.apache.parquet": "A Parquet file.",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "An Excel workbook.",
    "application/octet-stream": "Any of them: what it is is told by what it holds.",
}
BATCH_BODY: dict[str, Any] = {
    "required": True,
    "description": f"The file itself, of at most {BATCH_MAX >> 20} MiB. Any content type is taken "
    "that is not a form; what the file is is told by what it holds.",
    "content": {
        name: {"schema": {"type": "string", "format": "binary", "description": says}}
        for name, says in _TYPES.items()
    },
}
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def batch_body(request: HttpRequest) -> bytes:
    """Return the body of a request.

    Raises:
        Malformed: it is a form, larger than a batch may be, or not all of it comes in time; no
            more of it is read.
    """
    if (request.content_type or "").lower() in _FORMS:
        raise Malformed(
            "the body is sent as a form; send the file itself, and say what it is: "
            "curl -H 'Content-Type: text/csv' --data-binary @FILE",
            code="form-instead-of-batch",
            about="batch",
        )
    said = request.META.get("CONTENT_LENGTH") or ""
    if said.isdecimal() and int(said) > BATCH_MAX:
        raise too_large()
    # Django takes a body of no said length for none: what is sent in chunks is read past it, where
    # the server says that its input ends with the body.
    is_in_chunks = not said and request.META.get("wsgi.input_terminated")
    source = cast("BinaryIO", request.META["wsgi.input"] if is_in_chunks else request)
    read = bytearray()
    for piece in pieces(source, BATCH_MAX):
        read += piece
        if len(read) > BATCH_MAX:
            raise too_large()
    if said.isdecimal() and len(read) < int(said):
        raise cut_off()
    return bytes(read)
