"""Make .venv from a lock, once: hashes checked, progress shown, every fault one sentence.

Run by the system's Python before anything is installed, so: standard library only, and no syntax
that an older Python could not read far enough to be told that it is too old.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = VENV / "setup.log"
INCOMPLETE = VENV / "set-up-incomplete"
LOCKS = {
    "run": ROOT / "requirements.lock",
    "tests": ROOT / "requirements-test.lock",
    "spark": ROOT / "requirements-spark.lock",
}
# What each purpose is a set-up for.
COVERS = {"run": ("run",), "tests": ("run", "tests"), "spark": ("spark",)}
# What the tests run that no lock can hold, by the Debian package that brings it.
PROGRAMS = {
    "chromium": "/usr/bin/chromium",
    "default-jre-headless": "java",
    "libreoffice-calc-nogui": "soffice",
    "python3-uno": "/usr/lib/python3/dist-packages/uno.py",
}
OLDEST = (3, 11)
LINE_EVERY_SECONDS = 5
BAR_WIDTH = 24
ENDING_SECONDS = 10
# Answers that mean "nobody there" rather than "not that version".
NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "NameResolutionError",
    "ProxyError",
    "Connection refused",
    "Network is unreachable",
    "Temporary failure in name resolution",
)


class Refused(Exception):
    """The machine is not ready; the message is one sentence."""


def main() -> int:
    """Set up for running, or with --for-tests for the tests too, and --for-spark for all of them.

    Spark stands apart, as it is larger than everything else together.
    """
    purposes = ["run"]
    if "--for-spark" in sys.argv[1:]:
        purposes = ["tests", "spark"]
    elif "--for-tests" in sys.argv[1:]:
        purposes = ["tests"]
    try:
        for purpose in purposes:
            if not is_set_up(purpose):
                set_up(purpose)
        if "tests" in purposes:
            install_programs()
    except Refused as error:
        sys.stderr.write(f"set-up: {error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"set-up: {of_file_system(error)}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("set-up: stopped; the next run starts it anew\n")
        return 130
    return 0


def is_set_up(purpose: str) -> bool:
    """Tell whether a finished set-up stands for exactly this lock."""
    try:
        return not INCOMPLETE.exists() and stamp(purpose).read_text() == fingerprint(purpose)
    except OSError:
        return False


def set_up(purpose: str) -> None:
    """Make the environment, or bring it in step with a changed lock."""
    check_python()
    with LOCKS[purpose].open() as lock:
        # Two makes at once: the second finds the work of the first.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_set_up(purpose):
            return
        if INCOMPLETE.exists():
            throw_away_half_made()
        VENV.mkdir(exist_ok=True)
        INCOMPLETE.touch()
        make_environment()
        install(purpose)
        for covered in COVERS[purpose]:
            stamp(covered).write_text(fingerprint(covered))
        INCOMPLETE.unlink()
    sys.stderr.write("set-up: done\n")


def throw_away_half_made() -> None:
    """Remove what an interrupted set-up left; the last of its programs may still be ending."""
    until = time.monotonic() + ENDING_SECONDS
    while VENV.exists() and time.monotonic() < until:
        shutil.rmtree(VENV, ignore_errors=True)
    if VENV.exists():
        raise Refused(f"{VENV} is left from an interrupted set-up; remove it and try again")


def stamp(purpose: str) -> Path:
    """Return the file that says for which lock the environment was made."""
    return VENV / f"set-up-for-{purpose}"


def fingerprint(purpose: str) -> str:
    """Return what a set-up depends on: the lock, the Python, the place."""
    lock = hashlib.sha256(LOCKS[purpose].read_bytes()).hexdigest()
    return f"{lock} {sys.version_info[0]}.{sys.version_info[1]} {ROOT}\n"


def check_python() -> None:
    """Check that this Python can make the environment."""
    if sys.version_info[:2] < OLDEST:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Refused(f"Python {found} is too old; OpenJCM needs Python 3.11 or newer")
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise Refused("Python cannot make environments here; install the package python3-venv")
    if not os.access(ROOT, os.W_OK):
        raise Refused(f"{ROOT} cannot be written here; use a checkout of your own")


def make_environment() -> None:
    """Make the empty environment, unless a working one is there."""
    if (VENV / "bin" / "pip").exists() and (VENV / "bin" / "python").exists():
        return
    sys.stderr.write(f"set-up: making {VENV.name}\n")
    run([sys.executable, "-m", "venv", str(VENV)], Progress(0))


def install(purpose: str) -> None:
    """Install what the lock names, hash-checked, then the project itself."""
    lock = LOCKS[purpose]
    pinned = re.findall(r"^[A-Za-z0-9][^ ]*==", lock.read_text(), re.MULTILINE)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--no-deps", "--no-input"]
    pip += ["--disable-pip-version-check", "--progress-bar", "off", "--retries", "3"]
    # Without isolation: what builds a package is of a lock too.
    pip.append("--no-build-isolation")
    run([*pip, "--require-hashes", "-r", str(lock)], Progress(len(pinned)))
    if purpose != "spark":
        run([*pip, "-e", str(ROOT)], Progress(0))


def install_programs() -> None:
    """Install the Debian packages of the tests that are not here: a browser, Java, LibreOffice."""
    missing = [name for name, program in PROGRAMS.items() if not is_there(program)]
    if not missing:
        return
    told = " and ".join(missing)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Refused(f"the tests need more than Python; install Debian's {told}")
    sys.stderr.write(f"set-up: installing Debian's {told} for the tests\n")
    for words in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        run(["apt-get", *words], Progress(0))


def is_there(program: str) -> bool:
    """Tell whether a program is on the path, or a file stands where it is expected."""
    if program.startswith("/"):
        return Path(program).is_file()
    return shutil.which(program) is not None


def run(words: list[str], progress: Progress) -> None:
    """Run a program, its words in the log, its progress to the reader."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PYTHONUNBUFFERED": "1"}
    said = []
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(words)}\n")
        with subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=environment,
        ) as process:
            assert process.stdout is not None, "its words are read through a pipe"
            for line in process.stdout:
                said.append(line)
                log.write(line)
                progress.hear(line)
    progress.end()
    if process.returncode != 0:
        raise Refused(why(words, "".join(said)))


