"""What proves a meter sound: pairs of rows that follow each other, added up, and nothing else.

The definition would give every step of a proved meter the class ``sound``, and its sums are those
worked out here. That is exact, not likely: here are the same sums as the definition's or none at
all, and a test compares the two.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from openjcm.metering.files.source import Source
from openjcm.metering.plan.meter import HOUR_US, Meter, Reads
from openjcm.metering.plan.plan import Plan, Turn, microseconds
from openjcm.metering.working.counting import SOUND, Ends, Tally
from openjcm.metering.working.definition import but, capacity_of, microseconds_of

FIRST = -9
"""The part of a row that follows no other of its meter."""
DOUBLED = -8
"""The part of a row that says once more what the row before it said."""


class Group(NamedTuple):
    """A row of the screen: pairs of rows of one meter in one part, or rows that follow none.

    The last four are of meters whose values are no register; ``name`` is a place in the plan
    where readings have been given one.
    """

    name: str | int
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
    total: int | None
    opening: int | None
    closing: int | None

    @property
    def is_first(self) -> bool:
        """Whether its rows follow no other row of the meter."""
        return self.part_from == FIRST

    @property
    def is_pairs(self) -> bool:
        """Whether its rows follow another, and say something of their own."""
        return self.part_from not in {FIRST, DOUBLED}

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

    ``rows`` are those of each source, ``holders`` the numbers of the sources that hold each meter
    of the rest, ``expected`` how many rows each meter has; ``hopeless`` of the rest no order can
    prove. Of proved meters the rows of those ``apart`` stand in the engine, in
    ``relation``, and the definition must leave them alone; ``doubled`` of them have rows that
    stand twice, ``unordered`` rows that may stand below later ones.
    """

    sums: dict[int, list[Tally]] = field(default_factory=dict)
    ends: dict[int, Ends] = field(default_factory=dict)
    rows: Counter[int] = field(default_factory=Counter)
    holders: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    expected: Counter[int] = field(default_factory=Counter)
    hopeless: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)
    doubled: set[int] = field(default_factory=set)
    unordered: set[int] = field(default_factory=set)
    relation: str = "reading"

    @property
    def in_files(self) -> list[int]:
        """The places of proved meters whose rows stand in files only."""
        return sorted(self.sums.keys() - self.apart)

    @property
    def among(self) -> set[int]:
        """The numbers of the sources that hold meters that are not proved."""
        return set[int]().union(*self.holders.values())

    def names(self, plan: Plan) -> set[str]:
        """The names under which meters that are not proved stand in files."""
        rest = [plan.meters[place] for place in self.holders]
        return {name for meter in rest for name in (meter.id, *meter.names)}

    def rows_of(self, source: Source) -> int:
        """Return how many rows a source has."""
        return sum(self.rows[each.number] for each in source.each)

    def take(self, plan: Plan, place: int, parts: Sequence[Segment | None]) -> bool:
        """Take a meter whose segments prove it sound, and tell whether they do."""
        chained = _chained(plan, place, parts)
        if chained is not None:
            self.sums[place], self.ends[place] = chained
        return chained is not None

    def readings(self, places: Collection[int], columns: str = "*") -> str:
        """Return a SELECT of the readings of all meters that are not apart, and of these apart."""
        if self.relation == "reading":
            return f"SELECT {columns} FROM reading WHERE {but('meter', self.apart - {*places})}"
        said = f"SELECT {columns} FROM reading"
        if places:
            among = ", ".join(map(str, sorted(places)))
            said += f" UNION ALL SELECT {columns} FROM {self.relation} WHERE meter IN ({among})"
        return said


def segment_of(plan: Plan, place: int, groups: Sequence[Group], now: int) -> Segment | None:
    """Return the segment that rows of one meter are, or ``None`` where they prove nothing."""
    meter = plan.meters[place]
    begins = [each for each in groups if each.is_first]
    pairs = [each for each in groups if each.is_pairs]
    can_be_read = all(each.can_be_read for each in groups)
    if not can_be_read or len(begins) != 1 or begins[0].rows != 1 or not is_plain(meter):
        return None
    (begin,) = begins
    last_at = max((each.last_at for each in pairs), default=begin.last_at)
    if not _is_inside(plan, meter, begin.first_at, last_at) or last_at > now:
        return None
    if meter.reads is Reads.REGISTER:
        is_sound = begin.lowest >= 0 and all(_is_sound(meter, each) for each in pairs)
        return _of_register(place, begin, pairs, last_at) if is_sound else None
    is_sound = _is_sound_amount(meter, begin) and all(
        _is_sound_amount(meter, each) and _meets(meter, each.lapse_min, each.lapse_max)
        for each in pairs
    )
    return _of_amounts(plan, place, begin, pairs) if is_sound else None


def _is_inside(plan: Plan, meter: Meter, first_at: int, last_at: int) -> bool:
    """Whether readings lie in the period, and what they tell in one calibration's validity."""
    start, until = (microseconds(plan.boundaries[at]) for at in (0, -1))
    back, ahead = reach_of(meter)
    is_calibrated = _is_calibrated(plan, meter, first_at - back, last_at + ahead)
    return start <= first_at and last_at <= until and is_calibrated


