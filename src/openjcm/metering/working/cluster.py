"""A session on an Apache Spark cluster: begun with what results depend on, quiet, and ended.

Where the cluster is and how it is used is set as everywhere with Spark, in ``spark-defaults.conf``;
what is set here goes before that, because results depend on it.
"""

import contextlib
import socket
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, Any

from openjcm.measure.errors import Stopped
from openjcm.metering.working.spark import SparkBench

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WITHIN_SECONDS = 60.0
KNOCK_SECONDS = 10
_STANDALONE = "spark://"
_POLL_SECONDS = 0.2
_ENDING_SECONDS = 20
_SAID_MAX = 250
_SETTINGS = {
    # A sum that does not fit stops the work instead of wrapping round.
    "spark.sql.ansi.enabled": "true",
    # A name such as ${env:HOME} in a plan stays what it is.
    "spark.sql.variable.substitute": "false",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
}
_NO_SPARK = (
    "the engine spark is not installed; install it with its lock: python -m pip install --no-deps "
    "--require-hashes -r requirements-spark.lock, and Java: apt-get install openjdk-17-jre-headless"
)
_NO_JAVA = (
    "Spark does not start; it needs Java 17: apt-get install openjdk-17-jre-headless, and where "
    "JAVA_HOME names another Java: unset JAVA_HOME"
)


@contextlib.contextmanager
def cluster(master: str, *, within: float = WITHIN_SECONDS) -> Iterator[SparkBench]:
    """Open a bench on the cluster of ``master``, such as ``spark://host:7077`` or ``local[2]``.

    Args:
        master: As Spark names it.
        within: How many seconds the cluster has to give a worker.

    Raises:
        Stopped: Spark or Java is not installed, the cluster gives no worker, or the work failed.
    """
    if find_spec("pyspark") is None or find_spec("sqlglot") is None:
        raise Stopped(_NO_SPARK, code="no-spark", about="engine")
    from py4j.protocol import Py4JError  # noqa: PLC0415 - of the extra
    from pyspark.errors import PySparkException  # noqa: PLC0415 - as above
    from pyspark.logger import PySparkLogger  # noqa: PLC0415 - as above

    # What it would say is in the exception.
    PySparkLogger.getLogger("SQLQueryContextLogger").disabled = True
    _knock(master)
    with tempfile.TemporaryFile() as log, _java(log):
        try:
            with _session(master) as session:
                _wait_for_worker(session, master, within)
                yield SparkBench(session)
        except (PySparkException, Py4JError) as fault:
            said = f"Spark could not work the readings on {master}: {_first_words(fault)}"
            raise Stopped(said, code="spark-failed", about="engine") from fault


def _knock(master: str) -> None:
    """See that somebody listens where the master is said to be; Spark would try for a minute.

    Raises:
        Stopped: nobody does.
    """
    if not master.startswith(_STANDALONE):
        return
    for each in master.removeprefix(_STANDALONE).split(","):
        host, _, port = each.rpartition(":")
        with contextlib.suppress(OSError, ValueError):
            socket.create_connection((host.strip("[]"), int(port)), KNOCK_SECONDS).close()
            return
    said = f"nobody listens at {master}; see that the address is right and that the master runs"
    raise Stopped(said, code="no-cluster", about="engine")


@contextlib.contextmanager
def _java(log: IO[bytes]) -> Iterator[None]:
    """Run the Java beside this process; it is quiet, and gone afterwards.

    Raises:
        Stopped: there is no Java, or not the right one.
    """
    from pyspark import SparkConf, SparkContext  # noqa: PLC0415 - of the extra
    from pyspark.errors import PySparkRuntimeError  # noqa: PLC0415 - as above
    from pyspark.java_gateway import launch_gateway  # noqa: PLC0415 - as above

    conf = SparkConf(loadDefaults=False)
    for key, value in _SETTINGS.items():
        conf.set(key, value)
    try:
        gateway: Any = launch_gateway(conf, {"stdout": log, "stderr": log})
    except PySparkRuntimeError as fault:
        raise Stopped(_NO_JAVA, code="no-java", about="engine") from fault
    SparkContext._gateway, SparkContext._jvm = gateway, gateway.jvm  # noqa: SLF001 - else it starts a loud one
    try:
        yield
    finally:
        SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 - as above
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait(_ENDING_SECONDS)


@contextlib.contextmanager
def _session(master: str) -> "Iterator[SparkSession]":
    from py4j.protocol import Py4JError  # noqa: PLC0415 - of the extra
    from pyspark.errors import PySparkException  # noqa: PLC0415 - as above
    from pyspark.sql import SparkSession  # noqa: PLC0415 - as above

    builder = SparkSession.builder.master(master).appName("openjcm meter")
    for key, value in _SETTINGS.items():
        builder = builder.config(key, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, Py4JError) as fault:
        said = f"Spark cannot begin on {master}: {_first_words(fault)}"
        raise Stopped(said, code="no-cluster", about="engine") from fault
    try:
        yield session
    finally:
        session.stop()


def _wait_for_worker(session: "SparkSession", master: str, within: float) -> None:
    """Wait until one machine beside this one is there; Spark itself would wait without end.

    Raises:
        Stopped: none came.
    """
    if master.startswith("local"):
        return
    until = time.monotonic() + within
    known = session.sparkContext._jsc.sc()  # noqa: SLF001 - PySpark has no other way to ask
    while known.getExecutorMemoryStatus().size() < 2:  # noqa: PLR2004 - this machine is the first
        if time.monotonic() > until:
            said = (
                f"no worker of {master} took up the work in {within:.0f} seconds; see that the "
                "address is right, that a worker is alive and has the cores and the memory that "
                "spark-defaults.conf asks for, and that it can reach this machine"
            )
            raise Stopped(said, code="no-worker", about="engine")
        time.sleep(_POLL_SECONDS)


def _first_words(fault: Exception) -> str:
    words = " ".join(str(fault).split())
    return words if len(words) <= _SAID_MAX else f"{words[:_SAID_MAX]}…"
