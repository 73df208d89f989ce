"""What a played fleet measures, and in which order its batches are sent; the seed decides all."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from openjcm.measure.legal_time import start_of

_HEADER = "meter,read_at,value"
_MOST_IN_STEP = 100
_FIRST_REGISTER = 10_000
# Of a hundred batches.
_TWICE = 15
_LATE = 10
_LATE_BY = 8
_CUT = 5
_UNHEARD = 5
_CORRECTED = 4


class Fate(StrEnum):
    """What befalls a batch on its way."""

    ARRIVES = "arrives"
    CUT = "cut"
    UNHEARD = "unheard"


@dataclass(frozen=True, slots=True)
class PlayedMeter:
    """A meter that is played; ``digits`` are the decimals of its values."""

    name: str
    digits: int
    is_register: bool = True


@dataclass(frozen=True, slots=True)
class Play:
    """What is played: from which day, how many, how often is read, how much goes in a batch."""

    zone: str
    first: date
    days: int
    every: timedelta
    batch: timedelta
    seed: int = 0
    has_faults: bool = False


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault that was put into the readings: its kind in a report's words, meter, instant."""

    kind: str
    meter: str
    at: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to hand a batch over; ``replaces`` is the SHA-256 of the one that it corrects."""

    name: str
    content: bytes
    replaces: str = ""
    fate: Fate = Fate.ARRIVES
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """All that is sent, in its order; what was planted; and every reading that counts, as a table.

    ``late`` and ``corrected`` count batches.
    """

    deliveries: tuple[Delivery, ...]
    planted: tuple[Planted, ...]
    table: bytes
    readings: int
    late: int
    corrected: int
    stopped: str


@dataclass(slots=True)
class _Batch:
    """A batch before it is sent: its lines, and when its last reading was taken."""

    meter: str
    begins: datetime
    lines: list[str] = field(default_factory=list)
    place: float = 0.0

    @property
    def name(self) -> str:
        return f"{self.meter}-{self.begins:%Y%m%dT%H%M}.csv"

    @property
    def content(self) -> bytes:
        return _table(self.lines)


def script_of(meters: Sequence[PlayedMeter], play: Play) -> Script:
    """Write what a fleet sends. The same fleet, play and seed give the same to the last byte."""
    chance = Random(play.seed)  # noqa: S311 - a play, and no secret
    batches, planted = list[_Batch](), list[Planted]()
    for meter in meters:
        found = list(_batches(meter, play, chance))
        if play.has_faults:
            planted += _plant(meter, found, chance)
        batches += found
    for place, each in enumerate(sorted(batches, key=lambda each: (each.begins, each.meter))):
        each.place = place
    stopped = chance.choice(meters).name
    late = _delay(batches, stopped, chance)
    batches.sort(key=lambda each: (each.place, each.meter, each.begins))
    deliveries, corrected = _deliveries(batches, chance)
    ordered = sorted(batches, key=lambda each: (each.meter, each.begins))
    lines = [line for each in ordered for line in each.lines]
    return Script(
        deliveries=tuple(deliveries),
        planted=tuple(planted),
        table=_table(lines),
        readings=len(lines),
        late=late,
        corrected=corrected,
        stopped=stopped,
    )


def _batches(meter: PlayedMeter, play: Play, chance: Random) -> Iterator[_Batch]:
    zone = ZoneInfo(play.zone)
    start = start_of(play.first, play.zone)
    until = start_of(play.first + timedelta(days=play.days), play.zone)
    count = (until - start) // play.every
    # A register is read at both ends; an interval's amount at its end.
    first = 0 if meter.is_register else 1
    shown = chance.randrange(_FIRST_REGISTER)
    batch: _Batch | None = None
    for at in range(first, count + 1):
        read_at = start + at * play.every
        moved = chance.randrange(_MOST_IN_STEP)
        shown = shown + moved if meter.is_register else moved
        begins = start + (read_at - start) // play.batch * play.batch
        if batch is None or batch.begins != begins.astimezone(zone):
            if batch is not None:
                yield batch
            batch = _Batch(meter.name, begins.astimezone(zone))
        batch.lines.append(_line(meter, read_at.astimezone(zone), shown))
    if batch is not None:
        yield batch


def _line(meter: PlayedMeter, read_at: datetime, shown: int) -> str:
    return f"{meter.name},{read_at.isoformat()},{Decimal(shown).scaleb(-meter.digits):f}"


def _table(lines: Sequence[str]) -> bytes:
    return "\n".join([_HEADER, *lines, ""]).encode()


def _plant(meter: PlayedMeter, batches: list[_Batch], chance: Random) -> Iterator[Planted]:
    """Put a duplicate and a gap into a meter's batches, where there is room for them."""
    inside = [each for each in batches[1:-1] if len(each.lines) > 2]  # noqa: PLR2004 - its middle
    if len(inside) < 2:  # noqa: PLR2004 - one for each
        return
    doubled, gapped = chance.sample(inside, 2)
    at = chance.randrange(len(doubled.lines))
    doubled.lines.insert(at, doubled.lines[at])
    yield Planted("duplicate", meter.name, _instant(doubled.lines[at]))
    before = gapped.lines[0]
    del gapped.lines[1]
    yield Planted("gap", meter.name, _instant(before))


def _instant(line: str) -> str:
    return line.split(",")[1]


def _delay(batches: list[_Batch], stopped: str, chance: Random) -> int:
    """Let some batches be late, and one meter be cut off for a third of the time."""
    last = max(each.place for each in batches)
    late = 0
    for each in batches:
        is_cut_off = each.meter == stopped and last / 3 <= each.place < 2 * last / 3
        if is_cut_off:
            each.place = 2 * last / 3 + 0.5
            late += 1
        elif chance.randrange(100) < _LATE:
            each.place += chance.randrange(1, _LATE_BY) + 0.5
            late += 1
    return late


def _deliveries(batches: Sequence[_Batch], chance: Random) -> tuple[list[Delivery], int]:
    sent: list[tuple[float, int, Delivery]] = []
    wrong = {chance.randrange(len(batches))}
    wrong |= {at for at in range(len(batches)) if chance.randrange(100) < _CORRECTED}
    for at, each in enumerate(batches):
        replaces = ""
        if at in wrong:
            first = _table([_misread(each.lines[0]), *each.lines[1:]])
            replaces = hashlib.sha256(first).hexdigest()
            sent.append((at, len(sent), Delivery(each.name, first)))
        delivery = Delivery(each.name, each.content, replaces, _fate(chance))
        # A correction comes some time after what it corrects.
        place = at + (chance.randrange(1, _LATE_BY) if replaces else 0)
        sent.append((place, len(sent), delivery))
        if chance.randrange(100) < _TWICE:
            again = Delivery(each.name, each.content, replaces, is_again=True)
            sent.append((place + chance.randrange(_LATE_BY), len(sent), again))
    return [each for _, _, each in sorted(sent, key=lambda each: each[:2])], len(wrong)


def _fate(chance: Random) -> Fate:
    drawn = chance.randrange(100)
    if drawn < _CUT:
        return Fate.CUT
    return Fate.UNHEARD if drawn < _CUT + _UNHEARD else Fate.ARRIVES


def _misread(line: str) -> str:
    """Return a line whose value is ten times what it should be."""
    head, _, value = line.rpartition(",")
    return f"{head},{Decimal(value) * 10 + 10:f}"
