"""Readings measured: from a fleet's files to verified quantities, against a bare scan of them.

A hundred and five million one-minute readings: 200 meters over one year, in one Parquet file a
month, meter by meter, as a collector keeps them. A figure is void unless the same run reports
exactly the faults that were planted. The scan is DuckDB's ``count, sum, min, max`` of the same
columns with the same threads, the median of five warm ones.
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
from typing import Any

import duckdb
import psutil

METERS, MINUTES = 200, 525_600
CSV_METERS = 95
_AT_ONCE = 50
_AT_ONE_IN, _MONTHS = 100, 12
SCANS = 5
_START = 1_672_531_200_000_000
_MINUTE = 60_000_000
_THREADS = 2

_CHILD = """
import json, sys, time
from pathlib import Path
from openjcm.metering import read_plan, summarise, summary_as_json
plan = read_plan(Path(sys.argv[1]))
began = time.perf_counter()
summary = summarise([Path(each) for each in sys.argv[2:]], plan)
took = time.perf_counter() - began
counts = {f"{c.meter} {c.kind.value}": c.count for c in summary.fault_counts}
amounts = {q.meter: q.amount for q in summary.quantities}
holds = all(each.holds for each in summary.conservation)
print(json.dumps({"took": took, "faults": counts, "amounts": amounts, "holds": holds}))
"""

# A register moves on by 1 to 60 a minute, told by its meter and minute.
_MOVED = "(1 + (minute * 7919 + meter * 104729) % 60)"
_ROWS = """
SELECT 'M' || lpad(meter::VARCHAR, 4, '0') AS meter,
    make_timestamptz({start} + minute * {every}) AS read_at,
    (meter * 1000 + sum({moved}) OVER (PARTITION BY meter ORDER BY minute))::BIGINT AS register,
    meter AS number, minute
FROM range({first}, {last}) AS m(meter), range(0, {minutes} + 1) AS t(minute)
"""


@dataclass(frozen=True)
class Fleet:
    """Files of a fleet, its plan, the faults planted in it, and what its meters come to."""

    folder: Path
    plan: Path
    faults: dict[str, int]
    amounts: dict[str, int]
    readings: int


@dataclass(frozen=True)
class Measured:
    """One fleet summarised: seconds, those of the scan, and the most memory of its processes."""

    took: float
    scan: float
    memory_mb: float

    @property
    def ratio(self) -> float:
        """The seconds by those of the scan."""
        return self.took / self.scan


@cache
def fleet_of(meters: int, *, is_faulty: bool) -> Measured:
    """Make a fleet, scan it five times and summarise it, once for all figures about it."""
    with tempfile.TemporaryDirectory() as name:
        fleet = made(Path(name), meters, is_faulty=is_faulty)
        scan, said = scanned(fleet), summarised(fleet)
        return Measured(said["took"], scan, said["memory_mb"])


def scan_ratio(*, is_faulty: bool) -> float:
    """Return the seconds to verified quantities by those of a scan of the same columns."""
    return fleet_of(METERS, is_faulty=is_faulty).ratio


def memory_mb() -> float:
    """Return the most memory that the processes of a faulty fleet's summary held, in MiB."""
    return fleet_of(METERS, is_faulty=True).memory_mb


