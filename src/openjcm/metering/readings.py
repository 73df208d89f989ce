"""Summarise reading files under a plan: count what is sound, and report what was decided."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from openjcm.measure.errors import Finding
from openjcm.metering.comparing import differing
from openjcm.metering.course import Course, Tell, silent
from openjcm.metering.files.opening import Opened, ReadFile, open_files
from openjcm.metering.files.source import Source
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.refusal import refuse
from openjcm.metering.summary import Fault, Summary
from openjcm.metering.telling import conservation, fault_counts, told_of
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.counting import ends, tallies
from openjcm.metering.working.definition import FAR, relations
from openjcm.metering.working.engine import Engine, Named, work
from openjcm.metering.working.finding_faults import counts, faults, make_faults
from openjcm.metering.working.hours import MeterDays, meter_days
from openjcm.metering.working.places import RowSpan, row_spans
from openjcm.metering.working.refusing import (
    beyond_turn,
    contradictions,
    false_boundaries,
    missing,
    overlapping,
)
from openjcm.metering.working.screening.ordered import prove_loose
from openjcm.metering.working.screening.proof import Screened
from openjcm.metering.working.screening.screen import screen
from openjcm.metering.working.staging import prepare, stage, statements_of

STEPS = ("opening", "screening", "ordering", "checking", "counting", "days", "rows")


@dataclass(frozen=True, slots=True)
class Detailed:
    """A summary with what people look at: the days and hours of meters, and where rows stand.

    ``plan`` is the plan with the directions that its methodology gives.
    """

    summary: Summary
    plan: Plan
    days: tuple[MeterDays, ...] = ()
    rows: tuple[RowSpan, ...] = ()


@dataclass(slots=True)
class Sound:
    """An engine with the relations of files that passed, and the files themselves.

    ``sources`` are what the number of a file in a relation leads to.
    """

    engine: Engine
    sources: Sequence[Named]
    files: tuple[ReadFile, ...]
    screened: Screened


@dataclass(slots=True)
class SoundFiles(Sound):
    """Files that stand open, so that they can be read once more: the bench, and their tables.

    ``course`` is where the reading has come to.
    """

    bench: Bench
    tables: Sequence[Source]
    course: Course


def summarise(
    files: Sequence[Path], plan: Plan, *, now: datetime | None = None, tell: Tell = silent
) -> Summary:
    """Work out what the meters of a plan measured in each calendar year of its period.

    The order of the files and of their rows, and rows that stand twice, change no quantity.

    Args:
        files: Files of readings, or folders of them.
        plan: The meters, the period, the zone whose legal time cuts the years, and what is done
            about faults.
        now: A reading after it bears an instant to come; ``None``: every reading may stand.
        tell: Is told of each step.

    Raises:
        Malformed: a file or row cannot be read, readings contradict each other or the plan, or
            the plan refuses a fault; the findings name all of them.
        Stopped: the machine has no room to work the readings.
    """
    at = FAR if now is None else microseconds(now)
    with sound_readings(files, plan, now=at, tell=tell) as sound:
        sound.course.step("counting")
        return summary_of(sound, plan, now=at)


def summarise_in_detail(
    files: Sequence[Path],
    plan: Plan,
    *,
    has_days: bool,
    now: datetime | None = None,
    tell: Tell = silent,
) -> Detailed:
    """Summarise readings, and tell by which plan and, if asked for, days and the places of rows.

    Args:
        files: As of ``summarise``, as are the others.
        plan: As there.
        has_days: Whether the completeness of each day, daily profiles and the places of rows are
            wanted; the files are read once or twice more for it.
        now: As there.
        tell: As there.

    Raises:
        Malformed: as by ``summarise``.
        Stopped: as by ``summarise``.
    """
    at = FAR if now is None else microseconds(now)
    with sound_readings(files, plan, now=at, tell=tell) as sound:
        course = sound.course
        course.step("counting")
        detailed = detailed_of(sound, plan, now=at)
        if not has_days:
            return detailed
        asked = (sound.bench, sound.tables, plan, sound.screened)
        course.step("days")
        with course.watching(sound.bench, 1):
            days = meter_days(*asked)
        course.step("rows")
        with course.watching(sound.bench, 1):
            rows = row_spans(*asked)
        return replace(detailed, days=days, rows=rows)


@contextmanager
def sound_readings(
    files: Sequence[Path],
    plan: Plan,
    *,
    now: int = FAR,
    is_screened: bool = True,
    tell: Tell = silent,
) -> Iterator[SoundFiles]:
    """Open a bench with all relations over the readings of the files, or refuse the files.

    Args:
        files: What is read.
        plan: By which plan.
        now: A reading after it bears an instant to come.
        is_screened: Whether meters that the screen proves sound are left out of the relations.
        tell: Is told of each step.

    Raises:
        Malformed: as ``summarise``.
        Stopped: the machine has no room to work the readings.
    """
    course = Course(tell, STEPS)
    with tempfile.TemporaryDirectory(prefix="openjcm-readings-") as name:
        folder = Path(name)
        course.step("opening")
        opened = open_files(files, plan, folder, moved=course.moved)
        with workbench(folder, opened.outside) as bench:
            prepare(bench, plan)
            screened = None
            if is_screened and not opened.findings:
                course.step("screening")
                with course.watching(bench, len(opened.sources)):
                    screened = screen(bench, opened.sources, plan, now=now)
            if screened is not None:
                prove_loose(bench, opened.sources, plan, screened, now=now)
            screened, found = _put_in_order(bench, opened, plan, screened, course)
            findings = [*opened.findings, *found]
            course.step("checking")
            with course.watching(bench, sum(each.is_kept for each in relations(plan, now=now))):
                work(bench, plan, now=now, apart=screened.apart)
            findings += contradictions(bench, opened.members, plan)
            if not opened.findings and not found:
                findings += missing(bench, opened.members, plan, screened.sums)
            if not findings:
                findings += overlapping(bench, opened.members, plan)
                findings += beyond_turn(bench, opened.members, plan)
                findings += false_boundaries(bench, opened.members, plan)
            findings += opened.changed()
            refuse(findings)
            kept = opened.files(screened.rows)
            named, sources = opened.members, opened.sources
            yield SoundFiles(bench, named, kept, screened, bench, sources, course)


def _put_in_order(
    bench: Bench, opened: Opened, plan: Plan, screened: Screened | None, course: Course
) -> tuple[Screened, list[Finding]]:
    """Read what the screen did not prove, and return what is known then, and what is wrong."""
    course.step("ordering")
    only = None if screened is None else screened.names(plan)
    among = None if screened is None else screened.among
    counted = {} if screened is None else _lines(opened.sources, screened)
    read = [each for each in opened.sources if among is None or each.number in among]
    with course.watching(bench, statements_of(read)):
        rows, found = stage(bench, opened.sources, plan, only=only, among=among, rows=counted)
    return screened or Screened(rows=rows), found


def summary_of(sound: Sound, plan: Plan, *, now: int) -> Summary:
    """Count the relations of an engine, and what the screen proved.

    Raises:
        Malformed: the plan refuses a fault.
    """
    return detailed_of(sound, plan, now=now).summary


def detailed_of(sound: Sound, plan: Plan, *, now: int) -> Detailed:
    """Count the relations of an engine, with the plan as its methodology directs it.

    Raises:
        Malformed: the plan refuses a fault.
    """
    engine = sound.engine
    first, last = (microseconds(plan.boundaries[at]) for at in (0, -1))
    make_faults(engine, plan, sound.screened, now=now, first=first, last=last)
    by_meter = defaultdict(list, sound.screened.sums)
    for tally in tallies(engine):
        by_meter[tally.meter].append(tally)
    stands = ends(engine) | sound.screened.ends
    told = told_of(plan, by_meter, stands)
    found = counts(engine, sound.screened)
    listed = (
        *faults(engine, sound.sources, told.plan),
        *differing(told.plan, told.comparisons),
    )
    refuse([*_refused(listed, told.plan)])
    summary = Summary(
        quantities=told.quantities,
        faults=listed,
        fault_counts=tuple(fault_counts(told, found)),
        conservation=tuple(
            conservation(
                meter, stands[place], told.counts[place], found.get((place, FaultKind.RESET), 0)
            )
            for place, meter in enumerate(plan.meters)
        ),
        files=sound.files,
        comparisons=told.comparisons,
    )
    return Detailed(summary, told.plan)


def directed_plan(sound: Sound, plan: Plan) -> Plan:
    """Return a plan with the directions that its methodology gives.

    Raises:
        Malformed: the plan refuses a fault.
    """
    if plan.worked is None:
        return plan
    by_meter = defaultdict(list, sound.screened.sums)
    for tally in tallies(sound.engine):
        by_meter[tally.meter].append(tally)
    return told_of(plan, by_meter, ends(sound.engine) | sound.screened.ends).plan


def _refused(listed: Sequence[Fault], plan: Plan) -> Iterator[Finding]:
    """Find faults of single readings that the plan refuses, each with its row."""
    for each in listed:
        if plan.meter(each.meter).treatment(each.kind) is Treatment.REFUSE:
            place = f"{each.file} row {each.row}"
            yield Finding(each.kind.value, place, f"{each.meter}: {each.message}")


def _lines(sources: Sequence[Source], screened: Screened) -> dict[int, int]:
    """Return how many rows those sources have in which a row is a reading."""
    return {each.number: screened.rows_of(each) for each in sources if not each.is_wide}
