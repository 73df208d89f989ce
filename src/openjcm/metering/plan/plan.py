"""The monitoring plan as far as meters go: which meters, over which legal days, in whose time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from openjcm.measure.errors import NotFound
from openjcm.measure.legal_time import start_of
from openjcm.measure.period import Period
from openjcm.metering.plan.meter import Meter, Reads

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class YearPart:
    """The part of a period in one calendar year, from the instant ``start`` up to ``until``."""

    year: int
    start: datetime
    until: datetime


class Turn(StrEnum):
    """What divides a register at the turn of a year, and at the ends of the period."""

    READING = "reading"
    BY_TIME = "by-time"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, by its header; blank: the usual names are tried.

    A table without a column of meters has one column of values for each meter. ``decimal`` is the
    mark before decimals, blank: told by the file; ``missing`` what stands where there is no
    reading, beside the usual marks.
    """

    meter: str = ""
    read_at: str = ""
    value: str = ""
    day_first: bool | None = None
    decimal: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value fixed ex ante that the plan's methodology is worked with; a series has several."""

    symbol: str
    values: tuple[Decimal, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Worked:
    """By which methodology quantities become reductions, and with which fixed values.

    ``worked_by`` is the unofficial template that stands in for it; blank where none does.
    """

    methodology: str
    worked_by: str = ""
    fixed: tuple[Fixed, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Which meters are read over which period, in the legal time of ``zone``.

    ``clock`` is the zone of times that are written without an offset; blank: such times are
    refused. ``turn`` says what divides a register between two years; ``None``: a reading where
    legal days or months are read, time where the interval is shorter than a day. ``worked`` says
    what the quantities are worth; ``None``: nothing is said in tonnes.
    """

    zone: str
    period: Period
    meters: tuple[Meter, ...]
    clock: str = ""
    turn: Turn | None = None
    columns: Columns = Columns()
    worked: Worked | None = None

    @property
    def years(self) -> tuple[YearPart, ...]:
        """The calendar years of the period; each ends at the instant at which the next begins."""
        return tuple(
            YearPart(year, start_of(part.first, self.zone), start_of(part.until, self.zone))
            for year, part in self.period.by_year()
        )

    @property
    def boundaries(self) -> tuple[datetime, ...]:
        """The instants at which a reading of each meter must stand, in order of time."""
        years = self.years
        return (*(part.start for part in years), years[-1].until)

    @property
    def tzinfo(self) -> ZoneInfo:
        """The zone as Python knows it."""
        return ZoneInfo(self.zone)

    def turn_of(self, meter: Meter) -> Turn:
        """Return what divides a meter's register at the turn of a year."""
        if meter.reads is not Reads.REGISTER:
            return Turn.BY_TIME
        if self.turn is not None:
            return self.turn
        is_short = meter.interval is not None and meter.interval < timedelta(days=1)
        return Turn.BY_TIME if is_short else Turn.READING

    def calibrated(self, meter: Meter) -> list[tuple[int, int]]:
        """Return the spans in which a meter is calibrated, in microseconds, both ends inside."""
        return [
            (
                microseconds(start_of(each.first, self.zone)),
                microseconds(start_of(each.last + timedelta(days=1), self.zone)),
            )
            for each in meter.calibrations
        ]

    def meter(self, meter_id: str) -> Meter:
        """Return the meter of this id.

        Raises:
            NotFound: the plan has no such meter.
        """
        for meter in self.meters:
            if meter.id == meter_id:
                return meter
        raise NotFound(f"the plan has no meter {meter_id!r}", code="unknown-meter", about="plan")

    def year(self, year: int) -> YearPart:
        """Return the part of the period in this calendar year.

        Raises:
            NotFound: the period has no day in that year.
        """
        for part in self.years:
            if part.year == year:
                return part
        raise NotFound(f"the period has no day in {year}", code="unknown-year", about="plan")

    def local(self, at: int) -> datetime:
        """Return the instant of a microsecond count, in the legal time of the plan."""
        return (_EPOCH + at * _MICROSECOND).astimezone(self.tzinfo)


def microseconds(instant: datetime) -> int:
    """Count the microseconds of an instant since 1970, exactly."""
    return (instant - _EPOCH) // _MICROSECOND
