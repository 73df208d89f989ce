"""The published shares of the Government of Japan against three ways of rounding one half.

H1 rounds one half of the total up; H2 takes the least strict majority; H3 rounds one half up in
each vintage. Figures: ministry releases of the ten decisions that print one project by itself.
"""

from datetime import date
from fractions import Fraction

import pytest

from openjcm.cycle import Share, Terms, propose_by_financing_share
from openjcm.measure.credits import share_rounded_up
from openjcm.measure.period import Period

HALF = Fraction(1, 2)
GOJ = Share("JP-H-000001-35", "JP", "Government of Japan", is_goj=True)
OTHERS = Share("BD-H-000002-50", "BD", "Others")

# project, total, GoJ, k = 2 GoJ - total, H1 holds, H2 holds
PUBLISHED = [
    ("BD002", 144, 73, 2, False, True),
    ("BD004", 355, 178, 1, True, True),
    ("TH001", 300, 151, 2, False, True),
    ("KE002", 974, 488, 2, False, True),
    ("KH001", 181, 92, 3, False, False),
    ("SA001", 5300, 2650, 0, True, False),
    ("VN005", 189, 95, 1, True, True),
    ("VN004", 151, 76, 1, True, True),
    ("VN008", 2477, 1239, 1, True, True),
    ("TH014", 2017, 1009, 1, True, True),
]


def goj_of(verified: dict[int, int]) -> int:
    """Return what one half, rounded up per vintage, gives to the Government of Japan."""
    terms = Terms(HALF, "up, per calendar year")
    rows = propose_by_financing_share(verified, terms, goj=GOJ, remainder=OTHERS)
    return sum(row.amount for row in rows if row.account == GOJ.recipient_account)


def with_odd_vintages(total: int, odd: int) -> dict[int, int]:
    """Split a total into vintages of which so many are odd: ones, and the even rest."""
    ones = dict.fromkeys(range(2001, 2001 + odd), 1)
    return {**ones, 2000: total - odd}


@pytest.mark.parametrize(("project", "total", "goj", "k", "h1", "h2"), PUBLISHED)
def test_the_three_readings_against_a_published_share(
    project: str,
    total: int,
    goj: int,
    k: int,
    h1: bool,  # noqa: FBT001 - a column of the table
    h2: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """BD-16: k, and whether the share is what H1 and H2 give; H3 is contradicted by none."""
    assert 2 * goj - total == k, project
    assert (share_rounded_up(total, HALF) == goj) is h1
    assert (total // 2 + 1 == goj) is h2
    assert goj_of(with_odd_vintages(total, k)) == goj


@pytest.mark.parametrize(
    ("first", "months", "vintages", "total", "goj", "odd"),
    [
        (date(2017, 3, 1), 29, {2017: 10, 2018: 12, 2019: 7}, 144, 73, 2),
        (date(2016, 6, 1), 38, {2016: 7, 2017: 12, 2018: 12, 2019: 7}, 355, 178, 1),
    ],
    ids=["BD-1", "BD-2"],
)
def test_the_bangladesh_periods_have_enough_vintages_for_their_shares(
    first: date, months: int, vintages: dict[int, int], total: int, goj: int, odd: int
) -> None:
    """Months per vintage are as printed, and there are enough vintages to be odd."""
    period = Period(first, date(2019, 7, 31))

    assert period.months == months
    assert {year: part.months for year, part in period.by_year()} == vintages
    assert odd <= len(vintages)
    assert goj_of(with_odd_vintages(total, odd)) == goj
    assert total - goj == {144: 71, 355: 177}[total]


def test_the_decision_of_28_march_2022_in_total() -> None:
    """BD-3: 499 notified, 251 for the Government of Japan, 248 for others."""
    goj = goj_of(with_odd_vintages(144, 2)) + goj_of(with_odd_vintages(355, 1))

    assert (144 + 355, goj, 144 + 355 - goj) == (499, 251, 248)


def test_one_rounding_of_the_total_does_not_give_the_published_share() -> None:
    """BD-5: one half of 144 is 72, and 73 is published."""
    assert share_rounded_up(144, HALF) == 72


def test_three_odd_vintages_would_give_another_share() -> None:
    """BD-6: with three odd vintages the share of BD004 would be 179, and 178 is published."""
    assert goj_of(with_odd_vintages(355, 3)) == 179
