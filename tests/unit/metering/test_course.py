"""How far work has come: steps in their order, shares within them, and what is looked at beside."""

import threading

import pytest

from openjcm.metering import course
from openjcm.metering.course import Course, silent

STEPS = ("opening", "reading")


class Bench:
    """Works as many statements as a test says."""

    def __init__(self) -> None:
        self.worked = 3.0
        self.asked = threading.Event()

    def moved(self) -> float:
        """Return how many were worked."""
        if self.worked > 3:
            self.asked.set()
        return self.worked


def test_a_share_stands_behind_the_steps_that_are_done() -> None:
    """And a step that runs is never done, whatever is told of it."""
    told = list[tuple[float, int, str]]()
    asked = Course(lambda *step: told.append(step), STEPS)

    asked.step("reading")
    for share in (0.25, 7, -1):
        asked.moved(share)

    assert told == [
        (1, 2, "reading"),
        (1.25, 2, "reading"),
        (1.999, 2, "reading"),
        (1, 2, "reading"),
    ]


def test_statements_are_looked_at_from_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The share is that of the statements worked since the step began."""
    monkeypatch.setattr(course, "EVERY_SECONDS", 0.001)
    told, bench = list[float](), Bench()
    asked = Course(lambda done, _total, _step: told.append(done), STEPS)

    with asked.watching(bench, 4):
        bench.worked = 5.0
        assert bench.asked.wait(10)

    assert told[-1] == 0.5


def test_where_nobody_listens_nothing_is_looked_at() -> None:
    """Off a terminal progress costs nothing."""
    bench, threads = Bench(), threading.active_count()

    with Course(silent, STEPS).watching(bench, 4):
        bench.worked = 5.0
        assert threading.active_count() == threads

    assert not bench.asked.is_set()
