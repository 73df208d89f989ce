"""Readings staged for an engine, and the engine that works them."""

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.commands.meters.listing import PlanFile, now, steps_shown
from openjcm.cli.progress import note
from openjcm.measure.errors import Malformed, SchemeError
from openjcm.metering import (
    Detailed,
    Plan,
    TakenOver,
    files_kept,
    is_staged,
    read_plan,
    stage_files,
    summarise_in_detail,
    summarise_staged,
)
from openjcm.papers.readings.words import say

_NAMES_SHOWN = 5


class EngineName(StrEnum):
    """What works the readings."""

    DUCKDB = "duckdb"
    SPARK = "spark"


Cluster = Annotated[
    str, typer.Option("--master", help="The Spark cluster: spark://host:7077, or local[2].")
]
StagedReadings = Annotated[
    str, typer.Option(help="Where the staged Parquet files stand if not in the folder: s3a://…")
]


def stage(
    paths: Annotated[list[Path], typer.Argument(help="Reading files, or folders of them.")],
    plan: PlanFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to be made.")],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Read files once, and write their readings as Parquet that DuckDB and Spark both read.

    What is read is kept beside the folder until that is whole: after a run that was broken off,
    or that found a fault, the same command reads only the rest, and files that have changed.

    Raises:
        NotFound: there is no such plan.
        Malformed: files or plan are refused, or the folder is there already.
        Conflict: another run stages into the same folder.
        Stopped: there is no room to work them.
    """
    read = read_plan(plan)

    def tell_taken(taken: TakenOver) -> None:
        if not as_json:
            for line in _taken_over(taken, language):
                note(line)

    try:
        with steps_shown(language) as tell:
            manifest = stage_files(paths, read, out, tell=tell, taken_over=tell_taken)
    except (SchemeError, KeyboardInterrupt):
        kept, folder = files_kept(out)
        if kept and not as_json:
            note(say(language, "staging-goes-on", files=kept, folder=str(folder)))
        raise
    said = {"folder": str(out), "files": [asdict(each) for each in manifest.files]}
    lines = [f"{each.rows:>12} {each.sha256} {each.name}" for each in manifest.files]
    answer(said, as_json=as_json, text=lambda: "\n".join([*lines, f"staged in {out}"]))


def _taken_over(taken: TakenOver, language: str) -> Iterator[str]:
    """Say what another run had read, and what of it is read again."""
    yield say(language, "staging-taken-over", files=taken.files, of=taken.of)
    if taken.changed:
        names = ", ".join(taken.changed[:_NAMES_SHOWN])
        more = " …" if len(taken.changed) > _NAMES_SHOWN else ""
        yield say(language, "staging-changed", names=f"{names}{more}")
    if taken.has_other_basis:
        yield say(language, "staging-other-basis")


def worked(
    paths: list[Path],
    plan: Plan,
    language: str,
    *,
    has_days: bool,
    master: str,
    readings: str,
) -> Detailed:
    """Work files, or one staged folder; days and places of rows are told of files alone.

    Raises:
        Malformed: as ``summarise``; or a cluster is asked for, and nothing was staged.
        Stopped: there is no room, or no cluster.
    """
    if len(paths) == 1 and is_staged(paths[0]):
        summary = summarise_staged(paths[0], plan, now=now(), master=master, readings=readings)
        return Detailed(summary, plan)
    if master or readings:
        said = (
            "Spark, and --readings, take one folder that openjcm meter stage made; stage the files "
            "first: openjcm meter stage PATH… --plan PLAN.toml -o DIR"
        )
        raise Malformed(said, code="not-staged", about="readings")
    with steps_shown(language) as tell:
        return summarise_in_detail(paths, plan, has_days=has_days, now=now(), tell=tell)