def growth_ratio() -> float:
    """Return the seconds for ten times the meters by those of a tenth."""
    tenth = fleet_of(METERS // 10, is_faulty=False)
    return fleet_of(METERS, is_faulty=False).took / tenth.took


def window_ratio() -> float:
    """Return what putting every reading in order costs by a scan: one plain window query."""
    with tempfile.TemporaryDirectory() as name:
        fleet = made(Path(name), METERS // 10, is_faulty=False)
        question = (
            "SELECT meter, min(step), max(step), sum(step) FROM (SELECT meter, register - "
            "lag(register) OVER (PARTITION BY meter ORDER BY read_at) AS step "
            f"FROM '{fleet.folder}/*.parquet') GROUP BY meter"
        )
        with duckdb.connect(config={"threads": _THREADS}) as bench:
            return _timed(lambda: bench.execute(question).fetchall()) / scanned(fleet)


def csv_ratio() -> float:
    """Return the seconds from a CSV of 50 million rows to quantities by DuckDB's own scan of it."""
    with tempfile.TemporaryDirectory() as name:
        fleet = made(Path(name), CSV_METERS, is_faulty=False, as_csv=True)
        took: float = summarised(fleet)["took"]
        return took / scanned(fleet, "SELECT {} FROM read_csv('{}/*.csv')")


def made(
    folder: Path, meters: int, *, is_faulty: bool, minutes: int = MINUTES, as_csv: bool = False
) -> Fleet:
    """Write a fleet; one in a hundred of its meters is faulty if it is asked for.

    Parquet in twelve files a year, or CSV in one file.
    """
    files = folder / "readings"
    files.mkdir()
    amounts: dict[str, int] = {}
    faulty = [at for at in range(meters) if is_faulty and at % _AT_ONE_IN == _AT_ONE_IN // 2]
    with duckdb.connect(config={"threads": _THREADS, "memory_limit": "6GB"}) as bench:
        bench.execute("SET TimeZone = 'UTC'")
        for first in range(0, meters, _AT_ONCE):
            bench.execute(
                "CREATE OR REPLACE TABLE fleet AS "
                + _ROWS.format(
                    start=_START, every=_MINUTE, moved=_MOVED, first=first,
                    last=min(first + _AT_ONCE, meters), minutes=minutes,
                )
            )  # fmt: skip
            amounts |= dict(
                bench.execute(
                    "SELECT meter, max(register) - min(register) FROM fleet GROUP BY ALL"
                ).fetchall()
            )
            for number in faulty:
                if first <= number < first + _AT_ONCE:
                    amounts[f"M{number:04}"] += _spoil(bench, number)
            if as_csv:
                _write_csv(bench, files / f"{first:04}.csv")
            for month in range(0 if as_csv else _MONTHS):
                _write(bench, files / f"{month:02}-{first:04}.parquet", month, minutes)
    plan = folder / "plan.toml"
    plan.write_text(_plan(meters), encoding="utf-8")
    planted = {f"M{number:04} {kind}": n for number in faulty for kind, n in PLANTED.items()}
    return Fleet(files, plan, planted, amounts, meters * (minutes + 1))


PLANTED = {
    "gap": 1,
    "duplicate": 10,
    "non-monotone": 1,
    "out-of-order": 1,
    "reset": 1,
    "beyond-capacity": 1,
    "stuck": 1,
}


# In the order in which they are planted: what each is, and how it is done to one meter.
_SPOILS = (
    "DELETE FROM fleet WHERE number = {n} AND minute BETWEEN 10000 AND 10059",
    "INSERT INTO fleet SELECT * FROM fleet WHERE number = {n} AND minute BETWEEN 20000 AND 20009",
    "UPDATE fleet SET register = 0 WHERE number = {n} AND minute = 25000",
    # Ten million units at once, and the register keeps them: beyond what can be.
    "UPDATE fleet SET register = register + 10000000 WHERE number = {n} AND minute >= 30000",
    # It stands still for 2,000 minutes, and goes on from there.
    "UPDATE fleet SET register = {still} WHERE number = {n} AND minute BETWEEN 50000 AND 52000",
    "UPDATE fleet SET register = register - {caught} WHERE number = {n} AND minute > 52000",
    # It is reset to nothing.
    "UPDATE fleet SET register = register - {zero} WHERE number = {n} AND minute >= 60000",
    # A row that stands below later ones.
    "UPDATE fleet SET minute = 70005 WHERE number = {n} AND minute = 70000",
)
_BEFORE = (29_999, 30_000, 50_000, 52_000, 59_999, 60_000)


def _spoil(bench: duckdb.DuckDBPyConnection, number: int) -> int:
    """Plant faults in one meter; return by how much they change what it comes to."""
    rows = bench.execute(
        f"SELECT minute, register FROM fleet WHERE number = {number} AND minute IN {_BEFORE}"
    ).fetchall()
    before: dict[int, int] = dict(rows)
    jump = 10_000_000
    still, caught = before[50_000] + jump, before[52_000] - before[50_000]
    zero = before[60_000] + jump - caught
    for statement in _SPOILS:
        bench.execute(statement.format(n=number, still=still, caught=caught, zero=zero))
    lost = before[30_000] - before[29_999] + before[60_000] - before[59_999]
    return -lost - caught


def _write(bench: duckdb.DuckDBPyConnection, path: Path, month: int, minutes: int) -> None:
    """Write the rows of a twelfth of the year, meter by meter, as they arrived."""
    first, last = (minutes * each // _MONTHS for each in (month, month + 1))
    # The last month has the reading at the end of the year.
    last += month + 1 == _MONTHS
    bench.execute(
        f"COPY (SELECT meter, read_at, register FROM fleet WHERE minute >= {first} AND "
        f"minute < {last} ORDER BY number, minute, read_at) TO '{path}' (FORMAT parquet, "
        "COMPRESSION zstd)"
    )


def _write_csv(bench: duckdb.DuckDBPyConnection, path: Path) -> None:
    bench.execute(
        "COPY (SELECT meter, strftime(read_at, '%Y-%m-%dT%H:%M:%S+00:00') AS read_at, register "
        f"AS register_wh FROM fleet ORDER BY number, minute) TO '{path}' (FORMAT csv)"
    )


def _plan(meters: int) -> str:
    head = 'zone = "UTC"\nfirst = 2023-01-01\nlast = 2023-12-31\n'
    return head + "".join(
        f'[[meter]]\nid = "M{number:04}"\nparameter = "EC_PJ"\nequipment = "chiller {number}"\n'
        'expected_interval = "1min"\ncapacity = 6000\nstuck_after = "24h"\n'
        for number in range(meters)
    )


_WHAT = (
    "count(*), min(meter), max(meter), min(read_at), max(read_at), sum({value}), min({value}), "
    "max({value})"
)


def scanned(fleet: Fleet, question: str = "SELECT {} FROM '{}/*.parquet'") -> float:
    """Return the median seconds of five warm scans."""
    what = _WHAT.format(value="register_wh" if "csv" in question else "register")
    asked = question.format(what, fleet.folder)
    with duckdb.connect(config={"threads": _THREADS}) as bench:
        bench.execute(asked).fetchall()
        return median(_timed(lambda: bench.execute(asked).fetchall()) for _ in range(SCANS))


def summarised(fleet: Fleet) -> dict[str, Any]:
    """Summarise in a process of its own, whose memory is watched; void if a fault is missed."""
    words = [sys.executable, "-c", _CHILD, str(fleet.plan), str(fleet.folder)]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    most = 0
    while child.poll() is None:
        most = max(most, _memory(child.pid))
        time.sleep(0.02)
    assert child.stdout is not None
    said: dict[str, Any] = json.loads(child.stdout.read())
    if said["faults"] != fleet.faults or said["amounts"] != fleet.amounts or not said["holds"]:
        raise SystemExit(f"void: {said['faults']} found, {fleet.faults} planted")
    said["memory_mb"] = most / (1 << 20)
    return said


def _memory(pid: int) -> int:
    try:
        process = psutil.Process(pid)
        return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)])
    except psutil.NoSuchProcess:
        return 0


def _timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began
