"""What has arrived at an intake so far, worked as files are that were handed in."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from openjcm.intake.checking import checked
from openjcm.intake.opening import plan_of
from openjcm.intake.parts import (
    kept_still,
    numbers_missing,
    parts_of,
    parts_sql,
    parts_standing,
    put_together,
)
from openjcm.measure.errors import NotFound
from openjcm.measure.period import Period
from openjcm.metering import Plan, ReadFile, Summary
from openjcm.metering.plan.plan import microseconds
from openjcm.metering.staged import summary_in
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.normal_form import Part
from openjcm.store.database import configured, reader
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Intake, batches, standing

_READINGS = "CREATE VIEW reading AS SELECT * FROM ({parts}) AS part WHERE {counts}"
_REACHED = "SELECT min(last_at) FROM (SELECT max(instant) AS last_at FROM reading GROUP BY meter)"


@dataclass(frozen=True, slots=True)
class SoFar:
    """What an intake's readings come to, by a plan whose period ends where they reach."""

    plan: Plan
    summary: Summary
    arrived: tuple[Arrived, ...]


def summarise_intake(intake: Intake, *, last: date | None = None) -> SoFar:
    """Summarise what arrived, up to a day.

    Args:
        intake: Where it arrived.
        last: The last day that counts; ``None``: that of the plan, or, while the period runs, the
            last day that the readings of every meter reach the end of.

    Raises:
        NotFound: nothing arrived, or no whole day of the period is there yet.
        Malformed: readings contradict each other, or the plan refuses a fault.
        Stopped: the machine has no room to work the readings.
    """
    arrived = batches(reader(), intake.name)
    if not arrived:
        raise NotFound(f"nothing arrived at {intake.name} yet", code="nothing-arrived")
    now: datetime = reader().rows("SELECT ledger_now() AS now")[0]["now"]
    plan = plan_of(intake)
    with arrived_readings(intake, arrived) as bench:
        plan = replace(plan, period=_so_far(bench, plan, last))
        names = [Part(""), *(Part(f"batch {each.number}") for each in arrived)]
        files = [
            ReadFile(f"batch {each.number}", each.sha256, each.readings, each.read_as)
            for each in standing(arrived)
        ]
        summary = summary_in(bench, names, files, plan, now=microseconds(now))
    return SoFar(plan, summary, tuple(arrived))


@contextmanager
def arrived_readings(intake: Intake, arrived: Sequence[Arrived]) -> Iterator[Bench]:
    """Open a bench in which ``reading`` stands: the readings of batches that are not replaced.

    Raises:
        Conflict: a kept file is not what arrived.
        Stopped: the machine has no room to work the readings.
    """
    folder = parts_of(intake.name)
    folder.mkdir(parents=True, exist_ok=True)
    for each in numbers_missing(folder, arrived):
        _make_again(intake, each, folder)
    put_together(folder)
    with kept_still(folder), tempfile.TemporaryDirectory(prefix="openjcm-readings-") as name:
        parts = parts_standing(folder)
        with workbench(Path(name), parts) as bench:
            bench.run(_READINGS.format(parts=parts_sql(parts), counts=_counting(arrived)))
            yield bench


def _counting(arrived: Sequence[Arrived]) -> str:
    """Return SQL of which batches count: those listed, but for what a later one replaces."""
    counted = {each.number for each in standing(arrived)}
    replaced = ", ".join(str(each.number) for each in arrived if each.number not in counted)
    listed = f"file <= {arrived[-1].number}"
    return f"{listed} AND file NOT IN ({replaced})" if replaced else listed


def _make_again(intake: Intake, batch: Arrived, folder: Path) -> None:
    kept = FileStore(configured().files).path(batch.sha256)
    with tempfile.TemporaryDirectory(prefix=".again-", dir=folder) as name:
        part = Path(name) / "part.parquet"
        checked(intake, kept, part)
        part.replace(folder / f"{batch.number}.parquet")


def _so_far(bench: Bench, plan: Plan, last: date | None) -> Period:
    """Return the part of the period that the readings reach the end of."""
    whole = plan.period
    if last is None:
        ((reached,),) = bench.rows(_REACHED)
        last = min(whole.last, plan.local(reached).date() - timedelta(days=1))
    if last < whole.first:
        said = "no whole day of the period has arrived of every meter yet; ask again later"
        raise NotFound(said, code="too-early")
    return Period(whole.first, min(last, whole.last))
