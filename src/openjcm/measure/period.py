"""Legal days: monitoring periods with both ends counted, and their calendar years.

Pure dates. Which instant begins a day is the business of ``legal_time``.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from openjcm.measure.errors import Malformed

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of legal days, ``first`` and ``last`` both inside it.

    Raises:
        Malformed: the last day lies before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Malformed(
                f"period: the last day {self.last} lies before the first day {self.first}",
                code="period-ends-before-it-starts",
                about="period",
            )

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def until(self) -> date:
        """The first day after the period."""
        return self.last + timedelta(days=1)

    @property
    def months(self) -> int:
        """Number of calendar months begun, as the ministry's notice counts them.

        Reading 0002: the published notices give only periods of whole months
        (1 Mar 2017 - 31 Jul 2019 is 29); a month that is only begun counts as one.

        >>> Period(date(2017, 3, 1), date(2019, 7, 31)).months
        29
        """
        years = self.last.year - self.first.year
        return years * _MONTHS_A_YEAR + self.last.month - self.first.month + 1

    @property
    def is_whole_months(self) -> bool:
        """Whether it runs from the first of a month to the last of one."""
        return self.first.day == 1 and self.last.day == monthrange(*self._end)[1]

    @property
    def _end(self) -> tuple[int, int]:
        return self.last.year, self.last.month

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def by_year(self) -> Iterator[tuple[int, "Period"]]:
        """Cut at each 31 December: (vintage, the part of the period in that year)."""
        for year in range(self.first.year, self.last.year + 1):
            first = max(self.first, date(year, 1, 1))
            last = min(self.last, date(year, 12, 31))
            yield year, Period(first, last)
