"""What stands of a meter before a value is taken, and what is odd about the value beside it.

The faults are those that a summary of the readings would find with the value among them: the same
relations, worked over one meter. Only what is unusual, and what came for the month already, is
asked here alone.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from openjcm.intake.months import due_window, window_of
from openjcm.intake.summing import arrived_readings
from openjcm.intake.typed import TypedValue
from openjcm.metering import Plan
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import microseconds
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.engine import work
from openjcm.metering.working.finding_faults import make_faults
from openjcm.metering.working.screening.proof import Screened
from openjcm.store.database import reader
from openjcm.store.intakes import Arrived, Intake, standing

UNUSUAL = 3
"""How many times the usual a step must be, or how small a part of it, to be asked about."""
STEPS_MIN, STEPS_MAX = 3, 12
"""How many steps before tell what is usual."""
# A row that nobody sent yet; batches count from 1.
_TYPED = 0
_NOTHING = """
CREATE VIEW reading AS SELECT 0 AS meter, CAST(0 AS BIGINT) AS instant,
    CAST(0 AS BIGINT) AS register, 0 AS file, CAST(0 AS BIGINT) AS row WHERE false
"""
_LAST = """
SELECT meter, max(instant), arg_max(register, instant), count(*) FILTER (WHERE CASE {due} END)
FROM reading GROUP BY meter
"""
_OF_METER = """
CREATE TABLE of_meter AS SELECT 0 AS meter, instant, register, file, row FROM reading
WHERE meter = {meter} AND file <> {without}
"""
_BEFORE = "SELECT instant, register FROM of_meter WHERE instant < {at} ORDER BY instant DESC, file"
_AFTER = "SELECT instant, register FROM of_meter WHERE instant > {at} ORDER BY instant, file"
_SAME = "SELECT register, file FROM of_meter WHERE instant = {at} ORDER BY file DESC"
_OF_MONTH = """
SELECT instant, register, file FROM of_meter WHERE {in_month} AND instant <> {at} ORDER BY instant
"""
_WITH_TYPED = """
CREATE OR REPLACE VIEW reading AS
SELECT meter, instant, register, file, row FROM of_meter WHERE instant <> {at}
UNION ALL SELECT 0, CAST({at} AS BIGINT), CAST({register} AS BIGINT), {typed}, CAST(2 AS BIGINT)
"""
_FOUND = """
SELECT DISTINCT kind, instant, other, shown FROM fault
WHERE place.file = {typed} OR other = {at}
    OR (kind = 'non-monotone' AND instant BETWEEN {before} AND {after})
ORDER BY instant, kind
"""
# Across these the difference of two readings is no step.
_JUMPS = frozenset({"exchange", "rollover"})
_FELL = _JUMPS | {"reset", "negative-step"}
# Nobody who types can change these: they are told, and not asked.
TOLD = frozenset({"gap", "exchange", "outside-calibration"})


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands of a meter: its last value and instant, and whether one is of the month asked.

    ``month`` is by its first day: of an amount the last one that is whole.
    """

    value: str = ""
    read_at: datetime | None = None
    month: date | None = None
    has_month: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something odd about a value: its kind, with another value and instant that tell why.

    ``is_refused`` where the plan refuses it, so that going on is no answer.
    """

    code: str
    value: str = ""
    at: datetime | None = None
    count: int = 0
    is_refused: bool = False

    @property
    def is_told(self) -> bool:
        """Whether it is told only, and nobody has to say that it is right."""
        return self.code in TOLD and not self.is_refused


@dataclass(frozen=True, slots=True)
class Looked:
    """A value beside what stands: the reading before, the step from there, and what is odd.

    ``step`` is in the unit of the register's face, ``counted`` behind the multiplier; both are
    None where no step can be told. ``replaces`` is the batch that holds a value of this instant.
    """

    before: Stands | None
    step: Decimal | None
    counted: Decimal | None
    replaces: Arrived | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class MonthSoFar:
    """What a month comes to so far, between two readings; None where these do not tell it.

    ``month`` is by its first day.
    """

    month: date
    value: Decimal | None
    since: datetime | None
    until: datetime


def ledger_time() -> datetime:
    """Return the instant at which something arrives now."""
    now: datetime = reader().rows("SELECT ledger_now() AS now")[0]["now"]
    return now


def what_stands(
    intake: Intake, plan: Plan, arrived: Sequence[Arrived], *, now: datetime
) -> tuple[Stands, ...]:
    """Return what stands of each meter, in the plan's order; blank of one that nobody read yet."""
    due = [due_window(plan, meter, now) for meter in plan.meters]
    by_meter = " ".join(f"WHEN meter = {at} THEN {each.holds}" for at, each in enumerate(due))
    with _bench(intake, arrived) as bench:
        rows = {row[0]: row for row in bench.rows(_LAST.format(due=by_meter))}
    return tuple(
        Stands(meter.face(rows[at][2]), plan.local(rows[at][1]), due[at].month, bool(rows[at][3]))
        if at in rows
        else Stands(month=due[at].month)
        for at, meter in enumerate(plan.meters)
    )


