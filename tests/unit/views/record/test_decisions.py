"""Published decisions: the list with its filters and pages, and one by its key."""

from datetime import date

import pytest

from openjcm.measure.errors import Malformed, NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.decisions import DecisionFilter, find_decision, list_decisions
from openjcm.views.record.pages import every, write_cursor

# data/issuances.csv: the decisions with a day, latest first, then those without one.
DATED = [
    *(
        "PW-2026-05-16",
        "MN-2026-01-24",
        "MV-2025-12-16",
        "TH-2025-10-30",
        "PW-2025-07-26",
        "MN-2025-03-27",
    ),
    *("KH-2023-12-22", "BD-2022-03-28", "MN-2022-02-08", "KE-2021-02-07", "SA-2020-03-05"),
    *("KH-announced-2020-02-28", "ID-2020-01-10", "MV-issued-2019-07-10", "MN-2019-05-17"),
    *("LA-issued-2019-01-22", "MN-2018-11-06", "ID-announced-2018-07-12", "TH-2018-04-20"),
    *("PW-2018-01-30", "MN-2017-10-24", "VN-issued-2017-10-10", "PW-issued-2016-12-22"),
    *("MN-2016-09-29", "ID-announced-2016-05-13"),
]
UNDATED = [
    *("VN-undated-VN008", "VN-undated-VN005", "VN-undated-VN002"),
    *("TH-undated-TH003-TH004", "TH-undated-TH002-TH005"),
]


def _keys(reader: Reader, which: DecisionFilter) -> list[str]:
    return [each.key for each in list_decisions(reader, which).items]


def test_decisions_stand_latest_first_and_those_without_a_day_last(public: Reader) -> None:
    """30 decisions: 25 with a day, 5 without one."""
    page = list_decisions(public)

    assert [each.key for each in page.items] == DATED + UNDATED
    assert (page.total, page.next) == (30, None)


def test_pages_give_each_decision_once(public: Reader) -> None:
    """Also over the border to those without a day, whose cursor has no day either."""
    found = every(lambda cursor: list_decisions(public, cursor=cursor, limit=2))

    assert [each.key for each in found] == DATED + UNDATED


def test_the_total_is_that_of_all_pages(public: Reader) -> None:
    """A page says how many there are in all, and where the next one begins."""
    page = list_decisions(public, DecisionFilter(partner="MN"), limit=3)

    assert (len(page.items), page.total) == (3, 7)
    assert page.next == write_cursor("2022-02-08", "MN-2022-02-08")


def test_decisions_of_a_country(public: Reader) -> None:
    """Palau's four."""
    assert _keys(public, DecisionFilter(partner="PW")) == [
        *("PW-2026-05-16", "PW-2025-07-26", "PW-2018-01-30", "PW-issued-2016-12-22")
    ]


def test_decisions_of_a_year(public: Reader) -> None:
    """By the day that files them: decided, announced or issued."""
    assert _keys(public, DecisionFilter(year=2016)) == [
        *("PW-issued-2016-12-22", "MN-2016-09-29", "ID-announced-2016-05-13")
    ]


def test_decisions_on_a_project(public: Reader) -> None:
    """MN003 stands in two: of 2018 and of 2022."""
    assert _keys(public, DecisionFilter(project="MN003")) == ["MN-2022-02-08", "MN-2018-11-06"]


def test_filters_work_together(public: Reader) -> None:
    """A country's decisions of a year."""
    assert _keys(public, DecisionFilter(partner="MN", year=2018)) == ["MN-2018-11-06"]
    assert not _keys(public, DecisionFilter(partner="BD", year=2018))


def test_a_decision_is_found_by_its_key(public: Reader) -> None:
    """The day that the committee decided, not the day of the announcement."""
    assert find_decision(public, "BD-2022-03-28").decided_on == date(2022, 3, 28)


def test_a_decision_that_was_not_published_is_not_found(public: Reader) -> None:
    """A rehearsal is not among them either."""
    for key in ("BD-2022-03-29", "BD-R-2022-03-28"):
        with pytest.raises(NotFound, match=key):
            find_decision(public, key)


@pytest.mark.parametrize("limit", [0, -1, 501])
def test_a_page_has_between_one_and_five_hundred(public: Reader, limit: int) -> None:
    """Neither none nor everything at once."""
    with pytest.raises(Malformed, match="between 1 and 500"):
        list_decisions(public, limit=limit)
