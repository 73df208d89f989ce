"""Read a monitoring plan from TOML; everything that is wrong is said at once, with the fix."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.measure.legal_time import start_of
from openjcm.measure.period import Period
from openjcm.measure.quantity import unit
from openjcm.metering.plan.faults import TREATMENTS, FaultKind, Treatment
from openjcm.metering.plan.meter import Calibration, Exchange, Lowers, Meter, Reads, length_of
from openjcm.metering.plan.plan import Columns, Fixed, Plan, Turn, Worked

CALENDAR = ("month", "day")
DIGITS_MAX = 12
YEARS = (1970, 2200)
"""The years in which a period may lie."""
_NUMBER_MAX = Decimal(10) ** 18
_PERCENT_MAX = 100

_PLAN_KEYS = ("zone", "first", "last", "meter")
_PLAN_MORE = ("clock", "turn", "columns", "rules", "methodology")
_WORKED_KEYS = ("id", "worked_by", "fixed")
_COLUMN_KEYS = ("meter", "read_at", "value", "day_first", "decimal", "missing")
_METER_TEXTS = ("id", "parameter", "equipment")
_METER_KEYS = (
    *_METER_TEXTS, "register_unit", "expected_interval", "reads", "digits", "multiplier",
    "turns_at", "capacity", "stuck_after", "accuracy", "lowers_credits", "stamp", "names", "rules",
    "exchange", "calibration", "checks", "tolerance",
)  # fmt: skip
_TEXT_MAX = 200
_COLUMN_KINDS: dict[str, tuple[type, str]] = {
    "day_first": (bool, "true or false"),
    "decimal": (str, 'the mark before decimals, "," or "."'),
    "missing": (list, "a list of what stands where there is no reading, such as 9999"),
}
_OPEN = "#?"


def read_plan(path: Path) -> Plan:
    """Read a plan from a TOML file with ``zone``, ``first``, ``last`` and ``[[meter]]`` tables.

    Raises:
        NotFound: there is no such file.
        Malformed: the file is not TOML, or not a plan; all faults at once.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text, parse_float=Decimal)
    except OSError:
        raise NotFound(f"there is no plan at {path}", code="no-plan", about="plan") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Malformed(
            f"{path.name} is not TOML: {fault}", code="not-toml", about="plan"
        ) from None
    _refuse_open(text, path.name)
    return plan_from(table, place=path.name)


def _refuse_open(text: str, place: str) -> None:
    """Refuse a plan that was made from a workbook and not yet answered: lines that begin ``#?``."""
    findings = [
        Finding("plan-open", f"{place} line {number}", f"still open: {line[2:].strip()}")
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith(_OPEN)
    ]
    if findings:
        raise Malformed(
            f"{place}: {len(findings)} lines are still open; write each value and take {_OPEN} "
            "away, or remove the line where that is right which holds if it is absent",
            code="plan-open",
            about="plan",
            findings=tuple(findings),
        )


