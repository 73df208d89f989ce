"""Prove readings sound that stand in the engine already, whatever the order of their rows.

One plain window puts them in order and compares neighbours, which costs a small part of what the
relations of the definition do. What proves a meter is the same; a reading that stands twice, and a
row below a later one, change no sum, and are faults that are still to be listed.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from openjcm.metering.files.relation import quick
from openjcm.metering.files.source import Source
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.bench import THREADS, Bench
from openjcm.metering.working.screening.proof import (
    DOUBLED,
    Group,
    Screened,
    is_hopeless,
    is_plain,
    segment_of,
)
from openjcm.metering.working.screening.statement import FOLLOWS, in_order, in_runs, kinds_of
from openjcm.metering.working.staging import renumber

_PLACES = "SELECT DISTINCT meter FROM reading"
_LOOSE = (
    "CREATE TABLE loose (meter INTEGER, instant BIGINT, register BIGINT, file INTEGER, row BIGINT)"
)
_OF_SOURCE = """
SELECT CAST(place_of(meter_name) AS INTEGER) AS meter, instant, register, file, row
FROM ({rows}) AS quick
"""
_INTO = "INSERT INTO loose SELECT * FROM ({rows}) AS placed WHERE meter IN ({meters})"
_BREAKS = f"""
SELECT count(*), sum(CASE WHEN follows THEN 0 ELSE 1 END)
FROM (SELECT {FOLLOWS} AS follows FROM reading) AS followed
"""
# Of runs as short as this a window is as cheap, and of so many the engine can hold the sums.
RUN_LEAST, RUNS_MOST = 50, 100_000
# Whether rows stand below later ones can be told in one pass only where they do not. Rows are
# taken from where they stand: a table that was made of them may have them in another order.
_DESCENTS = """
SELECT file, meter, sum(CASE WHEN same_file THEN 0 ELSE 1 END),
    sum(CASE WHEN same_file AND same_meter THEN 0 ELSE 1 END),
    sum(CASE WHEN same_file AND fell THEN 1 ELSE 0 END),
    sum(CASE WHEN same_file AND same_meter AND fell THEN 1 ELSE 0 END)
