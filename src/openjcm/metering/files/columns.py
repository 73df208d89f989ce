"""Which column of a table holds the meter, the instant and the value, told by its header.

Loggers and spreadsheets name them in many ways. The usual names are known here; a plan names the
others. What two columns could be is not chosen.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from openjcm.measure.errors import Finding
from openjcm.metering.files.clocks import is_instant, is_pattern
from openjcm.metering.files.units import bare, heads_units, is_known, unit_of, wrong_units
from openjcm.metering.plan.meter import Meter
from openjcm.metering.plan.plan import Plan

_METER = frozenset({
    "meter", "meterid", "meterno", "meternumber", "metername", "device", "deviceid", "point",
    "pointid", "tag", "tagname", "channel", "sensor", "id", "serialnumber", "計器", "計器番号",
    "メーター", "メータ", "メーター番号", "計測点", "medidor", "đồnghồ", "côngtơ", "มิเตอร์",
    "meteran", "счётчик", "счетчик", "тоолуур",
})  # fmt: skip
_READ_AT = frozenset({
    "readat", "timestamp", "datetime", "time", "instant", "ts", "readingtime", "readtime",
    "measuredat", "loggedat", "datetimeutc", "utc", "utctime", "dateandtime", "日時", "時刻",
    "計測日時", "測定日時", "年月日時刻", "fechahora", "fechayhora", "zeit", "zeitstempel",
    "horodatage", "thờigian", "ngàygiờ", "วันที่เวลา", "วันเวลา", "waktu", "tanggalwaktu", "датавремя",
    "времядата", "огнооцаг", "সময়",
})  # fmt: skip
_DAY = frozenset({
    "date", "day", "日付", "年月日", "計測日", "fecha", "datum", "ngày", "วันที่", "tanggal", "дата",
    "огноо", "তারিখ",
})  # fmt: skip
_CLOCK = frozenset({
    "time", "clock", "hour", "時刻", "時間", "hora", "uhrzeit", "giờ", "เวลา", "jam", "время",
    "цаг", "সময়",
})  # fmt: skip
_VALUE = frozenset({
    "register", "value", "reading", "readingvalue", "meterreading", "total", "totalizer",
    "cumulative", "energy", "activeenergy", "consumption", "generation", "volume", "amount",
    "指示値", "値", "計測値", "積算値", "測定値", "電力量", "使用量", "発電量", "lectura",
    "valor", "wert", "zählerstand", "zaehlerstand", "index", "chỉsố", "điệnnăng", "ค่า", "พลังงาน",
    "nilai", "energi", "показание", "показания", "значение", "энергия", "заалт", "রিডিং",
})  # fmt: skip
_ZONED = re.compile(
    r"(?<![a-z])(utc|gmt)( ?(?P<sign>[-+−])(?P<hours>\d{1,2})(:?(?P<minutes>\d{2}))?)?(?![a-z])"
    r"|(?<=[a-z])(?-i:UTC)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, by number from 0; ``clock`` is that of a time beside a day.

    ``values`` leads from a column to the plan's meters: to all of them where a column of meters
    stands beside it, and to one where each meter has a column of its own. ``unit`` is a column that
    says the unit of each row.
    """

    meter: int | None
    read_at: int
    clock: int | None
    values: Mapping[int, tuple[Meter, ...]]
    unit: int | None = None

    @property
    def meters(self) -> list[Meter]:
        """The meters whose values it has, or may have."""
        return [meter for meters in self.values.values() for meter in meters]


def columns_of(headers: Sequence[str], plan: Plan, place: str) -> Columns | list[Finding]:
    """Return what the columns under these headers hold, or why that cannot be told."""
    read_at, clock = _instants(headers, plan)
    own: dict[int, tuple[Meter, ...]] = {
        at: (meter,)
        for at, said in enumerate({each.strip(), bare(each).strip()} for each in headers)
        for meter in plan.meters
        if not said.isdisjoint((meter.id, *meter.names))
    }
    meter = None if own else _one(headers, _METER, plan.columns.meter)
    values = own
    if not own and meter is not None:
        at = _value(headers, plan.columns.value, {meter, read_at, clock})
        values = {} if at is None else {at: plan.meters}
    if not own and meter is None and len(plan.meters) == 1:
        at = _value(headers, plan.columns.value, {read_at, clock})
        values = {} if at is None else {at: plan.meters}
    missing = [
        *(["an instant"] if read_at is None else []),
        *(["values"] if not values else []),
    ]
    if read_at is None or missing:
        return [Finding("wrong-header", place, _says(headers, missing, plan))]
    findings = [
        finding
        for at, meters in values.items()
        for finding in wrong_units(
            headers[at], meters, place, is_named=at in own or bool(plan.columns.value)
        )
    ]
    units = [at for at, header in enumerate(headers) if heads_units(header)]
    unit = units[0] if len(units) == 1 and units[0] not in values else None
    return findings or Columns(meter, read_at, clock, values, unit)


