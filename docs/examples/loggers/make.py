"""Make the example files of a logger: two PV systems in Dhaka over a turn of the year. Made up.

``python docs/examples/loggers/make.py`` writes a file for each system and month, as a logger of
that kind does: semicolons, decimal commas, a clock without offset. Three faults are planted.
"""

import gzip
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

QUARTER = timedelta(minutes=15)
SUN = (0, 0, 0, 0, 0, 0, 3, 9, 17, 25, 31, 35, 36, 34, 29, 22, 14, 6, 1, 0, 0, 0, 0, 0)
FIRST, LAST = datetime(2023, 12, 1), datetime(2024, 2, 1)  # noqa: DTZ001 - a clock on the wall


def main() -> None:
    """Write the files beside this script."""
    for number in (1, 2):
        random = Random(f"loggers-{number}")  # noqa: S311 - an example, no secret
        rows, register, at = [], 150_000 + 40_000 * number, FIRST
        while at <= LAST:
            rows.append((at, register))
            register += SUN[at.hour] * random.randint(60, 100) // 100
            at += QUARTER
        _write(number, _spoilt(number, rows))


def _spoilt(number: int, rows: list[tuple[datetime, int]]) -> list[tuple[datetime, int]]:
    """Plant a gap and a zero in the first system, and a reset in the second."""
    if number == 1:
        rows[2000] = (rows[2000][0], 0)
        return [*rows[:1000], *rows[1012:]]
    low = rows[4000][1]
    return [*rows[:4000], *((at, register - low) for at, register in rows[4000:])]


def _write(number: int, rows: list[tuple[datetime, int]]) -> None:
    for month in (12, 1):
        lines = ["Date Time;Meter;Energy (kWh)"]
        lines += [
            f"{at:%d/%m/%Y %H:%M};PV{number};{register // 10},{register % 10}"
            for at, register in rows
            if at.month == month or (at == LAST and month == 1)
        ]
        year = 2023 if month == 12 else 2024  # noqa: PLR2004 - the turn of the year
        path = Path(__file__).with_name(f"pv{number}-{year}-{month:02}.csv.gz")
        path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


if __name__ == "__main__":
    main()
