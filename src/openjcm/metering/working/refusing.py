"""Where readings contradict each other or the plan, so that no rule can decide: refused."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from openjcm.measure.errors import Finding
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Reads
from openjcm.metering.plan.plan import Plan, Turn, microseconds
from openjcm.metering.working.engine import Engine, Named
from openjcm.metering.working.staging import SHOWN_MAX, place_of

_TWO_VALUES = """
SELECT reading.file, reading.row, reading.meter, reading.instant, reading.register
FROM reading JOIN point ON point.meter = reading.meter AND point.instant = reading.instant
WHERE point.register <> point.highest AND reading.meter IN ({meters})
ORDER BY reading.meter, reading.instant, reading.file, reading.row
LIMIT {shown}
"""
_HOW_MANY = """
SELECT sum(rows) FROM point WHERE register <> highest AND meter IN ({meters})
"""
# Readings within the period, or on both sides of it, tell something about it.
_READ = """
SELECT meter FROM accepted GROUP BY meter
HAVING sum(CASE WHEN instant BETWEEN {start} AND {until} THEN 1 ELSE 0 END) > 0
    OR (min(instant) < {start} AND max(instant) > {until}) ORDER BY meter
"""
_BEYOND = """
SELECT meter, instant, place.file, place.row, register, turns_at, count(*) OVER () AS every
FROM accepted JOIN meter ON meter.position = accepted.meter
WHERE turns_at IS NOT NULL AND register >= turns_at ORDER BY meter, instant LIMIT {shown}
"""
_THERE = "SELECT DISTINCT meter FROM reading ORDER BY meter"
# Two amounts of one time: totals among what they are totals of, or another interval than the
# plan's. A clock that is some seconds off is no overlap.
_OVERLAPPING = """
SELECT meter, instant, place.file, place.row, instant_before, count(*) OVER () AS every FROM (
    SELECT meter, instant, place, interval_us, slot, lag(instant) OVER one AS instant_before,
        lag(slot) OVER one AS slot_before
    FROM accepted WHERE reads = 'interval' WINDOW one AS (PARTITION BY meter ORDER BY instant)
) AS consecutive
WHERE slot = slot_before OR 2 * (instant - instant_before) < interval_us
ORDER BY meter, instant LIMIT {shown}
"""
_BOUNDARY_COLUMNS = (("meter", "INTEGER"), ("turn", "BIGINT"))
# All of them in one query: on a cluster each query has its price.
_NEAR = """
SELECT boundary.meter, turn,
    max(CASE WHEN instant < turn THEN struct_pack(instant := instant, place := place) END),
    min(CASE WHEN instant > turn THEN struct_pack(instant := instant, place := place) END)
