"""Start and stop the server process."""

import signal
import socket
import subprocess
import time
from pathlib import Path

from openjcm.measure.errors import SchemeError, Stopped
from openjcm.store.embedded.lease import PAUSE_SECONDS, Say
from openjcm.store.embedded.place import SOCKET_FILE, Place, disk_full, foreseen
from openjcm.store.embedded.programs import View, refusal, start_program, view_of
from openjcm.store.embedded.settings import write_settings

# After a kill -9 the old backends need a moment to die, and recovery may have much to read.
_PATIENCE_SECONDS = 60
_RECOVERY_SECONDS = 600
_STOP_SECONDS = 60
_SAY_AFTER_SECONDS = 2
_LOG_BYTES_MAX = 16 * 1024 * 1024
_STILL_IN_USE = ("pre-existing shared memory block", 'lock file "postmaster.pid" already exists')
_PID_LINE, _STATUS_LINE = 0, 7

Server = subprocess.Popen[bytes]


def answers(place: Place) -> bool:
    """Tell whether a server listens on the socket."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(place.socket / SOCKET_FILE))
        except OSError:
            return False
        return True


def process_id(place: Place) -> int | None:
    """Return the running (or dead) server's process id, as its own file tells it."""
    lines = _pid_file(place)
    return int(lines[_PID_LINE]) if lines and lines[_PID_LINE].isdigit() else None


def start_server(place: Place, say: Say) -> Server:
    """Start the server and wait until it takes connections.

    Raises:
        Malformed: PostgreSQL cannot run as its user here.
        Stopped: the disk is full, or the server does not start.
    """
    view = view_of(place, place.cluster)
    with foreseen(place.data):
        write_settings(place, view)
    until = time.monotonic() + _PATIENCE_SECONDS
    told = False
    while True:
        with foreseen(place.data):
            _forget_a_dead_server(place)
            said_before = _shorten(place.log)
            with place.log.open("ab") as log:
                words = ["postgres", "-D", view.seen(place.cluster), *_config(place, view)]
                server = start_program(place, view, words, output=log, stop=signal.SIGINT)
        if _is_ready(place, server, say):
            return server
        said = _said_since(place.log, said_before)
        if time.monotonic() > until or not any(words in said for words in _STILL_IN_USE):
            raise _failure(place, server.returncode, said)
        if not told:
            say("waiting for the last of an interrupted PostgreSQL to end")
            told = True
        time.sleep(PAUSE_SECONDS)


def stop_server(server: Server, say: Say) -> None:
    """Stop the server: transactions in flight are rolled back, everything is on disk."""
    if server.poll() is not None:
        return
    say("stopping PostgreSQL")
    server.send_signal(signal.SIGINT)
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        say("PostgreSQL takes too long; stopping it at once (it will recover at the next start)")
        server.send_signal(signal.SIGQUIT)
        server.wait()


def _config(place: Place, view: View) -> list[str]:
    return ["-c", f"config_file={view.seen(place.settings / 'postgresql.conf')}"]


def _is_ready(place: Place, server: Server, say: Say) -> bool:
    """Wait until the server is ready (True) or has ended (False)."""
    started = time.monotonic()
    told = False
    try:
        while server.poll() is None:
            lines = _pid_file(place)
            ours = len(lines) > _STATUS_LINE and lines[_PID_LINE] == str(server.pid)
            if ours and lines[_STATUS_LINE].strip() == "ready":
                return True
            waited = time.monotonic() - started
            if waited > _RECOVERY_SECONDS:
                break
            if not told and waited > _SAY_AFTER_SECONDS:
                say("PostgreSQL is recovering from an interruption")
                told = True
            time.sleep(PAUSE_SECONDS)
    except BaseException:
        _end(server)
        raise
    _end(server)
    return False


def _end(server: Server) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
    server.wait()


def _pid_file(place: Place) -> list[str]:
    try:
        return (place.cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def _forget_a_dead_server(place: Place) -> None:
    """Remove what a killed server left when its process id is no server's any more.

    PostgreSQL would take any process of its user for the old server, also a dead one whose
    parent has not looked yet. Its second guard, the shared memory keyed by the directory,
    still holds off a server that is really alive.
    """
    for left in place.socket.iterdir():
        left.unlink()
    old = process_id(place)
    if old is not None and not _is_postgres(old):
        (place.cluster / "postmaster.pid").unlink(missing_ok=True)


def _is_postgres(process: int) -> bool:
    """Tell whether a process is a living PostgreSQL."""
    try:
        words = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return words[1] == "(postgres)" and words[2] != "Z"


def _shorten(log: Path) -> int:
    """Start a new log when the old one is long; return where new lines will begin."""
    size = log.stat().st_size if log.exists() else 0
    if size <= _LOG_BYTES_MAX:
        return size
    log.replace(log.with_suffix(".old.log"))
    return 0


def _said_since(log: Path, start: int) -> str:
    with log.open("rb") as file:
        file.seek(start)
        return file.read().decode(errors="replace")


def _failure(place: Place, code: int, said: str) -> SchemeError:
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return disk_full(place.data)
    fatal = [line for line in said.splitlines() if "FATAL" in line or "PANIC" in line]
    why = fatal[-1].split("  ", 1)[-1] if fatal else f"exit code {code}"
    return refusal(place, code) or Stopped(
        f"PostgreSQL did not start: {why}. All it said is in {place.log}", code="no-database"
    )