def why(words: list[str], said: str) -> str:
    """Say in one sentence why a program failed."""
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return f"the disk that holds {ROOT} is full; free some room and try again"
    if "ensurepip" in said:
        return "Python cannot make environments here; install the package python3-venv"
    if any(sign in said for sign in NO_NETWORK):
        return "the packages cannot be reached; the first set-up needs a network, later runs do not"
    if "DO NOT MATCH THE HASHES" in said:
        return f"a package is not the one that was locked, and was refused; see {LOG}"
    if "Permission denied" in said:
        return f"{ROOT} cannot be written here; use a checkout of your own"
    program = " ".join(Path(word).name for word in words[:3])
    return f"{program} failed; all it said is in {LOG}"


def of_file_system(error: OSError) -> str:
    """Say in one sentence what the file system refused."""
    if isinstance(error, PermissionError):
        return f"{error.filename} cannot be written here; use a checkout of your own"
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"the disk that holds {ROOT} is full; free some room and try again"
    return f"{error.filename or ROOT}: {error.strerror}"


class Progress:
    """How far pip is: a bar on a terminal, a line now and then elsewhere."""

    def __init__(self, all_: int) -> None:
        self._all = all_
        self._done = 0
        self._next_line = time.monotonic()
        self._bar = sys.stderr.isatty()

    def hear(self, line: str) -> None:
        """Take one line of what the program says."""
        if self._all == 0:
            return
        if line.startswith("Ignoring "):
            self._all -= 1
        elif line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self._done += 1
            name = line.removeprefix("Requirement already satisfied: ")
            self._tell(f"fetching {name.removeprefix('Collecting ').split('==')[0].strip()}")
        elif line.startswith("Installing collected packages"):
            self._next_line = time.monotonic()
            self._tell("unpacking")

    def end(self) -> None:
        """Leave the terminal's line free."""
        if self._bar and self._all:
            sys.stderr.write("\n")

    def _tell(self, what: str) -> None:
        told = f"{self._done} of {self._all} packages, {what}"
        if self._bar:
            full = BAR_WIDTH * self._done // self._all
            bar = "#" * full + "." * (BAR_WIDTH - full)
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{f'set-up: [{bar}] {told}'[:width]}")
        elif time.monotonic() >= self._next_line:
            self._next_line = time.monotonic() + LINE_EVERY_SECONDS
            sys.stderr.write(f"set-up: {told}\n")
        with contextlib.suppress(OSError):
            sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
