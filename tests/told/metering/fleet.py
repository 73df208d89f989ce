"""A fleet of meters whose readings hold faults of every kind, each planted and counted.

The same seed gives the same fleet. Whole last digits throughout; nothing of openjcm works here but
the plan itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from openjcm.measure.period import Period
from openjcm.metering import FaultKind, Meter, Plan, Treatment
from openjcm.metering.plan.faults import TREATMENTS
from openjcm.metering.plan.meter import Calibration, Exchange, Lowers, Reads

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ZONES = ("Asia/Dhaka", "America/Santiago", "Pacific/Palau")
PERIOD = Period(date(2023, 12, 1), date(2024, 1, 10))
DIGITS, RATIO = 3, Decimal(40)
MOST = 5_000
"""The most last digits an hour; what is sound stays below four fifths of it."""
TURN = 1_000_000
HEADER = "meter,read_at,register_kwh"
Reading = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Fleet:
    """A plan, the files of its meters, and how often each fault was planted in each meter."""

    plan: Plan
    now: datetime
    files: dict[str, list[str]]
    planted: Counter[tuple[str, FaultKind]]

    def write(self, folder: Path) -> list[Path]:
        """Write the files."""
        for name, rows in self.files.items():
            text = "\n".join([HEADER, *rows]) + "\n"
            (folder / name).write_text(text, encoding="utf-8")
        return [folder / name for name in self.files]


@dataclass(slots=True)
class Line:
    """The readings of one meter on their way to be spoilt."""

    name: str
    chance: Random
    readings: list[Reading]
    planted: Counter[tuple[str, FaultKind]]
    again: list[Reading] = field(default_factory=list)
    spots: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        step = 24 if len(self.readings) > 100 else 4
        self.spots = list(range(step, len(self.readings) - step, step))
        self.chance.shuffle(self.spots)

    def spot(self) -> int:
        """Return a place with nothing else planted near it."""
        return self.spots.pop() + self.chance.randrange(3)

    def count(self, kind: FaultKind, number: int = 1) -> None:
        """Note that a fault was planted."""
        self.planted[self.name, kind] += number

    def shift(self, at: int, by: int) -> None:
        """Move the register by so much from a reading on."""
        moved = [(when, register + by) for when, register in self.readings[at:]]
        self.readings[at:] = moved

    def set(self, at: int, register: int) -> None:
        """Let one reading show something else."""
        self.readings[at] = (self.readings[at][0], register)


def fleet(seed: int) -> Fleet:
    """Make a fleet with every kind of fault."""
    chance = Random(seed)  # noqa: S311 - examples, not secrets
    zone = chance.choice(ZONES)
    bare = Plan(zone, PERIOD, ())
    start, until = bare.boundaries[0], bare.boundaries[-1]
    planted, meters, files = Counter[tuple[str, FaultKind]](), list[Meter](), dict[str, list[str]]()
    for name, plant in PLANTS.items():
        line = Line(name, chance, _sound(chance, start, until, name), planted)
        meters.append(_meter(chance, name, **plant(line)))
        file = files.setdefault(chance.choice(("one.csv", "two.csv")), [])
        file += _written(name, line.readings)
        files.setdefault("again.csv", []).extend(_written(name, line.again))
    plan = Plan(zone, PERIOD, tuple(meters))
    return Fleet(plan, until + DAY, {name: rows for name, rows in files.items() if rows}, planted)


def _meter(chance: Random, name: str, **said: object) -> Meter:
    rules = {
        kind: chance.choice([each for each in TREATMENTS[kind] if each is not Treatment.REFUSE])
        for kind in FaultKind
    }
    usual: dict[str, object] = {
        "expected_interval": "1h",
        "stuck_after": timedelta(hours=6),
        "capacity": MOST * RATIO.scaleb(-DIGITS),
    }
    return Meter(
        name,
        "EG",
        name,
        register_unit="kWh",
        digits=DIGITS,
        multiplier=RATIO,
        accuracy=Decimal("0.5"),
        lowers=chance.choice(list(Lowers)),
        rules=rules,
        **{**usual, **said},  # type: ignore[arg-type] # each plant names fields of a meter
    )


def _sound(chance: Random, start: datetime, until: datetime, name: str) -> list[Reading]:
    """Return readings with no fault: registers, or amounts where the name says so."""
    is_amount, register = name in {"AMOUNTS", "AVERAGES"}, chance.randrange(10**6, 2 * 10**6)
    every = DAY if name == "DAYS" else HOUR
    hours, readings = every // HOUR, list[Reading]()
    for place in range((until - start) // every + 1):
        amount = chance.randrange(MOST // 5, MOST * 4 // 5) * hours
        register += amount
        readings.append((start + place * every, amount if is_amount else register))
    return readings[1:] if is_amount else readings


def _written(name: str, readings: Sequence[Reading]) -> Iterator[str]:
    for at, register in readings:
        yield f"{name},{at.isoformat()},{Decimal(register).scaleb(-DIGITS):f}"


def _plain(line: Line) -> dict[str, object]:
    del line
    return {}


def _rows(line: Line) -> dict[str, object]:
    for _ in range(line.chance.randint(1, 3)):
        at = line.spot()
        line.readings[at : at + 2] = [line.readings[at + 1], line.readings[at]]
        line.count(FaultKind.OUT_OF_ORDER)
    _doubled(line)
    at = line.spot()
    line.readings.insert(at, line.readings[at])
    line.count(FaultKind.DUPLICATE)
    first, last = min(line.readings), max(line.readings)
    line.readings.insert(0, (first[0] - HOUR, first[1] - 1))
    line.count(FaultKind.OUTSIDE_PERIOD)
    line.readings.append((last[0] + 3 * DAY, last[1] + 7))
    line.count(FaultKind.FUTURE)
    return {}


def _doubled(line: Line) -> None:
    """Let the readings of a while stand in a second file too."""
    at = line.spot()
    line.again = line.readings[at : at + line.chance.randint(2, 9)]
    line.count(FaultKind.DUPLICATE, len(line.again))


def _falls(line: Line) -> dict[str, object]:
    at = line.spot()
    line.shift(at, -500_000)
    line.count(FaultKind.NEGATIVE_STEP)
    for high in (0, 10**8):
        line.set(line.spot(), high + line.chance.randrange(3))
        line.count(FaultKind.NON_MONOTONE)
    return {}


def _resets(line: Line) -> dict[str, object]:
    for _ in range(line.chance.randint(1, 2)):
        at = line.spot()
        line.shift(at, line.chance.randrange(MOST) - line.readings[at][1])
        line.count(FaultKind.RESET)
        # The next one begins after it, or it would lift the register again.
        line.spots = [each for each in line.spots if each > at]
    return {"stuck_after": None}


def _turning(line: Line) -> dict[str, object]:
    for _ in range(line.chance.randint(1, 3)):
        _gap(line)
    turns = [register // TURN for _, register in line.readings]
    line.count(FaultKind.ROLLOVER, turns[-1] - turns[0])
    line.readings = [(at, register % TURN) for at, register in line.readings]
    # A step over a gap and a turn is a rollover, and no gap.
    both = sum(
        1
        for before, after in zip(line.readings, line.readings[1:], strict=False)
        if after[0] - before[0] > HOUR and after[1] < before[1]
    )
    line.count(FaultKind.GAP, -both)
    return {"turns_at": TURN}


def _gap(line: Line) -> None:
    at = line.spot()
    hole = range(at, at + line.chance.randint(1, 4))
    missing = {line.readings[each][0] for each in hole}
    line.readings = [each for each in line.readings if each[0] not in missing]
    line.spots = [each - len(missing) if each > at else each for each in line.spots]
    line.count(FaultKind.GAP)


def _moves(line: Line) -> dict[str, object]:
    at = line.spot()
    line.shift(at, line.chance.randrange(50_000, 10**6))
    line.count(FaultKind.BEYOND_CAPACITY)
    at, hours = line.spot(), line.chance.randint(6, 10)
    level = line.readings[at][1]
    for later in range(at + 1, at + 1 + hours):
        line.set(later, level)
    line.shift(at + 1 + hours, level + 1_000 - line.readings[at + 1 + hours][1])
    line.count(FaultKind.STUCK, 1)
    at, initial = line.spot(), line.chance.randrange(10**6)
    when, final = line.readings[at][0] - HOUR / 2, line.readings[at - 1][1] + 700
    line.shift(at, initial + 300 - line.readings[at][1])
    line.count(FaultKind.EXCHANGE)
    return {"exchanges": (Exchange(when, final, initial),)}


def _uncalibrated(line: Line) -> dict[str, object]:
    day = PERIOD.first + DAY * line.chance.randint(2, 30)
    line.count(FaultKind.OUTSIDE_CALIBRATION, 24)
    _doubled(line)
    calibrations = (
        Calibration(date(2020, 1, 1), day - DAY),
        Calibration(day + DAY, date(2030, 1, 1)),
    )
    return {"calibrations": calibrations}


def _contradicting(line: Line) -> dict[str, object]:
    for _ in range(line.chance.randint(1, 3)):
        at = line.spot()
        when, register = line.readings[at]
        line.readings.insert(at + 1, (when, register + line.chance.randrange(1, 900)))
        line.spots = [each + 1 if each > at else each for each in line.spots]
        line.count(FaultKind.CONTRADICTION)
        line.count(FaultKind.GAP)
    return {}


def _amounts(line: Line) -> dict[str, object]:
    for _ in range(line.chance.randint(1, 3)):
        _gap(line)
    line.set(line.spot(), -line.chance.randrange(1, 900))
    line.count(FaultKind.NEGATIVE_STEP)
    line.set(line.spot(), MOST + line.chance.randrange(1, 900))
    line.count(FaultKind.BEYOND_CAPACITY)
    return {"reads": Reads.INTERVAL}


def _averages(line: Line) -> dict[str, object]:
    _gap(line)
    _doubled(line)
    return {"reads": Reads.AVERAGE}


def _days(line: Line) -> dict[str, object]:
    # The first reading of a year must stand, so nothing is planted there.
    new_year = next(at for at, each in enumerate(line.readings) if each[0].day == 1 and at > 0)
    line.spots = [each for each in line.spots if not each - 1 <= new_year <= each + 7]
    _gap(line)
    line.set(line.spot(), 0)
    line.count(FaultKind.NON_MONOTONE)
    return {"expected_interval": "day", "stuck_after": None}


PLANTS = {
    "PLAIN": _plain,
    "ROWS": _rows,
    "FALLS": _falls,
    "RESETS": _resets,
    "TURNING": _turning,
    "MOVES": _moves,
    "UNCALIBRATED": _uncalibrated,
    "CONTRADICTING": _contradicting,
    "AMOUNTS": _amounts,
    "AVERAGES": _averages,
    "DAYS": _days,
}
