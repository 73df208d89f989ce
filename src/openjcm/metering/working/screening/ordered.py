"""Prove readings sound that stand in the engine already, whatever the order of their rows.

One plain window puts them in order and compares neighbours, which costs a small part of what the
relations of the definition do. What proves a meter is the same; a reading that stands twice, and a
row below a later one, change no sum, and are faults that are still to be listed.
"""

from collections import defaultdict

from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.bench import Bench
from openjcm.metering.working.screening.proof import (
    DOUBLED,
    Group,
    Screened,
    is_plain,
    segment_of,
)
from openjcm.metering.working.screening.statement import in_order, kinds_of

_PLACES = "SELECT DISTINCT meter FROM reading"
# Whether rows stand below later ones can be told in one pass only where they do not.
_DESCENTS = """
SELECT file, meter, sum(CASE WHEN same_file THEN 0 ELSE 1 END),
    sum(CASE WHEN same_file AND same_meter THEN 0 ELSE 1 END),
    sum(CASE WHEN same_file AND fell THEN 1 ELSE 0 END),
    sum(CASE WHEN same_file AND same_meter AND fell THEN 1 ELSE 0 END)
FROM (
    SELECT file, meter, coalesce(lag(file) OVER () = file, false) AS same_file,
        coalesce(lag(meter) OVER () = meter, false) AS same_meter,
        instant < lag(instant) OVER () OR row <= lag(row) OVER () AS fell
    FROM reading
) AS followed GROUP BY file, meter
"""


def prove_ordered(bench: Bench, plan: Plan, screened: Screened, *, now: int) -> None:
    """Take the meters that are sound once the rows of ``reading`` are put in order.

    Args:
        bench: An engine in which ``reading`` stands.
        plan: The meters.
        screened: Where what is proved is added.
        now: A reading after it bears an instant to come.
    """
    stand = {place for (place,) in bench.rows(_PLACES)} - screened.sums.keys()
    open_ones = {place for place in stand if is_plain(plan.meters[place])}
    proved = set[int]()
    for kind in kinds_of(plan.meters[place] for place in sorted(open_ones)):
        groups = defaultdict[int, list[Group]](list)
        for row in bench.beside(in_order(plan, kind)) or ():
            groups[row[0]].append(Group(*row))
        for place, some in groups.items():
            if screened.take(plan, place, [segment_of(plan, place, some, now)]):
                proved.add(place)
                screened.doubled |= {place} if any(g.part_from == DOUBLED for g in some) else set()
    screened.apart |= proved
    if proved:
        screened.unordered |= proved & _unordered(bench)


def _unordered(bench: Bench) -> set[int]:
    """Return the meters whose rows cannot be told to be in order of time in each of their files."""
    every = bench.rows(_DESCENTS)
    falls, starts = defaultdict[int, int](int), defaultdict[int, int](int)
    for file, _, of_file, _, fell, _ in every:
        falls[file] += fell
        starts[file] += of_file
    return {
        meter
        for file, meter, _, runs, _, fell in every
        if (falls[file] or starts[file] > 1) and (runs > 1 or fell)
    }
