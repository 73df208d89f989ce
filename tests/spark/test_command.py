"""``openjcm meter summarise --engine spark`` in a shell, as a person runs it.

Slow: Spark runs on a cluster of separate Java processes.
"""

import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from told.metering.spark_cluster import SparkCluster

pytestmark = pytest.mark.slow

READINGS = Path(str(files("openjcm.stories"))) / "first_issuance" / "months"
PLAN = """
zone = "Asia/Dhaka"
first = 2017-03-01
last = 2019-07-31

[[meter]]
id = "BD002-EC-1"
parameter = "EC_PJ"
equipment = "chiller 1"
"""


def meter(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command of meters."""
    command = [str(Path(sys.executable).parent / "openjcm"), "meter", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=False, env=os.environ
    )


def test_a_folder_is_staged_once_and_worked_on_either_engine(
    spark: SparkCluster, tmp_path: Path
) -> None:
    """Both answer with the same line, Spark reads from another place, and nothing else is said."""
    plan, staged = tmp_path / "plan.toml", tmp_path / "staged"
    plan.write_text(PLAN, encoding="utf-8")
    asked = ("--plan", plan, "--json")

    made = meter("stage", READINGS / "BD002.csv", "--plan", plan, "-o", staged)
    here = meter("summarise", staged, *asked)
    shutil.move(staged / "readings", tmp_path / "elsewhere")
    there = meter(
        *("summarise", staged, *asked, "--engine", "spark", "--master", spark.master),
        *("--readings", (tmp_path / "elsewhere").as_uri()),
    )

    assert [each.stderr for each in (made, here, there)] == ["", "", ""]
    assert here.stdout.startswith('{"by_equipment"')
    assert there.stdout == here.stdout
