"""Measure what must stay quick: one JSON line a figure, and a table for people.

``python tools/bench.py [ROOM]``; a figure over its limit makes the exit code 1.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from openjcm.store.embedded import running

RUNS = 5


@dataclass(frozen=True)
class Wanted:
    """A data directory of the measurement's own."""

    data: Path
    app_url: str | None = None
    owner_url: str | None = None
    database_user: str | None = None


@dataclass(frozen=True)
class Figure:
    """One thing that is measured, the limit it must keep, and why that limit."""

    name: str
    limit: float
    against: str
    measure: Callable[[Path], float]


def start_seconds(folder: Path) -> float:
    """Start, join as the application and stop a server whose files are there."""
    wanted = Wanted(folder / "data")
    with running(wanted):
        pass
    return _timed(lambda: _start_and_stop(wanted))


def help_seconds(_folder: Path) -> float:
    """Print the help of the command line, as a shell would."""
    words = [sys.executable, "-c", "from openjcm.app.entry import main; main()", "--help"]
    return _timed(lambda: subprocess.run(words, check=True, capture_output=True))


FIGURES = (
    Figure("store.start_seconds", 3, "what a second start may take", start_seconds),
    Figure("cli.help_seconds", 0.5, "half a second", help_seconds),
)


def main() -> int:
    """Measure all figures, or those of one room."""
    room = sys.argv[1] if len(sys.argv) > 1 else ""
    over = False
    for figure in (figure for figure in FIGURES if figure.name.startswith(room)):
        with tempfile.TemporaryDirectory() as folder:
            value = round(figure.measure(Path(folder)), 4)
        told = {
            "name": figure.name,
            "value": value,
            "limit": figure.limit,
            "ratio": round(value / figure.limit, 3),
            "against": figure.against,
            "runs": RUNS,
        }
        print(json.dumps(told), flush=True)
        sys.stderr.write(f"{figure.name:24} {value:9.3f}  limit {figure.limit}\n")
        over = over or value > figure.limit
    return 1 if over else 0


def _start_and_stop(wanted: Wanted) -> None:
    with running(wanted):
        pass


def _timed(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.monotonic()
        act()
        times.append(time.monotonic() - started)
    return median(times)


if __name__ == "__main__":
    sys.exit(main())
