"""The tests of the second engine share one cluster of separate processes."""

from collections.abc import Iterator

import pytest

from told.metering.spark_cluster import SparkCluster, spark_cluster


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkCluster]:
    """Run a master and two workers on this machine."""
    with (
        spark_cluster(tmp_path_factory.mktemp("cluster")) as cluster,
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setenv("SPARK_CONF_DIR", str(cluster.settings))
        patched.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        yield cluster
