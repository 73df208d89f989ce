"""Partner countries as of any day, in signing order, and one with its totals.

Expected values: data/partner_countries.csv and practice.md, section 7.
"""

from datetime import date

import pytest

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.partners import find_partner, list_partners
from openjcm.views.record.state import today

NOTICE = [
    *("Mongolia", "Bangladesh", "Ethiopia", "Kenya", "Maldives", "Viet Nam", "Lao PDR"),
    *("Indonesia", "Costa Rica", "Palau", "Cambodia", "Mexico", "Saudi Arabia", "Chile"),
    *("Myanmar", "Thailand", "Philippines"),
]


class Nothing:
    """A record in which nothing has been published."""

    def rows(self, sql: str, params: object = None) -> list[dict[str, object]]:
        """Return no row to any question."""
        assert sql or params
        return []


def test_the_notice_of_2022_has_seventeen(public: Reader) -> None:
    """In signing order, as the ministry printed them."""
    found = list_partners(public, date(2022, 3, 31))

    assert [each.name_en for each in found] == NOTICE
    assert [each.order for each in found] == list(range(1, 18))


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2013, 1, 7), 0),
        (date(2013, 1, 8), 1),
        (date(2017, 1, 11), 16),
        (date(2017, 1, 12), 17),
        (date(2022, 12, 31), 25),
        (date(2026, 11, 27), 31),
    ],
)
def test_any_day_works(public: Reader, on: date, count: int) -> None:
    """A country counts from the day of signing on."""
    assert len(list_partners(public, on)) == count


def test_a_row_counts_projects_and_decisions(public: Reader) -> None:
    """Mongolia: 7 projects, 6 of them registered, 7 decisions; India: none of either."""
    found = {each.iso2: each for each in list_partners(public, date(2026, 11, 27))}

    assert (found["MN"].projects, found["MN"].registered, found["MN"].decisions) == (7, 6, 7)
    assert (found["IN"].projects, found["IN"].registered, found["IN"].decisions) == (0, 0, 0)
    assert (found["MN"].known, found["BD"].known) == ("confirmed", "background")


def test_a_country_is_shown_with_its_totals(public: Reader) -> None:
    """Mongolia by its code, in small letters too."""
    found = find_partner(public, "MN")

    assert found.row.name_ja == "モンゴル"
    assert found.total is not None
    assert found.total.notified.amount == 129320
    assert found.methodologies == 4
    assert found.zones == ("Asia/Ulaanbaatar", "Asia/Hovd")
    assert found.sources
    assert found.record.startswith("MN/joint record ")


def test_a_country_without_a_decision_has_no_totals(public: Reader) -> None:
    """None, which is no row of zeros."""
    assert find_partner(public, "IN").total is None


def test_a_country_of_an_empty_record_is_known_all_the_same() -> None:
    """That it signed stands in the rulebook; nothing else is known then."""
    found = find_partner(Nothing(), "KE")

    assert (found.row.order, found.total, found.methodologies) == (4, None, 0)
    assert (found.sources, found.record) == ((), "")


def test_a_country_that_has_not_signed_is_not_found(public: Reader) -> None:
    """France is no partner country."""
    with pytest.raises(NotFound, match="FR"):
        find_partner(public, "FR")


def test_today_is_a_day_in_japan(public: Reader) -> None:
    """By the record's own clock."""
    assert today(public) >= date(2026, 11, 1)
