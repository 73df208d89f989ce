"""The SQL of the screen: each row beside the one before it of the same meter, added up by parts.

Rows are taken as they stand, for that needs no order: where rows of some meters take turns, the
row before is as many rows back as there are meters. Or they are put in order by one window, which
costs several times as much as reading them, and still a small part of the definition.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openjcm.metering.files.relation import literal, quick, quick_columns
from openjcm.metering.files.source import Source
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.definition import microseconds_of, part_sql
from openjcm.metering.working.engine import Row
from openjcm.metering.working.screening.proof import DOUBLED, FIRST, Group, is_plain, reach_of

# As far back as DuckDB looks without putting rows in order.
LAG_MAX = 2000

_GROUPED = """
SELECT name, part_from, part_to, count(*), count(instant), count(register), count(since),
    min(instant), max(instant), min(register), max(register), min(since), min(before),
    min(instant - since), max(instant - since), min(register - before), max(register - before),
    {told}{more}
FROM (
    SELECT name, instant, register, {long_kept}{kept},
        CASE WHEN follows THEN since END AS since, CASE WHEN follows THEN before END AS before,
        CASE WHEN NOT follows THEN {first} {doubled} ELSE {of_since} END AS part_from,
        CASE WHEN NOT follows THEN {first} {doubled} ELSE {of_until} END AS part_to
    FROM ({followed}) AS followed
) AS paired GROUP BY name, part_from, part_to
"""
_AS_THEY_STAND = """
SELECT {key} AS name, instant, register, {long_before},
    lag(instant, {stride}) OVER () AS since, lag(register, {stride}) OVER () AS before,
    coalesce(lag({key}, {stride}) OVER () = {key}, false) AS follows
FROM ({rows}) AS quick {which}
"""
_IN_ORDER = """
SELECT *, since IS NOT NULL AS follows FROM (
    SELECT meter AS name, instant, register, {long_before},
        lag(instant) OVER one AS since, lag(register) OVER one AS before
    FROM {relation} WHERE meter IN ({meters})
    WINDOW one AS (PARTITION BY meter ORDER BY instant)
) AS neighbours
"""
# A run is rows of one meter and file that stand together with no row left out.
_RUNS = """
SELECT *, sum(CASE WHEN follows THEN 0 ELSE 1 END) OVER (ROWS UNBOUNDED PRECEDING) AS name FROM (
    SELECT meter, file, row, instant, register, {long_before},
        lag(instant) OVER () AS since, lag(register) OVER () AS before, {follows} AS follows
    FROM reading WHERE meter IN ({meters})
) AS neighbours
"""
FOLLOWS = """coalesce(lag(meter) OVER () = meter AND lag(file) OVER () = file
    AND lag(row) OVER () + 1 = row, false)"""
_OF_RUN = ", min(meter), min(file), min(row)"
_LONG = "lag(register, {n}) {over} AS long_before, lag({key}, {n}) {over} = {key} AS is_long_before"
_NO_LONG = "NULL AS long_before, NULL AS is_long_before"
_LONG_KEPT = "long_before, is_long_before"
_MOVED = """min(CASE WHEN register <> before THEN instant END),
    max(CASE WHEN register <> before THEN instant END),
    bool_or(register = long_before AND is_long_before), NULL, NULL, NULL"""
_SUMS = """NULL, NULL, NULL, sum(register), arg_min(register, instant),
    arg_max(register, instant)"""
_NOT_TOLD = "NULL, NULL, NULL, NULL, NULL, NULL"

_WIDE = """
SELECT part_from, part_to, count(*), count(instant), count(since), min(instant), max(instant),
    min(since), min(instant - since), max(instant - since), {told}
