"""DuckDB and Spark agree to the unit on fleets with every fault, and both find what was planted.

Slow: Spark runs on a cluster of separate Java processes.
"""

import contextlib
import time
from pathlib import Path

import psutil
import pytest

from openjcm.metering import Summary, stage_files, summarise
from openjcm.metering.plan.plan import microseconds
from openjcm.metering.staged import engine_over, summary_over
from openjcm.metering.working.cluster import cluster
from openjcm.metering.working.counting import ends, tallies
from openjcm.metering.working.engine import Engine
from openjcm.metering.working.normal_form import READINGS, read_manifest
from openjcm.metering.working.spark import SparkBench
from told.metering.fleet import Fleet, fleet
from told.metering.spark_cluster import SparkCluster

pytestmark = pytest.mark.slow

SEEDS = (1, 2, 3)
WITHIN_SECONDS = 60
EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend"
STEPS = """
SELECT meter, since, until, change, jump, class, missing, part_from, part_to FROM step
ORDER BY meter, until
"""


def test_both_engines_agree_and_find_what_was_planted(spark: SparkCluster, tmp_path: Path) -> None:
    """Every step, sum, end, fault, quantity and register is the same to the unit on both."""
    with cluster(spark.master) as bench:
        assert all(_has_executor(pid) for pid in spark.workers)
        for seed in SEEDS:
            said, folder = fleet(seed), tmp_path / str(seed)
            folder.mkdir()
            files = said.write(folder)
            stage_files(files, said.plan, folder / "staged")
            there = _compared(bench, said, folder / "staged")
            bench.clear()
            _is_as_planted(there, said)
            here = summarise(files, said.plan, now=said.now)
            assert here.quantities == there.quantities
            assert here.conservation == there.conservation


def _compared(bench: SparkBench, said: Fleet, folder: Path) -> Summary:
    place, now = (folder / READINGS).as_uri(), microseconds(said.now)
    manifest = read_manifest(folder, said.plan)
    bench.read(place)
    there = summary_over(bench, manifest, said.plan, now=now)
    with engine_over(place) as duckdb:
        here = summary_over(duckdb, manifest, said.plan, now=now, is_screened=False)
        assert _worked(bench) == _worked(duckdb)
    with engine_over(place) as duckdb:
        screened = summary_over(duckdb, manifest, said.plan, now=now)
    assert there == here == screened
    return there


def _worked(engine: Engine) -> tuple[object, ...]:
    return engine.rows(STEPS), tallies(engine), ends(engine)


def _is_as_planted(summary: Summary, said: Fleet) -> None:
    planted = {key: number for key, number in said.planted.items() if number}
    assert {(each.meter, each.kind): each.count for each in summary.fault_counts} == planted
    assert all(each.holds for each in summary.conservation)


def _has_executor(worker: int) -> bool:
    """Wait until a worker has a process that works for us."""
    until = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < until:
        for each in psutil.Process(worker).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if EXECUTOR in each.cmdline():
                    return True
        time.sleep(0.2)
    return False
