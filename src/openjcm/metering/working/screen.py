"""Prove most meters sound in one pass over the files, so that only the rest is put in order.

To put readings in order costs several times what reading them costs, and most meters need it not:
a logger writes its rows in order. The screen reads each file once as its rows stand and compares
each row with the one before it. Where a meter's rows in a file follow each other without another
meter's between them, each later than the one before by about an interval, none lower, none higher
than the equipment can bring about, the definition would give every step the class ``sound``, and
its sums are the differences of ends. That is exact, not likely: the screen gives the same sums as
the definition or none at all, and a test compares the two.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from openjcm.metering.files.relation import Source, quick
from openjcm.metering.plan.meter import HOUR_US, Meter, Reads
from openjcm.metering.plan.plan import Plan, Turn, microseconds
from openjcm.metering.working.bench import THREADS, Bench
from openjcm.metering.working.counting import SOUND, Ends, Tally
from openjcm.metering.working.definition import capacity_of, microseconds_of, part_sql

# As far back as DuckDB looks without putting rows in order.
LAG_MAX = 2000
# A row that follows no other of its meter is in no part.
_FIRST = -9

_SCREEN = """
SELECT meter_name, part_from, part_to, count(*), count(instant), count(register), count(since),
    min(instant), max(instant), min(register), max(register), min(since), min(before),
    min(instant - since), max(instant - since), min(register - before), max(register - before),
    min(CASE WHEN register <> before THEN instant END),
    max(CASE WHEN register <> before THEN instant END),
    bool_or(register = long_before AND meter_long_before = meter_name)
