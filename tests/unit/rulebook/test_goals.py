"""The policy goals on a day."""

from datetime import date

import pytest

from openjcm.rulebook import goals_on


@pytest.mark.parametrize(
    ("day", "goals"),
    [
        (date(2021, 10, 21), []),
        (date(2022, 3, 28), [(100, 2030)]),
        (date(2025, 2, 17), [(100, 2030)]),
        (date(2025, 2, 18), [(100, 2030), (200, 2040)]),
    ],
)
def test_a_goal_is_in_force_from_the_day_it_was_set(
    day: date, goals: list[tuple[int, int]]
) -> None:
    """The decision of 2022 stands under one goal; since 18 February 2025 there are two."""
    assert [(goal.million_tonnes, goal.fiscal_year) for goal in goals_on(day)] == goals


def test_a_goal_is_worded_in_both_languages() -> None:
    """Each goal has its sentence in English and in Japanese, and a source."""
    for goal in goals_on(date(2026, 1, 1)):
        assert f"{goal.million_tonnes} million t-CO2" in goal.text_en
        assert f"{goal.fiscal_year}年度" in goal.text_ja
        assert goal.source.startswith("https://")
