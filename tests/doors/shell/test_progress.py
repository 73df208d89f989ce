"""The bar of a long reading: only on a terminal, with the share of a step and the time it takes."""

from functools import partial

import pytest

from openjcm.cli import progress
from openjcm.cli.commands.meters.listing import steps_shown
from openjcm.cli.progress import Movement, note
from openjcm.metering import silent
from openjcm.papers.readings.words import say

Terminal = pytest.CaptureFixture[str]


@pytest.fixture
def terminal(capsys: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Have a person look at what is written on standard error."""
    monkeypatch.setattr(progress, "_is_seen", lambda: True)
    return capsys


def _drawn(terminal: Terminal) -> list[str]:
    drawn = terminal.readouterr().err.split("\r\x1b[2K")
    return [each.strip("━─ ") for each in drawn if each]


@pytest.mark.parametrize(
    ("seconds", "language", "left"),
    [
        (10, "en", "31 s left"),
        (100, "en", "5 min left"),
        (4000, "en", "3 h left"),
        (10, "ja", "残り約31秒"),
    ],
)
def test_the_time_left_is_told_by_the_speed(
    terminal: Terminal, seconds: int, language: str, left: str
) -> None:
    """A quarter was done in so many seconds; the rest takes three times as long."""
    clock = iter([0.0, float(seconds)])
    # Looks back as far as it has seen: the first of two moments stays.
    bar = Movement(partial(say, language), lambda: next(clock), looks_back=float(seconds))

    bar(1, 3, "reading")
    bar(1.25, 3, "reading")

    begun, moved = _drawn(terminal)
    assert begun == f"2/3 {say(language, 'step-reading')}"
    assert moved == f"25 % 2/3 {say(language, 'step-reading')} · {left}"


def test_a_bar_is_drawn_seldom_and_forgets_how_slow_it_was(terminal: Terminal) -> None:
    """Ten times a second is enough; a step that comes is drawn at once."""
    clock = iter([0.0, 0.05, 40.0, 50.0, 50.01])
    bar = Movement(partial(say, "en"), lambda: next(clock))

    for done in (0, 0.1, 0.5, 0.75):
        bar(done, 2, "reading")
    bar(1, 2, "finishing")

    assert _drawn(terminal) == [
        "1/2 reading the files",
        "50 % 1/2 reading the files",
        "75 % 1/2 reading the files · 11 s left",
        "2/2 writing the whole folder",
    ]


def test_a_line_that_is_said_makes_the_bar_go(terminal: Terminal) -> None:
    """On a terminal the line begins where the bar stood."""
    note("said")

    assert terminal.readouterr().err == "\r\x1b[2Ksaid\n"


def test_off_a_terminal_nothing_is_shown_and_nothing_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What runs without a person writes its answer alone."""
    with steps_shown("en") as tell:
        assert tell is silent
    note("said")

    assert capsys.readouterr() == ("", "said\n")


def test_on_a_terminal_the_bar_goes_when_the_work_is_done(terminal: Terminal) -> None:
    """Nothing of it stands before the answer."""
    with steps_shown("en") as tell:
        tell(0, 3, "comparing")

    err = terminal.readouterr().err
    assert "1/3 comparing files that were read before" in err
    assert err.endswith("\r\x1b[2K")
