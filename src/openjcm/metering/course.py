"""How far a long piece of work has come: its steps, and the movement within each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Protocol

Tell = Callable[[float, int, str], None]
"""Told how many steps are done, of how many, and which one runs; before each step a whole number,
and within it the step's share beyond that, where it is known."""

# Often enough to be seen, and too seldom to cost anything.
EVERY_SECONDS = 0.25
_WHOLE = 0.999


def silent(_done: float, _total: int, _what: str) -> None:
    """Tell nobody how far work has come."""


class Moves(Protocol):
    """What can be asked how many statements it has worked, with the share of those running."""

    def moved(self) -> float:
        """Return the number."""


@dataclass(slots=True)
class Course:
    """The steps of one piece of work, told as they come."""

    tell: Tell
    steps: Sequence[str]
    at: int = 0

    def step(self, name: str) -> None:
        """Tell that a step begins."""
        self.at = self.steps.index(name)
        self.tell(self.at, len(self.steps), name)

    def moved(self, share: float) -> None:
        """Tell which share of the step is done; a step that runs is never quite done."""
        moved = self.at + min(max(share, 0.0), _WHOLE)
        self.tell(moved, len(self.steps), self.steps[self.at])

    @contextmanager
    def watching(self, bench: Moves, statements: int) -> Iterator[None]:
        """Tell of the movement of a step of so many statements while they are worked."""
        with self.looking(bench, lambda moved: self.moved(moved / max(statements, 1))):
            yield

    @contextmanager
    def looking(self, bench: Moves, told: Callable[[float], None]) -> Iterator[None]:
        """Look from beside, now and then, how many statements were worked since this began."""
        if self.tell is silent:
            yield
            return
        begun, ended = bench.moved(), Event()

        def look() -> None:
            while not ended.wait(EVERY_SECONDS):
                told(bench.moved() - begun)

        beside = Thread(target=look, daemon=True)
        beside.start()
        try:
            yield
        finally:
            ended.set()
            beside.join()
