"""Summarise reading files under a plan: count what is sound, and report what was decided."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from openjcm.metering.faults import fault_counts, faults, make_faults
from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile
from openjcm.metering.registers import conservation, make_steps, quantities
from openjcm.metering.sound_readings import sound_readings
from openjcm.metering.summary import ReadFile, Summary
from openjcm.metering.workbench import Bench


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


def _read_files(bench: Bench, files: Sequence[ReadingFile]) -> Iterator[ReadFile]:
    counts = dict(bench.execute("SELECT file, count(*) FROM reading GROUP BY file").fetchall())
    for number, file in enumerate(files):
        yield ReadFile(file.name, file.sha256, counts[number])
