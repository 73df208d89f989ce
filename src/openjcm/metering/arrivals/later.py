"""What readings that came after a report would change in it: told, and never done.

A report stands on the files that it names. A reading that comes later is *late* where the report
has none of its meter and instant, and *corrected* where it has another value there. What the
quantities would be with them is worked by the same definition; of two values at one instant the one
that came last counts.
"""

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from openjcm.metering.files.opening import Opened, open_files
from openjcm.metering.files.source import Source
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.refusal import refuse
from openjcm.metering.staged import summary_in
from openjcm.metering.summary import PeriodQuantity, Summary
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.definition import FAR
from openjcm.metering.working.staging import prepare, stage
from openjcm.metering.worth import Stated, Worth

CORRECTED_SHOWN = 100
_ARRIVED = """
COPY (SELECT meter, instant, register, file, row FROM reading) TO '{place}'
(FORMAT parquet, COMPRESSION zstd)
"""
_REPORTED = """
CREATE VIEW reading AS SELECT meter, instant, register, file, row FROM read_parquet('{place}')
WHERE file < {later}
"""
# Readings that only the report has, and of the others all with the value that came last.
_NOW = """
CREATE VIEW reading AS
WITH arrived AS (
    SELECT meter, instant, register, file, row FROM read_parquet('{place}')
    WHERE file NOT IN ({replaced})
)
SELECT meter, instant, register, file, row FROM (
    SELECT *, max(file) OVER same >= {later} AS is_told_again,
        arg_max(register, struct_pack(file := file, row := row)) OVER same AS newest
    FROM arrived WINDOW same AS (PARTITION BY meter, instant)
) AS told WHERE NOT is_told_again OR register = newest
"""
_CAME = """
CREATE TABLE came AS
WITH arrived AS (SELECT * FROM read_parquet('{place}') WHERE instant BETWEEN {start} AND {until}),
reported AS (
    SELECT meter, instant, min(register) AS least, max(register) AS most,
        min(struct_pack(file := file, row := row)) AS place
    FROM arrived WHERE file < {later} GROUP BY meter, instant
)
SELECT each.meter, each.instant, each.register, each.file, each.row,
    reported.least AS was, reported.place AS place
FROM arrived AS each LEFT JOIN reported
    ON reported.meter = each.meter AND reported.instant = each.instant
WHERE each.file >= {later}
    AND (reported.meter IS NULL OR each.register NOT BETWEEN reported.least AND reported.most)
"""
_LATE = """
SELECT meter, file, count(*), min(row), max(row), min(instant), max(instant) FROM came
WHERE was IS NULL GROUP BY meter, file ORDER BY meter, min(instant), file
"""
_CORRECTED = """
SELECT meter, instant, was, register, place.file, place.row, file, row, count(*) OVER () AS every
FROM came WHERE was IS NOT NULL ORDER BY meter, instant, file, row LIMIT {shown}
"""


# What a correction took away: the report has it, and no file that still counts.
_WITHDRAWN = """
SELECT count(*) FROM (
    SELECT meter, instant FROM read_parquet('{place}')
    WHERE file < {later} AND instant BETWEEN {start} AND {until}
    EXCEPT SELECT meter, instant FROM read_parquet('{place}') WHERE file NOT IN ({replaced})
) AS gone
"""


@dataclass(frozen=True, slots=True)
class LateReadings:
    """Readings of one meter in one file that came after the report, at instants it has none of.

    ``first_row`` and ``last_row`` are the lowest and the highest of the rows, ``first_at`` and
    ``last_at`` the earliest and the latest instant, in the plan's legal time.
    """

    meter: str
    file: str
    readings: int
    first_row: int
    last_row: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectedReading:
    """A reading that a later file has with another value; both in whole last digits."""

    meter: str
    at: datetime
    was: int
    is_now: int
    reported_file: str
    reported_row: int
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Revised:
    """A quantity as it was reported, and as it would be with what came later.

    A mean of no reading is ``None``.
    """

    reported: PeriodQuantity | None
    now: PeriodQuantity | None

    @property
    def quantity(self) -> PeriodQuantity:
        """Either of the two: which meter, parameter, equipment, year and unit it is of."""
        found = self.reported or self.now
        assert found is not None, "a quantity stands on one side at least"
        return found

    @property
    def difference(self) -> Decimal | None:
        """What it would be more, in the unit of the quantity."""
        if self.reported is None or self.now is None:
            return None
        return self.now.value - self.reported.value


@dataclass(frozen=True, slots=True)
class Later:
    """What came after a report: readings, and what they would change.

    ``corrected`` lists at most a hundred; ``corrected_readings`` counts all. Of
    ``withdrawn_readings`` the instants stand in no file any more, as the one that had them was
    replaced. ``tonnes`` is by how
    many tCO2e the reduction would be more, uncut; ``None`` where the plan names no methodology, or
    it cannot be worked.
    """

    quantities: tuple[Revised, ...]
    late: tuple[LateReadings, ...]
    corrected: tuple[CorrectedReading, ...]
    corrected_readings: int
    withdrawn_readings: int
    tonnes: Decimal | None
    reported: Summary
    now: Summary

    @property
    def late_readings(self) -> int:
        """How many readings came late."""
        return sum(each.readings for each in self.late)


