"""What Spark cannot do is said in one sentence, and nothing of it stays behind.

Slow: Spark runs on a cluster of separate Java processes.
"""

import gc
import sys
from pathlib import Path

import psutil
import pytest

from openjcm.measure.errors import Stopped
from openjcm.metering.working.cluster import cluster
from openjcm.metering.working.spark import in_spark
from told.metering.spark_cluster import DEFAULTS, SparkCluster, free_port

pytestmark = pytest.mark.slow


def test_a_sum_that_does_not_fit_stops_the_work(
    spark: SparkCluster, capfd: pytest.CaptureFixture[str]
) -> None:
    """No register wraps round in silence, and Java is quiet and gone afterwards."""
    before = _javas()
    too_much = "SELECT sum(register) FROM (VALUES (9223372036854775807), (1)) AS one(register)"

    with pytest.raises(Stopped, match="ARITHMETIC_OVERFLOW") as stopped, cluster("local[1]") as one:
        one.rows(too_much)

    assert spark.master
    assert stopped.value.code == "spark-failed"
    assert capfd.readouterr() == ("", "")
    assert _javas() == before


def _javas() -> set[int]:
    return {each.pid for each in psutil.Process().children() if "java" in each.name()}


def test_texts_of_a_plan_arrive_as_they_are(spark: SparkCluster) -> None:
    """Quotation marks, strokes and blanks of a meter's name mean nothing to Spark."""
    names = ["it's", 'a "meter"', "back\\slash", "${spark.master}", "メーター", "\n", None]
    columns = (("id", "VARCHAR"), ("at", "INTEGER"))

    with cluster("local[1]") as one:
        one.table("named", columns, [(name, at) for at, name in enumerate(names)])
        one.table("none", columns, [])

        assert one.rows("SELECT id FROM named ORDER BY at") == [(name,) for name in names]
        assert one.rows("SELECT id FROM none") == []
    assert spark.master


def test_a_cluster_without_room_is_named(
    spark: SparkCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spark would wait without end for a worker with that much memory."""
    settings = DEFAULTS.replace("spark.executor.memory 512m", "spark.executor.memory 8g")
    (tmp_path / "spark-defaults.conf").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))

    with (
        pytest.raises(Stopped, match="no worker of spark://") as stopped,
        cluster(spark.master, within=2),
    ):
        pass

    assert stopped.value.code == "no-worker"


def test_without_java_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Debian's package is named where there is no Java."""
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    # PySpark leaves its pipe to the Java that did not start to be swept up.
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)

    code, said = _refused("local[1]")
    gc.collect()

    assert code == "no-java"
    assert "apt-get install openjdk-17-jre-headless" in said


def _refused(master: str) -> tuple[str, str]:
    try:
        with cluster(master):
            pytest.fail("there is no such thing")
    except Stopped as stopped:
        return stopped.code, str(stopped)


def test_a_master_that_is_not_there_is_named() -> None:
    """An address where nobody listens is told apart from a cluster that is busy."""
    nobody = f"spark://127.0.0.1:{free_port()}"

    with pytest.raises(Stopped, match="nobody listens at spark://") as stopped, cluster(nobody):
        pass

    assert stopped.value.code == "no-cluster"


def test_a_faulty_setting_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Spark refuses of its settings is passed on."""
    faulty = "spark.network.timeout 3s\n"
    (tmp_path / "spark-defaults.conf").write_text(DEFAULTS + faulty, encoding="utf-8")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))

    with pytest.raises(Stopped, match=r"spark\.network\.timeout") as stopped, cluster("local[1]"):
        pass

    assert stopped.value.code == "no-cluster"


def test_what_the_definition_says_is_put_word_for_word() -> None:
    """The structs, whole divisions and windows of DuckDB have their like in Spark."""
    said = in_spark(
        "SELECT struct_pack(file := file, row := row) AS place, a // b AS whole, "
        "lag(c) OVER one AS before FROM t WINDOW one AS (PARTITION BY d ORDER BY e)"
    )

    assert said == (
        "SELECT STRUCT(file AS file, row AS row) AS place, a DIV b AS whole, "
        "LAG(c) OVER one AS before FROM t WINDOW one AS (PARTITION BY d ORDER BY e NULLS LAST)"
    )
