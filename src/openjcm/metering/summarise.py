"""Summarise reading files under a plan: refuse what contradicts itself, count what is left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from openjcm.measure.errors import Finding, Malformed
from openjcm.metering.cells import make_readings
from openjcm.metering.contradictions import contradictions, false_boundaries, missing
from openjcm.metering.faults import fault_counts, faults, make_faults
from openjcm.metering.legal_calendar import make_calendar
from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile, open_files
from openjcm.metering.registers import conservation, make_points, make_steps, quantities
from openjcm.metering.summary import ReadFile, Summary
from openjcm.metering.workbench import Bench, workbench


def summarise(files: Sequence[Path], plan: Plan) -> Summary:
    """Work out how far each register moved on in each calendar year of the plan's period.

    The order of the files and of their rows, and rows that stand twice, change no quantity.

    Args:
        files: CSV files, each with the header ``meter,read_at,register_wh``.
        plan: The meters, the period and the zone whose legal time cuts the years.

    Raises:
        Malformed: a file or row cannot be read, or readings contradict each other or the plan;
            the findings name all of them.
        Stopped: the machine has no room to work the readings.
    """
    with sound_readings(files, plan) as (bench, read):
        make_steps(bench)
        make_faults(bench)
        amounts = quantities(bench, plan)
        return Summary(
            quantities=amounts,
            faults=tuple(faults(bench, read, plan)),
            fault_counts=fault_counts(bench),
            conservation=conservation(bench, amounts),
            files=tuple(_read_files(bench, read)),
        )


@contextmanager
def sound_readings(
    files: Sequence[Path], plan: Plan
) -> Iterator[tuple[Bench, Sequence[ReadingFile]]]:
    """Open a bench with the tables ``reading`` and ``point``, or refuse the files.

    Raises:
        Malformed: as in ``summarise``.
        Stopped: as in ``summarise``.
    """
    read, findings = open_files(files)
    with workbench(read) as bench:
        make_calendar(bench, plan)
        readable, found = make_readings(bench, read, plan)
        findings += [*found, *contradictions(bench, read, plan)]
        if len(readable) == len(files):
            findings += missing(bench, read, plan)
        if not findings:
            make_points(bench)
            findings += false_boundaries(bench, read, plan)
        findings += _changed_files(read)
        _refuse(findings)
        yield bench, read


def _changed_files(files: Sequence[ReadingFile]) -> Iterator[Finding]:
    for file in files:
        if not file.is_unchanged:
            yield Finding("file-changed", file.name, "the file was written while it was read")


def _refuse(findings: Sequence[Finding]) -> None:
    if not findings:
        return
    first, others = findings[0], len(findings) - 1
    raise Malformed(
        f"the readings are refused: {first.place}: {first.message}"
        + (f" (and {others} more)" if others else ""),
        code="readings-refused",
        about="readings",
        findings=tuple(findings),
    )


def _read_files(bench: Bench, files: Sequence[ReadingFile]) -> Iterator[ReadFile]:
    counts = dict(bench.execute("SELECT file, count(*) FROM reading GROUP BY file").fetchall())
    for number, file in enumerate(files):
        yield ReadFile(file.name, file.sha256, counts[number])
