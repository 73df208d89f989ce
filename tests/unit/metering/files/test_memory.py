"""Large files: summarised, or refused, in bounded memory.

Slow: each writes and reads hundreds of megabytes in processes of their own.
"""

import subprocess
import sys
import time
import zlib
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.slow

BYTES_MAX = 1 << 30
PLAN = """
zone = "America/Santiago"
clock = "America/Santiago"
first = 2017-01-01
last = 2018-12-31
[[meter]]
id = "M1"
parameter = "EG"
equipment = "PV system 1"
register_unit = "kWh"
expected_interval = "1min"
[[meter]]
id = "M2"
parameter = "EG"
equipment = "PV system 2"
register_unit = "kWh"
expected_interval = "1min"
"""
WRITE = """
import duckdb, sys
with duckdb.connect(config={"threads": 1, "memory_limit": "256MB"}) as bench:
    bench.execute("SET TimeZone = 'UTC'")
    bench.execute(sys.argv[1])
"""
SUMMARISE = """
import sys
from pathlib import Path
from openjcm.measure.errors import Malformed
from openjcm.metering import read_plan, summarise
try:
    found = summarise([Path(sys.argv[1])], read_plan(Path(sys.argv[2])))
    print(sum(quantity.amount for quantity in found.quantities), found.files[0].rows)
except Malformed as refusal:
    print(len(refusal.findings), refusal.findings[0].rule)
"""
# Ten seconds between readings, a meter after the other; the register moves by one at each.
SOUND = """
SELECT 'M' || (1 + i // {half}) AS meter,
    strftime(TIMESTAMP '2017-02-01' + to_seconds(10 * (i % {half})), '%Y-%m-%dT%H:%M:%S+00:00')
        AS read_at, i % {half} AS register_kwh
FROM ({rows}) AS each
"""
IN_ORDER = "SELECT i FROM range({all}) AS t(i)"
SHUFFLED = "SELECT (i * 7919) % {all} AS i FROM range({all}) AS t(i)"
FAULTY = """
SELECT 'M1' AS meter, '2018-01-01T00:00:00+00:00' AS read_at, 'x' || i AS register_kwh
FROM ({rows}) AS each
"""


def _run(*arguments: str) -> tuple[str, int]:
    """Run Python; return what it printed and the most memory of all its processes."""
    most = 0
    with subprocess.Popen(
        [sys.executable, "-c", *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        tree = psutil.Process(process.pid)
        while process.poll() is None:
            most = max(most, _held(tree))
            time.sleep(0.02)
        assert process.stdout is not None
        printed = process.stdout.read().strip()
    assert process.returncode == 0
    return printed, most


def _held(tree: psutil.Process) -> int:
    try:
        return sum(each.memory_info().rss for each in (tree, *tree.children(recursive=True)))
    except psutil.NoSuchProcess:
        return 0


@pytest.mark.parametrize(
    ("select", "order", "rows", "packed", "told"),
    [
        (SOUND, IN_ORDER, 6_000_000, "none", "5999998 6000000"),
        (SOUND, IN_ORDER, 3_000_000, "gzip", "2999998 3000000"),
        (SOUND, SHUFFLED, 1_500_000, "none", "1499998 1500000"),
        (FAULTY, IN_ORDER, 1_500_000, "none", "101 not-a-number"),
    ],
    ids=["sound", "packed", "shuffled", "faulty"],
)
def test_a_large_file_is_worked_in_less_than_a_gigabyte(
    tmp_path: Path, select: str, order: str, rows: int, packed: str, told: str
) -> None:
    """A quarter of a gigabyte of rows in order; fewer out of order, or all of them faulty."""
    plan, path = tmp_path / "plan.toml", tmp_path / "large"
    plan.write_text(PLAN)
    query = select.format(rows=order.format(all=rows), half=rows // 2)
    _run(WRITE, f"COPY ({query}) TO '{path}' (FORMAT csv, HEADER, COMPRESSION {packed})")

    printed, most = _run(SUMMARISE, str(path), str(plan))

    assert printed == told
    assert most < BYTES_MAX


def test_a_billion_rows_in_a_bomb_are_refused(tmp_path: Path) -> None:
    """A hundred gigabytes of one reading weigh a hundred megabytes; a part of them tells."""
    plan, path = tmp_path / "plan.toml", tmp_path / "large.gz"
    plan.write_text(PLAN)
    packer = zlib.compressobj(9, wbits=31)
    rows = b"M1,2018-01-01T00:00:00+00:00,1\n" * (1 << 15)
    with path.open("wb") as file:
        file.write(packer.compress(b"meter,read_at,register_kwh\n"))
        for _ in range(300):
            file.write(packer.compress(rows))

    printed, most = _run(SUMMARISE, str(path), str(plan))

    assert printed == "1 bomb"
    assert most < BYTES_MAX // 4
