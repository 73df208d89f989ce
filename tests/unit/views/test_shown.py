"""Which parts of an answer every door shows."""

from datetime import date

from openjcm.measure.period import Period
from openjcm.views.comparison import Pair
from openjcm.views.shown import shown


def test_a_view_shows_its_fields_and_what_follows_from_them() -> None:
    """Whether two figures agree is worked out, and shown after what was recorded."""
    assert list(shown(Pair)) == ["project_id", "measure", "published", "rehearsed", "agrees"]


def test_what_follows_from_a_value_below_is_its_own_business() -> None:
    """A period shows its two days; its months are for whoever asks."""
    assert shown(Period) == {"first": date, "last": date}