def plan_from(table: Mapping[str, Any], *, place: str) -> Plan:
    """Make a plan of a table that was read from TOML, or of the same as JSON keeps it.

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
    zone = str(table["zone"])
    rules = table.get("rules", {})
    return Plan(
        zone,
        Period(cast("date", table["first"]), cast("date", table["last"])),
        tuple(_meter(each, rules, zone) for each in table["meter"]),
        clock=str(table.get("clock", "")),
        turn=Turn(table["turn"]) if "turn" in table else None,
        columns=_columns(table.get("columns", {})),
        worked=_worked(table["methodology"]) if "methodology" in table else None,
    )


def recorded_plan(said: Mapping[str, Any]) -> Plan:
    """Read a plan as a record keeps it: days as text.

    Raises:
        Malformed: some of it cannot be read; all faults at once.
    """
    days = {name: date.fromisoformat(said[name]) for name in ("first", "last")}
    return plan_from({**said, **days}, place="plan")


def _columns(table: Mapping[str, Any]) -> Columns:
    return Columns(**{**table, "missing": tuple(table.get("missing", ()))})


def _worked(table: Mapping[str, Any]) -> Worked:
    fixed = tuple(
        Fixed(symbol, tuple(_decimals(each["value"])), each["unit"])
        for symbol, each in table.get("fixed", {}).items()
    )
    return Worked(table["id"], table.get("worked_by", ""), fixed)


def _meter(table: Mapping[str, Any], rules: Mapping[str, str], zone: str) -> Meter:
    digits = int(table.get("digits", 0))
    turns_at = table.get("turns_at")
    return Meter(
        id=table["id"],
        parameter=table["parameter"],
        equipment=table["equipment"],
        register_unit=table.get("register_unit", "Wh"),
        expected_interval=table.get("expected_interval", "month"),
        reads=Reads(table.get("reads", "register")),
        digits=digits,
        multiplier=_decimal(table.get("multiplier", 1)) or Decimal(1),
        turns_at=None if turns_at is None else _whole(turns_at, digits),
        capacity=_decimal(table.get("capacity")),
        stuck_after=length_of(table["stuck_after"]) if "stuck_after" in table else None,
        accuracy=_decimal(table.get("accuracy")),
        lowers=Lowers(table["lowers_credits"]) if "lowers_credits" in table else None,
        stamp=table.get("stamp", "end"),
        names=tuple(table.get("names", ())),
        exchanges=tuple(_exchange(each, zone, digits) for each in table.get("exchange", ())),
        calibrations=tuple(map(_calibration, table.get("calibration", ()))),
        rules={
            FaultKind(kind): Treatment(done)
            for kind, done in {**rules, **table.get("rules", {})}.items()
        },
        checks=table.get("checks", ""),
        tolerance=_decimal(table.get("tolerance", 0)) or Decimal(0),
    )


def _exchange(table: Mapping[str, Any], zone: str, digits: int) -> Exchange:
    final, initial = (cast("int", _whole(table[key], digits)) for key in ("final", "initial"))
    return Exchange(cast("datetime", _instant(table["at"], zone)), final, initial)


def _calibration(table: Mapping[str, Any]) -> Calibration:
    first, last = (cast("date", _day(table[key])) for key in ("first", "last"))
    return Calibration(first, last, table.get("certificate", ""))


def _faults(table: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in _PLAN_KEYS if key not in table)
    yield from (
        f"{key} is not known in a plan" for key in table if key not in _PLAN_KEYS + _PLAN_MORE
    )
    if "zone" in table and not _is_zone(table["zone"]):
        yield f"zone {table['zone']!r} is not a time zone such as Asia/Dhaka"
    if table.get("clock") and not _is_zone(table["clock"]):
        yield f"clock {table['clock']!r} is not a time zone such as Asia/Dhaka"
    if "turn" in table and table["turn"] not in list(Turn):
        yield f"turn is one of {', '.join(Turn)}"
    days = [table[key] for key in ("first", "last") if key in table]
    yield from (
        f"{day} lies beyond the years {YEARS[0]} to {YEARS[1]}"
        for day in days
        if _is_day(day) and not YEARS[0] <= day.year <= YEARS[1]
    )
    yield from (f"{day!r} is not a day such as 2017-03-01" for day in days if not _is_day(day))
    if len(days) > 1 and all(map(_is_day, days)) and str(days[1]) < str(days[0]):
        yield f"the last day {days[1]} lies before the first day {days[0]}"
    yield from _faults_of_columns(table.get("columns", {}))
    yield from _faults_of_rules(table.get("rules", {}))
    yield from _faults_of_methodology(table.get("methodology", {"id": "none"}))
    if "meter" in table:
        yield from _faults_of_meters(table["meter"])


def _faults_of_columns(columns: object) -> Iterator[str]:
    if not isinstance(columns, dict):
        yield 'columns is a table such as { meter = "Device", read_at = "Time" }'
        return
    for key, value in columns.items():
        wanted, said = _COLUMN_KINDS.get(key, (str, "a header's text"))
        if key not in _COLUMN_KEYS:
            yield f"columns.{key} is not one of {', '.join(_COLUMN_KEYS)}"
        elif not isinstance(value, wanted):
            yield f"columns.{key} is {said}"
        elif key == "decimal" and value not in {",", "."}:
            yield f"columns.decimal is {said}"
        elif key == "missing" and not _are_texts(value):
            yield f"columns.missing is {said}"


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each for each in value)


def _faults_of_rules(rules: object) -> Iterator[str]:
    if not isinstance(rules, dict):
        yield 'rules is a table such as { gap = "conservative" }'
        return
    for kind, done in rules.items():
        if kind not in list(FaultKind):
            yield f"rules.{kind} is no kind of fault; there are {', '.join(FaultKind)}"
        elif done not in [str(each) for each in TREATMENTS[FaultKind(kind)]]:
            allowed = " or ".join(TREATMENTS[FaultKind(kind)])
            yield f"rules.{kind} is {allowed}"


def _faults_of_methodology(table: object) -> Iterator[str]:
    if not isinstance(table, dict) or not isinstance(table.get("id"), str):
        yield 'methodology is a table with an id, such as { id = "BD_AM002_ver01.0" }'
        return
    yield from (f"methodology.{key} is not known" for key in table if key not in _WORKED_KEYS)
    fixed = table.get("fixed", {})
    if not isinstance(fixed, dict):
        yield "methodology.fixed holds one table for each fixed value"
        return
    for symbol, each in fixed.items():
        if not isinstance(each, dict) or not isinstance(each.get("unit"), str):
            yield f"methodology.fixed.{symbol} has value and unit"
        elif None in _decimals(each.get("value")):
            yield f"methodology.fixed.{symbol}: value is a number, or a list of numbers"


def _decimals(value: object) -> list[Decimal]:
    """Return one number or several; one that is none is ``None``."""
    every = value if isinstance(value, list) else [value]
    return cast("list[Decimal]", [_decimal(each) for each in every])


def _faults_of_meters(meters: object) -> Iterator[str]:
    if not isinstance(meters, list) or not meters or not all(isinstance(m, dict) for m in meters):
        yield "at least one [[meter]] table is needed"
        return
    seen = set[str]()
    for number, meter in enumerate(meters, start=1):
        yield from (f"meter {number}: {fault}" for fault in _faults_of_meter(meter))
        names = meter.get("names", [])
        for name in (str(meter.get("id", number)), *(names if isinstance(names, list) else [])):
            if name in seen:
                yield f"meter {number}: the id {name!r} stands twice"
            seen.add(name)
    for number, meter in enumerate(meters, start=1):
        if meter.get("checks") and meter["checks"] not in {each.get("id") for each in meters}:
            yield f"meter {number}: checks names no meter of the plan"
        elif meter.get("checks") and meter["checks"] == meter.get("id"):
            yield f"meter {number}: checks names the meter itself; name the one that it checks"


def _faults_of_meter(meter: Mapping[str, Any]) -> Iterator[str]:
    for key in _METER_TEXTS:
        text = meter.get(key)
        if not isinstance(text, str) or not text or text != text.strip() or set(text) & set(',"'):
            yield f"{key} is needed: a text without comma, quotation mark or outer blanks"
    yield from (f"{key} is not known of a meter" for key in meter if key not in _METER_KEYS)
    if not _is_unit(meter.get("register_unit", "Wh")):
        yield "register_unit is a unit such as Wh, kWh, MWh, GJ, m3, Nm3, t, L, h or degC"
    every = meter.get("expected_interval", "month")
    if every not in CALENDAR and (not isinstance(every, str) or length_of(every) is None):
        yield "expected_interval is one of month, day, or a length such as 1min, 15min or 1h"
    for key, known in (("reads", Reads), ("lowers_credits", Lowers)):
        if key in meter and meter[key] not in list(known):
            yield f"{key} is one of {', '.join(known)}"
    if meter.get("stamp", "end") not in ("end", "start"):
        yield "stamp is one of end, start"
    yield from _faults_of_numbers(meter)
    if "stuck_after" in meter and length_of(str(meter["stuck_after"])) is None:
        yield "stuck_after is a length such as 12h or 3d"
    names = meter.get("names", [])
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        yield "names is a list of texts"
    yield from _faults_of_rules(meter.get("rules", {}))
    yield from _faults_of_averages(meter)
    yield from _faults_of_lists(meter)


def _faults_of_averages(meter: Mapping[str, Any]) -> Iterator[str]:
    rules = meter.get("rules", {})
    gap = rules.get("gap") if isinstance(rules, dict) else None
    if meter.get("reads") == Reads.AVERAGE and gap in (Treatment.CONSERVATIVE, Treatment.COUNT):
        yield "rules.gap of values to average is exclude or refuse: a mean is of what was read"


def _faults_of_numbers(meter: Mapping[str, Any]) -> Iterator[str]:
    digits = meter.get("digits", 0)
    if not isinstance(digits, int) or isinstance(digits, bool) or not 0 <= digits <= DIGITS_MAX:
        yield f"digits is a whole number from 0 to {DIGITS_MAX}: the decimals of the register"
        digits = 0
    for key in ("multiplier", "capacity", "accuracy", "tolerance", "turns_at"):
        number = _decimal(meter[key]) if key in meter else Decimal(1)
        if number is None or not 0 < number < _NUMBER_MAX:
            yield f"{key} is a number above 0 and below 10^18"
        elif key == "accuracy" and key in meter and number > _PERCENT_MAX:
            yield "accuracy is the greatest error in percent, at most 100"
        elif key == "turns_at" and key in meter and _whole(meter[key], digits) is None:
            yield f"turns_at has more decimals than digits = {digits} says"


def _faults_of_lists(meter: Mapping[str, Any]) -> Iterator[str]:
    for key in ("exchange", "calibration"):
        if not isinstance(meter.get(key, []), list):
            yield f"{key} is a list of tables: [[meter.{key}]]"
            return
    for each in meter.get("exchange", ()):
        wanted = {"at", "final", "initial"}
        if not isinstance(each, dict) or set(each) != wanted or _instant(each["at"], "UTC") is None:
            yield "exchange has at (day or instant), final and initial (what the registers showed)"
        elif None in (_whole(each[key], meter.get("digits", 0)) for key in ("final", "initial")):
            yield "exchange: final and initial are numbers, with no more decimals than digits"
    for each in meter.get("calibration", ()):
        days = [_day(each.get(k)) for k in ("first", "last")] if isinstance(each, dict) else [None]
        if None in days or set(each) - {"first", "last", "certificate"}:
            yield "calibration has first and last, the days on which it was valid, and certificate"
        elif str(days[1]) < str(days[0]):
            yield f"calibration: its last day {days[1]} lies before its first day {days[0]}"


def _decimal(value: object) -> Decimal | None:
    """Return a number that TOML or JSON wrote; ``None`` where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = Decimal(value)
    except ArithmeticError:
        return None
    return number if number.is_finite() and len(str(value)) <= _TEXT_MAX else None


def _whole(value: object, digits: int) -> int | None:
    number = _decimal(value)
    if number is None:
        return None
    scaled = number.scaleb(digits)
    return int(scaled) if scaled == scaled.to_integral_value() else None


def _instant(value: object, zone: str) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))
    return start_of(value, zone) if isinstance(value, date) else None


def _day(value: object) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_unit(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(unit(value))
    except Malformed:
        return False


def _is_zone(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