FROM (
    SELECT file, meter, coalesce(lag(file) OVER () = file, false) AS same_file,
        coalesce(lag(meter) OVER () = meter, false) AS same_meter,
        instant < lag(instant) OVER () OR row <= lag(row) OVER () AS fell
    FROM ({rows}) AS each WHERE meter IN ({meters})
) AS followed GROUP BY file, meter
"""


@dataclass(slots=True)
class Run:
    """Rows of one meter that stand together in a file, from a row on, and what they add up to."""

    file: int
    row: int
    groups: list[Group] = field(default_factory=list)

    @property
    def first_at(self) -> int:
        """The instant of its first row."""
        return min(each.first_at for each in self.groups)


def prove_loose(
    bench: Bench, sources: Sequence[Source], plan: Plan, screened: Screened, *, now: int
) -> None:
    """Take the meters of the rest that are sound once their rows are put in order.

    Args:
        bench: Prepared.
        sources: What is read; their rows are taken into the engine.
        plan: The meters.
        screened: What the screen proved, and of which meters it is not known.
        now: A reading after it bears an instant to come.
    """
    rest = {place for place in screened.holders if is_plain(plan.meters[place])}
    rest -= screened.hopeless
    if not rest:
        return
    screened.relation = "loose"
    bench.run(_LOOSE)
    for source in sources:
        some = [place for place in rest if source.number in screened.holders[place]]
        if some:
            bench.run(_INTO.format(rows=_of_source(source, plan), meters=_listed(some)))
            if not source.is_parquet and not source.is_wide:
                renumber(bench, source, screened.rows_of(source), "loose")
    _prove(bench, plan, screened, rest, now)
    selects = [
        _of_source(source, plan)
        for source in sources
        if any(source.number in screened.holders[place] for place in screened.apart)
    ]
    screened.unordered = _unordered(bench, screened.apart, selects)
    for place in screened.apart:
        del screened.holders[place]


def prove_ordered(bench: Bench, plan: Plan, screened: Screened, *, now: int) -> None:
    """Take the meters that are sound once the rows of ``reading`` are put in order.

    Args:
        bench: An engine in which ``reading`` stands, of no cell that cannot be read.
        plan: The meters.
        screened: Where what is proved is added.
        now: A reading after it bears an instant to come.
    """
    stand = {place for (place,) in bench.rows(_PLACES)}
    rest = {place for place in stand if is_plain(plan.meters[place])}
    ((rows, runs),) = bench.rows(_BREAKS)
    if rest and runs <= min(rows // RUN_LEAST, RUNS_MOST):
        rest -= _prove_runs(bench, plan, screened, rest, now)
    proved = {*screened.apart}
    _prove(bench, plan, screened, rest, now)
    screened.unordered |= _unordered(bench, screened.apart - proved, ["SELECT * FROM reading"])


def _prove_runs(
    bench: Bench, plan: Plan, screened: Screened, places: Collection[int], now: int
) -> set[int]:
    """Take the meters whose runs follow each other; return those that nothing else can prove."""
    decided = set[int]()
    for kind in kinds_of(plan.meters[place] for place in sorted(places)):
        found = defaultdict[int, dict[int, Run]](dict)
        for *of_group, meter, file, row in bench.beside(in_runs(plan, kind)) or ():
            group = Group(*of_group)
            run = found[meter].setdefault(int(group.name), Run(file, row))
            run.row = min(run.row, row)
            run.groups.append(group)
        for place, of_meter in found.items():
            runs = sorted(of_meter.values(), key=lambda run: run.first_at)
            parts = [segment_of(plan, place, run.groups, now) for run in runs]
            if screened.take(plan, place, parts):
                screened.apart.add(place)
                screened.unordered |= {place} if _goes_back(runs) else set()
            elif not is_hopeless(plan.meters[place], [run.groups for run in runs]):
                continue
            decided.add(place)
    return decided


def _goes_back(runs: Sequence[Run]) -> bool:
    """Whether a run stands below a later one in its file."""
    rows = dict[int, int]()
    for run in runs:
        if run.row < rows.get(run.file, 0):
            return True
        rows[run.file] = run.row
    return False


def _prove(bench: Bench, plan: Plan, screened: Screened, places: Collection[int], now: int) -> None:
    for kind in kinds_of(plan.meters[place] for place in sorted(places)):
        groups = defaultdict[int, list[Group]](list)
        for row in bench.beside(in_order(plan, kind, screened.relation)) or ():
            groups[row[0]].append(Group(*row))
        for place, some in groups.items():
            rows = sum(each.rows for each in some)
            if rows != screened.expected.get(place, rows):
                continue
            if screened.take(plan, place, [segment_of(plan, place, some, now)]):
                screened.apart.add(place)
                if any(each.part_from == DOUBLED for each in some):
                    screened.doubled.add(place)


def _of_source(source: Source, plan: Plan) -> str:
    return _OF_SOURCE.format(rows=quick(source, plan, is_numbered=True))


def _unordered(bench: Bench, places: Collection[int], selects: Sequence[str]) -> set[int]:
    """Return the meters whose rows cannot be told to be in order of time in each of their files."""
    if not places:
        return set()
    asked = [_DESCENTS.format(rows=select, meters=_listed(places)) for select in selects]
    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(bench.beside, asked))
    unread = {*places} if any(each is None for each in found) else set[int]()
    every = [row for each in found for row in each or ()]
    falls, starts = defaultdict[int, int](int), defaultdict[int, int](int)
    for file, _, of_file, _, fell, _ in every:
        falls[file] += fell
        starts[file] += of_file
    return unread | {
        meter
        for file, meter, _, runs, _, fell in every
        if (falls[file] or starts[file] > 1) and (runs > 1 or fell)
    }


def _listed(places: Collection[int]) -> str:
    return ", ".join(map(str, sorted(places)))
