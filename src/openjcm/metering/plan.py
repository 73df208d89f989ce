"""The monitoring plan as far as meters go: which meters, over which legal days, in whose time."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.measure.legal_time import start_of
from openjcm.measure.period import Period

REGISTER_UNITS = ("Wh",)
INTERVALS = ("month", "day")

_PLAN_KEYS = ("zone", "first", "last", "meter")
_METER_KEYS = ("id", "parameter", "equipment", "register_unit", "expected_interval")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Meter:
    """One meter: the monitored parameter it stands for and the equipment it measures."""

    id: str
    parameter: str
    equipment: str
    register_unit: str = "Wh"
    expected_interval: str = "month"


@dataclass(frozen=True, slots=True)
class YearPart:
    """The part of a period in one calendar year, from the instant ``start`` up to ``until``."""

    year: int
    start: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """Which meters are read over which period, in the legal time of ``zone``."""

    zone: str
    period: Period
    meters: tuple[Meter, ...]

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


def read_plan(path: Path) -> Plan:
    """Read a plan from a TOML file with ``zone``, ``first``, ``last`` and ``[[meter]]`` tables.

    Raises:
        NotFound: there is no such file.
        Malformed: the file is not TOML, or not a plan; all faults at once.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError:
        raise NotFound(f"there is no plan at {path}", code="no-plan", about="plan") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Malformed(
            f"{path.name} is not TOML: {fault}", code="not-toml", about="plan"
        ) from None
    return plan_from(table, place=path.name)


def plan_from(table: Mapping[str, object], *, place: str) -> Plan:
    """Make a plan of a table that was read from TOML.

    Args:
        table: ``zone``, ``first``, ``last`` (both days inside) and a list of ``meter`` tables.
        place: Where the table stands, for the findings.

    Raises:
        Malformed: some of it cannot be read; all faults at once.
    """
    findings = [Finding("plan", place, fault) for fault in _faults(table)]
    if findings:
        raise Malformed(
            f"{place}: {findings[0].message}",
            code="plan-refused",
            about="plan",
            findings=tuple(findings),
        )
    meters = tuple(Meter(**one) for one in cast("list[dict[str, str]]", table["meter"]))
    period = Period(cast("date", table["first"]), cast("date", table["last"]))
    return Plan(str(table["zone"]), period, meters)


def _faults(table: Mapping[str, object]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in _PLAN_KEYS if key not in table)
    yield from (f"{key} is not known in a plan" for key in table if key not in _PLAN_KEYS)
    if "zone" in table and not _is_zone(table["zone"]):
        yield f"zone {table['zone']!r} is not a time zone such as Asia/Dhaka"
    days = [table[key] for key in ("first", "last") if key in table]
    yield from (f"{day!r} is not a day such as 2017-03-01" for day in days if not _is_day(day))
    if len(days) > 1 and all(map(_is_day, days)) and str(days[1]) < str(days[0]):
        yield f"the last day {days[1]} lies before the first day {days[0]}"
    if "meter" in table:
        yield from _faults_of_meters(table["meter"])


def _faults_of_meters(meters: object) -> Iterator[str]:
    if not isinstance(meters, list) or not meters or not all(isinstance(m, dict) for m in meters):
        yield "at least one [[meter]] table is needed"
        return
    seen = set[str]()
    for number, meter in enumerate(meters, start=1):
        yield from (f"meter {number}: {fault}" for fault in _faults_of_meter(meter))
        name = str(meter.get("id", number))
        if name in seen:
            yield f"meter {number}: the id {name!r} stands twice"
        seen.add(name)


def _faults_of_meter(meter: Mapping[str, object]) -> Iterator[str]:
    for key in ("id", "parameter", "equipment"):
        text = meter.get(key)
        if not isinstance(text, str) or not text or text != text.strip() or set(text) & set(',"'):
            yield f"{key} is needed: a text without comma, quotation mark or outer blanks"
    yield from (f"{key} is not known of a meter" for key in meter if key not in _METER_KEYS)
    if meter.get("register_unit", "Wh") not in REGISTER_UNITS:
        yield f"register_unit is one of {', '.join(REGISTER_UNITS)}"
    if meter.get("expected_interval", "month") not in INTERVALS:
        yield f"expected_interval is one of {', '.join(INTERVALS)}"


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_zone(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
