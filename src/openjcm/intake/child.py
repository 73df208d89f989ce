"""Read one batch in a process of its own, which may use only so much.

Run as ``python -m openjcm.intake.child``; reads a question as JSON, prints the answer as JSON.
"""

import json
import resource
import sys
import tomllib
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openjcm.measure.errors import Malformed, Stopped
from openjcm.metering import plan_from
from openjcm.metering.arrivals.batch import read_batch

MEMORY_MAX = 1 << 30
"""Bytes of address space; DuckDB reserves more than it uses."""
SECONDS_MAX = 18
UNPACKED_MAX = 400 << 20


def main() -> None:
    """Answer the question on standard input."""
    _limit()
    asked = json.load(sys.stdin)
    try:
        answer = _answered(asked)
    except (Malformed, Stopped) as refusal:
        said = {
            "kind": type(refusal).__name__,
            "code": refusal.code,
            "message": refusal.message,
            "findings": [asdict(each) for each in refusal.findings],
        }
        answer = {"refused": said}
    sys.stdout.write(json.dumps(answer))


def _answered(asked: dict[str, str]) -> dict[str, Any]:
    plan = plan_from(tomllib.loads(asked["plan"], parse_float=Decimal), place="plan")
    now = datetime.fromisoformat(asked["now"])
    batch = read_batch(Path(asked["file"]), plan, Path(asked["into"]), now=now)
    return {
        **asdict(batch),
        "first_at": plan.local(batch.first_at).astimezone(UTC).isoformat(),
        "last_at": plan.local(batch.last_at).astimezone(UTC).isoformat(),
    }


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (UNPACKED_MAX, UNPACKED_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
