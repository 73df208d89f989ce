"""The body of a request that is a file: read as it comes, and no more of it than may be sent."""

import time
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import Any, BinaryIO, cast

from django.http import HttpRequest

from openjcm.intake import BATCH_MAX, Busy
from openjcm.intake.arriving import too_large
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
_PIECE = 1 << 16
SECONDS_IDLE = 15
"""After which a sender that sends nothing is given up; on a lost line nobody says goodbye."""
SECONDS_MAX = 60
"""For the whole of a body."""
# A line that was lost without a goodbye is read by a thread of ours until the system gives it up.
_READING = BoundedSemaphore(64)


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
    for piece in _pieces(source):
        read += piece
        if len(read) > BATCH_MAX:
            raise too_large()
    if said.isdecimal() and len(read) < int(said):
        raise _cut_off()
    return bytes(read)


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    """Yield what comes, as it comes, for as long as it does."""
    coming: SimpleQueue[bytes | None] = SimpleQueue()
    if not _READING.acquire(blocking=False):
        raise Busy
    # The server's own reading waits for ever, so it is not done by the thread that must answer.
    Thread(target=_read, args=(source, coming), daemon=True).start()
    until = time.monotonic() + SECONDS_MAX
    while True:
        try:
            piece = coming.get(timeout=max(min(SECONDS_IDLE, until - time.monotonic()), 0))
        except Empty:
            raise _cut_off() from None
        if piece is None:
            raise _cut_off()
        if not piece:
            return
        yield piece


def _read(source: BinaryIO, coming: "SimpleQueue[bytes | None]") -> None:
    read = 0
    try:
        while piece := source.read(_PIECE):
            coming.put(piece)
            read += len(piece)
            if read > BATCH_MAX:
                return
        coming.put(b"")
    except OSError:
        coming.put(None)
    finally:
        _READING.release()


def _cut_off() -> Malformed:
    return Malformed(
        f"the batch did not come whole within {SECONDS_MAX} s, or {SECONDS_IDLE} s without a "
        "byte; send it again, in smaller ones on a slow line",
        code="batch-cut-off",
        about="batch",
    )