def looked_at(
    intake: Intake,
    plan: Plan,
    arrived: Sequence[Arrived],
    typed: TypedValue,
    *,
    replaces: str = "",
    now: datetime,
) -> Looked:
    """Set a typed value beside what stands, and ask what is odd about it.

    Args:
        intake: To which it would come.
        plan: Of the intake.
        arrived: What came before.
        typed: The value.
        replaces: The SHA-256 of the batch that it corrects, which counts no longer.
        now: A reading after it bears an instant to come.
    """
    meter = plan.meter(typed.meter)
    beside = _beside(intake, plan, arrived, typed, replaces=replaces, now=now)
    before, same = beside.before, beside.same
    was = next((each for each in arrived if same and each.number == same[0][1]), None)
    questions = [
        *_of_same(meter, typed, same, was, is_correction=bool(replaces)),
        *(_of_fault(plan, meter, *each) for each in beside.found),
        *_of_month(plan, meter, beside.month),
        *_of_usual(meter, typed, before),
        *_of_decimals(meter, typed),
    ]
    codes = {each.code for each in questions}
    if not codes & _FELL:
        # The reading before is then taken to be out of line, which does not say this plainly.
        questions[:0] = _of_lower(meter, typed, before)
    first, step = None, None
    if before:
        first = Stands(meter.face(before[0][1]), plan.local(before[0][0]))
        if meter.reads is Reads.REGISTER and not codes & _JUMPS:
            step = Decimal(typed.register - before[0][1]).scaleb(-meter.digits)
    counted = None if step is None else step * meter.multiplier
    return Looked(first, step, counted, was, tuple(dict.fromkeys(questions)))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Readings of the same meter, and the faults that a value has or brings about among them."""

    before: Sequence[tuple[Any, ...]]
    same: Sequence[tuple[Any, ...]]
    month: Sequence[tuple[Any, ...]]
    found: Sequence[tuple[Any, ...]]


def _beside(
    intake: Intake,
    plan: Plan,
    arrived: Sequence[Arrived],
    typed: TypedValue,
    *,
    replaces: str,
    now: datetime,
) -> _Beside:
    meter = plan.meter(typed.meter)
    corrected = next((each.number for each in arrived if each.sha256 == replaces), -1)
    at = microseconds(typed.read_at)
    with _bench(intake, arrived) as bench:
        bench.run(_OF_METER.format(meter=plan.meters.index(meter), without=corrected))
        before = bench.rows(f"{_BEFORE.format(at=at)} LIMIT {STEPS_MAX + 1}")
        after = bench.rows(f"{_AFTER.format(at=at)} LIMIT 1")
        in_month = window_of(plan, meter, typed.read_at).holds
        near = (before[0][0] if before else at, after[0][0] if after else at)
        same = bench.rows(_SAME.format(at=at))
        month = bench.rows(_OF_MONTH.format(in_month=in_month, at=at))
        bench.run(_WITH_TYPED.format(at=at, register=typed.register, typed=_TYPED))
        found = _faults(bench, replace(plan, meters=(meter,)), at, near, now)
    return _Beside(before, same, month, found)


def month_so_far(
    intake: Intake, plan: Plan, arrived: Sequence[Arrived], typed: TypedValue
) -> MonthSoFar:
    """Return what the month of a value comes to so far: no period quantity, and no total."""
    meter = plan.meter(typed.meter)
    window = window_of(plan, meter, typed.read_at)
    with _bench(intake, arrived) as bench:
        place = plan.meters.index(meter)
        bench.run(_OF_METER.format(meter=place, without=-1))
        rows = bench.rows(f"{_OF_MONTH.format(in_month=window.holds, at=-1)}")
        base = bench.rows(f"{_BEFORE.format(at=window.start + 1)} LIMIT 1")
    until = plan.local(rows[-1][0]) if rows else typed.read_at
    values = [register for _, register, _ in rows]
    if meter.reads is not Reads.REGISTER:
        total = sum(values) * meter.worth
        mean = meter.reads is Reads.AVERAGE and len(values) != 1
        return MonthSoFar(window.month, None if mean or not values else total, None, until)
    line = [*(register for _, register in base), *values]
    if not base or not values or line != sorted(line) or _is_exchanged(meter, base[0][0], rows):
        return MonthSoFar(window.month, None, None, until)
    amount = (line[-1] - line[0]) * meter.worth
    return MonthSoFar(window.month, amount, plan.local(base[0][0]), until)


def _is_exchanged(meter: Meter, since: int, rows: Sequence[tuple[Any, ...]]) -> bool:
    return any(since < microseconds(each.at) <= rows[-1][0] for each in meter.exchanges)


@contextmanager
def _bench(intake: Intake, arrived: Sequence[Arrived]) -> Iterator[Bench]:
    """Open a bench in which ``reading`` stands, empty where nothing came yet."""
    if standing(arrived):
        with arrived_readings(intake, arrived) as bench:
            yield bench
        return
    with (
        tempfile.TemporaryDirectory(prefix="openjcm-readings-") as name,
        workbench(Path(name), []) as bench,
    ):
        bench.run(_NOTHING)
        yield bench


def _faults(
    bench: Bench, plan: Plan, at: int, near: tuple[int, int], now: datetime
) -> list[tuple[Any, ...]]:
    """Return the faults that the value has or brings about, by the relations of a summary."""
    until = microseconds(now)
    work(bench, plan, now=until)
    first, last = (microseconds(plan.boundaries[end]) for end in (0, -1))
    make_faults(bench, plan, Screened(), now=until, first=first, last=last)
    return bench.rows(_FOUND.format(typed=_TYPED, at=at, before=near[0], after=near[1]))


def _of_fault(
    plan: Plan, meter: Meter, kind: str, instant: int, other: int | None, value: int
) -> Question:
    is_refused = meter.treatment(FaultKind(kind)) is Treatment.REFUSE
    if kind in {"gap", "stuck"}:
        since = None if other is None else plan.local(other)
        count = value if kind == "gap" else value // 86400
        return Question(kind, at=since, count=count, is_refused=is_refused)
    return Question(kind, meter.face(value), plan.local(instant), is_refused=is_refused)


def _of_same(
    meter: Meter,
    typed: TypedValue,
    same: Sequence[tuple[Any, ...]],
    was: Arrived | None,
    *,
    is_correction: bool,
) -> Iterator[Question]:
    """Ask about another value of the same instant; one that came among many cannot be corrected."""
    if not same or was is None:
        return
    register = same[0][0]
    if is_correction:
        # A batch takes the place of one other, and this one has its own already.
        yield Question("of-another", meter.face(register), count=was.number, is_refused=True)
    elif was.readings != 1:
        yield Question("of-a-file", meter.face(register), count=was.number, is_refused=True)
    elif register == typed.register:
        yield Question("same-again", meter.face(register), count=was.number)
    else:
        yield Question("corrects", meter.face(register), count=was.number)


def _of_month(plan: Plan, meter: Meter, month: Sequence[tuple[Any, ...]]) -> Iterator[Question]:
    if month and meter.expected_interval == "month":
        instant, register, _ = month[-1]
        yield Question("month-there", meter.face(register), plan.local(instant))


def _of_usual(
    meter: Meter, typed: TypedValue, before: Sequence[tuple[Any, ...]]
) -> Iterator[Question]:
    """Compare a step with the steps before: by time where the register moves on, else as it is."""
    points = [(microseconds(typed.read_at), typed.register), *before]
    if meter.reads is Reads.REGISTER:
        steps = [
            Fraction(value - earlier, at - since)
            for (at, value), (since, earlier) in pairwise(points)
            if at > since
        ]
        span = points[0][0] - points[1][0] if before else 0
    else:
        steps, span = [Fraction(value) for _, value in points], 1
    if len(steps) <= STEPS_MIN or steps[0] < 0:
        return
    usual = median(steps[1:])
    code = "more" if steps[0] > UNUSUAL * usual else "less" if UNUSUAL * steps[0] < usual else ""
    if code and usual > 0:
        step = Decimal(round(usual * span)).scaleb(-meter.digits)
        yield Question(f"unusual-{code}", f"{step:f}")


def _of_lower(
    meter: Meter, typed: TypedValue, before: Sequence[tuple[Any, ...]]
) -> Iterator[Question]:
    if before and typed.register < before[0][1] and meter.reads is Reads.REGISTER:
        yield Question("lower", typed.value)


def _of_decimals(meter: Meter, typed: TypedValue) -> Iterator[Question]:
    """Ask whether the last digits were left out where a register shows more than was typed."""
    if typed.decimals < meter.digits and typed.source == "meter":
        yield Question("fewer-decimals", typed.value)
