"""Measure what must stay quick: one JSON line a figure, and a table for people.

``python tools/bench.py [ROOM]``; the site takes about five minutes, most of them to fill it.
A figure over its limit makes the exit code 1.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from benches.metering import csv_ratio, memory_mb, scan_ratio, window_ratio
from benches.metering import growth_ratio as readings_growth_ratio
from benches.methodology import growth_ratio, load_seconds, vintages_ratio, work_ratio
from benches.methodology_pages import page_ms, try_it_ms
from benches.site import Site, measure_site
from benches.spark import spark_ratio
from benches.workbook import against_formulas, against_libreoffice

from openjcm.store.embedded import running

RUNS = 5
_LARGE = "a record of 1,000,000 blocks and 5,000 projects, 8 readers, on the same cores"


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
    at_least: bool = False
    runs: int = RUNS

    def ratio(self, value: float) -> float:
        """Return how much of the limit is used: over 1 is too much, or too little of a rate."""
        return self.limit / max(value, 0.001) if self.at_least else value / self.limit


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


def catalogue_seconds(_folder: Path) -> float:
    """Load and check every entry and every definition, in a process of its own."""
    loading = (
        "from openjcm.methodology import all_definitions; all_definitions()\n"
        "from openjcm.methodology.entries import all_entries; all_entries()"
    )
    words = [sys.executable, "-c", loading]
    return _timed(lambda: subprocess.run(words, check=True, capture_output=True))


@cache
def site() -> Site:
    """Load the site once for all figures about it; an answer that is no page spoils them all."""
    sys.stderr.write(f"filling {_LARGE}: about three minutes\n")
    with tempfile.TemporaryDirectory() as folder:
        measured = measure_site(Path(folder))
    for failure in (*measured.warm.failures, *measured.cold.failures)[:5]:
        sys.stderr.write(f"not answered: {failure}\n")
    if measured.warm.failures or measured.cold.failures:
        raise SystemExit("the site did not answer every page; nothing was measured")
    return measured


FIGURES = (
    Figure("store.start_seconds", 3, "what a second start may take", start_seconds),
    Figure("cli.help_seconds", 0.5, "half a second", help_seconds),
    Figure(
        "methodology.catalogue_seconds", 2, "the whole catalogue, from nothing", catalogue_seconds
    ),
    Figure(
        "methodology.load_seconds",
        2,
        "loading and checking the catalogue",
        lambda _: load_seconds(),
    ),
    Figure(
        "methodology.work_ratio",
        2,
        "times the same formula by hand in Decimal: 1,000 pieces of equipment x 10 vintages",
        lambda _: work_ratio(),
    ),
    Figure(
        "methodology.vintages_ratio",
        2.5,
        "the same with one calculation for each of the 10 vintages, as a report is worked",
        lambda _: vintages_ratio(),
    ),
    Figure(
        "methodology.growth_ratio",
        1.5,
        "growth of that ratio with twice the equipment and twice the vintages; 1 is linear",
        lambda _: growth_ratio(),
    ),
    Figure(
        "metering.clean_ratio",
        4,
        "times DuckDB's scan of the same columns: 105 million readings to verified quantities",
        lambda _: scan_ratio(is_faulty=False),
        runs=1,
    ),
    Figure(
        "metering.faulty_ratio",
        6,
        "the same with faults in one meter of a hundred",
        lambda _: scan_ratio(is_faulty=True),
        runs=1,
    ),
    Figure(
        "metering.memory_mb", 1024, "the process tree of that run", lambda _: memory_mb(), runs=1
    ),
    Figure(
        "metering.growth_ratio",
        11,
        "times as long for ten times the readings",
        lambda _: readings_growth_ratio(),
        runs=1,
    ),
    Figure(
        "metering.csv_ratio",
        4,
        "times DuckDB's scan of a CSV of 50 million rows: from file to quantities, hashed",
        lambda _: csv_ratio(),
        runs=1,
    ),
    Figure(
        "metering.window_ratio",
        100,
        "no limit of ours: what a plain window query costs by the scan",
        lambda _: window_ratio(),
        runs=1,
    ),
    Figure(
        "metering.spark_ratio",
        1000,
        "no limit of ours: a local cluster's seconds by DuckDB's, 864,000 staged readings",
        lambda _: spark_ratio(),
        runs=1,
    ),
    Figure(
        "workbook.libreoffice_ratio",
        1,
        "writing, reading and working a sheet of 100 pieces, by LibreOffice's converting",
        lambda _: against_libreoffice(),
    ),
    Figure(
        "workbook.formulas_ratio",
        0.25,
        "the same by the formulas package working it",
        lambda _: against_formulas(),
    ),
    Figure(
        "methodology.page_ms",
        100,
        "the page of a version or template, made anew for one reader",
        lambda _: page_ms(),
        runs=20,
    ),
    Figure(
        "methodology.try_it_ms",
        100,
        "the answer of its form, every value on the way in it",
        lambda _: try_it_ms(),
        runs=20,
    ),
    Figure(
        "site.warm_per_second",
        400,
        f"pages a second, page cache on: {_LARGE}",
        lambda _: site().warm.per_second,
        at_least=True,
        runs=1,
    ),
    Figure(
        "site.warm_p99_ms",
        250,
        "99 of 100 pages, page cache on",
        lambda _: site().warm.p99_ms,
        runs=1,
    ),
    Figure(
        "site.cold_per_second",
        80,
        f"pages a second, page cache off: {_LARGE}",
        lambda _: site().cold.per_second,
        at_least=True,
        runs=1,
    ),
    Figure(
        "site.cold_p99_ms",
        500,
        "99 of 100 pages, page cache off",
        lambda _: site().cold.p99_ms,
        runs=1,
    ),
)


def main() -> int:
    """Measure all figures, or those of one room."""
    room = sys.argv[1] if len(sys.argv) > 1 else ""
    over = False
    asked = (each for each in FIGURES if each.name.startswith(room))
    for figure in asked:
        with tempfile.TemporaryDirectory() as folder:
            value = round(figure.measure(Path(folder)), 4)
        told = {
            "name": figure.name,
            "value": value,
            "limit": figure.limit,
            "ratio": round(figure.ratio(value), 3),
            "against": figure.against,
            "runs": figure.runs,
        }
        print(json.dumps(told), flush=True)
        bound = "at least" if figure.at_least else "limit"
        sys.stderr.write(f"{figure.name:24} {value:9.3f}  {bound} {figure.limit}\n")
        over = over or figure.ratio(value) > 1
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
