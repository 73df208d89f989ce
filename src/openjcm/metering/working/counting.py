"""What is counted of each step, by the rule that the plan declares for its class.

The engine gives classes of steps with exact sums; here a treatment is applied to each sum, in
whole last digits. What was counted, filled and excluded of a meter is set against the span of its
register, which the engine found by another way: from its first and last reading.
"""

import operator
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from openjcm.measure.errors import Finding
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import HOUR_US, Lowers, Meter, Reads
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.working.engine import Engine
from openjcm.metering.working.legal_calendar import period_around

SOUND = "sound"

TALLY = """
SELECT meter, class, part_from, part_to, count(*) AS steps, sum(CAST(change AS DECIMAL(38, 0))),
    sum(CAST(jump AS DECIMAL(38, 0))), sum(CAST(until - since AS DECIMAL(38, 0))),
    min(since), max(until)
FROM step GROUP BY meter, class, part_from, part_to ORDER BY meter, part_from, part_to, class
"""
ENDS = """
SELECT meter, min(instant), max(instant), min_by(register, instant), max_by(register, instant),
    count(*), sum(CAST(register AS DECIMAL(38, 0)))
FROM accepted GROUP BY meter ORDER BY meter
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """Steps of one class between the same parts of the period, added up.

    ``gain`` is how far the register moved on, with what it turned over or was exchanged by.
    """

    meter: int
    kind: str
    part_from: int
    part_to: int
    steps: int
    change: int
    jump: int
    lapse: int
    since: int
    until: int

    @property
    def gain(self) -> int:
        """How far the register truly moved on."""
        return self.change + self.jump


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and last accepted reading of a meter, and how many there are.

    ``total`` is the sum of all values: what an interval meter's readings come to.
    """

    meter: int
    first_at: int
    last_at: int
    first: int
    last: int
    readings: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a gain: counted and filled make the quantity, excluded is the rest of it.

    ``shown`` is the gain as the register shows it, without its falls.
    """

    counted: int = 0
    filled: int = 0
    excluded: int = 0
    shown: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(*map(operator.add, self.parts, other.parts))

    def __sub__(self, other: "Outcome") -> "Outcome":
        return Outcome(*map(operator.sub, self.parts, other.parts))

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """The four amounts, in their order."""
        return self.counted, self.filled, self.excluded, self.shown

    @property
    def withheld(self) -> int:
        """What the register shows and the quantity has not; below zero where it was filled."""
        return self.shown - self.counted - self.filled


@dataclass(slots=True)
class Count:
    """What a meter's readings come to: by part of the period, and by kind of fault and part."""

    by_part: dict[int, Outcome] = field(default_factory=lambda: defaultdict(Outcome))
    by_kind: dict[FaultKind, dict[int, Outcome]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Outcome))
    )
    edges: int = 0
    samples: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    gain: int = 0
    jump: int = 0
    outside: int = 0
    unmetered: int = 0

    def of_kind(self, kind: FaultKind) -> Outcome:
        """Return what became of all steps of a kind, in the period and outside."""
        return sum(self.by_kind[kind].values(), Outcome())


def tallies(engine: Engine) -> list[Tally]:
    """Return the sums of the steps of all meters."""
    return [Tally(row[0], row[1], *map(int, row[2:])) for row in engine.rows(TALLY)]


def ends(engine: Engine) -> dict[int, Ends]:
    """Return the ends of all meters' readings, by the place of the meter in the plan."""
    return {row[0]: Ends(*map(int, row)) for row in engine.rows(ENDS)}


def count(plan: Plan, place: int, sums: Sequence[Tally], end: Ends) -> tuple[Count, list[Finding]]:
    """Apply the plan's treatments to the sums of one meter.

    Returns:
        The count, and what is refused.
    """
    meter, found = plan.meters[place], Count()
    findings = list[Finding]()
    edges = list(_edges(plan, meter, place, end))
    found.edges = len(edges)
    for tally in (*sums, *edges):
        lacks = tally in edges or (
            tally.kind == FaultKind.GAP and meter.reads is not Reads.REGISTER
        )
        outcome = _outcome(meter, tally, findings, lacks=lacks)
        outcome = replace(outcome, shown=max(tally.gain, 0))
        kind = None if tally.kind == SOUND else FaultKind(tally.kind)
        found.gain += tally.gain
        found.jump += tally.jump
        found.unmetered += outcome.filled if lacks else 0
        is_sample = kind is None or (
            kind is not FaultKind.GAP and meter.treatment(kind) is not Treatment.EXCLUDE
        )
        for part, piece in _split(plan, meter, tally, outcome):
            if kind is not None and _is_inside(plan, tally):
                found.by_kind[kind][part] += piece
            if 0 <= part < len(plan.years):
                found.by_part[part] += piece
                if is_sample:
                    found.samples[part] += tally.steps
            else:
                found.outside += piece.counted + piece.filled + piece.excluded
    return found, findings


def _edges(plan: Plan, meter: Meter, place: int, end: Ends) -> Iterator[Tally]:
    """Yield what no reading covers at the ends of the period: a gap of which nothing is known."""
    start, until = (microseconds(plan.boundaries[at]) for at in (0, -1))
    begins, ends_at = _covered(plan, meter, end)
    spans = [(start, min(begins, until)), (max(ends_at, start), until)]
    for since, to in spans:
        if since < to:
            parts = (_part(plan, since), _part(plan, to - 1))
            yield Tally(place, FaultKind.GAP.value, *parts, 1, 0, 0, to - since, since, to)


