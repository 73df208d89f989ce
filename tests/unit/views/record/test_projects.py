"""Projects: the public table with filters and orders, and one project in full.

Expected values: data/projects.csv, read by hand.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, NotFound
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.reader import Reader
from openjcm.views.record.pages import every
from openjcm.views.record.projects import (
    Order,
    ProjectFilter,
    Status,
    find_project,
    list_projects,
)


def _count(reader: Reader, which: ProjectFilter) -> int:
    return list_projects(reader, which, limit=1).total


def _ids(reader: Reader, which: ProjectFilter) -> list[str]:
    return [each.id for each in list_projects(reader, which).items]


def test_there_are_as_many_as_in_the_public_table(public: Reader) -> None:
    """147 on 7 June 2026."""
    page = list_projects(public)

    assert (page.total, len(page.items)) == (147, 50)
    assert [each.id for each in page.items[:4]] == ["BD001", "BD002", "BD003", "BD004"]


@pytest.mark.parametrize(
    ("status", "count"),
    [(Status.REGISTERED, 94), (Status.VALIDATION, 49), (Status.WITHDRAWN, 4)],
)
def test_projects_of_a_status(public: Reader, status: Status, count: int) -> None:
    """As the public table prints it."""
    assert _count(public, ProjectFilter(status=status)) == count


@pytest.mark.parametrize(("partner", "count"), [("ID", 40), ("TH", 34), ("SA", 1), ("IN", 0)])
def test_projects_of_a_country(public: Reader, partner: str, count: int) -> None:
    """A country without a project has none; it is no error."""
    assert _count(public, ProjectFilter(partner=partner)) == count


@pytest.mark.parametrize(("year", "count"), [(2014, 1), (2018, 16), (2025, 2), (2013, 0)])
def test_projects_registered_in_a_year(public: Reader, year: int, count: int) -> None:
    """By the day of registration."""
    assert _count(public, ProjectFilter(year=year)) == count


def test_projects_of_a_methodology(public: Reader) -> None:
    """In any version, or in the one that is named."""
    assert _ids(public, ProjectFilter(methodology="BD_AM001")) == ["BD001", "BD002"]
    assert _ids(public, ProjectFilter(methodology="BD_AM001_ver01.0")) == ["BD002"]
    assert _ids(public, ProjectFilter(methodology="ID_AM023_ver01.1")) == ["ID040"]


def test_projects_with_and_without_a_decision_on_credits(public: Reader) -> None:
    """32 numbers stand in data/issuances.csv; the others are the rest."""
    assert _count(public, ProjectFilter(decided=True)) == 32
    assert _count(public, ProjectFilter(decided=False)) == 147 - 32


def test_projects_by_words(public: Reader) -> None:
    """In English or Japanese, together with other filters."""
    assert "BD002" in _ids(public, ProjectFilter(words="冷凍機"))
    assert _ids(public, ProjectFilter(words="solar", partner="MN")) == [
        *("MN003", "MN004", "MN006", "MN007")
    ]


def test_the_newest_registration_first(public: Reader) -> None:
    """Those that are not registered come last."""
    found = every(
        lambda cursor: list_projects(public, order=Order.REGISTERED, cursor=cursor, limit=100)
    )

    assert [each.id for each in found[:3]] == ["PH005", "TH022", "PW005"]
    assert all(each.registered_on is None for each in found[94:])
    assert len(found) == len({each.id for each in found}) == 147


def test_by_title_without_regard_to_case(public: Reader) -> None:
    """Page by page, each once."""
    found = every(lambda cursor: list_projects(public, order=Order.TITLE, cursor=cursor, limit=60))
    ids = [each.id for each in found]

    assert len(ids) == len(set(ids)) == 147
    # "A HIGH EFFICIENCY …" before "Energy Saving …" before "Introduction of 15MW …".
    assert ids.index("MN005") < ids.index("BD001") < ids.index("MN006")


def test_a_cursor_of_another_question_is_refused(public: Reader) -> None:
    """One that no page gave."""
    with pytest.raises(Malformed, match="no page gave it"):
        list_projects(public, cursor="nonsense")


def test_a_row_counts_the_decisions_on_its_credits(public: Reader) -> None:
    """MN001 stands in three."""
    row = next(each for each in list_projects(public, ProjectFilter(partner="MN")).items)

    assert (row.id, row.host.name_ja, row.decisions) == ("MN001", "モンゴル", 3)
    assert row.methodologies == ("MN_AM002_ver01.0",)


def test_a_project_says_who_takes_part(public: Reader) -> None:
    """BD002 as the public table has it, with its Japanese title and its funding."""
    found = find_project(public, "BD002")

    assert found.row.status == "registered"
    assert found.row.registered_on == date(2018, 1, 10)
    assert found.row.title_ja.startswith("衣料品タグ工場")
    assert found.host_participants == ("Next Accessories Ltd.",)
    assert found.japanese_participants[0] == "Nippon Koei Co., Ltd. (Focal Point)"
    assert found.funding is not None
    assert (found.funding.minimum_share, found.funding.operator) == ("1/2", None)
    assert [each.key for each in found.decisions] == ["BD-2022-03-28"]
    assert found.sources[0].licence
    assert found.record.startswith("BD/joint record ")


def test_what_a_project_expects_is_said_where_it_was_printed(public: Reader) -> None:
    """ID015: 742 a year, from the programme's page; BD002: not published."""
    source = "https://gec.jp/jcm/projects/14pro_ina_06/"

    assert find_project(public, "ID015").expected_per_year == Figure(742, Basis.PUBLISHED, source)
    assert find_project(public, "BD002").expected_per_year == UNDISCLOSED


def test_a_project_without_a_note_has_no_funding(public: Reader) -> None:
    """Nothing is made up where nothing was printed."""
    found = find_project(public, "BD003")

    assert (found.funding, found.decisions) == (None, ())


def test_a_project_that_is_not_in_the_table_is_not_found(public: Reader) -> None:
    """A number that nobody has."""
    with pytest.raises(NotFound, match="BD999"):
        find_project(public, "BD999")


def test_a_record_that_is_empty_says_how_it_is_filled() -> None:
    """After a clean installation; the number is not the reader's mistake."""
    with pytest.raises(NotFound, match=r"BD002.*empty here: openjcm facts load"):
        find_project(_Nothing(), "BD002")


class _Nothing:
    """A record in which nothing stands."""

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return no row."""
        assert "published" in sql
        assert params is not None
        return []