FROM (
    SELECT *, CASE WHEN since IS NULL THEN {first} ELSE {of_since} END AS part_from,
        CASE WHEN since IS NULL THEN {first} ELSE {of_until} END AS part_to
    FROM (SELECT *, lag(instant) OVER () AS since, {before} FROM ({rows}) AS quick) AS followed
) AS paired GROUP BY part_from, part_to
"""
_OF_COLUMN = (
    "count(v{0}), count(b{0}), min(v{0}), max(v{0}), min(b{0}), min(v{0} - b{0}), max(v{0} - b{0})"
)
_MOVED_OF_COLUMN = """min(CASE WHEN v{0} <> b{0} THEN instant END),
    max(CASE WHEN v{0} <> b{0} THEN instant END), bool_or(v{0} = l{0}), NULL, NULL, NULL"""
_SUMS_OF_COLUMN = "NULL, NULL, NULL, sum(v{0}), arg_min(v{0}, instant), arg_max(v{0}, instant)"
_OF_ROWS, _OF_CELLS = 10, 13


@dataclass(frozen=True, slots=True)
class Kind:
    """Meters that one statement screens: registers, or values of intervals of one length."""

    is_register: bool
    back: int
    ahead: int
    meters: tuple[Meter, ...]

    @property
    def stands(self) -> int:
        """How many steps back a register that counts as stuck showed the same; 0: none does."""
        steps = [each for meter in self.meters if (each := _still_steps(meter))]
        return min(steps, default=0) if self.is_register else 0

    @property
    def names(self) -> Iterable[str]:
        """The names under which its meters stand in files."""
        return (name for meter in self.meters for name in (meter.id, *meter.names))

    def places(self, plan: Plan) -> str:
        """Return SQL of the places of its meters."""
        ids = {meter.id for meter in self.meters}
        return ", ".join(str(at) for at, meter in enumerate(plan.meters) if meter.id in ids)

    def parts(self, plan: Plan) -> dict[str, str]:
        """Return SQL of the parts in which the two ends of a step lie."""
        if self.is_register:
            ends = ("since", "instant")
        else:
            ends = (f"(instant - {self.back})", f"(instant + {self.ahead})")
        return {
            "of_since": part_sql(plan, ends[0], "<"),
            "of_until": part_sql(plan, ends[1], "<="),
        }


def kinds_of(meters: Iterable[Meter]) -> list[Kind]:
    """Divide meters by what a step of theirs is; those that cannot be screened go with the first.

    Without any there is one kind all the same: rows of unknown meters must be seen.
    """
    found = dict[tuple[bool, int, int], list[Meter]]()
    for meter in meters:
        is_register = meter.reads is Reads.REGISTER or not is_plain(meter)
        reach = (0, 0) if is_register else reach_of(meter)
        found.setdefault((is_register, *reach), []).append(meter)
    return [Kind(*key, tuple(some)) for key, some in found.items()]


def long_statement(source: Source, plan: Plan, kinds: Sequence[Kind], at: int, stride: int) -> str:
    """Return the statement that screens one kind of a table's meters, in the order of its rows.

    Rows of names that are of no kind go with the first, so that they are seen.
    """
    kind = kinds[at]
    which = ""
    if at > 0:
        which = f"WHERE meter_name IN ({_literals(kind.names)})"
    elif len(kinds) > 1:
        others = (name for each in kinds[1:] for name in each.names)
        which = f"WHERE coalesce(meter_name, '') NOT IN ({_literals(others)})"
    return as_they_stand(plan, kind, quick(source, plan), stride=stride, which=which)


def as_they_stand(
    plan: Plan, kind: Kind, rows: str, *, stride: int = 1, key: str = "meter_name", which: str = ""
) -> str:
    """Return the statement that screens rows in the order in which a SELECT gives them."""
    followed = _AS_THEY_STAND.format(
        key=key,
        stride=stride,
        rows=rows,
        which=which,
        long_before=_long_before(kind, "OVER ()", key, stride),
    )
    return _grouped(plan, kind, followed, "")


def in_order(plan: Plan, kind: Kind, relation: str) -> str:
    """Return the statement that puts readings of a kind's meters in order and screens them."""
    doubled = f"WHEN instant = since AND register = before THEN {DOUBLED}"
    followed = _IN_ORDER.format(
        relation=relation,
        meters=kind.places(plan),
        long_before=_long_before(kind, "OVER one", "meter", 0),
    )
    return _grouped(plan, kind, followed, doubled)


def in_runs(plan: Plan, kind: Kind) -> str:
    """Return the statement that screens runs of readings of a kind's meters as they stand.

    Behind the columns of a group it has the run's meter, its file and its first row there.
    """
    followed = _RUNS.format(
        follows=FOLLOWS,
        meters=kind.places(plan),
        long_before=_long_before(kind, "OVER ()", "meter", 1),
    )
    return _grouped(plan, kind, followed, "", of_run=_OF_RUN)


def wide_statement(source: Source, plan: Plan, kind: Kind, columns: Sequence[int]) -> str:
    """Return the statement that screens columns of a table, one for each meter of a kind."""
    steps = min(kind.stands, LAG_MAX)
    before = [f"lag(v{at}) OVER () AS b{at}" for at in columns]
    if steps:
        before += [f"lag(v{at}, {steps}) OVER () AS l{at}" for at in columns]
    more = _MOVED_OF_COLUMN if steps else _NOT_TOLD if kind.is_register else _SUMS_OF_COLUMN
    return _WIDE.format(
        told=", ".join(f"{_OF_COLUMN}, {more}".format(at) for at in columns),
        before=", ".join(before),
        first=FIRST,
        rows=quick_columns(source, plan, columns),
        **kind.parts(plan),
    )


def groups_of_columns(rows: Iterable[Row], names: Sequence[str]) -> list[Group]:
    """Return what the statement of a table with a column for each meter found, meter by meter."""
    found = list[Group]()
    for row in rows:
        part_from, part_to, every, instants, sinces, first, last, since, least, most = row[
            :_OF_ROWS
        ]
        for at, name in enumerate(names):
            start = _OF_ROWS + at * _OF_CELLS
            count, befores, low, high, before, change_min, change_max, *more = row[
                start : start + _OF_CELLS
            ]
            pairs = min(sinces, befores)
            ends = (first, last, low, high, since, before, least, most, change_min, change_max)
            head = (name, part_from, part_to, every, instants, count, pairs)
            found.append(Group(*head, *ends, *more))
    return found


def _grouped(plan: Plan, kind: Kind, followed: str, doubled: str, *, of_run: str = "") -> str:
    stands = bool(kind.stands)
    return _GROUPED.format(
        more=of_run,
        kept=", meter, file, row" if of_run else "",
        told=_MOVED if stands else _NOT_TOLD if kind.is_register else _SUMS,
        long_kept=_LONG_KEPT if stands else _NO_LONG,
        first=FIRST,
        doubled=doubled,
        followed=followed,
        **kind.parts(plan),
    )


def _long_before(kind: Kind, over: str, key: str, stride: int) -> str:
    """Return SQL of what a meter showed as many steps back as a stuck register makes at least."""
    steps = kind.stands
    if not steps:
        return _NO_LONG
    back = min(steps, max(LAG_MAX // stride, 1)) * stride if stride else steps
    return _LONG.format(n=back, over=over, key=key)


def _literals(names: Iterable[str]) -> str:
    return ", ".join(map(literal, names))


def _still_steps(meter: Meter) -> int:
    """Return how many steps without movement a register makes at least before it counts as stuck.

    A sound step is shorter than one and a half intervals.
    """
    interval = microseconds_of(meter)
    if meter.stuck_after is None or interval == 0:
        return 0
    stuck = int(meter.stuck_after.total_seconds()) * 1_000_000
    return max(2 * stuck // (3 * interval), 1)