def _covered(plan: Plan, meter: Meter, end: Ends) -> tuple[int, int]:
    """Return from when until when the readings of a meter tell what flowed."""
    if meter.reads is Reads.REGISTER:
        return end.first_at, end.last_at
    is_late = meter.stamp == "end"
    if meter.interval is not None:
        length = int(meter.interval.total_seconds()) * 1_000_000
        return end.first_at - length * is_late, end.last_at + length * (not is_late)
    first, last = (
        period_around(meter.expected_interval, plan, at - is_late)
        for at in (end.first_at, end.last_at)
    )
    return first[0], last[1]


def _part(plan: Plan, at: int) -> int:
    marks = [microseconds(each) for each in plan.boundaries]
    return sum(1 for mark in marks if at >= mark) - 1


def _is_inside(plan: Plan, tally: Tally) -> bool:
    return tally.part_to >= 0 and tally.part_from < len(plan.years)


def _outcome(meter: Meter, tally: Tally, findings: list[Finding], *, lacks: bool) -> Outcome:
    """Apply the treatment of a class; ``lacks`` says that no reading shows what flowed."""
    if tally.kind == SOUND:
        return Outcome(counted=tally.gain)
    kind = FaultKind(tally.kind)
    treatment = _treatment(meter, kind, lacks=lacks)
    if kind is FaultKind.EXCHANGE and tally.gain < 0:
        findings.append(_refusal(meter, kind, "does not fit the exchange in the plan; correct it"))
    if treatment is Treatment.REFUSE:
        findings.append(
            _refusal(meter, kind, f"stands {tally.steps} times, and the plan refuses it")
        )
    if treatment is Treatment.COUNT:
        return Outcome(counted=tally.gain)
    if treatment is not Treatment.CONSERVATIVE:
        return Outcome(excluded=tally.gain)
    filled = _conservative(meter, kind, tally, findings)
    if kind is FaultKind.OUTSIDE_CALIBRATION:
        return Outcome(counted=filled, excluded=tally.gain - filled)
    return Outcome(filled=filled, excluded=0 if lacks else tally.gain - filled)


def _treatment(meter: Meter, kind: FaultKind, *, lacks: bool) -> Treatment:
    """Return what is done about a kind of fault; there is no difference to count where none is.

    Before the first reading and after the last a register tells nothing, so that counting would be
    leaving out, and that must not raise the credits.
    """
    treatment = meter.treatment(kind)
    if lacks and treatment is Treatment.COUNT:
        return Treatment.CONSERVATIVE if meter.lowers is Lowers.MORE else Treatment.EXCLUDE
    return treatment


def _conservative(meter: Meter, kind: FaultKind, tally: Tally, findings: list[Finding]) -> int:
    """Return the end of what can have flowed that lowers the credits, in whole last digits."""
    if meter.lowers is None:
        said = "is to be filled conservatively: say in the plan whether less or more lowers credits"
        findings.append(_refusal(meter, kind, said))
        return 0
    if kind is FaultKind.OUTSIDE_CALIBRATION:
        return _within_error(meter, tally, findings)
    if meter.lowers is Lowers.LESS:
        return 0
    most = meter.capacity_in_digits
    if most is None:
        said = "is to be filled with the most that can have flowed: say the capacity in the plan"
        findings.append(_refusal(meter, kind, said))
        return 0
    filled = most * Fraction(tally.lapse, HOUR_US)
    return max(-(-filled.numerator // filled.denominator), 0)


def _within_error(meter: Meter, tally: Tally, findings: list[Finding]) -> int:
    """Return a gain less or more by a sound meter's greatest error, so that it lowers credits."""
    if meter.accuracy is None:
        said = "is to be corrected by the meter's error: say its accuracy in percent in the plan"
        findings.append(_refusal(meter, FaultKind.OUTSIDE_CALIBRATION, said))
        return tally.gain
    error = Fraction(meter.accuracy) / 100
    if meter.lowers is Lowers.LESS:
        lower = tally.gain * (1 - error)
        return lower.numerator // lower.denominator
    higher = tally.gain * (1 + error)
    return -(-higher.numerator // higher.denominator)


def _refusal(meter: Meter, kind: FaultKind, said: str) -> Finding:
    return Finding(kind.value, f"meter {meter.id}", f"{kind.value} {said}")


def _split(
    plan: Plan, meter: Meter, tally: Tally, outcome: Outcome
) -> Iterator[tuple[int, Outcome]]:
    """Divide an outcome among the parts of the period that its steps lie in, by time.

    A value to average is no amount: it stays whole in the part in which its instant lies. Each
    amount is cut at the turns in whole last digits; what is rounded off one piece is in the next,
    so that the pieces add up to it.
    """
    if meter.reads is Reads.AVERAGE and tally.kind != FaultKind.GAP:
        yield (tally.part_to if meter.stamp == "end" else tally.part_from), outcome
        return
    if tally.part_from == tally.part_to:
        yield tally.part_from, outcome
        return
    marks = [microseconds(at) for at in plan.boundaries]
    turns = [each for each in marks if tally.since < each < tally.until]
    whole, done = tally.until - tally.since, Outcome()
    for turn in (*turns, tally.until):
        passed = turn - tally.since
        upto = Outcome(*(amount * passed // whole for amount in outcome.parts))
        piece = upto - done
        yield _part(plan, turn - 1), piece
        done = upto


def average(meter: Meter, total: int, samples: int) -> Decimal | None:
    """Return the mean of values in the meter's unit; ``None`` where there are none.

    Rounded to two digits beyond the register's last, half to even: an average is no sum, and need
    not be a finite decimal.
    """
    if samples == 0:
        return None
    scaled = Fraction(total * 100, samples)
    return Decimal(round(scaled)).scaleb(-2) * meter.worth
