"""What is dear is done by a few at once: others are told to come again, and pages go on."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from html import unescape
from importlib.resources import files
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from openjcm import intake
from openjcm.cli.serving import THREADS
from openjcm.intake import seats
from openjcm.intake.seats import Busy, Seats
from openjcm.web.drafts import checking
from openjcm.web.pages.record import workbook_files
from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
WORKBOOK = "methodologies/BD_AM002/ver01.0/workbook.xlsx"
DEFINITION = (files("openjcm.web") / "drafts" / "example" / "definition.toml").read_text("utf-8")


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take every seat; who waits is given up at once."""
    monkeypatch.setattr(seats, "SECONDS_WAITED", 0.01)
    with ExitStack() as taken:
        taken.enter_context(checking.SEATS.one())
        taken.enter_context(workbook_files.SEATS.one())
        yield


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_that_finds_no_seat_is_told_to_come_again(client: "Client", language: str) -> None:
    """503 with a time to wait, and the text kept in the form."""
    response = client.post(f"/{language}/methodology-draft", {"definition": DEFINITION})

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    page = unescape(response.content.decode())
    assert SITE.say(language, "draft-problem-busy") in page
    assert DEFINITION in page


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_that_finds_no_seat_is_told_to_come_again(
    client: "Client", language: str
) -> None:
    """503 with a time to wait, and a link to ask the same once more; pages are as always."""
    response = client.get(f"/{language}/{WORKBOOK}?count.system=2")

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    page = unescape(response.content.decode())
    assert SITE.say(language, "refusal-busy") in page
    assert f'href="/{language}/{WORKBOOK}?count.system=2"' in page
    assert client.get(f"/{language}/about").status_code == 200


def test_a_seat_is_given_back(client: "Client", monkeypatch: pytest.MonkeyPatch) -> None:
    """After an answer and after a failure alike, more often than there are seats."""
    asked = [f"/en/{WORKBOOK}?count.system={count}" for count in range(1, 8)]
    assert [client.get(each).status_code for each in asked[:3]] == [200] * 3

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(workbook_files, "workbook", fails)
        assert [client.get(each).status_code for each in asked[3:6]] == [500] * 3
    assert client.get(asked[6]).status_code == 200


def test_one_waits_for_a_seat_and_the_next_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With one seat and one who may wait: the third has no part of a second to wait."""
    monkeypatch.setattr(seats, "SECONDS_WAITED", 5)
    these, may_leave, sat = Seats(1, waiting=1), Event(), []

    def sit(name: str) -> None:
        with these.one():
            sat.append(name)
            may_leave.wait()

    threads = [Thread(target=sit, args=(name,)) for name in ("first", "second")]
    for each in threads:
        each.start()
    while not sat:
        time.sleep(0.01)
    # The other is at the door by then, or one of the two would have had no seat to wait for.
    time.sleep(0.2)
    started = time.monotonic()
    with pytest.raises(Busy), these.one():
        pass
    took = time.monotonic() - started
    alone = list(sat)
    may_leave.set()
    for each in threads:
        each.join()

    assert took < 0.5
    assert len(alone) == 1
    assert sorted(sat) == ["first", "second"]


def test_who_waits_is_given_up_in_a_moment() -> None:
    """In a fifth of a second, whatever the other does."""
    these = Seats(1, waiting=1)
    started = time.monotonic()
    with these.one(), pytest.raises(Busy), these.one():
        pass

    assert time.monotonic() - started < 1


def test_most_threads_are_left_to_those_who_read() -> None:
    """When every seat is taken, and all wait who may."""
    dear = (checking.SEATS, workbook_files.SEATS, intake.SEATS)

    assert [each.threads for each in dear] == [1, 1, 2]
    assert sum(each.threads for each in dear) <= THREADS // 2
