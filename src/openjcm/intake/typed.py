"""One value that a person types from a meter's face or from a bill, and the batch it becomes.

The batch is a file of one row, as any other; what else was said stands in its note, line by line.
"""

import csv
import io
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from openjcm.intake.arriving import Sent
from openjcm.measure.errors import SchemeError
from openjcm.measure.legal_time import start_of
from openjcm.metering import Plan
from openjcm.metering.arrivals.batch import CLOCK_DRIFT
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.store.database import configured
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Evidence

SOURCES = ("meter", "bill")
"""Where a value may be typed from."""
HEADER = ("meter", "read_at", "value", "entry")
ENTRY = re.compile(r"[A-Za-z0-9_-]{8,40}")
"""What makes the file of one form its own, so that two taps give one batch."""
INVOICE_MAX, REASON_MAX, NOTE_MAX = 100, 200, 500
_VALUE_MAX = 1 << 62
_TEXT_MAX = 40
_NUMBER = re.compile(r"(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?")
_GROUPED = re.compile(r"\d+(?:[.,]\d+){2,}")
_TYPED_FROM = "typed from: "


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, as it was typed; ``turn`` tells the hours that come twice apart."""

    value: str = ""
    source: str = "meter"
    day: str = ""
    clock: str = ""
    turn: str = ""
    invoice: str = ""
    last_day: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in the form that cannot be taken: the field, and what is wrong with it."""

    field: str
    code: str


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value that can be taken.

    ``register`` is in whole last digits, ``value`` as the face shows it, ``read_at`` in the plan's
    legal time. ``invoice`` and ``last_day`` are of a bill; ``reason`` is why nothing shows it.
    ``decimals`` is how many were typed.
    """

    meter: str
    register: int
    value: str
    read_at: datetime
    source: str
    invoice: str = ""
    last_day: str = ""
    reason: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    decimals: int = 0


def read_typed(
    plan: Plan, meter: Meter, typed: Typed, evidence: Sequence[Evidence], *, now: datetime
) -> TypedValue | list[Slip]:
    """Read a form; all that is wrong with it is told at once.

    Args:
        plan: Of the intake.
        meter: Whose value it is.
        typed: What stands in the form.
        evidence: The photos and invoices that show it.
        now: A value after it cannot have been read yet.
    """
    slips = list(_slips_of_texts(typed, evidence))
    register = _register_of(typed.value, meter)
    if isinstance(register, str):
        slips.insert(0, Slip("value", register))
    read_at = _instant_of(plan, meter, typed)
    if isinstance(read_at, Slip):
        slips.append(read_at)
    elif read_at > now + CLOCK_DRIFT:
        slips.append(Slip("last_day" if typed.source == "bill" else "day", "future"))
    if slips or isinstance(register, str) or isinstance(read_at, Slip):
        return slips
    is_bill = typed.source == "bill"
    return TypedValue(
        meter.id,
        register,
        meter.face(register),
        read_at,
        typed.source,
        invoice=_line(typed.invoice) if is_bill else "",
        last_day=typed.last_day if is_bill else "",
        reason="" if evidence else _line(typed.reason),
        note=_line(typed.note),
        evidence=tuple(evidence),
        decimals=len((re.findall(r"[.,](\d+)\s*$", typed.value) or [""])[0]),
    )


def batch_of(typed: TypedValue, entry: str, *, replaces: str = "", sender: str = "") -> Sent:
    """Return the batch that a typed value becomes: the same of one form, however often it is sent.

    Args:
        typed: The value.
        entry: Of the form.
        replaces: The SHA-256 of the batch that it corrects.
        sender: Whose key it came with.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerow((typed.meter, typed.read_at.isoformat(), typed.value, entry))
    said = (
        (_TYPED_FROM, typed.source),
        ("invoice: ", typed.invoice),
        ("last day: ", typed.last_day),
        ("no evidence: ", typed.reason),
        ("note: ", typed.note),
    )
    note = "\n".join(f"{name}{text}" for name, text in said if text)
    return Sent(text.getvalue().encode(), "typed.csv", replaces, typed.evidence, note, sender)


def typed_in(batch: Arrived, plan: Plan) -> TypedValue | None:
    """Return the typed value that a batch holds, with its photo or invoice; None of another batch.

    Raises:
        Conflict: the kept file is not what arrived.
    """
    lines = dict(_parted(line) for line in batch.note.split("\n"))
    source = lines.get(_TYPED_FROM.strip(), "")
    if batch.readings != 1 or source not in SOURCES:
        return None
    kept = FileStore(configured().files).path(batch.sha256)
    rows = list(csv.reader(io.StringIO(kept.read_text("utf-8", errors="replace"))))
    try:
        header, (name, read_at, value, _) = rows
        meter = plan.meter(name)
        at = datetime.fromisoformat(read_at).astimezone(plan.tzinfo)
    except (ValueError, SchemeError):
        return None
    register = _register_of(value, meter)
    if tuple(header) != HEADER or isinstance(register, str):
        return None
    return TypedValue(
        meter.id,
        register,
        value,
        at,
        source,
        invoice=lines.get("invoice:", ""),
        last_day=lines.get("last day:", ""),
        reason=lines.get("no evidence:", ""),
        note=lines.get("note:", ""),
        evidence=batch.evidence,
    )


