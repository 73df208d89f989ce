"""Stage reading files in their normal form, and summarise what was staged, on either engine."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from openjcm.measure.errors import Malformed
from openjcm.metering.files.opening import ReadFile
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.readings import Sound, summary_of
from openjcm.metering.refusal import refuse
from openjcm.metering.summary import Summary
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.cluster import cluster
from openjcm.metering.working.definition import FAR
from openjcm.metering.working.engine import READING_COLUMNS, Engine, Named, work
from openjcm.metering.working.normal_form import (
    MANIFEST,
    READINGS,
    Manifest,
    differences,
    read_manifest,
)
from openjcm.metering.working.refusing import (
    beyond_turn,
    contradictions,
    false_boundaries,
    missing,
    overlapping,
)
from openjcm.metering.working.screening.ordered import prove_ordered
from openjcm.metering.working.screening.proof import Screened

_COLUMNS = ", ".join(name for name, _ in READING_COLUMNS)
_READ = "CREATE VIEW reading AS SELECT {columns} FROM read_parquet([{files}])"


def is_staged(path: Path) -> bool:
    """Tell whether a path is a folder of readings in their normal form."""
    return (path / MANIFEST).is_file()


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
    sources, files = manifest.sources, manifest.files
    return summary_in(engine, sources, files, plan, now=now, is_screened=is_screened)


def summary_in(
    engine: Engine,
    sources: Sequence[Named],
    files: Sequence[ReadFile],
    plan: Plan,
    *,
    now: int = FAR,
    is_screened: bool = True,
) -> Summary:
    """Work out a summary of readings that stand in an engine as they were read.

    Args:
        engine: In which ``reading`` stands.
        sources: What the number of a file in a reading leads to.
        files: The files, as the summary names them.
        plan: By which plan.
        now: A reading after it bears an instant to come.
        is_screened: Whether DuckDB leaves meters that the screen proves out of the relations.

    Raises:
        Malformed: as ``summarise``.
    """
    screened = Screened()
    if is_screened and isinstance(engine, Bench):
        prove_ordered(engine, plan, screened, now=now)
    work(engine, plan, now=now, apart=screened.apart)
    refuse(
        [
            *contradictions(engine, sources, plan),
            *missing(engine, sources, plan, screened.sums),
        ]
    )
    refuse(
        [
            *overlapping(engine, sources, plan),
            *beyond_turn(engine, sources, plan),
            *false_boundaries(engine, sources, plan),
        ]
    )
    return summary_of(Sound(engine, sources, tuple(files), screened), plan, now=now)


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
