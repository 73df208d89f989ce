"""The readings behind one quantity, as they stand in the files, for the way back to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openjcm.metering.plan import Plan, microseconds
from openjcm.metering.sound_readings import sound_readings

ROWS_MAX = 1000

_ROWS = """
SELECT reading.file, reading.row, reading.register, line.text,
    CASE WHEN point.place <> struct_pack(file := reading.file, row := reading.row)
        THEN 'duplicate'
        WHEN point.out_of_line THEN 'left out'
        ELSE 'counted' END,
    count(*) OVER ()
FROM reading
JOIN line ON line.file = reading.file AND line.row = reading.row
JOIN point ON point.meter = reading.meter AND point.instant = reading.instant
WHERE reading.meter = ? AND reading.instant BETWEEN ? AND ?
ORDER BY reading.instant, reading.file, reading.row LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One row of a reading file; ``read_at`` is its text, ``row`` counts the header as 1.

    ``standing`` is counted, left out (out of line with both neighbours) or duplicate.
    """

    meter: str
    read_at: str
    register: int
    file: str
    row: int
    standing: str


@dataclass(frozen=True, slots=True)
class ReadingRows:
    """The first rows behind a quantity, in order of time, and how many more there are."""

    rows: tuple[ReadingRow, ...]
    left_out: int


def reading_rows(files: Sequence[Path], plan: Plan, meter: str, year: int) -> ReadingRows:
    """Return the readings behind one meter's quantity of a year, in order of time.

    Both readings at the ends of the year are among them; after the first thousand they are only
    counted.

    Raises:
        NotFound: the plan has no such meter or year.
        Malformed: the files are refused, as by ``summarise``.
        Stopped: the machine has no room to work the readings.
    """
    part = plan.year(year)
    ends = [microseconds(part.start), microseconds(part.until)]
    with sound_readings(files, plan) as (bench, read):
        found = bench.execute(_ROWS, [plan.meter(meter).id, *ends, ROWS_MAX]).fetchall()
    rows = tuple(
        ReadingRow(meter, _instant_text(text), register, read[file].name, row, standing)
        for file, row, register, text, standing, _ in found
    )
    # A boundary of the year has a reading, or the files were refused.
    *_, total = found[0]
    return ReadingRows(rows, total - len(rows))


def _instant_text(line: str) -> str:
    return line.split(",")[1].strip().strip('"').strip()
