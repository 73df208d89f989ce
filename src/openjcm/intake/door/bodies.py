"""What comes over a line, read as it comes and within a time: no silent line holds a thread."""

import time
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import Protocol

from openjcm.intake.seats import Busy
from openjcm.measure.errors import Malformed

_PIECE = 1 << 16
SECONDS_IDLE = 15
"""After which a sender that sends nothing is given up; on a lost line nobody says goodbye."""
SECONDS_MAX = 60
"""For the whole of a body."""
# A line that was lost without a goodbye is read by a thread of ours until the system gives it up.
_READING = BoundedSemaphore(64)


class Line(Protocol):
    """What can be read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return what comes, at most so much of it."""


def pieces(source: Line, most: int) -> Iterator[bytes]:
    """Yield what comes, as it comes, for as long as it does; little more than ``most`` bytes.

    Raises:
        Busy: too many lines are being read.
        Malformed: it does not come whole in time.
    """
    coming: SimpleQueue[bytes | None] = SimpleQueue()
    if not _READING.acquire(blocking=False):
        raise Busy
    # The server's own reading waits for ever, so it is not done by the thread that must answer.
    Thread(target=_read, args=(source, most, coming), daemon=True).start()
    until = time.monotonic() + SECONDS_MAX
    while True:
        try:
            piece = coming.get(timeout=max(min(SECONDS_IDLE, until - time.monotonic()), 0))
        except Empty:
            raise cut_off() from None
        if piece is None:
            raise cut_off()
        if not piece:
            return
        yield piece


def _read(source: Line, most: int, coming: "SimpleQueue[bytes | None]") -> None:
    read = 0
    try:
        while piece := source.read(_PIECE):
            coming.put(piece)
            read += len(piece)
            if read > most:
                return
        coming.put(b"")
    except OSError:
        coming.put(None)
    finally:
        _READING.release()


def cut_off() -> Malformed:
    """Say that what was sent did not come whole."""
    return Malformed(
        f"what was sent did not come whole within {SECONDS_MAX} s, or {SECONDS_IDLE} s without a "
        "byte; send it again, in smaller parts on a slow line",
        code="batch-cut-off",
        about="batch",
    )
