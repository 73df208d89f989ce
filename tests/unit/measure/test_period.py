"""Monitoring periods: both ends counted, cut at each 31 December."""

from datetime import date

import pytest

from openjcm.measure import Malformed, Period

BD002 = Period(date(2017, 3, 1), date(2019, 7, 31))
BD004 = Period(date(2016, 6, 1), date(2019, 7, 31))


def test_months_are_counted_as_in_the_notice() -> None:
    """The notice of 31 March 2022 prints 29 and 38 months."""
    assert (BD002.months, BD004.months) == (29, 38)


def test_both_ends_of_a_period_are_inside_it() -> None:
    """A period of one day has one day."""
    day = date(2020, 2, 29)

    assert (Period(day, day).days, Period(day, day).until) == (1, date(2020, 3, 1))
    assert BD002.days == 883


def test_a_period_is_cut_at_each_year_end() -> None:
    """BD002 falls into the vintages 2017, 2018 and 2019 of 10, 12 and 7 months."""
    parts = dict(BD002.by_year())

    assert {year: part.months for year, part in parts.items()} == {2017: 10, 2018: 12, 2019: 7}
    assert sum(part.days for part in parts.values()) == BD002.days


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (date(2016, 2, 1), date(2016, 2, 29), True),
        (date(2017, 2, 2), date(2017, 2, 28), False),
        (date(2016, 2, 1), date(2016, 2, 28), False),
    ],
)
def test_a_period_of_whole_months_is_told_from_others(
    first: date, last: date, *, whole: bool
) -> None:
    """February has its own last day each year."""
    assert Period(first, last).is_whole_months is whole


def test_periods_that_share_a_day_overlap() -> None:
    """The day after the last is free."""
    after = Period(BD002.until, date(2020, 1, 1))

    assert BD002.overlaps(BD004)
    assert not BD002.overlaps(after)
    assert not after.overlaps(BD002)


def test_a_period_never_ends_before_it_starts() -> None:
    """The refusal names both days."""
    with pytest.raises(Malformed, match=r"2019-01-01 lies before .* 2019-01-02"):
        Period(date(2019, 1, 2), date(2019, 1, 1))