FROM boundary JOIN point ON point.meter = boundary.meter
GROUP BY boundary.meter, turn HAVING sum(CASE WHEN instant = turn THEN 1 ELSE 0 END) = 0
ORDER BY boundary.meter, turn
"""
_FALSE = """
SELECT meter, instant, place.file, place.row, before, register, after
FROM beside WHERE out_of_line AND instant IN ({instants})
ORDER BY meter, instant
"""


def contradictions(engine: Engine, sources: Sequence[Named], plan: Plan) -> Iterator[Finding]:
    """Find one instant with two registers: neither can be believed more than the other."""
    refusing = [
        str(place)
        for place, meter in enumerate(plan.meters)
        if meter.treatment(FaultKind.CONTRADICTION) is Treatment.REFUSE
    ]
    asked = {"meters": ", ".join(refusing) or "-1", "shown": SHOWN_MAX}
    rows = engine.rows(_TWO_VALUES.format(**asked))
    for file, row, meter, at, register in rows:
        yield Finding(
            "contradicting-readings",
            place_of(sources, file, row),
            f"{plan.meters[meter].id} shows {plan.meters[meter].face(register)} at "
            f"{plan.local(at).isoformat()}, and "
            "something else in another row; take out the row that is wrong",
        )
    every = int(engine.rows(_HOW_MANY.format(**asked))[0][0] or 0) if rows else 0
    if every > len(rows):
        said = f"{every - len(rows)} more rows have the same fault"
        yield Finding("contradicting-readings", "readings", said)


def missing(
    engine: Engine, sources: Sequence[Named], plan: Plan, screened: Collection[int] = ()
) -> Iterator[Finding]:
    """Find meters without any reading, and instants at which a reading must stand.

    Those that were screened have all that they need.
    """
    start, until = (microseconds(plan.boundaries[at]) for at in (0, -1))
    asked = _READ.format(start=start, until=until)
    read = {*screened, *(meter for (meter,) in engine.rows(asked))}
    there = read if len(read) == len(plan.meters) else {m for (m,) in engine.rows(_THERE)}
    for place, meter in enumerate(plan.meters):
        if place not in read:
            said = f"no row is of the meter {meter.id} of the plan; add its readings"
            if place in there:
                said = (
                    f"no reading of {meter.id} can be taken: all of them lie outside the period, "
                    "bear an instant to come, or contradict each other; add its readings"
                )
            yield Finding("missing-meter", "readings", said)
    turns = [
        (place, microseconds(at))
        for place, meter in enumerate(plan.meters)
        if place in read - {*screened} and plan.turn_of(meter) is Turn.READING
        for at in plan.boundaries
    ]
    engine.table("boundary", _BOUNDARY_COLUMNS, turns)
    for place, at, before, after in engine.rows(_NEAR) if turns else ():
        nearest, where = before or after, "readings"
        if nearest:
            where = place_of(sources, nearest["place"]["file"], nearest["place"]["row"])
        yield Finding(
            "missing-boundary-reading",
            where,
            f"{plan.meters[place].id} has no reading at {plan.local(at).isoformat()} "
            f"({_neighbours(plan, before, after)}); a reading must stand at both ends of the "
            "period and at each turn of a year: add the one of that instant, or say "
            'turn = "by-time" in the plan',
        )


def overlapping(engine: Engine, sources: Sequence[Named], plan: Plan) -> Iterator[Finding]:
    """Find amounts of intervals that overlap, so that what flowed would count twice."""
    if not any(meter.reads is Reads.INTERVAL for meter in plan.meters):
        return
    rows = engine.rows(_OVERLAPPING.format(shown=SHOWN_MAX))
    for meter, at, file, row, before, _ in rows:
        yield Finding(
            "overlapping-intervals",
            place_of(sources, file, row),
            f"{plan.meters[meter].id} has an amount at {plan.local(at).isoformat()} and one at "
            f"{plan.local(before).isoformat()}, less than half of "
            f"{plan.meters[meter].expected_interval} apart; take totals out, or say in the plan "
            "how long an interval is",
        )
    if rows and rows[0][-1] > len(rows):
        said = f"{rows[0][-1] - len(rows)} more rows have the same fault"
        yield Finding("overlapping-intervals", "readings", said)


def beyond_turn(engine: Engine, sources: Sequence[Named], plan: Plan) -> Iterator[Finding]:
    """Find registers that show more than they can before they turn over."""
    if not any(meter.turns_at for meter in plan.meters):
        return
    rows = engine.rows(_BEYOND.format(shown=SHOWN_MAX))
    for place, at, file, row, register, turns_at, _ in rows:
        meter = plan.meters[place]
        yield Finding(
            "beyond-turn",
            place_of(sources, file, row),
            f"{meter.id} shows {meter.face(register)} at {plan.local(at).isoformat()}, and turns "
            f"over at {meter.face(turns_at)} by the plan; correct turns_at",
        )
    if rows and rows[0][-1] > len(rows):
        said = f"{rows[0][-1] - len(rows)} more rows have the same fault"
        yield Finding("beyond-turn", "readings", said)


def _neighbours(plan: Plan, before: Any, after: Any) -> str:  # noqa: ANN401 - structs of the engine
    said = [
        f"the {word} is {plan.local(each['instant']).isoformat()}"
        for word, each in (("last before", before), ("next after", after))
        if each
    ]
    return ", ".join(said)


def false_boundaries(engine: Engine, sources: Sequence[Named], plan: Plan) -> Iterator[Finding]:
    """Find readings at the turn of a year that are out of line with both their neighbours."""
    instants = ", ".join(str(microseconds(at)) for at in plan.boundaries)
    for place, at, file, row, before, register, after in engine.rows(
        _FALSE.format(instants=instants)
    ):
        face = plan.meters[place].face
        if plan.turn_of(plan.meters[place]) is Turn.READING:
            yield Finding(
                "boundary-reading-out-of-line",
                place_of(sources, file, row),
                f"{plan.meters[place].id} shows {face(register)} at {plan.local(at).isoformat()} "
                f"between {face(before)} and {face(after)}; a year cannot be cut there: correct "
                "the reading",
            )
