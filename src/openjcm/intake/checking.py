"""Have a batch read by a process that may use only so much; one may wait, loaded, for the next."""

import atexit
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from openjcm.measure.errors import Finding, Malformed, Stopped
from openjcm.store.database import reader
from openjcm.store.intakes import Intake

SECONDS_MAX = 40
"""From the question to the answer; of the processor it has less."""
# Isolated: neither the folder that the site was started in nor the environment counts.
_WORDS = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "openjcm.metering.arrivals.child")
_TRACE_MAX = 4_000
_TOO_LARGE = "the batch takes too long or too much memory to read; send it in smaller ones"


class Spare:
    """A process that is started before it is asked: it loads what it needs in the meantime."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[bytes] | None = None

    def ready(self) -> None:
        """Start one, unless one waits already; it ends with the process that started it."""
        with self._lock:
            if self._waiting is None:
                self._waiting = _started()

    def take(self) -> subprocess.Popen[bytes]:
        """Return the one that waits, or a new one."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.poll() is None:
            return waiting
        _put_away(waiting)
        return _started()

    def end(self) -> None:
        """Let the one that waits go."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        _put_away(waiting)


SPARE = Spare()
atexit.register(SPARE.end)


def checked(intake: Intake, file: Path, into: Path) -> dict[str, Any]:
    """Read a batch in a process that may use only so much, and return what it holds.

    Raises:
        Malformed: the batch is refused.
        Stopped: the machine has no room, or too much else to do.
    """
    now = reader().rows("SELECT ledger_now() AS now")[0]["now"].isoformat()
    question = {"plan": intake.plan, "file": str(file), "into": str(into), "now": now}
    process = SPARE.take()
    try:
        said, trace = process.communicate(json.dumps(question).encode(), timeout=SECONDS_MAX)
    except subprocess.TimeoutExpired:
        # It had its seconds of the processor to use, and did not get them: others have the machine.
        process.kill()
        process.communicate()
        busy = "the machine has too much else to do; nothing was kept. Send the batch again"
        raise Stopped(busy, code="machine-busy", about="batch") from None
    if process.returncode < 0:
        raise Malformed(_TOO_LARGE, code="batch-too-large", about="batch")
    if process.returncode:
        raise RuntimeError(trace.decode("utf-8", "replace")[-_TRACE_MAX:])
    answer: dict[str, Any] = json.loads(said)
    if "refused" in answer:
        _refuse(answer["refused"])
    return answer


def _refuse(said: dict[str, Any]) -> None:
    kind = Stopped if said["kind"] == Stopped.__name__ else Malformed
    findings = tuple(Finding(**each) for each in said["findings"])
    raise kind(said["message"], code=said["code"], about="batch", findings=findings)


def _started() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(_WORDS, stdin=pipe, stdout=pipe, stderr=pipe, env={}, cwd="/")


def _put_away(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None:
        process.kill()
        process.communicate()
