"""Prove most meters sound in one pass over the files, so that only the rest is put in order.

To put readings in order costs several times what reading them costs, and most meters need it not:
a logger writes its rows in order. The screen reads each file once as its rows stand and compares
each row with the one before it of the same meter: the row above, the same column of the row above,
or the row as far above as there are meters, where these take turns. What follows no such rule is
left to a pass that puts it in order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from openjcm.metering.files.relation import cells_of, quick, rows_of_members
from openjcm.metering.files.source import Source
from openjcm.metering.plan.meter import Meter
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.bench import THREADS, Bench
from openjcm.metering.working.engine import Row
from openjcm.metering.working.screening.proof import (
    Group,
    Screened,
    is_hopeless,
    segment_of,
)
from openjcm.metering.working.screening.statement import (
    LAG_MAX,
    groups_of_columns,
    kinds_of,
    long_statement,
    wide_statement,
)

_HEAD = "SELECT meter_name FROM ({rows}) AS quick LIMIT {most}"
_NAMES = "SELECT meter_name, count(*) FROM ({rows}) AS quick GROUP BY meter_name"
# Of rows that take turns but for some, none is proved as they stand; of a few meters some may be.
_STRAY_MOST = 0.05


@dataclass(slots=True)
class Seen:
    """What the screen saw of one source: rows by meter's name, and how they pair.

    A name without groups is one whose rows stand in no order that could be followed. Of a source
    that was joined ``of_member`` are the rows of each of its files.
    """

    source: Source
    rows: Counter[str | int] = field(default_factory=Counter)
    groups: dict[str | int, list[Group]] = field(default_factory=lambda: defaultdict(list))
    of_member: Counter[int] = field(default_factory=Counter)

    def add(self, found: Iterable[Group]) -> None:
        """Add what a statement found."""
        for group in found:
            self.groups[group.name].append(group)
            self.rows[group.name] += group.rows


def screen(bench: Bench, sources: Sequence[Source], plan: Plan, *, now: int) -> Screened | None:
    """Screen the sources; ``None`` where one of them has rows of no meter, or cannot be read."""
    places = {name: at for at, meter in enumerate(plan.meters) for name in (meter.id, *meter.names)}
    with ThreadPoolExecutor(THREADS) as threads:
        every = list(threads.map(lambda each: _seen(bench, each, plan), sources))
    screened, found = Screened(), defaultdict[int, list[list[Group]]](list)
    for seen in every:
        if seen is None or not all(name in places for name in seen.groups):
            return None
        screened.rows.update(seen.of_member or {seen.source.number: seen.rows.total()})
        for name, groups in seen.groups.items():
            place = places[str(name)]
            found[place].append(groups)
            screened.holders[place].add(seen.source.number)
            screened.expected[place] += seen.rows[name]
    for place, sources_of in found.items():
        parts = [segment_of(plan, place, groups, now) for groups in sources_of]
        if screened.take(plan, place, parts):
            del screened.holders[place]
        elif is_hopeless(plan.meters[place], sources_of):
            screened.hopeless.add(place)
    return screened


def _seen(bench: Bench, source: Source, plan: Plan) -> Seen | None:
    seen = (_seen_wide if source.is_wide else _seen_long)(bench, source, plan)
    if seen is not None and source.members:
        found = bench.beside(rows_of_members(source))
        if found is None:
            return None
        seen.of_member.update(dict(found))
    return seen


def _seen_long(bench: Bench, source: Source, plan: Plan) -> Seen | None:
    seen, stride = Seen(source), 1
    if source.table.columns.meter is not None:
        head = bench.beside(_HEAD.format(rows=quick(source, plan), most=2))
        if head and head[0] != head[-1]:
            head = bench.beside(_HEAD.format(rows=quick(source, plan), most=2 * LAG_MAX))
            stride = _stride(head or [])
    if stride == 0:
        rows = bench.beside(_NAMES.format(rows=quick(source, plan)))
        for name, count in rows or ():
            seen.groups[name] = []
            seen.rows[name] += count
        return None if rows is None else seen
    kinds = kinds_of(meter for some in source.table.columns.values.values() for meter in some)
    for at in range(len(kinds)):
        found = bench.beside(long_statement(source, plan, kinds, at, stride))
        if found is None:
            return None
        seen.add(Group(*row) for row in found)
    return seen


def _stride(head: Sequence[Row]) -> int:
    """Return how many rows above its own a meter's last row stands; 0 where that changes."""
    names = [name for (name,) in head]
    if len(set(names)) == len(names):
        return 1
    stride = next((at for at, name in enumerate(names) if at and name == names[0]), 0)
    if not 0 < stride <= LAG_MAX:
        return 0
    strays = sum(1 for at in range(stride, len(names)) if names[at] != names[at - stride])
    return stride if strays <= _STRAY_MOST * len(names) else 0


def _seen_wide(bench: Bench, source: Source, plan: Plan) -> Seen | None:
    of_column = {at: some[0] for at, some in source.table.columns.values.items()}
    seen, lacking = Seen(source), set[int]()
    for kind in kinds_of(of_column.values()):
        ids = {meter.id for meter in kind.meters}
        columns = [at for at, meter in of_column.items() if meter.id in ids]
        found = bench.beside(wide_statement(source, plan, kind, columns))
        if found is None:
            return None
        groups = groups_of_columns(found, [of_column[at].id for at in columns])
        seen.add(groups)
        short = {each.name for each in groups if each.registers < each.rows}
        lacking |= {at for at in columns if of_column[at].id in short}
    return _counted(bench, seen, of_column, sorted(lacking)) if lacking else seen


def _counted(
    bench: Bench, seen: Seen, of_column: Mapping[int, Meter], lacking: Sequence[int]
) -> Seen:
    """Count the cells of columns of which some are blank: a blank cell is no reading."""
    (cells_of_columns,) = bench.beside(cells_of(seen.source, lacking)) or [()]
    for at in lacking:
        seen.rows[of_column[at].id] = 0
    for at, cells in zip(lacking, cells_of_columns, strict=True):
        seen.rows[of_column[at].id] += cells
    for name in {of_column[at].id for at in lacking}:
        if not seen.rows[name]:
            del seen.groups[name]
    return seen
