"""Read batches, one after the other, in a process that may use only so much.

Run as ``python -m openjcm.metering.arrivals.child``: loads what it needs, then reads a question a
line as JSON and prints its answer as a line of JSON. It ends with its input, when it was asked
nothing for a while, after some batches, and after one that went to its limits.
"""

import errno
import json
import math
import resource
import select
import sys
import tempfile
import tomllib
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from openjcm.measure.errors import Malformed, SchemeError, Stopped
from openjcm.measure.quantity import unit
from openjcm.metering import plan_from
from openjcm.metering.arrivals.batch import read_batch

MEMORY_MAX = 1 << 30
"""Bytes of address space, of which DuckDB reserves some 800 MB that it never touches: what a batch
of 16 MiB really takes is below 200 MB, and with less than this not the smallest one is read."""
SECONDS_MAX = 18
"""Of the processor, for one batch."""
BATCHES_MAX = 100
IDLE_SECONDS = 300
UNPACKED_MAX = 400 << 20
"""Bytes of a file that it writes, what it unpacks among them."""
TOO_LARGE = "the batch takes too long or too much memory to read; send it in smaller ones"
_TOO_LARGE_CODE = "batch-too-large"


def main() -> None:
    """Answer questions on standard input."""
    _limit()
    _load()
    for _ in range(BATCHES_MAX):
        is_asked, _, _ = select.select([sys.stdin], [], [], IDLE_SECONDS)
        said = sys.stdin.readline() if is_asked else ""
        if not said:
            return
        _limit_seconds()
        answer = _answer(json.loads(said))
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()
        if answer.get("refused", {}).get("code") == _TOO_LARGE_CODE:
            return


def _answer(asked: dict[str, str]) -> dict[str, Any]:
    try:
        return answered(asked)
    except (Malformed, Stopped) as refusal:
        return {"refused": _refused(refusal)}
    except (MemoryError, OSError) as fault:
        if isinstance(fault, OSError) and fault.errno != errno.EFBIG:
            raise
        return {"refused": _refused(Malformed(TOO_LARGE, code=_TOO_LARGE_CODE))}


def answered(asked: dict[str, str]) -> dict[str, Any]:
    """Read the batch that is asked for, and return what it holds.

    Raises:
        Malformed: the batch is refused.
        Stopped: the machine has no room to work it.
    """
    into = Path(asked["into"])
    tempfile.tempdir = str(into.parent)
    plan = plan_from(tomllib.loads(asked["plan"], parse_float=Decimal), place="plan")
    now = datetime.fromisoformat(asked["now"])
    batch = read_batch(Path(asked["file"]), plan, into, now=now)
    return {
        **asdict(batch),
        "first_at": plan.local(batch.first_at).astimezone(UTC).isoformat(),
        "last_at": plan.local(batch.last_at).astimezone(UTC).isoformat(),
    }


def _refused(refusal: SchemeError) -> dict[str, Any]:
    # Its own limits are the batch's doing; a full disk is not.
    is_beyond = isinstance(refusal.__cause__, duckdb.OutOfMemoryException)
    if is_beyond or "File too large" in str(refusal.__cause__):
        refusal = Malformed(TOO_LARGE, code=_TOO_LARGE_CODE)
    return {
        "kind": type(refusal).__name__,
        "code": refusal.code,
        "message": refusal.message,
        "findings": [asdict(each) for each in refusal.findings],
    }


def _load() -> None:
    """Load what the first question would wait for: the units, and DuckDB's own parts."""
    unit("kWh")
    duckdb.connect().close()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (UNPACKED_MAX, UNPACKED_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_seconds() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(used.ru_utime + used.ru_stime) + SECONDS_MAX
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main()
