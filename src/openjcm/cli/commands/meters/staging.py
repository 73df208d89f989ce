"""Readings staged for an engine, and the engine that works them."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.commands.meters.listing import PlanFile, now, steps_shown
from openjcm.cli.progress import progress
from openjcm.measure.errors import Malformed
from openjcm.metering import (
    Detailed,
    Plan,
    is_staged,
    read_plan,
    stage_files,
    summarise_in_detail,
    summarise_staged,
)


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
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Read files once, and write their readings as Parquet that DuckDB and Spark both read.

    Raises:
        NotFound: there is no such plan.
        Malformed: files or plan are refused, or the folder is there already.
        Stopped: there is no room to work them.
    """
    manifest = stage_files(paths, read_plan(plan), out)
    said = {"folder": str(out), "files": [asdict(each) for each in manifest.files]}
    lines = [f"{each.rows:>12} {each.sha256} {each.name}" for each in manifest.files]
    answer(said, as_json=as_json, text=lambda: "\n".join([*lines, f"staged in {out}"]))


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
    with progress() as show:
        tell = steps_shown(show, language)
        return summarise_in_detail(paths, plan, has_days=has_days, now=now(), tell=tell)
