"""Read one batch of readings as it arrives: refused with every faulty row, or kept as it counts.

What is wrong between batches (a gap, a reset, two values at one instant) shows when the readings
are summarised; here only what no other batch can put right is refused.
"""

import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from openjcm.measure.errors import Finding
from openjcm.metering.files.opening import open_files
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.refusal import refuse
from openjcm.metering.working.bench import workbench
from openjcm.metering.working.staging import prepare, stage

CLOCK_DRIFT = timedelta(minutes=5)
"""How far the clock of a sender may be ahead of ours."""
_WRITE = """
COPY (SELECT meter, instant, register, row FROM reading ORDER BY row) TO '{place}'
(FORMAT parquet, COMPRESSION zstd)
"""
_SEEN = "SELECT count(*), count(DISTINCT meter), min(instant), max(instant) FROM reading"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch holds: ``first_at`` and ``last_at`` are microseconds since 1970, UTC."""

    readings: int
    meters: int
    first_at: int
    last_at: int
    read_as: tuple[str, ...]


def read_batch(file: Path, plan: Plan, into: Path, *, now: datetime) -> Batch:
    """Read a batch, and write its readings in their normal form, without a number of the file.

    Args:
        file: The batch as it came: one table, in any form that ``summarise`` reads.
        plan: The plan of the meters.
        into: The Parquet file to be written.
        now: A reading after it cannot have been taken yet.

    Raises:
        Malformed: the batch cannot be read, holds several tables, or a reading that bears an
            instant to come; every fault with its row.
        Stopped: the machine has no room to work it.
    """
    with tempfile.TemporaryDirectory(prefix="openjcm-batch-", dir=into.parent) as name:
        folder = Path(name)
        opened = open_files([file], plan, folder)
        refuse(opened.findings)
        if len(opened.members) > 1:
            said = "the batch holds several tables; send each as a batch of its own"
            refuse([Finding("several-tables", file.name, said)])
        (source,) = opened.sources
        with workbench(folder, [source.path], folders=[into.parent]) as bench:
            prepare(bench, plan)
            _, findings = stage(bench, opened.sources, plan)
            refuse(findings)
            ((readings, meters, first_at, last_at),) = bench.rows(_SEEN)
            if not readings:
                said = "the batch holds no reading; send nothing where there is none"
                refuse([Finding("empty-file", file.name, said)])
            if last_at > microseconds(now + CLOCK_DRIFT):
                said = (
                    f"a reading bears {plan.local(last_at).isoformat()}, which is still to come; "
                    "set the clock of the sender, or of what it reads"
                )
                refuse([Finding("future-stamp", file.name, said)])
            bench.run(_WRITE.format(place=str(into).replace("'", "''")))
    return Batch(readings, meters, first_at, last_at, tuple(opened.read_as[0]))
