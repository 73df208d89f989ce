"""How many may do what is dear at once, so that threads are always left for those who read.

Who finds no seat is told at once to come again; one at most waits a moment for the next.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS_WAITED = 0.2
"""By the one who waits."""
RETRY_AFTER = "5"
"""Seconds after which it is worth to come again."""


class Busy(Exception):
    """Every seat is taken."""


class Seats:
    """Seats of one process; ``threads`` is how many of its threads they can hold at most."""

    def __init__(self, at_once: int, *, waiting: int = 0) -> None:
        self.threads = at_once + waiting
        self._seats = threading.BoundedSemaphore(at_once)
        self._doors = threading.BoundedSemaphore(self.threads)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Take a seat for a while.

        Raises:
            Busy: there is none, and enough wait for one.
        """
        if not self._doors.acquire(blocking=False):
            raise Busy
        try:
            if not self._seats.acquire(timeout=SECONDS_WAITED):
                raise Busy
            try:
                yield
            finally:
                self._seats.release()
        finally:
            self._doors.release()
