"""Goals and published progress as of any day; never beside credits.

Expected values: practice.md section 7, bangladesh.md section 5, and the pages they name.
"""

from datetime import date

from openjcm.measure.basis import Basis
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.reader import Reader
from openjcm.views.record.addends import Summed, summed_figure
from openjcm.views.record.progress import progress, progress_of


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
    """The newest first; none before July 2018, and one until the end of 2021."""
    assert not progress(public, date(2018, 7, 12)).figures
    assert len(progress(public, date(2021, 1, 1)).figures) == 1
    found = progress(public, date(2026, 1, 1)).figures

    assert [each.measure for each in found] == [
        *("supported-projects", "supported-projects", "issued", "expected", "issued"),
    ]


def test_expected_reductions_are_what_a_goal_is_set_beside(public: Reader) -> None:
    """About 17 million tonnes by 2030 from 176 supported projects."""
    found = progress(public, date(2026, 1, 1)).expected

    assert found is not None
    assert found.amount is not None
    assert (found.amount.amount, found.by, found.projects) == (17_000_000, 2030, 176)
    assert found.about


def test_before_the_first_figure_nothing_is_expected(public: Reader) -> None:
    """None, and no zero."""
    found = progress(public, date(2020, 1, 1))

    assert found.expected is None
    assert found.goals == ()


def test_a_count_of_projects_is_no_amount(public: Reader) -> None:
    """255 in 29 countries, then at least 280 in 31: it is about no tonnes, so none are missing."""
    newest, found, *_ = progress(public, date(2026, 1, 1)).figures

    assert (found.projects, found.partners, found.amount) == (255, 29, None)
    assert (newest.projects, newest.partners, newest.amount) == (280, 31, None)
    assert (found.about, found.at_least, newest.at_least) == (False, False, True)


def test_a_figure_of_credits_stands_beside_what_is_known_here(public: Reader) -> None:
    """11,786 t in 17 issuances by 13 July 2018: the decisions of this record lack 317 of them."""
    figures = progress(public, date(2026, 1, 1)).figures
    printed = [each for each in figures if each.measure == "issued"]

    assert [(each.amount and each.amount.amount, each.cases) for each in printed] == [
        (700_000, None),
        (11_786, 17),
    ]
    assert printed[1].notified_here == Figure(11_786 - 317, Basis.DERIVED)
    assert {each.notified_here for each in figures if each not in printed} == {None}


def test_what_is_known_up_to_a_day_leads_to_its_amounts(public: Reader) -> None:
    """bangladesh.md, section 5: the decisions dated up to 13 July 2018 sum to 11,469."""
    printed = [each for each in progress(public, date(2026, 1, 1)).figures if each.made_of]

    assert [each.made_of[0].figures for each in printed] == [
        ("figures/notified?until=2024-06-30",),
        ("figures/notified?until=2018-07-13",),
    ]
    for each in printed:
        found = summed_figure(public, Summed.NOTIFIED, until=each.state)
        assert found.total == each.notified_here
        assert found.until == each.state
    assert found.total.amount == 11_469
    assert max(each.day for each in found.addends if each.day) == date(2018, 7, 12)
    assert None not in {each.day for each in found.addends} | {each.day for each in found.gaps}


def test_a_figure_of_credits_without_an_amount_is_undisclosed() -> None:
    """It is about tonnes, so they exist and were not printed; a count of projects has none."""
    says = {"measure": "issued", "state": "2013-01-01", "sources": [{"title": "A", "url": "B"}]}

    assert progress_of("issued-2013", says).amount == UNDISCLOSED
