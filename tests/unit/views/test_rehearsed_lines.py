"""The walk of a rehearsed notice's line: its blocks, each of which leads on to its readings."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.stories.walks import credit_walk
from openjcm.views import walks
from openjcm.views.notice import Funding, Notice
from openjcm.views.notices import find_notice
from openjcm.views.published import funding_of
from openjcm.views.reader import Reader
from openjcm.views.stations import share
from openjcm.views.walk import Fact
from openjcm.views.walks import walk_published
from told.stage import Told

DECISION = "BD-R-2022-03-28"
FUNDING = Funding("A programme", None, None, None, "1/2", "0001", None)


def test_the_walk_lists_every_block_of_the_project_by_vintage(public: Reader) -> None:
    """Both registries, Japan first, as whole numbers that sum to what was notified."""
    first, *_ = walk_published(public, DECISION, "BD002").steps

    (table,) = first.tables
    assert (table.caption, table.basis) == ("blocks", Basis.RECONSTRUCTED)
    assert table.headings == ("serial", "vintage", "side", "amount", "holder", "status")
    assert [(row[0], row[1], row[2], row[3]) for row in table.rows] == [
        ("REHEARSAL-JP-BD-BD002-2017-1-25", "2017", "JP", "25"),
        ("REHEARSAL-BD-BD-BD002-2017-1-24", "2017", "BD", "24"),
        ("REHEARSAL-JP-BD-BD002-2018-26-55", "2018", "JP", "30"),
        ("REHEARSAL-BD-BD-BD002-2018-25-54", "2018", "BD", "30"),
        ("REHEARSAL-JP-BD-BD002-2019-56-73", "2019", "JP", "18"),
        ("REHEARSAL-BD-BD-BD002-2019-55-71", "2019", "BD", "17"),
    ]
    assert {row[4] for row in table.rows if row[2] == "JP"} == {"Government of Japan (rehearsal)"}
    assert {row[5] for row in table.rows} == {"holding"}


def test_every_block_of_the_list_can_be_walked(public: Reader, story: Told) -> None:
    """A serial number in the list is one that the walk of a block knows."""
    (table,) = walk_published(public, DECISION, "BD004").steps[0].tables

    for row in table.rows:
        assert credit_walk(public, row[0], files=story.files, partnership="BD-R").heading == row[0]


def test_a_rehearsal_never_says_that_something_is_not_public(public: Reader) -> None:
    """REHEARSAL_IS_APART: nothing of it is published, and nothing of it is hidden."""
    found = walk_published(public, DECISION, "BD004")

    assert found.rehearsal
    assert found.steps[0].stem == "serial"
    assert [step.missing for step in found.steps if step.missing] == []
    named = {"decision", "programme"}
    bases = {each.basis for step in found.steps for each in step.facts if each.label not in named}
    assert bases == {Basis.RECONSTRUCTED}


def test_a_line_whose_credits_are_not_issued_yet_says_so(
    ask: Callable[[Told], Reader], halfway: Told
) -> None:
    """Both sides are notified; no registry has issued."""
    first, *_ = walk_published(ask(halfway), DECISION, "BD002").steps

    assert (first.stem, first.tables, first.missing) == ("serial", (), "not-yet-issued")


def _funded(notice: Notice, funding: Funding | None) -> Notice:
    return replace(notice, lines=tuple(replace(line, funding=funding) for line in notice.lines))


@pytest.mark.parametrize("funding", [FUNDING, None])
def test_the_share_is_said_where_the_funding_is_known(
    public: Reader, monkeypatch: pytest.MonkeyPatch, funding: Funding | None
) -> None:
    """FINANCING_SHARE: the fraction and the reading that rounds it, or no word of either."""
    notice = _funded(find_notice(public, DECISION), funding)
    monkeypatch.setattr(walks, "find_notice", lambda _reader, _key: notice)

    found = walk_published(public, DECISION, "BD002")

    allocation = [step.facts for step in found.steps if step.stem == "allocation"]
    said = (
        Fact("programme", "A programme"),
        Fact("share", "1/2, reading 0001", Basis.RECONSTRUCTED),
    )
    assert allocation == ([said] if funding else [])


@pytest.mark.parametrize(
    ("funding", "said"),
    [
        (None, []),
        (replace(FUNDING, minimum_share=None), []),
        (replace(FUNDING, programme=None), ["1/2, reading 0001"]),
        (replace(FUNDING, programme=None, rounding_reading=None), ["1/2"]),
    ],
)
def test_of_a_share_only_what_is_known_is_said(funding: Funding | None, said: list[str]) -> None:
    """Every field of a funding may be unknown."""
    assert [fact.value for fact in share(funding, Basis.PUBLISHED)] == said


@pytest.mark.parametrize(
    ("project", "funding"),
    [
        ({}, None),
        ({"funding": None}, None),
        (
            {"funding": {"minimum_share": "1/2"}},
            Funding(None, None, None, None, "1/2", None, None),
        ),
    ],
)
def test_the_funding_is_read_as_it_was_recorded(
    project: dict[str, Any], funding: Funding | None
) -> None:
    """A field that was not recorded is unknown."""
    assert funding_of(project) == funding
