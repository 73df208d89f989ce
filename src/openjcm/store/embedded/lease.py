"""Who uses the server: file locks that the kernel releases when their holder dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

Say = Callable[[str], None]
PAUSE_SECONDS: Final = 0.02
_SAY_AFTER_SECONDS = 0.5


@contextmanager
def only_one(path: Path, say: Say) -> Iterator[None]:
    """Let one process at a time start the server."""
    lock = _open(path)
    try:
        _take(lock, fcntl.LOCK_EX, lambda: say("waiting for another openjcm to start PostgreSQL"))
        yield
    finally:
        os.close(lock)


class Lease:
    """A share in the running server, held by every process that uses it."""

    def __init__(self, path: Path) -> None:
        self._lock = _open(path)

    def share(self) -> None:
        """Hold a share; waits while the server is being stopped."""
        _take(self._lock, fcntl.LOCK_SH, _silent)

    def wait_to_be_last(self, say: Say) -> None:
        """Wait until nobody else uses the server, and keep newcomers out."""
        _take(
            self._lock,
            fcntl.LOCK_EX,
            lambda: say("another openjcm still uses PostgreSQL; waiting for it to finish"),
        )

    def give_up(self) -> None:
        """Give the share back."""
        os.close(self._lock)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _silent() -> None:
    pass


def _take(lock: int, kind: int, tell: Callable[[], None]) -> None:
    """Take a lock, telling once when it takes long."""
    tell_at = time.monotonic() + _SAY_AFTER_SECONDS
    told = False
    while True:
        try:
            fcntl.flock(lock, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told and time.monotonic() > tell_at:
                tell()
                told = True
            time.sleep(PAUSE_SECONDS)
        else:
            return
