"""What is worked out from readings, said once, for every engine.

Each relation is a SELECT over those before it, in the SQL that DuckDB and Apache Spark share
(Spark gets it translated, word for word). It begins at ``reading(meter, instant, register, file,
row)``: a place in the plan, microseconds since 1970, whole last digits, and where that stands.
Everything stays a whole number; sums are 38 digits wide, so they are exact and do not depend on
order. What is done about a fault is not decided here but in ``counting``: here each step is only
given its class.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from openjcm.metering.plan.meter import HOUR_US, Meter, Reads
from openjcm.metering.plan.plan import Plan, Turn, microseconds

FAR = 1 << 62
"""An instant after all others."""
_WIDE = "DECIMAL(38, 0)"


@dataclass(frozen=True, slots=True)
class Relation:
    """A named SELECT; ``is_kept`` says that several others read it, so that it is worked once."""

    name: str
    select: str
    is_kept: bool = False


def relations(plan: Plan, *, now: int = FAR, apart: Collection[int] = ()) -> Iterator[Relation]:
    """Yield the relations from ``point`` to ``step``, each after those that it reads.

    Args:
        plan: Whose meters and instants the relations know.
        now: Microseconds since 1970; a reading after it bears a stamp to come.
        apart: Places of meters whose readings are left out.
    """
    yield Relation("point", _POINT.format(which=but("meter", apart)), is_kept=True)
    yield Relation("kept", _KEPT.format(now=now))
    yield Relation("slotted", _SLOTTED.format(era=_era(plan)))
    is_exchanged = any(meter.exchanges for meter in plan.meters)
    partition = "meter, era" if is_exchanged else "meter"
    yield Relation("beside", _BESIDE.format(partition=partition), is_kept=True)
    yield Relation("accepted", _ACCEPTED)
    stands = any(meter.stuck_after for meter in plan.meters)
    yield Relation("moved", _MOVED, is_kept=stands)
    yield Relation("standing", _STANDING, is_kept=stands)
    yield Relation("measured", _STILL if stands else _NEVER_STILL)
    yield Relation("amount", _AMOUNT)
    yield Relation("lacking", _LACKING)
    yield Relation("classed", _CLASSED.format(jump=_jump(plan), uncalibrated=_uncalibrated(plan)))
    yield Relation(
        "step",
        _STEP.format(of_since=part_sql(plan, "since", "<"), of_until=part_sql(plan, "until", "<=")),
        is_kept=True,
    )


_POINT = """
SELECT meter, instant, min(register) AS register, max(register) AS highest, count(*) AS rows,
    min(struct_pack(file := file, row := row)) AS place
FROM reading WHERE {which} GROUP BY meter, instant
"""

# Two values at one instant, and stamps to come, are nobody's neighbours.
_KEPT = """
SELECT point.meter, reads, interval_us, every, late, instant, register, place
FROM point JOIN meter ON meter.position = point.meter
WHERE register = highest AND instant <= {now} AND instant >= meter.low AND instant <= meter.high
"""

# Legal days and months have no fixed length: their slots are numbered in a table.
_SLOTTED = """
SELECT kept.*, {era} AS era, slot.number AS slot, slot.start AS slot_start,
    slot.until AS slot_until
FROM kept LEFT JOIN slot ON slot.every = kept.every
    AND kept.instant - kept.late >= slot.start AND kept.instant - kept.late < slot.until
"""

# A single reading above or below both its neighbours, which agree with each other, is out of
# line: a misread digit, or a zero sent while the line was down. Counting its rise would make
# tonnes out of nothing. A register that was exchanged has no neighbour beyond the exchange.
_BESIDE = """
SELECT *, reads = 'register' AND coalesce(
        before <= after AND (register > after OR register < before), false) AS out_of_line
FROM (
    SELECT *, lag(register) OVER one AS before, lead(register) OVER one AS after,
        row_number() OVER (PARTITION BY meter ORDER BY instant) AS nth
    FROM slotted WINDOW one AS (PARTITION BY {partition} ORDER BY instant)
) AS neighbours
"""

_ACCEPTED = """
SELECT meter, era, instant, register, place, reads, interval_us, late, slot, slot_start,
    slot_until, nth
