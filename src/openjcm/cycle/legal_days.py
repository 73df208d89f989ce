"""The legal day of an act, and the months that a notice counts.

Pure: the instant comes from the one clock of the record (``store``), never from here.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from openjcm.measure.errors import Finding
from openjcm.measure.legal_time import legal_day
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, Rule

_MONTHS: Mapping[str, Callable[[Period], int]] = MappingProxyType(
    {"calendar months begun": lambda period: period.months}
)


def check_legal_day(
    on: date, *, at: datetime, zone: str, replayed: bool, edition: Edition
) -> list[Finding]:
    """Check that an act is dated on the legal day on which it is recorded.

    Rules: DATED_ON_ITS_LEGAL_DAY.

    Args:
        on: The legal day that the act gives.
        at: The instant of its record.
        zone: The time zone of the partnership, in which its legal days begin.
        replayed: Whether days that are past may be given: in a demonstration, and for facts
            that others published.
        edition: The edition that is in force on the day.
    """
    today = legal_day(at, zone)
    if on == today or (replayed and on < today):
        return []
    allowed = "give that day or an earlier one" if replayed else "give that day"
    return [
        edition.finding(
            Rule.DATED_ON_ITS_LEGAL_DAY,
            f"the act is dated {on}, and it is {today} in {zone}; {allowed}",
            "on",
        )
    ]


def months_in_the_notice(period: Period, *, edition: Edition) -> int:
    """Count the months of a period in the way in which the edition's notices do.

    Rules: MONTHS_IN_THE_NOTICE.

    Raises:
        RuleBroken: the edition does not say how months are counted, or in a way not known here.
    """
    counted = edition.value(Rule.MONTHS_IN_THE_NOTICE).text
    edition.require(
        Rule.MONTHS_IN_THE_NOTICE,
        counted in _MONTHS,
        f"months cannot be counted in the way {counted!r}",
        edition.document,
    )
    return _MONTHS[counted](period)
