"""What all tests share: a real PostgreSQL, closed sockets, examples that can be told again."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import pytest_socket
from hypothesis import HealthCheck, settings
from psycopg import sql

from openjcm.store.embedded import (
    Addresses,
    addresses_of,
    create_database,
    find_place,
    running,
    superuser_url,
)
from told.migrating import migrate

# Two workers share two cores, so how long an example takes says nothing.
settings.register_profile(
    "here", print_blob=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_TEMPLATE = "migrated"
# Bytes; each test's database takes some eight million of them while it is there.
_ROOM = 2 << 30
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it


@dataclass(frozen=True)
class Wanted:
    """A data directory for tests, as the environment would name it."""

    data: Path
    app_url: str | None = None
    owner_url: str | None = None
    database_user: str | None = None


@dataclass(frozen=True)
class Cluster:
    """The server that all tests of a run share, and its superuser's address."""

    socket: Path
    superuser_url: str


def pytest_configure(config: pytest.Config) -> None:
    """Register what the tests of this folder add."""
    config.addinivalue_line("markers", "root: becomes another user, which only root can")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, and count as deselected, what only root can try."""
    if os.geteuid() == 0:
        return
    left_out = [item for item in items if item.get_closest_marker("root")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup() -> None:
    """Close the network: the database's socket and this machine's own addresses stay open."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


def _in_memory(folder: Path) -> Path:
    """Return a folder in memory where there is room: nothing of the tests' server outlasts the run.

    What must outlast a crash is tried on servers of the tests that try it.
    """
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return folder
    place = _place_in_memory(folder)
    place.mkdir(mode=0o755, exist_ok=True)
    return place


def _place_in_memory(folder: Path) -> Path:
    return _MEMORY / f"openjcm-tests-{hashlib.sha256(str(folder).encode()).hexdigest()[:12]}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Give the memory back when the last worker is done."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        base = session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        shutil.rmtree(_place_in_memory(base), ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Run one server for the whole run; the workers share it as openjcm processes do."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    wanted = Wanted(_in_memory(shared) / "cluster")
    with running(wanted):
        socket = find_place(wanted).socket
        found = Cluster(socket, superuser_url(socket))
        _make_template(found)
        yield found


@pytest.fixture
def database(untouched: Addresses) -> Addresses:
    """Give a migrated, empty database, where a folder of tests says nothing else."""
    return untouched


@pytest.fixture
def untouched(cluster: Cluster) -> Iterator[Addresses]:
    """Give a migrated, empty database of the test's own."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        create_database(connection, name, template=_TEMPLATE)
        yield addresses_of(cluster.socket, database=name, process_id=None)
        drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))


def _make_template(cluster: Cluster) -> None:
    """Migrate one database that all others are copied from; the first worker does it."""
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(1)")
        question = "SELECT FROM pg_database WHERE datname = %s"
        if connection.execute(question, (_TEMPLATE,)).fetchone() is not None:
            return
        making = f"{_TEMPLATE}_half"
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(making)))
        create_database(connection, making)
        migrate(addresses_of(cluster.socket, database=making, process_id=None))
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(rename.format(sql.Identifier(making), sql.Identifier(_TEMPLATE)))