FROM beside WHERE NOT out_of_line
"""

# A reading that is out of line still stands there: what lacks is what should stand between two
# readings less what does.
_MOVED = """
SELECT meter, era, era_before, since, instant AS until, before, register, place, step_nth,
    register - before AS change,
    CASE WHEN interval_us = 0 THEN slot - slot_before
        ELSE (2 * (instant - since) + interval_us) // (2 * interval_us) END
        - (nth - nth_before) AS missing
FROM (
    SELECT *, lag(instant) OVER one AS since, lag(register) OVER one AS before,
        lag(era) OVER one AS era_before, lag(slot) OVER one AS slot_before,
        lag(nth) OVER one AS nth_before, row_number() OVER one AS step_nth
    FROM accepted WHERE reads = 'register' WINDOW one AS (PARTITION BY meter ORDER BY instant)
) AS followed WHERE since IS NOT NULL
"""

# Steps without movement that follow each other have the same difference of their two numbers.
_STANDING = """
SELECT meter, until, since,
    step_nth - row_number() OVER (PARTITION BY meter ORDER BY until) AS island
FROM moved WHERE change = 0
"""

_STILL = """
SELECT moved.*, coalesce(run.still, 0) AS still, run.still_since
FROM moved LEFT JOIN (
    SELECT standing.meter, standing.until, whole.still, whole.still_since
    FROM standing JOIN (
        SELECT meter, island, sum(until - since) AS still, min(since) AS still_since
        FROM standing GROUP BY meter, island
    ) AS whole ON whole.meter = standing.meter AND whole.island = standing.island
) AS run ON run.meter = moved.meter AND run.until = moved.until
"""

_NEVER_STILL = "SELECT *, 0 AS still, since AS still_since FROM moved"

# The value of an interval is a step of its own: what flowed between its ends.
_AMOUNT = """
SELECT meter, instant, register, place, slot, interval_us,
    CASE WHEN interval_us = 0 THEN slot_start
        WHEN late = 1 THEN instant - interval_us ELSE instant END AS since,
    CASE WHEN interval_us = 0 THEN slot_until
        WHEN late = 1 THEN instant ELSE instant + interval_us END AS until
FROM accepted WHERE reads <> 'register'
"""

_LACKING = """
SELECT meter, until_before AS since, since AS until, place,
    CASE WHEN interval_us = 0 THEN slot - slot_before - 1
        ELSE (since - until_before) // interval_us END AS missing
FROM (
    SELECT *, lag(until) OVER one AS until_before, lag(slot) OVER one AS slot_before
    FROM amount WINDOW one AS (PARTITION BY meter ORDER BY instant)
) AS consecutive
WHERE until_before IS NOT NULL AND since > until_before
"""

# One class a step, the first that fits.
_CLASSED = f"""
SELECT meter, since, until, before, register, place, change, still, still_since,
    CASE WHEN class = 'rollover' THEN turns_at
        WHEN class = 'exchange' THEN {{jump}} ELSE 0 END AS jump,
    class, missing