@dataclass(frozen=True, slots=True)
class TypedBatch:
    """A typed value with the batch that holds it: from the value to its photo, by SHA-256.

    ``replaces`` is the batch that it corrects, ``replaced`` whether a later one corrects it.
    """

    number: int
    sha256: str
    sender: str
    received_at: datetime
    replaces: str | None
    replaced: bool
    typed: TypedValue


def typed_batches(arrived: Sequence[Arrived], plan: Plan) -> Iterator[TypedBatch]:
    """Yield what was typed among all that arrived, in the order of arrival.

    Raises:
        Conflict: a kept file is not what arrived.
    """
    replaced = {each.replaces for each in arrived}
    for each in arrived:
        typed = typed_in(each, plan)
        if typed is not None:
            yield TypedBatch(
                each.number,
                each.sha256,
                each.sender,
                each.received_at,
                each.replaces,
                each.sha256 in replaced,
                typed,
            )


def form_of(typed: TypedValue) -> Typed:
    """Return a form in which a value stands that was taken, to be corrected."""
    return Typed(
        value=typed.value,
        source=typed.source,
        day=typed.read_at.date().isoformat(),
        clock=f"{typed.read_at:%H:%M}",
        turn=str(typed.read_at.fold) if is_twice(typed.read_at) else "",
        invoice=typed.invoice,
        last_day=typed.last_day,
        reason=typed.reason,
        note=typed.note,
    )


def is_twice(wall: datetime) -> bool:
    """Whether the clock on the wall showed this time twice."""
    first, second = (wall.replace(fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


def _slips_of_texts(typed: Typed, evidence: Sequence[Evidence]) -> Iterator[Slip]:
    if typed.source not in SOURCES:
        yield Slip("source", "source")
    if typed.source == "bill" and not _line(typed.invoice):
        yield Slip("invoice", "invoice-blank")
    if not evidence and not _line(typed.reason):
        yield Slip("evidence", "evidence-blank")
    most = (("invoice", INVOICE_MAX), ("reason", REASON_MAX), ("note", NOTE_MAX))
    yield from (Slip(name, "too-long") for name, size in most if len(getattr(typed, name)) > size)


def _register_of(text: str, meter: Meter) -> int | str:
    """Return whole last digits, or what is wrong with what was typed."""
    # What a Japanese keyboard writes wide is the same number; blanks only part its digits.
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _NUMBER.fullmatch(plain) if plain.isascii() else None
    if found is None:
        return _not_a_number(plain)
    decimals = found["decimals"] or ""
    if len(decimals) > meter.digits:
        return "value-decimals" if meter.digits else "value-whole"
    if len(plain) > _TEXT_MAX:
        return "value-too-large"
    register = int(found["whole"] + decimals.ljust(meter.digits, "0"))
    return register if register <= _VALUE_MAX else "value-too-large"


def _not_a_number(plain: str) -> str:
    if not plain:
        return "value-blank"
    if _GROUPED.fullmatch(plain):
        return "value-grouped"
    return "value-negative" if plain[0] in "-\u2212" else "value-not-a-number"


def _instant_of(plan: Plan, meter: Meter, typed: Typed) -> datetime | Slip:
    if typed.source == "bill":
        return _end_of_bill(plan, meter, typed)
    try:
        day = date.fromisoformat(typed.day)
    except ValueError:
        return Slip("day", "day-unreadable")
    try:
        clock = time.fromisoformat(typed.clock).replace(tzinfo=None)
    except ValueError:
        return Slip("clock", "clock-unreadable")
    return _on_the_wall(datetime.combine(day, clock, plan.tzinfo), typed.turn)


def _on_the_wall(wall: datetime, turn: str) -> datetime | Slip:
    """Return the instant at which the clock on the wall showed this."""
    try:
        again = wall.astimezone(UTC).astimezone(wall.tzinfo)
    except OverflowError:
        return Slip("day", "day-unreadable")
    if again.replace(tzinfo=None) != wall.replace(tzinfo=None):
        return Slip("clock", "no-such-time")
    if not is_twice(wall):
        return wall
    return wall.replace(fold=int(turn)) if turn in {"0", "1"} else Slip("clock", "time-twice")


def _end_of_bill(plan: Plan, meter: Meter, typed: Typed) -> datetime | Slip:
    """Return the instant of a bill's value: the end of its last day, or where that interval began.

    A bill's amount stands at one end of its interval, as the plan's ``stamp`` says.
    """
    try:
        last = date.fromisoformat(typed.last_day)
        until = last + timedelta(days=1)
        at = start_of(until, plan.zone)
        if meter.reads is not Reads.REGISTER and meter.stamp == "start":
            at = _began(plan, meter, until, at)
    except (ValueError, OverflowError):
        return Slip("last_day", "day-unreadable")
    return at.astimezone(plan.tzinfo)


def _began(plan: Plan, meter: Meter, until: date, at: datetime) -> datetime:
    if meter.interval is not None:
        return at - meter.interval
    if meter.expected_interval == "day":
        return start_of(until - timedelta(days=1), plan.zone)
    before = until.replace(day=1) - timedelta(days=1)
    day = min(until.day, monthrange(before.year, before.month)[1])
    return start_of(before.replace(day=day), plan.zone)


def _line(text: str) -> str:
    """Return a text as one line without marks that are not seen."""
    said = " ".join(text.split())
    return "".join(each for each in said if unicodedata.category(each)[0] != "C")


def _parted(line: str) -> tuple[str, str]:
    name, mark, text = line.partition(": ")
    return (f"{name}:" if mark else name), text