def later_readings(
    reported: Sequence[Path],
    later: Sequence[Path],
    plan: Plan,
    *,
    replaced: Collection[Path] = (),
    now: datetime | None = None,
) -> Later:
    """Tell what later files would change in a report that stands on others.

    Args:
        reported: The files of the report.
        later: Files that came after it, in the order in which they came.
        plan: The plan of the report.
        replaced: Those of either that a later one takes the place of; they count no more.
        now: A reading after it bears an instant to come; ``None``: every reading may stand.

    Raises:
        Malformed: a file is refused, or the plan refuses a fault that shows with the later files.
        Stopped: the machine has no room to work the readings.
    """
    with tempfile.TemporaryDirectory(prefix="openjcm-later-") as name:
        folder = Path(name)
        first = _opened(reported, plan, folder / "reported")
        second = _opened(later, plan, folder / "later", first=len(first.members))
        sources, members = ([*first.sources, *second.sources], [*first.members, *second.members])
        asked = {
            "place": str(folder / "arrived.parquet").replace("'", "''"),
            "later": second.first,
            "replaced": ", ".join(["-1", *map(str, _replaced(first, second, replaced))]),
            "start": microseconds(plan.boundaries[0]),
            "until": microseconds(plan.boundaries[-1]),
        }
        _stage(folder, sources, plan, asked)
        at = FAR if now is None else microseconds(now)
        names = [each.name for each in members]
        summaries = []
        for view in (_REPORTED, _NOW):
            with _bench(folder) as bench:
                bench.run(view.format(**asked))
                summaries.append(summary_in(bench, members, (), plan, now=at))
        with _bench(folder) as bench:
            bench.run(_CAME.format(**asked))
            late = tuple(_late(bench, names, plan))
            corrected, every = _corrected(bench, names, plan)
            ((withdrawn,),) = bench.rows(_WITHDRAWN.format(**asked))
    before, after = summaries
    tonnes = _tonnes(before, after, plan)
    revised = tuple(_revised(before, after))
    return Later(revised, late, corrected, every, withdrawn, tonnes, before, after)


def _opened(files: Sequence[Path], plan: Plan, folder: Path, *, first: int = 0) -> Opened:
    folder.mkdir()
    opened = open_files(files, plan, folder, first=first)
    refuse(opened.findings)
    return opened


def _replaced(first: Opened, second: Opened, replaced: Collection[Path]) -> list[int]:
    """Return the numbers of sources whose file a later one takes the place of."""
    return [
        number
        for opened in (first, second)
        for number, at in enumerate(opened.of_member, start=opened.first)
        if opened.paths[at] in replaced
    ]


def _stage(
    folder: Path, sources: Sequence[Source], plan: Plan, asked: Mapping[str, object]
) -> None:
    """Write the readings of all files in their normal form."""
    inner = folder / "staging"
    inner.mkdir()
    with workbench(inner, [each.path for each in sources], folders=[folder]) as bench:
        prepare(bench, plan)
        _, findings = stage(bench, sources, plan)
        refuse(findings)
        bench.run(_ARRIVED.format(**asked))


@contextmanager
def _bench(folder: Path) -> Iterator[Bench]:
    with (
        tempfile.TemporaryDirectory(dir=folder) as name,
        workbench(Path(name), [folder / "arrived.parquet"]) as bench,
    ):
        yield bench


def _late(bench: Bench, names: Sequence[str], plan: Plan) -> Iterator[LateReadings]:
    for meter, file, readings, first_row, last_row, first_at, last_at in bench.rows(_LATE):
        yield LateReadings(
            plan.meters[meter].id,
            names[file],
            readings,
            first_row,
            last_row,
            plan.local(first_at),
            plan.local(last_at),
        )


def _corrected(
    bench: Bench, names: Sequence[str], plan: Plan
) -> tuple[tuple[CorrectedReading, ...], int]:
    rows = bench.rows(_CORRECTED.format(shown=CORRECTED_SHOWN))
    found = tuple(
        CorrectedReading(
            plan.meters[meter].id,
            plan.local(instant),
            was,
            is_now,
            names[before],
            before_row,
            names[file],
            row,
        )
        for meter, instant, was, is_now, before, before_row, file, row, _ in rows
    )
    return found, rows[0][-1] if rows else 0


def _revised(before: Summary, after: Summary) -> Iterator[Revised]:
    reported, now = (
        {(each.meter, each.year): each for each in summary.quantities}
        for summary in (before, after)
    )
    for key in dict.fromkeys([*reported, *now]):
        yield Revised(reported.get(key), now.get(key))


def _tonnes(before: Summary, after: Summary, plan: Plan) -> Decimal | None:
    if plan.worked is None:
        return None
    worth = Worth(plan.worked)
    reported, now = (
        worth.reduction(
            Stated(plan.meter(each.meter), each.year, each.value) for each in summary.quantities
        )
        for summary in (before, after)
    )
    return None if reported is None or now is None else now - reported
