"""Goals and published progress as of any day; never beside credits.

Expected values: practice.md section 7, bangladesh.md section 5, and the pages they name.
"""

from datetime import date

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED
from openjcm.views.reader import Reader
from openjcm.views.record.progress import progress


def test_in_2022_there_was_one_goal(public: Reader) -> None:
    """About 100 million tonnes by fiscal year 2030."""
    (goal,) = progress(public, date(2022, 3, 31)).goals

    assert (goal.fiscal_year, goal.amount.amount) == (2030, 100_000_000)
    assert goal.amount.basis is Basis.PUBLISHED
    assert "1億" in goal.text_ja
    assert goal.sources


def test_since_february_2025_there_are_two(public: Reader) -> None:
    """About 200 million by fiscal year 2040 came to it on 18 February 2025."""
    before = progress(public, date(2025, 2, 17)).goals
    after = progress(public, date(2025, 2, 18)).goals

    assert [goal.fiscal_year for goal in before] == [2030]
    assert [goal.fiscal_year for goal in after] == [2030, 2040]
    assert after[1].amount.amount == 200_000_000


def test_a_figure_is_known_from_its_day_on(public: Reader) -> None:
    """The newest first; none before 2021."""
    assert not progress(public, date(2021, 1, 1)).figures
    found = progress(public, date(2026, 1, 1)).figures

    assert [each.measure for each in found] == ["supported-projects", "issued", "expected"]


def test_expected_reductions_are_what_a_goal_is_set_beside(public: Reader) -> None:
    """About 17 million tonnes by 2030 from 176 supported projects."""
    found = progress(public, date(2026, 1, 1)).expected

    assert found is not None
    assert (found.amount.amount, found.by, found.projects) == (17_000_000, 2030, 176)
    assert found.about


def test_before_the_first_figure_nothing_is_expected(public: Reader) -> None:
    """None, and no zero."""
    found = progress(public, date(2020, 1, 1))

    assert found.expected is None
    assert found.goals == ()


def test_a_count_of_projects_is_no_amount(public: Reader) -> None:
    """255 supported projects in 29 countries: no tonnes were printed."""
    found = progress(public, date(2026, 1, 1)).figures[0]

    assert (found.projects, found.partners, found.amount) == (255, 29, UNDISCLOSED)
    assert not found.about
