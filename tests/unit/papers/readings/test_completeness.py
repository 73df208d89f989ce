"""Classes of days, runs of equal ones, and the shapes that show them."""

from datetime import date
from decimal import Decimal

import pytest

from openjcm.papers.readings.completeness import Filling, counts, filling, runs, years_of
from openjcm.papers.readings.report import DaysLine
from openjcm.papers.readings.strips import bars, legend, strip


@pytest.mark.parametrize(
    ("read", "expected", "wanted"),
    [
        (1440, 1440, Filling.WHOLE),
        (1441, 1440, Filling.WHOLE),
        (1439, 1440, Filling.NEARLY),
        (1296, 1440, Filling.NEARLY),
        (1295, 1440, Filling.PARTLY),
        (720, 1440, Filling.PARTLY),
        (719, 1440, Filling.HARDLY),
        (1, 1440, Filling.HARDLY),
        (0, 1440, Filling.NONE),
        (0, 0, Filling.UNEXPECTED),
    ],
)
def test_the_limits_of_the_classes(read: int, expected: int, wanted: Filling) -> None:
    """100 %, 90 %, 50 %, nothing, nothing expected; each limit belongs to the class above."""
    assert filling(read, expected) is wanted


def _line(first: date, *days: tuple[int, int]) -> DaysLine:
    return DaysLine("M", first, tuple(day[0] for day in days), tuple(day[1] for day in days))


def test_equal_days_that_follow_each_other_are_one_run() -> None:
    """Of the class, not of the count: 95 and 94 of 96 are one run."""
    line = _line(date(2018, 1, 1), (96, 96), (95, 96), (94, 96), (0, 96), (96, 96))

    found = [(run.at, run.days, run.filling, run.read, run.expected) for run in runs(line)]

    assert found == [
        (0, 1, Filling.WHOLE, 96, 96),
        (1, 2, Filling.NEARLY, 189, 192),
        (3, 1, Filling.NONE, 0, 96),
        (4, 1, Filling.WHOLE, 96, 96),
    ]
    assert counts(line)[Filling.NEARLY] == 2
    assert counts(line, first=3)[Filling.NEARLY] == 0


def test_days_are_divided_by_calendar_years() -> None:
    """Three days before the turn and one after it; a year in between is whole."""
    line = _line(date(2017, 12, 29), *[(1, 1)] * (3 + 365 + 1))

    assert list(years_of(line)) == [(2017, 0, 3), (2018, 3, 368), (2019, 368, 369)]


def test_what_lacks_of_a_day_hangs_from_its_top() -> None:
    """Form and not colour alone: 2, 4, 6 and 8 of 8 units for the four classes that lack."""
    line = _line(date(2018, 1, 2), (4, 4), (39, 40), (2, 4), (1, 4), (0, 4), (0, 0), (4, 4))

    drawn = strip(line, 2018, 0, 7)

    assert drawn.days == 365
    assert drawn.read == "M1 0h5v8h-5zM7 0h1v8h-1z"
    assert drawn.lacks == "M2 0h1v2h-1zM3 0h1v4h-1zM4 0h1v6h-1zM5 0h1v8h-1z"
    assert drawn.still == "M6 4h1"
    assert drawn.months.startswith("M31 0v8M59 0v8")


def test_a_strip_of_the_second_year_begins_at_its_first_of_january() -> None:
    """Each year has an axis of its own."""
    line = _line(date(2017, 12, 31), (4, 4), (0, 4), (4, 4))

    assert strip(line, 2017, 0, 1).read == "M364 0h1v8h-1z"
    assert strip(line, 2018, 1, 3).read == "M0 0h2v8h-2z"
    assert strip(line, 2018, 1, 3).lacks == "M0 0h1v8h-1z"


def test_a_year_of_complete_days_is_one_shape() -> None:
    """Two hundred meters over a year stay small."""
    line = _line(date(2020, 1, 1), *[(1440, 1440)] * 366)

    assert strip(line, 2020, 0, 366).read == "M0 0h366v8h-366z"
    assert strip(line, 2020, 0, 366).days == 366


def test_each_class_has_a_form_of_its_own_in_the_legend() -> None:
    """No two look alike without colour."""
    drawn = [(each.read, each.lacks, each.still) for each in map(legend, Filling)]

    assert len(set(drawn)) == len(Filling)


def test_the_highest_bar_has_the_whole_height() -> None:
    """A third as much is a third as high; nothing is no bar."""
    assert (
        bars([Decimal(3), Decimal(0), Decimal(1)], 30) == "M0 30h1.6v-30h-1.6zM4 30h1.6v-10h-1.6z"
    )
    assert bars([Decimal(0)], 30) == ""