FROM (
    SELECT meter_name, instant, register, long_before, meter_long_before,
        CASE WHEN follows THEN since END AS since, CASE WHEN follows THEN before END AS before,
        CASE WHEN follows THEN {of_since} ELSE {first} END AS part_from,
        CASE WHEN follows THEN {of_until} ELSE {first} END AS part_to
    FROM (
        SELECT meter_name, instant, register, {long_before},
            lag(instant) OVER () AS since, lag(register) OVER () AS before,
            coalesce(lag(meter_name) OVER () = meter_name, false) AS follows
        FROM ({rows}) AS quick
    ) AS followed
) AS paired GROUP BY meter_name, part_from, part_to
"""
_LONG = (
    "lag(register, {n}) OVER () AS long_before, lag(meter_name, {n}) OVER () AS meter_long_before"
)
_NO_LONG = "NULL AS long_before, NULL AS meter_long_before"


class Group(NamedTuple):
    """A row of the screen: pairs of rows of one meter in one part, or rows that follow none."""

    name: str
    part_from: int
    part_to: int
    rows: int
    instants: int
    registers: int
    sinces: int
    first_at: int
    last_at: int
    lowest: int
    highest: int
    since: int
    before: int
    lapse_min: int
    lapse_max: int
    change_min: int
    change_max: int
    moved_first: int | None
    moved_last: int | None
    stands: bool | None

    @property
    def is_first(self) -> bool:
        """Whether its rows follow no other row of the meter."""
        return self.part_from == _FIRST

    @property
    def can_be_read(self) -> bool:
        """Whether every row has an instant and a register, and the row before it too."""
        sinces = 0 if self.is_first else self.rows
        return (self.instants, self.registers, self.sinces) == (self.rows, self.rows, sinces)


@dataclass(frozen=True, slots=True)
class Segment:
    """The rows of one meter in one file, proved sound: its ends, when it moved, and its sums."""

    first_at: int
    last_at: int
    first: int
    last: int
    rows: int
    moved_first: int | None
    moved_last: int | None
    sums: tuple[Tally, ...]


@dataclass(slots=True)
class Screened:
    """What the screen proved: sums and ends of sound meters; the rest must be put in order.

    ``names`` are the names under which the rest stands in files, ``among`` the numbers of the
    sources that hold them.
    """

    sums: dict[int, list[Tally]] = field(default_factory=dict)
    ends: dict[int, Ends] = field(default_factory=dict)
    rows: Counter[int] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    among: set[int] = field(default_factory=set)


def screen(bench: Bench, sources: Sequence[Source], plan: Plan, *, now: int) -> Screened | None:
    """Screen the sources; ``None`` where one of them cannot be, or has rows that cannot be read."""
    if not all(_can_be_screened(source) for source in sources):
        return None
    places = {name: at for at, meter in enumerate(plan.meters) for name in (meter.id, *meter.names)}
    screened, segments = Screened(), defaultdict[int, list[Segment | None]](list)
    holders = defaultdict[str, set[int]](set)
    with ThreadPoolExecutor(THREADS) as threads:
        asked = [_statement(source, plan) for source in sources]
        every = list(threads.map(bench.beside, asked))
    for source, rows in zip(sources, every, strict=True):
        groups = [Group(*row) for row in rows or ()]
        if rows is None or not all(each.name in places and each.can_be_read for each in groups):
            return None
        if any(each.lowest < 0 and _is_register(plan, places[each.name]) for each in groups):
            return None
        by_name = defaultdict[str, list[Group]](list)
        for group in groups:
            by_name[group.name].append(group)
            screened.rows[source.number] += group.rows
        for name, found in by_name.items():
            place = places[name]
            segments[place].append(_segment(plan, place, found, now))
            holders[name].add(source.number)
    for place, parts in segments.items():
        chained = _chained(plan, place, parts)
        if chained is not None:
            screened.sums[place], screened.ends[place] = chained
            for name in (plan.meters[place].id, *plan.meters[place].names):
                holders.pop(name, None)
    screened.names = set(holders)
    screened.among = set[int]().union(*holders.values())
    return screened


def _can_be_screened(source: Source) -> bool:
    columns = source.table.columns
    return len(columns.values) == 1 and source.digits is not None and columns.clock is None


def _statement(source: Source, plan: Plan) -> str:
    steps = [
        each
        for meters in source.table.columns.values.values()
        for meter in meters
        if (each := _still_steps(meter))
    ]
    long_before = _LONG.format(n=min(steps)) if steps else _NO_LONG
    return _SCREEN.format(
        of_since=part_sql(plan, "since", "<"),
        of_until=part_sql(plan, "instant", "<="),
        first=_FIRST,
        long_before=long_before,
        rows=quick(source, plan),
    )


def _still_steps(meter: Meter) -> int:
    """Return how many steps without movement a register makes at least before it counts as stuck.

    A sound step is shorter than one and a half intervals.
    """
    interval = microseconds_of(meter)
    if meter.stuck_after is None or interval == 0:
        return 0
    stuck = int(meter.stuck_after.total_seconds()) * 1_000_000
    return min(max(2 * stuck // (3 * interval), 1), LAG_MAX)


def _segment(plan: Plan, place: int, groups: Sequence[Group], now: int) -> Segment | None:
    meter = plan.meters[place]
    begins = [each for each in groups if each.is_first]
    pairs = [each for each in groups if not each.is_first]
    if len(begins) != 1 or begins[0].rows != 1 or not _is_plain(meter):
        return None
    (begin,) = begins
    last_at = max((each.last_at for each in pairs), default=begin.last_at)
    start, until = (microseconds(plan.boundaries[at]) for at in (0, -1))
    if begin.first_at < start or last_at > min(until, now):
        return None
    if not _is_calibrated(plan, meter, begin.first_at, last_at):
        return None
    if not all(_is_sound(meter, each) for each in pairs):
        return None
    moved = [at for each in pairs for at in (each.moved_first, each.moved_last) if at is not None]
    return Segment(
        begin.first_at,
        last_at,
        begin.lowest,
        max((each.highest for each in pairs), default=begin.lowest),
        1 + sum(each.rows for each in pairs),
        min(moved, default=None),
        max(moved, default=None),
        tuple(_tally(place, each) for each in pairs),
    )


def _is_sound(meter: Meter, pairs: Group) -> bool:
    """Whether the definition calls every one of these steps sound."""
    capacity = capacity_of(meter)
    return (
        pairs.lapse_min > 0
        and 2 * pairs.lapse_max < 3 * microseconds_of(meter)
        and pairs.change_min >= 0
        and (capacity is None or pairs.change_max * HOUR_US <= capacity * pairs.lapse_min)
        and not (meter.stuck_after is not None and pairs.stands)
    )


def _tally(place: int, pairs: Group) -> Tally:
    """Add up steps that follow each other: what happened between their two ends."""
    return Tally(
        place,
        SOUND,
        pairs.part_from,
        pairs.part_to,
        pairs.rows,
        pairs.highest - pairs.before,
        0,
        pairs.last_at - pairs.since,
        pairs.since,
        pairs.last_at,
    )


def _is_register(plan: Plan, place: int) -> bool:
    return plan.meters[place].reads is Reads.REGISTER


def _is_plain(meter: Meter) -> bool:
    """Whether sums of a meter can be told from its ends at all."""
    return meter.reads is Reads.REGISTER and microseconds_of(meter) > 0 and not meter.exchanges


def _is_calibrated(plan: Plan, meter: Meter, first_at: int, last_at: int) -> bool:
    spans = plan.calibrated(meter)
    return not spans or any(start <= first_at and last_at <= until for start, until in spans)


def _chained(
    plan: Plan, place: int, found: Sequence[Segment | None]
) -> tuple[list[Tally], Ends] | None:
    """Join a meter's segments of several files; ``None`` where that is no sound step."""
    segments = [each for each in found if each is not None]
    if len(segments) < len(found):
        return None
    segments.sort(key=lambda each: each.first_at)
    meter, sums = plan.meters[place], list[Tally]()
    for segment in segments:
        sums += segment.sums
    for before, after in pairwise(segments):
        joint = _joint(plan, place, before, after)
        if joint is None:
            return None
        sums.append(joint)
    if meter.stuck_after is not None and not _keeps_moving(meter, segments):
        return None
    first, last = segments[0], segments[-1]
    ends_stand = (first.first_at, last.last_at) == (
        microseconds(plan.boundaries[0]),
        microseconds(plan.boundaries[-1]),
    )
    turns_stand = all(each.part_from == each.part_to for each in sums)
    if plan.turn_of(meter) is Turn.READING and not (ends_stand and turns_stand):
        return None
    rows = sum(each.rows for each in segments)
    return sums, Ends(place, first.first_at, last.last_at, first.first, last.last, rows, 0)


def _joint(plan: Plan, place: int, before: Segment, after: Segment) -> Tally | None:
    meter = plan.meters[place]
    lapse, change = after.first_at - before.last_at, after.first - before.last
    capacity = capacity_of(meter)
    if lapse <= 0 or 2 * lapse >= 3 * microseconds_of(meter) or change < 0:
        return None
    if capacity is not None and change * HOUR_US > capacity * lapse:
        return None
    marks = [microseconds(at) for at in plan.boundaries]
    part_from = sum(1 for mark in marks if before.last_at >= mark) - 1
    part_to = sum(1 for mark in marks if after.first_at > mark) - 1
    return Tally(
        place, SOUND, part_from, part_to, 1, change, 0, lapse, before.last_at, after.first_at
    )


def _keeps_moving(meter: Meter, segments: Sequence[Segment]) -> bool:
    """Whether no register stands still across the ends of files for as long as counts as stuck."""
    if len(segments) == 1:
        return True
    stuck = int(meter.stuck_after.total_seconds()) * 1_000_000 if meter.stuck_after else 0
    return all(
        before.moved_last is not None
        and after.moved_first is not None
        and after.moved_first - before.moved_last < stuck
        for before, after in pairwise(segments)
    )
