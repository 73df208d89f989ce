"""Read one batch in a process of its own, which may use only so much.

Run as ``python -m openjcm.metering.arrivals.child``: loads what it needs, waits for a question as
JSON, prints the answer as JSON and ends. Without a question it ends at once.
"""

import errno
import json
import resource
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
"""Of the processor."""
UNPACKED_MAX = 400 << 20
"""Bytes of a file that it writes, what it unpacks among them."""
TOO_LARGE = "the batch takes too long or too much memory to read; send it in smaller ones"


def main() -> None:
    """Answer the question on standard input."""
    _limit()
    _load()
    said = sys.stdin.read()
    if not said:
        return
    try:
        answer = answered(json.loads(said))
    except (Malformed, Stopped) as refusal:
        answer = {"refused": _refused(refusal)}
    except (MemoryError, OSError) as fault:
        if isinstance(fault, OSError) and fault.errno != errno.EFBIG:
            raise
        answer = {"refused": _refused(Malformed(TOO_LARGE, code="batch-too-large"))}
    sys.stdout.write(json.dumps(answer))


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
        refusal = Malformed(TOO_LARGE, code="batch-too-large")
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
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (UNPACKED_MAX, UNPACKED_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
