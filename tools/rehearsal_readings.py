"""Make the quarter-hour readings of the rehearsal of the first issuance from its monthly registers.

``python tools/rehearsal_readings.py`` writes ``stories/first_issuance/readings``; it was run once,
and a test makes the same files again. RECONSTRUCTED, NOT PROJECT DATA: the monthly registers were
chosen by us (see the README beside them), and the course of a day is drawn here.

Each month's Wh are divided among its quarter hours by whole weights: that of the hour of the day
(below), times a number from 80 to 120 drawn in order of the quarter hours from Python's
``random.Random("quarter-hours-" + meter)``. A register stands at the month's first register plus
its Wh times the weights so far over all weights, cut down; so every month begins and ends at its
monthly register, to the last Wh.
"""

import csv
import gzip
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random

STORY = Path(__file__).resolve().parent.parent / "src/openjcm/stories/first_issuance"
QUARTER = timedelta(minutes=15)
HEADER = "meter,read_at,register_wh"

# Of each hour of the day in Dhaka. A chiller cools a factory of two shifts; a PV system sees the
# sun from six to six.
_DAYS = {
    "BD002-EC-1": "2 2 2 2 2 4 8 16 20 22 24 25 25 26 26 25 24 22 20 16 12 8 4 2",
    "BD004-EG-1": "0 0 0 0 0 0 3 9 17 25 31 35 36 34 29 22 14 6 1 0 0 0 0 0",
}
WEIGHTS = {meter: tuple(map(int, day.split())) for meter, day in _DAYS.items()}


def main() -> None:
    """Write the readings of both projects."""
    for months in sorted((STORY / "months").glob("*.csv")):
        path = STORY / "readings" / f"{months.stem}.csv.gz"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(packed(readings(months)))


def readings(months: Path) -> str:
    """Return the quarter-hour readings of one project as a CSV file."""
    registers = [
        (row["meter"], datetime.fromisoformat(row["read_at"]), int(row["register_wh"]))
        for row in csv.DictReader(months.read_text(encoding="utf-8").splitlines())
    ]
    random = Random("quarter-hours-" + registers[0][0])  # noqa: S311 - a course of days, no secret
    lines = [HEADER]
    for (meter, since, low), (_, until, high) in pairwise(registers):
        lines += [
            f"{meter},{at.isoformat()},{register}"
            for at, register in _month(random, WEIGHTS[meter], since, until, high - low, low)
        ]
    meter, at, register = registers[-1]
    return "\n".join([*lines, f"{meter},{at.isoformat()},{register}"]) + "\n"


def packed(text: str) -> bytes:
    """Return a text as gzip, the same bytes every time."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def _month(
    random: Random,
    weights: tuple[int, ...],
    since: datetime,
    until: datetime,
    amount: int,
    low: int,
) -> Iterator[tuple[datetime, int]]:
    instants = [since + at * QUARTER for at in range((until - since) // QUARTER)]
    drawn = [weights[at.hour] * random.randint(80, 120) for at in instants]
    total = sum(drawn)
    passed = [0, *accumulate(drawn)]
    for at, weight in zip(instants, passed, strict=False):
        yield at, low + amount * weight // total


if __name__ == "__main__":
    main()
