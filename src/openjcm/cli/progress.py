"""Progress on standard error: a bar on a terminal, silence elsewhere."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[2K"
_BAR = 24
# How often a bar that moves is drawn, how far it looks back to tell its speed, and how much of
# that it needs.
_DRAWN_EVERY = 0.1
_LOOKS_BACK = 30.0
_NEEDS = 2.0
_MINUTE, _HOUR = 60, 3600


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that shows how far work has come: done, of how many, at what."""
    if not _is_seen():
        yield unshown
        return
    try:
        yield _show
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def _show(done: int, total: int, what: str) -> None:
    sys.stderr.write(f"{_CLEAR}{_bar(done / total)} {done}/{total} {what}")
    sys.stderr.flush()


def _bar(share: float) -> str:
    filled = int(_BAR * share)
    return "━" * filled + "─" * (_BAR - filled)


def _is_seen() -> bool:
    """Whether a person looks at standard error."""
    return sys.stderr.isatty()


def unshown(_done: int, _total: int, _what: str) -> None:
    """Show nothing."""


def note(line: str) -> None:
    """Write a line on standard error; a bar that stands there makes way."""
    sys.stderr.write(f"{_CLEAR if _is_seen() else ''}{line}\n")
    sys.stderr.flush()


class Movement:
    """A bar for each of several long steps: its share, and how long the rest of it will take.

    Is told how many steps are done, of how many, and which one runs; what is beyond a whole number
    is the share of that step, from which its speed is told.
    """

    def __init__(
        self,
        words: Callable[..., str],
        seconds: Callable[[], float] = time.monotonic,
        looks_back: float = _LOOKS_BACK,
    ) -> None:
        self._words, self._seconds, self._looks_back = words, seconds, looks_back
        self._seen: deque[tuple[float, float]] = deque()
        self._step, self._drawn = "", 0.0

    def __call__(self, done: float, total: int, step: str) -> None:
        """Draw the bar, if it is time to."""
        now, share = self._seconds(), done - int(done)
        if step != self._step:
            self._step = step
            self._seen.clear()
        elif now - self._drawn < _DRAWN_EVERY:
            return
        self._drawn = now
        self._seen.append((now, share))
        while now - self._seen[0][0] > self._looks_back:
            self._seen.popleft()
        percent = f"{int(share * 100):3} %" if share else "     "
        said = f"{int(done) + 1}/{total} {self._words(f'step-{step}')}{self._left()}"
        sys.stderr.write(f"{_CLEAR}{_bar(share)} {percent} {said}")
        sys.stderr.flush()

    def _left(self) -> str:
        """Say how long the rest of the step takes, once its speed is known."""
        (began, first), (now, share) = self._seen[0], self._seen[-1]
        if now - began < _NEEDS or share <= first:
            return ""
        left = (1 - share) * (now - began) / (share - first)
        if left < _MINUTE:
            return f" · {self._words('left-seconds', number=int(left) + 1)}"
        if left < _HOUR:
            return f" · {self._words('left-minutes', number=round(left / _MINUTE))}"
        return f" · {self._words('left-hours', number=round(left / _HOUR))}"
