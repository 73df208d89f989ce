"""The embedded PostgreSQL: closed to others, ended with its starter, started again after anything.

Each test starts real servers, about half a second each.
"""

import os
import pwd
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from openjcm.measure.errors import Malformed, Stopped
from openjcm.store.embedded import check_settings, find_place, running, superuser_url
from openjcm.store.embedded.place import SOCKET_FILE, SystemUser, is_reachable
from openjcm.store.embedded.settings import DURABLE, TIMEOUTS

pytestmark = [pytest.mark.store, pytest.mark.slow]
PATIENCE_SECONDS = 20

# What another openjcm process does: use the server until its standard input closes.
USER_OF_THE_SERVER = """
import sys
from dataclasses import dataclass
from pathlib import Path
from openjcm.store.embedded import running
@dataclass
class Wanted:
    data: Path
    app_url = owner_url = database_user = None
with running(Wanted(Path(sys.argv[1])), say=lambda line: print(line, flush=True)) as addresses:
    print("uses", addresses.process_id, flush=True)
    sys.stdin.read()
"""


@dataclass(frozen=True)
class Wanted:
    """A data directory, as the environment would name it."""

    data: Path
    app_url: str | None = None
    owner_url: str | None = None
    database_user: str | None = None


@contextmanager
def user_of_the_server(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Run another process that uses the server."""
    words = [sys.executable, "-c", USER_OF_THE_SERVER, str(data)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def server_of(process: subprocess.Popen[str]) -> int:
    """Read until the process says which server it uses."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("uses "):
            return int(line.split()[1])
    pytest.fail("the process ended before it used a server")


def eventually(holds: Callable[[], bool]) -> bool:
    """Wait until something holds, or patience ends."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


def has_ended(process_id: int) -> bool:
    """Tell whether a process is no more (or only waits to be noticed)."""
    try:
        return Path(f"/proc/{process_id}/stat").read_text().split()[2] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def answer_of(url: str, question: bytes) -> object:
    """Ask a database one thing."""
    with psycopg.connect(url) as connection:
        row = connection.execute(question).fetchone()
        assert row is not None
        return row[0]


def test_two_roles_and_no_network(tmp_path: Path) -> None:
    """The addresses lead to two roles of one database, and no port is open."""
    with running(Wanted(tmp_path / "data")) as addresses:
        assert answer_of(addresses.app_url, b"SELECT current_user") == "openjcm_app"
        assert answer_of(addresses.owner_url, b"SELECT current_user") == "openjcm_owner"
        assert answer_of(addresses.app_url, b"SHOW listen_addresses") == ""
        assert answer_of(addresses.app_url, b"SHOW timezone") == "UTC"


def test_what_a_commit_relies_on_is_set_and_checked(tmp_path: Path) -> None:
    """Durability, checksums and the timeouts of T46 hold, and a weaker server is refused."""
    wanted = Wanted(tmp_path / "data")

    with running(wanted) as addresses:
        for name, value in {**DURABLE, **TIMEOUTS, "data_checksums": "on"}.items():
            assert answer_of(addresses.app_url, f"SHOW {name}".encode()) == value
        with psycopg.connect(
            superuser_url(find_place(wanted).socket), autocommit=True
        ) as connection:
            connection.execute("ALTER ROLE openjcm_app SET synchronous_commit = off")

        with pytest.raises(Stopped, match="synchronous_commit is off and must be on"):
            check_settings(addresses.app_url, embedded=True)


def test_a_weaker_database_of_ones_own_is_refused(tmp_path: Path) -> None:
    """A database named by its address is used as it is, unless it may lose a commit."""
    with running(Wanted(tmp_path / "data")) as embedded:
        named = Wanted(tmp_path / "none", app_url=embedded.app_url, owner_url=embedded.owner_url)
        with running(named) as addresses:
            assert addresses.owner_url == embedded.owner_url
            assert addresses.process_id is None
        weak = f"{embedded.app_url}&options=-csynchronous_commit%3Doff"
        with pytest.raises(Stopped, match="synchronous_commit"), running(Wanted(tmp_path, weak)):
            pass
    with pytest.raises(Stopped, match="DATABASE_URL does not answer"), running(named):
        pass


def test_the_second_start_is_quick(tmp_path: Path) -> None:
    """A made cluster starts, is used and stops within three seconds."""
    with running(Wanted(tmp_path / "data")):
        pass

    started = time.monotonic()
    with running(Wanted(tmp_path / "data")):
        pass

    assert time.monotonic() - started < 3


def test_the_socket_is_closed_to_others_by_its_mode(tmp_path: Path) -> None:
    """Only the user that runs PostgreSQL (and root) can enter the socket's directory."""
    with running(Wanted(tmp_path / "data")):
        place = find_place(Wanted(tmp_path / "data"))

        assert stat.S_IMODE(place.socket.stat().st_mode) == 0o700
        assert place.socket.stat().st_uid == place.runs_as.uid


@pytest.mark.root
def test_another_user_cannot_connect() -> None:
    """The user daemon is refused by the directory, although every folder above lets it pass."""
    data = Path("/tmp") / f"openjcm-test-{os.getpid()}"  # noqa: S108 -- where anyone may pass
    try:
        with running(Wanted(data)):
            daemon = pwd.getpwnam("daemon")
            user = SystemUser("daemon", daemon.pw_uid, daemon.pw_gid)
            place = find_place(Wanted(data))
            assert is_reachable(place.socket, user)

            assert connects_as(user, place.socket / SOCKET_FILE) == "PermissionError"
            assert connects_as(place.ourselves, place.socket / SOCKET_FILE) == "connected"
    finally:
        subprocess.run(["/usr/bin/rm", "-rf", str(data)], check=True)


def connects_as(user: SystemUser, path: Path) -> str:
    """Try, as another user in a child process, to connect; return what came of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setresgid(user.gid, user.gid, user.gid)
        os.setresuid(user.uid, user.uid, user.uid)
        try:
            socket.socket(socket.AF_UNIX).connect(str(path))
            os.write(writing, b"connected")
        except OSError as error:
            os.write(writing, type(error).__name__.encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as told:
        return told.read()


@pytest.mark.root
def test_a_folder_nobody_can_enter_works_and_stays_closed(tmp_path: Path) -> None:
    """As root, below a private folder, PostgreSQL runs unprivileged and no right is changed."""
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    before = [stat.S_IMODE(folder.stat().st_mode) for folder in (private, *private.parents)]
    place = find_place(Wanted(private / "data"))
    assert place.user is not None
    assert not is_reachable(place.cluster, place.user)

    with running(Wanted(private / "data")) as addresses:
        assert answer_of(addresses.app_url, b"SELECT 1") == 1
        owner = Path(f"/proc/{addresses.process_id}").stat().st_uid

    assert owner == place.user.uid != 0
    after = [stat.S_IMODE(folder.stat().st_mode) for folder in (private, *private.parents)]
    assert after == before
    assert "/mnt/openjcm" not in Path("/proc/self/mounts").read_text()


@pytest.mark.root
def test_the_user_that_runs_it_can_be_named(tmp_path: Path) -> None:
    """OPENJCM_DB_USER is followed; root and unknown users are refused in one sentence."""
    said: list[str] = []
    with running(Wanted(tmp_path / "data", database_user="daemon"), say=said.append):
        pass
    assert "starting PostgreSQL as the user daemon" in said

    with pytest.raises(Malformed, match="OPENJCM_DB_USER"):
        find_place(Wanted(tmp_path / "other", database_user="root"))


def test_a_long_path_gets_its_socket_elsewhere(tmp_path: Path) -> None:
    """A data directory whose path is too long for a socket's address works all the same."""
    data = tmp_path / ("long" * 25)

    with running(Wanted(data)) as addresses:
        assert answer_of(addresses.app_url, b"SELECT 1") == 1
        place = find_place(Wanted(data))
        assert stat.S_IMODE(place.socket.stat().st_mode) == 0o700

    place.socket.rmdir()


def test_a_socket_directory_of_someone_else_is_refused(tmp_path: Path) -> None:
    """A link where the socket's directory should be is not followed."""
    data = tmp_path / ("long" * 25)
    data.mkdir()
    place = find_place(Wanted(data))
    place.socket.rmdir()
    place.socket.symlink_to(tmp_path)
    try:
        with pytest.raises(Malformed, match="belongs to someone else"):
            find_place(Wanted(data))
    finally:
        place.socket.unlink()


def test_a_file_in_place_of_the_data_directory(tmp_path: Path) -> None:
    """One sentence names the file, once, and the way out."""
    file = tmp_path / "data"
    file.write_text("in the way")

    with pytest.raises(Malformed) as refusal, running(Wanted(file)):
        pass

    assert refusal.value.message == (
        f"{file} is in the way: it is to be a directory, so move the file away "
        "or name another place in OPENJCM_DATA"
    )


def test_a_file_above_the_data_directory_is_the_one_that_is_named(tmp_path: Path) -> None:
    """Whoever reads it knows which of the two to move."""
    file = tmp_path / "afile"
    file.write_text("in the way")

    with pytest.raises(Malformed) as refusal, running(Wanted(file / "x" / "data")):
        pass

    assert refusal.value.message.startswith(f"{file} is in the way: {file / 'x' / 'data'} is to be")


@pytest.mark.parametrize("address", ["garbage", "postgresql://somebody:secret@["])
def test_an_address_that_cannot_be_read_is_said_to_be_one(tmp_path: Path, address: str) -> None:
    """The sentence names the variable, and repeats nothing of what may be a password."""
    wanted = Wanted(tmp_path / "data", app_url=address)

    with pytest.raises(Malformed) as refusal, running(wanted):
        pass

    assert refusal.value.message.startswith("DATABASE_URL cannot be read: ")
    assert address not in refusal.value.message


@pytest.mark.root
def test_a_full_disk_leaves_nothing_half_made(tmp_path: Path) -> None:
    """A disk that is full while the cluster is made is one sentence, and no cluster is left."""
    data = tmp_path / "data"
    data.mkdir()
    mount = ["/usr/bin/mount", "-t", "tmpfs", "-o", "size=8m,mode=0755", "none", str(data)]
    subprocess.run(mount, check=True)
    try:
        with (
            pytest.raises(Stopped, match="is full; nothing half-made was left"),
            running(Wanted(data)),
        ):
            pass

        assert not list(data.glob("postgres*"))
    finally:
        subprocess.run(["/usr/bin/umount", str(data)], check=True)


def test_a_killed_server_starts_again(tmp_path: Path) -> None:
    """After kill -9 of PostgreSQL, what was committed is there at the next start."""
    data = tmp_path / "data"
    with running(Wanted(data)) as addresses:
        with psycopg.connect(addresses.owner_url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
        assert addresses.process_id is not None
        os.kill(addresses.process_id, signal.SIGKILL)

    with running(Wanted(data)) as addresses:
        assert answer_of(addresses.owner_url, b"SELECT one FROM kept") == 1


def test_a_killed_starter_leaves_no_server(tmp_path: Path) -> None:
    """After kill -9 of the process that started it, the server stops by itself, and cleanly."""
    data = tmp_path / "data"
    with user_of_the_server(data) as starter:
        server = server_of(starter)
        starter.kill()
        assert eventually(lambda: has_ended(server))

    said: list[str] = []
    with running(Wanted(data), say=said.append) as addresses:
        assert answer_of(addresses.app_url, b"SELECT 1") == 1
    log = (data / "logs" / "postgres.log").read_text()
    assert "was not properly shut down" not in log


def test_two_starts_at_once_share_one_server(tmp_path: Path) -> None:
    """One of two processes starts the server, the other joins it."""
    data = tmp_path / "data"
    with user_of_the_server(data) as one, user_of_the_server(data) as other:
        assert server_of(one) == server_of(other)


def test_the_starter_waits_for_the_others(tmp_path: Path) -> None:
    """Who started the server stops it only when nobody else uses it."""
    data = tmp_path / "data"
    with user_of_the_server(data) as starter:
        server = server_of(starter)
        with running(Wanted(data)) as addresses:
            assert addresses.process_id == server
            assert starter.stdin is not None
            starter.stdin.close()
            assert starter.stdout is not None
            assert "still uses PostgreSQL" in starter.stdout.readline()
            assert answer_of(addresses.app_url, b"SELECT 1") == 1
        assert eventually(lambda: has_ended(server))


def test_a_process_id_that_was_given_to_another_is_no_obstacle(tmp_path: Path) -> None:
    """A file left by a killed server is forgotten when its process id is no server's any more."""
    data = tmp_path / "data"
    with running(Wanted(data)) as addresses:
        assert addresses.process_id is not None
        os.kill(addresses.process_id, signal.SIGKILL)
    left = data / "postgres" / "postmaster.pid"
    lines = left.read_text().splitlines()
    left.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    with running(Wanted(data)) as addresses:
        assert answer_of(addresses.app_url, b"SELECT 1") == 1
