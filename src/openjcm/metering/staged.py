"""Stage reading files in their normal form, and summarise what was staged, on either engine."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from openjcm.measure.errors import Malformed
from openjcm.metering.files.opening import open_files
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.readings import Sound, summary_of
from openjcm.metering.refusal import refuse
from openjcm.metering.summary import Summary
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.cluster import cluster
from openjcm.metering.working.definition import FAR
from openjcm.metering.working.engine import READING_COLUMNS, Engine, work
from openjcm.metering.working.normal_form import (
    MANIFEST,
    READINGS,
    Manifest,
    Part,
    differences,
    digest_of,
    read_manifest,
    sums_of,
    write_manifest,
)
from openjcm.metering.working.refusing import contradictions, false_boundaries, missing
from openjcm.metering.working.screening.ordered import prove_ordered
from openjcm.metering.working.screening.proof import Screened
from openjcm.metering.working.staging import prepare, stage

_COLUMNS = ", ".join(name for name, _ in READING_COLUMNS)
_WRITE = """
COPY (SELECT {columns} FROM reading) TO '{place}'
(FORMAT parquet, COMPRESSION zstd, FILE_SIZE_BYTES '128MB', FILENAME_PATTERN 'part-{{i}}')
"""
_READ = "CREATE VIEW reading AS SELECT {columns} FROM read_parquet([{files}])"


def is_staged(path: Path) -> bool:
    """Tell whether a path is a folder of readings in their normal form."""
    return (path / MANIFEST).is_file()


def stage_files(files: Sequence[Path], plan: Plan, into: Path) -> Manifest:
    """Read files of any kind once, and write their readings as every engine reads them.

    The folder appears when all of it stands in it.

    Args:
        files: Files of readings, or folders of them.
        plan: Under which plan they are read.
        into: The folder to be made.

    Raises:
        Malformed: a file or row cannot be read, or there is something at ``into`` already.
        Stopped: the machine has no room to work the readings.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        said = f"there is something at {into} already; name a folder that is not there yet"
        raise Malformed(said, code="folder-taken", about="folder")
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{into.name}-", dir=into.parent) as name:
        half = Path(name) / into.name
        half.mkdir()
        manifest = _staged(files, plan, half)
        half.replace(into)
    return manifest


def _staged(files: Sequence[Path], plan: Plan, into: Path) -> Manifest:
    with tempfile.TemporaryDirectory(prefix="openjcm-readings-") as name:
        folder = Path(name)
        opened = open_files(files, plan, folder)
        refuse(opened.findings)
        sources = [each.path for each in opened.sources]
        with workbench(folder, sources, writes=into) as bench:
            prepare(bench, plan)
            rows, findings = stage(bench, opened.sources, plan)
            refuse([*findings, *opened.changed()])
            place = str(into / READINGS).replace("'", "''")
            bench.run(_WRITE.format(columns=_COLUMNS, place=place))
            parts = tuple(Part(each.name) for each in opened.sources)
            sums, _ = sums_of(bench, len(plan.meters), len(parts))
    manifest = Manifest(digest_of(plan), opened.files(rows), parts, sums)
    write_manifest(into, manifest)
    return manifest


def summarise_staged(
    folder: Path,
    plan: Plan,
    *,
    now: datetime | None = None,
    master: str = "",
    readings: str = "",
) -> Summary:
    """Work out what ``summarise`` does, from readings in their normal form.

    Args:
        folder: What ``stage_files`` made; of it the manifest alone where ``readings`` is given.
        plan: The plan under which they were staged; its rules may be others.
        now: A reading after it bears an instant to come; ``None``: every reading may stand.
        master: The Spark cluster that works it, such as ``spark://host:7077``; blank: DuckDB here.
        readings: Where the Parquet files stand if not in the folder, such as ``s3a://…``.

    Raises:
        NotFound: the folder has no manifest.
        Malformed: as ``summarise``; the plan or the readings are not those that were staged.
        Stopped: the machine has no room, or the cluster is not there or fails.
    """
    manifest = read_manifest(folder, plan)
    place = readings or (folder / READINGS).resolve().as_uri()
    at = FAR if now is None else microseconds(now)
    with engine_over(place, master) as engine:
        return summary_over(engine, manifest, plan, now=at)


def summary_over(
    engine: Engine, manifest: Manifest, plan: Plan, *, now: int = FAR, is_screened: bool = True
) -> Summary:
    """Work out a summary on an engine in which ``reading`` stands.

    Args:
        engine: DuckDB or Spark.
        manifest: What stands there.
        plan: By which plan.
        now: A reading after it bears an instant to come.
        is_screened: Whether DuckDB leaves meters that the screen proves out of the relations.

    Raises:
        Malformed: as ``summarise_staged``.
    """
    refuse(differences(engine, manifest, len(plan.meters)))
    screened = Screened()
    if is_screened and isinstance(engine, Bench):
        prove_ordered(engine, plan, screened, now=now)
    work(engine, plan, now=now, apart=screened.apart)
    findings = [
        *contradictions(engine, manifest.sources, plan),
        *missing(engine, manifest.sources, plan, screened.sums),
    ]
    refuse(findings or [*false_boundaries(engine, manifest.sources, plan)])
    sound = Sound(engine, manifest.sources, manifest.files, screened)
    return summary_of(sound, plan, now=now)


@contextmanager
def engine_over(place: str, master: str = "") -> Iterator[Engine]:
    """Open an engine in which ``reading`` stands: DuckDB, or Spark where a master is named.

    Args:
        place: A folder of Parquet files in their normal form, as a URI.
        master: The cluster, as Spark names it.

    Raises:
        Malformed: there are no such files, or they are not on this machine and DuckDB reads none.
        Stopped: the machine has no room, or the cluster is not there or fails.
    """
    if master:
        with cluster(master) as spark:
            spark.read(place)
            yield spark
        return
    with tempfile.TemporaryDirectory(prefix="openjcm-readings-") as name:
        files = _files_here(place)
        with workbench(Path(name), files) as bench:
            _read(bench, files)
            yield bench


def _files_here(place: str) -> list[Path]:
    """Return the Parquet files of a folder of this machine.

    Raises:
        Malformed: the place is on another, or holds none.
    """
    address = urlsplit(place)
    if address.scheme not in {"", "file"} or address.netloc:
        said = f"DuckDB reads no {place}; name a cluster: --engine spark --master spark://…"
        raise Malformed(said, code="not-here", about="readings")
    path = Path(unquote(address.path))
    found = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not found or not all(each.is_file() for each in found):
        said = f"there are no Parquet files at {path}; stage the files again"
        raise Malformed(said, code="no-readings", about="readings")
    return found


def _read(bench: Bench, files: Sequence[Path]) -> None:
    said = ", ".join("'" + str(each).replace("'", "''") + "'" for each in files)
    bench.run(_READ.format(columns=_COLUMNS, files=said))
