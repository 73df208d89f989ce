"""Spark on a cluster of this machine against DuckDB, on the same staged readings: to know only.

Both must give the same summary, or the figure is void.
"""

import os
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from benches.metering import made

from openjcm.metering import read_plan, stage_files, summarise_staged

sys.path.append(str(Path(__file__).parents[2] / "tests"))

from told.metering.spark_cluster import spark_cluster

METERS, MINUTES = 20, 43_200


def spark_ratio() -> float:
    """Return the seconds of a master with two workers by those of DuckDB, both once."""
    if find_spec("pyspark") is None:
        raise SystemExit("metering.spark_ratio needs Spark: make setup-spark")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fleet = made(folder, METERS, is_faulty=False, minutes=MINUTES)
        plan, staged = read_plan(fleet.plan), folder / "staged"
        stage_files([fleet.folder], plan, staged)
        began = time.perf_counter()
        here = summarise_staged(staged, plan)
        between = time.perf_counter()
        with spark_cluster(folder) as cluster:
            os.environ["SPARK_CONF_DIR"] = str(cluster.settings)
            asked = time.perf_counter()
            there = summarise_staged(staged, plan, master=cluster.master)
            took = time.perf_counter() - asked
        if (here.quantities, here.conservation) != (there.quantities, there.conservation):
            raise SystemExit("void: Spark and DuckDB differ")
        return took / (between - began)
