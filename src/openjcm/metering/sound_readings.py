"""Open reading files on a bench, or refuse them with everything that is wrong."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from openjcm.measure.errors import Finding, Malformed
from openjcm.metering.cells import make_readings
from openjcm.metering.contradictions import contradictions, false_boundaries, missing
from openjcm.metering.legal_calendar import make_calendar
from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile, open_files
from openjcm.metering.registers import make_points
from openjcm.metering.workbench import Bench, workbench


@contextmanager
def sound_readings(
    files: Sequence[Path], plan: Plan
) -> Iterator[tuple[Bench, Sequence[ReadingFile]]]:
    """Open a bench with the tables ``reading`` and ``point``, or refuse the files.

    Raises:
        Malformed: a file or row cannot be read, or readings contradict each other or the plan;
            the findings name all of them.
        Stopped: the machine has no room to work the readings.
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
