"""The readings behind one quantity, as they stand in the files, for the way back to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openjcm.metering.course import Tell, silent
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.readings import STEPS, sound_readings
from openjcm.metering.working.definition import FAR

ROWS_MAX = 1000

_ROWS = """
SELECT file, row, register, instant, standing, total FROM (
SELECT reading.file, reading.row, reading.register, reading.instant,
    CASE WHEN reading.register <> beside.register OR beside.place <> struct_pack(
            file := reading.file, row := reading.row) THEN 'duplicate'
        WHEN beside.out_of_line THEN 'left out'
        ELSE 'counted' END AS standing,
    count(*) OVER () AS total,
    row_number() OVER (ORDER BY reading.instant, reading.file, reading.row) AS nth
FROM reading
JOIN beside ON beside.meter = reading.meter AND beside.instant = reading.instant
WHERE reading.meter = {meter} AND reading.instant BETWEEN {start} AND {until}
) AS behind WHERE nth <= {half} OR nth > total - {half} ORDER BY nth
"""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One row of a reading file; ``row`` counts the header as 1.

    ``read_at`` is its instant in the plan's legal time, ``register`` in whole last digits.

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
    """The rows behind a quantity, in order of time.

    Where there are many, as many of the first as of the last are given, and between these
    ``left_out`` more stand in the files.
    """

    rows: tuple[ReadingRow, ...]
    left_out: int


def reading_rows(  # noqa: PLR0913 - a question about rows has a place, a length and a clock
    files: Sequence[Path],
    plan: Plan,
    meter: str,
    year: int,
    *,
    most: int = ROWS_MAX,
    now: datetime | None = None,
    tell: Tell = silent,
) -> ReadingRows:
    """Return the readings behind one meter's quantity of a year, in order of time.

    The readings at both ends of the year are among them. ``most`` is an even number. A reading
    after ``now`` bears an instant to come, and ``tell`` is told of each step, as by ``summarise``.

    Raises:
        NotFound: the plan has no such meter or year.
        Malformed: the files are refused, as by ``summarise``.
        Stopped: the machine has no room to work the readings.
    """
    part = plan.year(year)
    place = plan.meters.index(plan.meter(meter))
    at = FAR if now is None else microseconds(now)
    with sound_readings(files, plan, now=at, is_screened=False, tell=tell) as sound:
        sound.course.step(STEPS[-1])
        found = sound.engine.rows(
            _ROWS.format(
                meter=place,
                start=microseconds(part.start),
                until=microseconds(part.until),
                half=most // 2,
            )
        )
    rows = tuple(
        ReadingRow(
            meter,
            plan.local(instant).isoformat(),
            register,
            sound.sources[file].name,
            row,
            standing,
        )
        for file, row, register, instant, standing, _ in found
    )
    return ReadingRows(rows, found[0][-1] - len(rows) if found else 0)
