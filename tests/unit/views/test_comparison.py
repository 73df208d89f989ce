"""Published and rehearsed figures side by side."""

from dataclasses import replace
from datetime import date

import pytest

from openjcm.measure.errors import NotFound
from openjcm.views import comparison as module
from openjcm.views.comparison import Pair, comparison, list_rehearsals
from openjcm.views.reader import Reader
from told.canary import CANARY, PARTNERSHIP


def test_the_story_reproduces_every_published_figure(public: Reader) -> None:
    """Months, notified and Japan's share of both projects, and both totals."""
    found = comparison(public, "BD-R")

    assert [(p.project_id, p.measure, p.published, p.rehearsed) for p in found.pairs] == [
        ("BD002", "months", 29, 29),
        ("BD002", "notified", 144, 144),
        ("BD002", "goj", 73, 73),
        ("BD004", "months", 38, 38),
        ("BD004", "notified", 355, 355),
        ("BD004", "goj", 178, 178),
        ("", "notified", 499, 499),
        ("", "goj", 251, 251),
    ]
    assert found.agrees
    assert (found.published.rehearsal, found.rehearsed.rehearsal) == (False, True)


def test_the_blocks_of_both_registries_are_listed_by_serial_number(public: Reader) -> None:
    """Japan's first; within a registry the serial numbers run on without a gap."""
    serials = comparison(public, "BD-R").first_serials

    assert serials[0] == "REHEARSAL-JP-BD-BD002-2017-1-25"
    assert serials[6] == "REHEARSAL-JP-BD-BD004-2019-219-251"
    assert serials[7] == "REHEARSAL-BD-BD-BD002-2017-1-24"
    assert serials[13] == "REHEARSAL-BD-BD-BD004-2019-216-248"
    assert len(serials) == 14


def test_a_rehearsal_with_other_readings_does_not_agree(public: Reader) -> None:
    """The planted one comes to other amounts and says so; its months are the same."""
    found = comparison(public, PARTNERSHIP)

    assert not found.agrees
    assert {pair.measure: pair.agrees for pair in found.pairs} == {
        "months": True,
        "notified": False,
        "goj": False,
    }
    assert [pair.rehearsed for pair in found.pairs if pair.measure == "notified"] == [
        14531,
        26299,
        40830,
    ]


def test_what_is_not_published_can_neither_agree_nor_disagree(public: Reader) -> None:
    """A pair without a published figure says None, and does not stand in the way."""
    blank = Pair("BD002", "goj", None, 73)
    story = comparison(public, "BD-R")

    assert blank.agrees is None
    assert replace(story, pairs=(*story.pairs, blank)).agrees


def test_a_project_that_was_not_published_is_compared_with_nothing(public: Reader) -> None:
    """A rehearsed line without a published one has only its own figures."""
    story = comparison(public, "BD-R")
    shorter = replace(story.published, lines=story.published.lines[:1])

    pairs = module._pairs(shorter, story.rehearsed)

    assert [pair.published for pair in pairs if pair.project_id == "BD004"] == [None, None, None]


def test_rehearsals_are_listed_with_what_they_rehearse(public: Reader) -> None:
    """The one of the checked-in readings comes first."""
    story, planted = list_rehearsals(public)

    assert (story.key, story.decision) == ("BD-R", "BD-R-2022-03-28")
    assert story.rehearses == planted.rehearses == "BD-2022-03-28"
    assert story.decided_on == date(2022, 3, 28)
    assert story.host.iso2 == "BD"
    assert story.title == "Rehearsal of the first Bangladesh–Japan issuance"
    assert planted.title == f"{CANARY} rehearsal"


@pytest.mark.parametrize("key", ["BD", "BD-2022-03-28", "XX"])
def test_only_a_rehearsal_can_be_compared(public: Reader, key: str) -> None:
    """The published record itself is none."""
    with pytest.raises(NotFound, match="there is no rehearsal") as refusal:
        comparison(public, key)

    assert (refusal.value.code, refusal.value.about) == ("no-rehearsal", key)
