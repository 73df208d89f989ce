"""The readings behind one quantity, as they stand in the files, for the way back to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openjcm.metering.course import Tell, silent
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.readings import STEPS, directed_plan, sound_readings
from openjcm.metering.working.counting import SOUND
from openjcm.metering.working.definition import FAR

ROWS_MAX = 1000

# What became of a row follows from the step that ends there: of a register the one up to its
# instant, of an interval or a value to average its own. The gap before it is another step.
_ROWS = """
SELECT file, row, register, instant, standing, class, part_to, part_from, total FROM (
SELECT reading.file, reading.row, reading.register, reading.instant, step.class, step.part_to,
    step.part_from,
    CASE WHEN point.register <> point.highest THEN 'contradiction'
        WHEN reading.instant > {now} THEN 'instant to come'
        WHEN point.place <> struct_pack(file := reading.file, row := reading.row) THEN 'duplicate'
        WHEN beside.out_of_line THEN 'left out'
        ELSE '' END AS standing,
    count(*) OVER () AS total,
    row_number() OVER (ORDER BY reading.instant, reading.file, reading.row) AS nth
FROM reading
JOIN point ON point.meter = reading.meter AND point.instant = reading.instant
LEFT JOIN beside ON beside.meter = reading.meter AND beside.instant = reading.instant
LEFT JOIN (
    SELECT class, place, part_to, part_from FROM step JOIN meter ON meter.position = step.meter
    WHERE step.meter = {meter} AND (meter.reads = 'register' OR step.missing = 0)
) AS step ON step.place = struct_pack(file := reading.file, row := reading.row)
WHERE reading.meter = {meter} AND reading.instant BETWEEN {start} AND {until}
    AND ({is_register} OR step.class IS NULL OR step.part_to < 0 OR step.part_from >= {parts}
        OR (step.part_to >= {part} AND step.part_from <= {part}))
) AS behind WHERE nth <= {half} OR nth > total - {half} ORDER BY nth
"""
_STANDS = {
    Treatment.COUNT: "counted",
    Treatment.EXCLUDE: "excluded",
    Treatment.CONSERVATIVE: "filled",
}


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One row of a reading file; ``row`` counts the header as 1.

    ``read_at`` is its instant in the plan's legal time, ``register`` in whole last digits.

    ``standing`` says what became of it, by the step that ends there: counted, excluded or filled;
    left out (out of line with both neighbours), duplicate, contradiction, instant to come, outside
    the period. ``fault`` is the kind of that step, where it is not sound.
    """

    meter: str
    read_at: str
    register: int
    file: str
    row: int
    standing: str
    fault: str = ""


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

    With those that were not counted, and what became of each; the readings at both ends of the
    year are among them. ``most`` is an even number. A reading after ``now`` bears an instant to
    come, and ``tell`` is told of each step, as by ``summarise``.

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
        directed = directed_plan(sound, plan)
        becoming = _Becoming(directed, directed.meters[place], plan.years.index(part))
        found = sound.engine.rows(becoming.rows(place, half=most // 2, now=at))
    rows = tuple(
        ReadingRow(
            meter,
            plan.local(instant).isoformat(),
            register,
            sound.sources[file].name,
            row,
            standing or becoming.of(*step),
            becoming.fault(*step) if not standing else "",
        )
        for file, row, register, instant, standing, *step, _ in found
    )
    return ReadingRows(rows, found[0][-1] - len(rows) if found else 0)


@dataclass(frozen=True, slots=True)
class _Becoming:
    """What became of the steps of a meter in one part of the period."""

    plan: Plan
    meter: Meter
    part: int

    def rows(self, place: int, *, half: int, now: int) -> str:
        """Return the SQL of the rows of the part, so many of the first and of the last."""
        year = self.plan.years[self.part]
        return _ROWS.format(
            meter=place,
            start=microseconds(year.start),
            until=microseconds(year.until),
            half=half,
            now=now,
            is_register=self.meter.reads is Reads.REGISTER,
            parts=len(self.plan.years),
            part=self.part,
        )

    def of(self, kind: str | None, part_to: int | None, part_from: int | None) -> str:
        """Say what became of the row at which a step ends; without one it is where all begins."""
        if kind is None or part_to is None or part_from is None:
            return "counted"
        if part_to < 0 or part_from >= len(self.plan.years):
            # A register's first reading of the period ends a step that lies before it.
            return "counted" if self.meter.reads is Reads.REGISTER else "outside the period"
        if kind == SOUND or self._ends_before(part_to):
            return "counted"
        return _STANDS[self.meter.treatment(FaultKind(kind))]

    def fault(self, kind: str | None, part_to: int | None, _: int | None) -> str:
        """Return the kind of fault of a step, blank where it is sound or lies before the year."""
        is_sound = kind is None or kind == SOUND or part_to is None or self._ends_before(part_to)
        return "" if is_sound else str(kind)

    def _ends_before(self, part_to: int) -> bool:
        """Whether a register's step lies in the year before: its reading begins this one."""
        return self.meter.reads is Reads.REGISTER and part_to < self.part
