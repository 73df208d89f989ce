"""A real Spark cluster on this machine: a master and two workers, each a process of its own."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

HERE = "127.0.0.1"
WORKERS = 2
WITHIN_SECONDS = 120
ENDING_SECONDS = 30
# Small data on few cores: what takes long is to start, and Java's second compiler.
DEFAULTS = """\
spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.driver.memory 512m
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.memory 512m
spark.executor.cores 1
spark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.sql.shuffle.partitions 2
spark.ui.enabled false
"""


@dataclass(frozen=True, slots=True)
class SparkCluster:
    """Its address, the processes of its workers, and where its settings stand."""

    master: str
    workers: tuple[int, ...]
    settings: Path


@contextmanager
def spark_cluster(folder: Path) -> Iterator[SparkCluster]:
    """Run a master and two workers; they end with the block."""
    settings = folder / "conf"
    settings.mkdir()
    (settings / "spark-defaults.conf").write_text(DEFAULTS, encoding="utf-8")
    port, page = free_port(), free_port()
    address = f"spark://{HERE}:{port}"
    with ExitStack() as running:
        at = ("--host", HERE, "--port", str(port), "--webui-port", str(page))
        running.enter_context(_daemon(folder, "master.Master", *at))
        workers = [
            running.enter_context(
                _daemon(
                    folder,
                    "worker.Worker",
                    *("--host", HERE, "--cores", "1", "--memory", "2g"),
                    *("--work-dir", str(folder / f"worker{number}"), address),
                )
            )
            for number in range(WORKERS)
        ]
        _wait_for(page, folder)
        yield SparkCluster(address, tuple(worker.pid for worker in workers), settings)


@contextmanager
def _daemon(folder: Path, name: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    found = find_spec("pyspark")
    assert found is not None, "make setup-spark installs it"
    assert found.origin is not None, "a package has a file"
    home = Path(found.origin).parent
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *words]
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_CONF_DIR": str(folder / "conf"),
        "SPARK_DAEMON_MEMORY": "192m",
        "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "SPARK_LOCAL_DIRS": str(folder),
    }
    with (folder / "daemons.log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(ENDING_SECONDS)


def _wait_for(page: int, folder: Path) -> None:
    """Wait until the master counts both workers alive."""
    until, alive = time.monotonic() + WITHIN_SECONDS, 0
    while alive < WORKERS:
        assert time.monotonic() < until, (folder / "daemons.log").read_text(encoding="utf-8")
        time.sleep(0.3)
        try:
            with urlopen(f"http://{HERE}:{page}/json/", timeout=10) as answer:
                alive = json.load(answer)["aliveworkers"]
        except OSError:
            continue


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((HERE, 0))
        port: int = listener.getsockname()[1]
        return port
