"""One published fact with all its versions, and the list of those that stand."""

import pytest

from openjcm.measure.errors import Malformed, NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.facts import KINDS, find_fact, list_facts
from openjcm.views.record.pages import LARGEST_PAGE, every


def test_a_fact_says_what_was_printed_and_where(public: Reader) -> None:
    """With the record that holds it, its legal day and every source."""
    found = find_fact(public, "issuance-decision", "BD-2022-03-28")

    (version,) = found.versions
    assert (found.partnership, found.kind, found.key) == (
        "BD",
        "issuance-decision",
        "BD-2022-03-28",
    )
    assert version.on.isoformat() == "2022-03-28"
    assert version.record.startswith("BD/joint record ")
    assert version.superseded_at is None
    assert version.says["total"] == {"notified": 499, "goj": 251}
    assert [source.key for source in version.sources] == ["moe-2596", "nies-33505", "rechroma-2808"]


@pytest.mark.parametrize(("kind", "key"), [("project", "BD999"), ("rumour", "BD002")])
def test_a_fact_that_is_not_there_is_said_to_be_so(public: Reader, kind: str, key: str) -> None:
    """The refusal lists the kinds there are."""
    with pytest.raises(NotFound, match="kinds are partner, project") as refusal:
        find_fact(public, kind, key)

    assert refusal.value.code == "no-fact"


def test_facts_are_listed_by_kind_and_key(public: Reader) -> None:
    """Of one kind, of one partnership, or all 310."""
    every_one = list_facts(public)
    mongolia = list_facts(public, kind="issuance-decision", partnership="MN")

    assert every_one.total == 310
    assert mongolia.total == 7
    assert mongolia.next is None
    assert [row.key for row in mongolia.items][:2] == ["MN-2016-09-29", "MN-2017-10-24"]
    assert {row.kind for row in every_one.items} <= set(KINDS)


@pytest.mark.parametrize("limit", [1, 100, LARGEST_PAGE])
def test_pages_of_any_size_give_every_fact_once(public: Reader, limit: int) -> None:
    """A cursor begins where the page before it ended."""
    kind = "progress" if limit == 1 else None

    found = every(lambda cursor: list_facts(public, kind=kind, cursor=cursor, limit=limit))

    keys = [(row.kind, row.key) for row in found]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) == (5 if limit == 1 else 310)


@pytest.mark.parametrize(
    ("cursor", "limit", "code"),
    [
        ("%%%", None, "cursor-unreadable"),
        ("WzFd", None, "cursor-unreadable"),
        ("WzEsMl0", None, "cursor-unreadable"),
        (None, 0, "limit-out-of-range"),
        (None, 501, "limit-out-of-range"),
    ],
)
def test_a_page_that_nobody_gave_is_refused(
    public: Reader, cursor: str | None, limit: int | None, code: str
) -> None:
    """A made-up cursor and a limit out of range, each with its code."""
    with pytest.raises(Malformed) as refusal:
        list_facts(public, cursor=cursor, limit=limit)

    assert refusal.value.code == code