def is_hopeless(meter: Meter, sources: Sequence[Sequence[Group]]) -> bool:
    """Whether no order of a meter's rows can prove it: it fell, or something lacks for certain."""
    pairs = [each for groups in sources for each in groups if each.is_pairs and each.rows]
    if not all(each.can_be_read for groups in sources for each in groups):
        return False
    in_order = all(each.lapse_min >= 0 for each in pairs)
    if meter.reads is Reads.REGISTER and any(
        each.lapse_min >= 0 and each.change_min < 0 for each in pairs
    ):
        return True
    begins = [[each for each in groups if each.is_first] for groups in sources]
    if not in_order or not all(len(some) == 1 and some[0].rows == 1 for some in begins):
        return False
    spans = sorted(
        (min(g.first_at for g in groups), max(g.last_at for g in groups)) for groups in sources
    )
    is_apart = all(before[1] <= after[0] for before, after in pairwise(spans))
    return is_apart and any(2 * each.lapse_max >= 3 * microseconds_of(meter) for each in pairs)


def is_plain(meter: Meter) -> bool:
    """Whether sums of a meter can be told from its ends at all."""
    return microseconds_of(meter) > 0 and not meter.exchanges


def reach_of(meter: Meter) -> tuple[int, int]:
    """Return how far before and behind its instant reaches what a value tells: an interval."""
    if meter.reads is Reads.REGISTER:
        return 0, 0
    interval = microseconds_of(meter)
    return (interval, 0) if meter.stamp == "end" else (0, interval)


def _of_register(place: int, begin: Group, pairs: Sequence[Group], last_at: int) -> Segment:
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
        and (meter.turns_at is None or pairs.highest < meter.turns_at)
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


def _of_amounts(plan: Plan, place: int, begin: Group, pairs: Sequence[Group]) -> Segment:
    last = max(pairs, key=lambda each: each.last_at, default=begin)
    return Segment(
        begin.first_at,
        last.last_at,
        begin.opening or 0,
        last.closing or 0,
        1 + sum(each.rows for each in pairs),
        None,
        None,
        tuple(_amount(plan, place, each) for each in (begin, *pairs)),
    )


def _is_sound_amount(meter: Meter, values: Group) -> bool:
    """Whether the definition calls what each of these values tells sound."""
    if meter.reads is Reads.AVERAGE:
        return True
    capacity = capacity_of(meter)
    fits = capacity is None or values.highest * HOUR_US <= capacity * microseconds_of(meter)
    return values.lowest >= 0 and fits


def _meets(meter: Meter, least: int, most: int) -> bool:
    """Whether no time lacks between the intervals of values, and no amount overlaps another.

    Args:
        meter: Whose values they are.
        least: The shortest time between two of them.
        most: The longest.
    """
    interval = microseconds_of(meter)
    overlaps = meter.reads is Reads.INTERVAL and 2 * least < interval
    return least > 0 and most <= interval and not overlaps


def _amount(plan: Plan, place: int, values: Group) -> Tally:
    """Add up values of intervals, each of them a step of its own."""
    meter = plan.meters[place]
    back, ahead = reach_of(meter)
    parts = (values.part_from, values.part_to)
    if values.is_first:
        parts = _parts(plan, values.first_at - back, values.first_at + ahead)
    return Tally(
        place,
        SOUND,
        *parts,
        values.rows,
        int(values.total or 0),
        0,
        values.rows * (back + ahead),
        values.first_at - back,
        values.last_at + ahead,
    )


def _parts(plan: Plan, since: int, until: int) -> tuple[int, int]:
    """Number the parts of the period in which the two ends of a step lie."""
    marks = [microseconds(at) for at in plan.boundaries]
    return sum(1 for each in marks if since >= each) - 1, sum(1 for at in marks if until > at) - 1


def _is_calibrated(plan: Plan, meter: Meter, first_at: int, last_at: int) -> bool:
    spans = plan.calibrated(meter)
    return not spans or any(start <= first_at and last_at <= until for start, until in spans)


def _chained(
    plan: Plan, place: int, found: Sequence[Segment | None]
) -> tuple[list[Tally], Ends] | None:
    """Join a meter's segments of several files; ``None`` where that is no sound step."""
    segments = [each for each in found if each is not None]
    if not found or len(segments) < len(found):
        return None
    segments.sort(key=lambda each: each.first_at)
    meter, sums = plan.meters[place], list[Tally]()
    for segment in segments:
        sums += segment.sums
    is_register = meter.reads is Reads.REGISTER
    for before, after in pairwise(segments):
        if not is_register:
            lapse = after.first_at - before.last_at
            if not _meets(meter, lapse, lapse):
                return None
            continue
        joint = _joint(plan, place, before, after)
        if joint is None:
            return None
        sums.append(joint)
    if is_register and meter.stuck_after is not None and not _keeps_moving(meter, segments):
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
    total = 0 if is_register else sum(each.change for each in sums)
    ends = Ends(place, first.first_at, last.last_at, first.first, last.last, rows, total)
    return list(_merged(sums)), ends


def _merged(sums: Sequence[Tally]) -> Iterator[Tally]:
    """Add up the sums of the same parts, as the definition does."""
    by_parts = defaultdict[tuple[int, int], list[Tally]](list)
    for each in sums:
        by_parts[each.part_from, each.part_to].append(each)
    for parts, some in by_parts.items():
        yield Tally(
            some[0].meter,
            SOUND,
            *parts,
            sum(each.steps for each in some),
            sum(each.change for each in some),
            0,
            sum(each.lapse for each in some),
            min(each.since for each in some),
            max(each.until for each in some),
        )


def _joint(plan: Plan, place: int, before: Segment, after: Segment) -> Tally | None:
    meter = plan.meters[place]
    lapse, change = after.first_at - before.last_at, after.first - before.last
    capacity = capacity_of(meter)
    if lapse <= 0 or 2 * lapse >= 3 * microseconds_of(meter) or change < 0:
        return None
    if capacity is not None and change * HOUR_US > capacity * lapse:
        return None
    parts = _parts(plan, before.last_at, after.first_at)
    return Tally(place, SOUND, *parts, 1, change, 0, lapse, before.last_at, after.first_at)


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