def left_out(headers: Sequence[str], columns: Columns) -> list[str]:
    """Return the headers of columns that nothing is read of."""
    read = {columns.meter, columns.read_at, columns.clock, columns.unit, *columns.values}
    return [header for at, header in enumerate(headers) if header.strip() and at not in read]


def said_shift(header: str) -> int | None:
    """Return the microseconds of an offset that a header names, as in ``Time (GMT+06:00)``."""
    found = _ZONED.search(header)
    if found is None:
        return None
    hours, minutes = int(found["hours"] or 0), int(found["minutes"] or 0)
    size = (hours * 60 + minutes) * 60_000_000
    return -size if found["sign"] in {"-", "−"} else size


def is_header(cells: Sequence[str], plan: Plan) -> bool:
    """Whether a row names an instant and something to read at it, and holds none itself."""
    named = [cell for cell in cells if cell.strip()]
    if len(named) < 2 or any(map(is_instant, named)):  # noqa: PLR2004 - an instant and a value
        return False
    read_at, _ = _instants(cells, plan)
    return read_at is not None


def _instants(headers: Sequence[str], plan: Plan) -> tuple[int | None, int | None]:
    if plan.columns.read_at:
        return _named(headers, plan.columns.read_at), None
    day = _one(headers, _DAY)
    clock = _one(headers, _CLOCK)
    if day is not None and clock is not None:
        return day, clock
    read_at = _one(headers, _READ_AT)
    patterns = [at for at, header in enumerate(headers) if is_pattern(header)]
    if read_at is None and day is None and len(patterns) == 1:
        return patterns[0], None
    return (day if read_at is None else read_at), None


def _value(headers: Sequence[str], wanted: str, taken: set[int | None]) -> int | None:
    if wanted:
        return _named(headers, wanted)
    values = _words(_VALUE)
    found = [
        at
        for at, header in enumerate(headers)
        if at not in taken and (_plain(bare(header)) in values or is_known(unit_of(header)))
    ]
    if len(found) == 1:
        return found[0]
    left = [
        at for at, header in enumerate(headers) if at not in taken and header.strip()[:1].isalpha()
    ]
    return left[0] if not found and len(left) == 1 else None


@cache
def _words(known: frozenset[str]) -> frozenset[str]:
    """Return words as headers are compared: letters of some scripts are written in two ways."""
    return frozenset(unicodedata.normalize("NFKC", word).lower() for word in known)


def _one(headers: Sequence[str], known: frozenset[str], wanted: str = "") -> int | None:
    if wanted:
        return _named(headers, wanted)
    words = _words(known)
    found = [at for at, header in enumerate(headers) if _plain(bare(header)) in words]
    return found[0] if len(found) == 1 else None


def _named(headers: Sequence[str], wanted: str) -> int | None:
    found = [at for at, header in enumerate(headers) if header.strip() == wanted.strip()]
    return found[0] if len(found) == 1 else None


def _plain(header: str) -> str:
    plain = unicodedata.normalize("NFKC", header)
    return re.sub(r"[\s_\-./:,&#]", "", _ZONED.sub("", plain) or plain).lower()


def _says(headers: Sequence[str], missing: Sequence[str], plan: Plan) -> str:
    shown = ", ".join(repr(each[:40]) for each in headers[:12])
    asked = " or ".join(missing) or "an instant"
    return (
        f"no column of {shown} is known to hold {asked}; name it in the plan, as in "
        f'columns = {{ meter = "…", read_at = "…", value = "…" }}, or head each column of values '
        f"with its meter, such as {plan.meters[0].id}"
    )
