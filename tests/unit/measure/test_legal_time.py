"""Legal days in a country's own time."""

from datetime import UTC, date, datetime

import pytest

from openjcm.measure import legal_day, start_of


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2018, 1, 1), "Asia/Dhaka", datetime(2017, 12, 31, 18, tzinfo=UTC)),
        (date(2018, 1, 1), "Asia/Tokyo", datetime(2017, 12, 31, 15, tzinfo=UTC)),
        (date(2018, 1, 1), "UTC", datetime(2018, 1, 1, tzinfo=UTC)),
        # In Sao Paulo this day began at one o'clock: the clock jumped over midnight.
        (date(2018, 11, 4), "America/Sao_Paulo", datetime(2018, 11, 4, 3, tzinfo=UTC)),
    ],
)
def test_a_legal_day_begins_at_midnight_of_its_own_country(
    day: date, zone: str, instant: datetime
) -> None:
    """The vintage of a reading is decided by the host's clock, not by Greenwich's."""
    assert start_of(day, zone) == instant
    assert legal_day(instant, zone) == day


def test_the_last_instant_of_a_year_belongs_to_it() -> None:
    """One microsecond before midnight in Dhaka is still the old vintage."""
    before = datetime(2017, 12, 31, 17, 59, 59, 999999, tzinfo=UTC)

    assert legal_day(before, "Asia/Dhaka") == date(2017, 12, 31)
