"""Progress on standard error: a bar on a terminal, silence elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[2K"
_BAR = 24


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that shows how far work has come: done, of how many, at what."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    try:
        yield _show
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def _show(done: int, total: int, what: str) -> None:
    filled = _BAR * done // total
    bar = "━" * filled + "─" * (_BAR - filled)
    sys.stderr.write(f"{_CLEAR}{bar} {done}/{total} {what}")
    sys.stderr.flush()


def _nothing(_done: int, _total: int, _what: str) -> None:
    pass
