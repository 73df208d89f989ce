"""Have batches read by processes that may use only so much; one may stand ready for the next."""

import atexit
import json
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from openjcm.measure.errors import Finding, Malformed, Stopped
from openjcm.store.database import reader
from openjcm.store.intakes import Intake

SECONDS_MAX = 40
"""From the question to the answer; of the processor it has less."""
# Isolated: neither the folder that the site was started in nor the environment counts.
_WORDS = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "openjcm.metering.arrivals.child")
_TRACE_MAX = 4_000
_PIECE = 1 << 16
_TOO_LARGE = "the batch takes too long or too much memory to read; send it in smaller ones"


class _Process:
    """A process that reads batches; see ``metering.arrivals.child``."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            _WORDS, stdin=pipe, stdout=pipe, stderr=pipe, env={}, cwd="/"
        )

    @property
    def is_there(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def answer(self, question: Mapping[str, str]) -> bytes:
        """Return its line of an answer; nothing where it ended before.

        Raises:
            TimeoutExpired: there is none in time.
        """
        try:
            asked, said = _pipe(self._process.stdin), _pipe(self._process.stdout)
            asked.write(json.dumps(question).encode() + b"\n")
            asked.flush()
        except BrokenPipeError:
            return b""
        line, until = bytearray(), time.monotonic() + SECONDS_MAX
        with selectors.DefaultSelector() as selector:
            selector.register(said, selectors.EVENT_READ)
            while not line.endswith(b"\n"):
                left = until - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise subprocess.TimeoutExpired(_WORDS, SECONDS_MAX)
                piece = said.read1(_PIECE)  # type: ignore[attr-defined]  # a buffered reader has it
                if not piece:
                    return b""
                line += piece
        return bytes(line)

    def end(self) -> tuple[int, str]:
        """End it, and return how it ended with the end of what it said of that."""
        if self.is_there:
            self._process.kill()
        _, trace = self._process.communicate()
        return self._process.returncode, trace.decode("utf-8", "replace")[-_TRACE_MAX:]

    def ended(self) -> tuple[int, str]:
        """Wait for the end that it comes to by itself, and return how it came to it."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_MAX)
        return self.end()


class Readers:
    """Processes that read batches: each is asked by one at a time, one may stand ready."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ready: _Process | None = None

    def ready(self) -> None:
        """Let one stand ready: it loads what it needs while the batch is on its way."""
        with self._lock:
            if self._ready is None:
                self._ready = _Process()

    def end(self) -> None:
        """End the one that stands ready."""
        with self._lock:
            ready, self._ready = self._ready, None
        if ready is not None:
            ready.end()

    def take(self) -> _Process:
        """Return one that nobody else asks."""
        with self._lock:
            ready, self._ready = self._ready, None
        if ready is not None and not ready.is_there:
            ready.end()
            ready = None
        return ready or _Process()

    def give_back(self, process: _Process) -> None:
        """Let one stand ready again, unless another does."""
        with self._lock:
            if self._ready is None:
                self._ready = process
                return
        process.end()


READERS = Readers()
atexit.register(READERS.end)


def checked(intake: Intake, file: Path, into: Path) -> dict[str, Any]:
    """Read a batch in a process that may use only so much, and return what it holds.

    Raises:
        Malformed: the batch is refused.
        Stopped: the machine has no room, or too much else to do.
    """
    now = reader().rows("SELECT ledger_now() AS now")[0]["now"].isoformat()
    question = {"plan": intake.plan, "file": str(file), "into": str(into), "now": now}
    answer = _answer(question)
    if "refused" in answer:
        _refuse(answer["refused"])
    return answer


def _answer(question: Mapping[str, str]) -> dict[str, Any]:
    process = READERS.take()
    try:
        said = process.answer(question)
        if not said:
            code, trace = process.ended()
            if code == 0:
                # It had nothing to do for long, and went just before it was asked.
                process = _Process()
                said = process.answer(question)
                code, trace = (0, "") if said else process.ended()
            if code:
                raise _beyond(code, trace)
    except subprocess.TimeoutExpired:
        # It had its seconds of the processor to use, and did not get them: others have the machine.
        process.end()
        busy = "the machine has too much else to do; nothing was kept. Send the batch again"
        raise Stopped(busy, code="machine-busy", about="batch") from None
    READERS.give_back(process)
    answer: dict[str, Any] = json.loads(said)
    return answer


def _beyond(code: int, trace: str) -> Exception:
    if code < 0:
        return Malformed(_TOO_LARGE, code="batch-too-large", about="batch")
    return RuntimeError(trace)


def _refuse(said: dict[str, Any]) -> None:
    kind = Stopped if said["kind"] == Stopped.__name__ else Malformed
    findings = tuple(Finding(**each) for each in said["findings"])
    raise kind(said["message"], code=said["code"], about="batch", findings=findings)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "asked for when the process was started"
    return pipe
