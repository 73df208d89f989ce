"""The day of a request: at the doors, where a clock may be read, and in Japan's legal time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from openjcm.measure.errors import Malformed

_JAPAN = ZoneInfo("Asia/Tokyo")
# Under which name an address carries the day that a reader chose.
ON = "on"
# And the day up to which decisions are counted.
UNTIL = "until"


def today() -> date:
    """Return today's legal day in Japan, under which pages show what is in force."""
    return day_in_japan(datetime.now(UTC))  # noqa: TID251 - a door reads the clock


def in_japan(at: datetime) -> datetime:
    """Return an instant as clocks in Japan show it."""
    return at.astimezone(_JAPAN)


def day_in_japan(at: datetime) -> date:
    """Return the legal day in Japan of an instant."""
    return in_japan(at).date()


def chosen_day(text: str | None) -> date:
    """Return the day that a reader chose; today where none was chosen, or one to come.

    Raises:
        Malformed: it is not a day.
    """
    now = today()
    return min(day_asked(text, ON) or now, now)


def day_to_come(text: str | None) -> date | None:
    """Return the day that a reader chose where it has not come yet, so that the page says so.

    Raises:
        Malformed: it is not a day.
    """
    asked = day_asked(text, ON)
    return asked if asked and asked > today() else None


def day_asked(text: str | None, name: str) -> date | None:
    """Return the day that stands under a name of an address, None where none does.

    Raises:
        Malformed: it is not a day.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Malformed(
            f"{name}: {text!r} is not a day; write it as 2022-03-31",
            code="day-unreadable",
            about=name,
        ) from error