FROM (
    SELECT one.*, turns_at, {{uncalibrated}} AS uncalibrated, CASE
        WHEN one.era <> one.era_before THEN 'exchange'
        WHEN change < 0 AND turns_at IS NOT NULL AND CAST(change + turns_at AS {_WIDE}) * {HOUR_US}
            <= CAST(coalesce(capacity, turns_at // 10) AS {_WIDE})
                * CASE WHEN capacity IS NULL THEN {HOUR_US} ELSE until - since END THEN 'rollover'
        WHEN change < 0 AND meter.reads = 'register' AND (capacity IS NULL
            OR CAST(register AS {_WIDE}) * {HOUR_US}
                <= CAST(capacity AS {_WIDE}) * (until - since)) THEN 'reset'
        WHEN change < 0 AND meter.reads <> 'average' THEN 'negative-step'
        WHEN capacity IS NOT NULL AND meter.reads <> 'average'
            AND CAST(change AS {_WIDE}) * {HOUR_US} > CAST(capacity AS {_WIDE}) * (until - since)
            THEN 'beyond-capacity'
        WHEN {{uncalibrated}} THEN 'outside-calibration'
        WHEN change = 0 AND stuck_us > 0 AND still >= stuck_us THEN 'stuck'
        WHEN missing > 0 THEN 'gap'
        ELSE 'sound' END AS class
    FROM (
        SELECT meter, era, era_before, since, until, before, register, place, change, still,
            still_since, missing
        FROM measured
        UNION ALL
        SELECT meter, 0, 0, since, until, 0, register, place, register, 0, since, 0
        FROM amount
        UNION ALL
        SELECT meter, 0, 0, since, until, 0, 0, place, 0, 0, since, missing FROM lacking
    ) AS one JOIN meter ON meter.position = one.meter
) AS decided
"""

_STEP = """
SELECT *, {of_since} AS part_from, {of_until} AS part_to FROM classed
"""


def _era(plan: Plan) -> str:
    """Count the exchanges of a meter's register up to an instant."""
    counts = [
        f"WHEN kept.meter = {place} THEN "
        + " + ".join(
            f"CASE WHEN kept.instant >= {microseconds(each.at)} THEN 1 ELSE 0 END"
            for each in meter.exchanges
        )
        for place, meter in enumerate(plan.meters)
        if meter.exchanges
    ]
    return f"CASE {' '.join(counts)} ELSE 0 END" if counts else "0"


def _jump(plan: Plan) -> str:
    """Say by how much exchanged registers fell at the exchanges within a step."""
    jumps = [
        f"WHEN meter = {place} AND since < {microseconds(each.at)} AND until >= "
        f"{microseconds(each.at)} THEN {each.final - each.initial}"
        for place, meter in enumerate(plan.meters)
        for each in meter.exchanges
    ]
    return f"CASE {' '.join(jumps)} ELSE 0 END" if jumps else "0"


def _uncalibrated(plan: Plan) -> str:
    """Say whether either end of a step lies outside the validity of all calibrations."""
    outside = [
        f"WHEN one.meter = {place} THEN NOT ({_within('since', spans)}) "
        f"OR NOT ({_within('until', spans)})"
        for place, meter in enumerate(plan.meters)
        if (spans := plan.calibrated(meter))
    ]
    return f"CASE {' '.join(outside)} ELSE false END" if outside else "false"


def _within(what: str, spans: Sequence[tuple[int, int]]) -> str:
    return " OR ".join(f"({what} >= {start} AND {what} <= {until})" for start, until in spans)


def but(meter: str, apart: Collection[int]) -> str:
    """Return SQL that is true of all meters but those apart."""
    return f"{meter} NOT IN ({', '.join(map(str, sorted(apart)))})" if apart else "true"


def part_sql(plan: Plan, what: str, under: str) -> str:
    """Number the part of the period in which an end of a step lies; -1 before, the last after."""
    ends = [microseconds(at) for at in plan.boundaries]
    cases = [f"WHEN {what} {under} {at} THEN {place - 1}" for place, at in enumerate(ends)]
    return f"CASE {' '.join(cases)} ELSE {len(ends) - 1} END"


def meter_rows(plan: Plan) -> Iterator[tuple[int | str | None, ...]]:
    """Yield the rows of the table ``meter``, in the order of ``METER_COLUMNS``."""
    first, last = (microseconds(plan.boundaries[at]) for at in (0, -1))
    for place, meter in enumerate(plan.meters):
        by_time = plan.turn_of(meter) is Turn.BY_TIME
        yield (
            place,
            meter.id,
            meter.reads.value,
            0 if meter.interval is None else microseconds_of(meter),
            meter.expected_interval if meter.interval is None else "",
            meter.turns_at,
            capacity_of(meter),
            int(meter.stuck_after.total_seconds() * 1_000_000) if meter.stuck_after else 0,
            -FAR if by_time else first,
            FAR if by_time else last,
            int(meter.reads is not Reads.REGISTER and meter.stamp == "end"),
        )


METER_COLUMNS = (
    ("position", "INTEGER"),
    ("id", "VARCHAR"),
    ("reads", "VARCHAR"),
    ("interval_us", "BIGINT"),
    ("every", "VARCHAR"),
    ("turns_at", "BIGINT"),
    ("capacity", "BIGINT"),
    ("stuck_us", "BIGINT"),
    ("low", "BIGINT"),
    ("high", "BIGINT"),
    ("late", "INTEGER"),
)


def microseconds_of(meter: Meter) -> int:
    """Return the length of a meter's expected interval; 0 for legal days and months."""
    return 0 if meter.interval is None else int(meter.interval.total_seconds()) * 1_000_000


def capacity_of(meter: Meter) -> int | None:
    """Return the most last digits in an hour, rounded up to whole ones."""
    most = meter.capacity_in_digits
    return None if most is None else -(-most.numerator // most.denominator)
