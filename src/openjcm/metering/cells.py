"""From lines to readings: the header, the three cells of each row, and every faulty row.

A faulty row is never dropped in silence; it is a finding with file, row and the fix.
"""

from collections.abc import Iterator, Sequence

from openjcm.measure.errors import Finding
from openjcm.metering.plan import Plan
from openjcm.metering.reading_files import ReadingFile
from openjcm.metering.workbench import Bench

HEADER = "meter,read_at,register_wh"
SHOWN_MAX = 100

_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}

_MACROS = r"""
CREATE MACRO clock() AS
    '\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?)';
CREATE MACRO clock_and_offset() AS clock() || '(Z|[+-](0\d|1[0-4]):[0-5]\d)';
CREATE MACRO instant_of(cell) AS CASE
    WHEN regexp_full_match(cell, clock_and_offset())
    THEN epoch_us(TRY_CAST(cell AS TIMESTAMPTZ)) END;
CREATE MACRO register_of(cell) AS CASE
    WHEN regexp_full_match(cell, '\d+') AND TRY_CAST(cell AS HUGEINT) <= 4611686018427387904
    THEN TRY_CAST(cell AS BIGINT) END;
CREATE MACRO quoted_within(line) AS NOT regexp_full_match(
    line, '( *"[^",]*" *|[^",]*)(,( *"[^",]*" *|[^",]*))*');
CREATE MACRO row_fault(cells, tail, quoted_within) AS CASE
    WHEN cells = 4 AND regexp_full_match(tail, '\d+') THEN 'decimal-comma'
    WHEN cells <> 3 THEN 'not-three-cells'
    WHEN quoted_within THEN 'stray-quotation-mark' END;
CREATE MACRO meter_fault(cell) AS CASE
    WHEN cell = '' THEN 'no-meter'
    WHEN cell NOT IN (SELECT id FROM plan_meter) THEN 'unknown-meter' END;
CREATE MACRO instant_fault(cell) AS CASE
    WHEN cell = '' THEN 'no-instant'
    WHEN regexp_full_match(cell, clock() || '?') THEN 'naive-timestamp'
    ELSE 'not-an-instant' END;
CREATE MACRO register_fault(cell) AS CASE
    WHEN cell = '' THEN 'no-register'
    WHEN regexp_full_match(cell, '\d+') THEN 'register-too-large'
    WHEN regexp_full_match(cell, '-\d+([.,]\d+)?') THEN 'negative-register'
    WHEN regexp_full_match(cell, '\d+,\d+') THEN 'decimal-comma'
    WHEN regexp_full_match(cell, '\d+\.\d+') THEN 'not-whole'
    ELSE 'not-a-number' END;
"""

# Quotation marks are taken off the whole line, as trimming each cell costs more than all the
# rest; a mark inside a cell is a fault of the row, so that 2"5 never becomes 25.
# A row whose register is faulty keeps its instant: its boundary is faulty, not missing.
_READINGS = """
CREATE TABLE reading AS
WITH cut AS (
    SELECT file, row, string_split(replace(text, '"', ''), ',') AS cell,
        contains(text, '"') AND quoted_within(text) AS quoted_within
    FROM line WHERE row > 1 AND trim(replace(text, ',', '')) <> ''
), named AS (
    SELECT file, row, row_fault(len(cell), trim(cell[3]) || trim(cell[4]), quoted_within)
            AS row_fault,
        trim(cell[1]) AS meter, trim(cell[2]) AS read_at, trim(cell[3]) AS register_text
    FROM cut WHERE file IN (SELECT number FROM readable)
), valued AS (
    SELECT *, CASE WHEN row_fault IS DISTINCT FROM 'not-three-cells' THEN instant_of(read_at) END
            AS instant,
        CASE WHEN row_fault IS NULL THEN register_of(register_text) END AS register
    FROM named
)
SELECT file, row, meter, row_fault, instant, register,
    CASE WHEN row_fault IS NULL THEN meter_fault(meter) END AS meter_fault,
    CASE WHEN row_fault IS NULL AND instant IS NULL THEN instant_fault(read_at) END
        AS instant_fault,
    CASE WHEN row_fault IS NULL AND register IS NULL THEN register_fault(register_text) END
        AS register_fault
FROM valued
"""

_FAULTY = """
WITH each AS (
    UNPIVOT (SELECT file, row, row_fault, meter_fault, instant_fault, register_fault FROM reading)
    ON row_fault, meter_fault, instant_fault, register_fault INTO NAME cell VALUE fault
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY fault) AS total,
        row_number() OVER (PARTITION BY fault ORDER BY file, row) AS place
    FROM each
)
SELECT fault, counted.file, counted.row, left(line.text, 200), total - $shown
FROM counted JOIN line ON line.file = counted.file AND line.row = counted.row
WHERE place <= $shown ORDER BY counted.file, counted.row, fault, cell
"""

_SAYS = {
    "decimal-comma": "the register has a decimal comma; write whole Wh without comma",
    "not-three-cells": "the row has not three cells; write meter, instant and register",
    "stray-quotation-mark": "a quotation mark stands inside a cell; take it out",
    "no-meter": "the meter is not named; write its id as in the plan",
    "unknown-meter": "the meter is not in the plan; correct its id or add it to the plan",
    "no-instant": "the instant is empty; write it as in {example}",
    "naive-timestamp": "the instant has no offset, so it is not known when it was read; "
    "write it as in {example}",
    "not-an-instant": "the instant cannot be read; write it as in {example}",
    "no-register": "the register is empty; write what it showed in Wh, or take the row out",
    "register-too-large": "the register is beyond 2^62 Wh; is it in Wh?",
    "negative-register": "the register is negative; write what the meter showed, zero or more",
    "not-whole": "the register is not a whole number; write whole Wh",
    "not-a-number": "the register is not a number; write whole Wh in digits only",
}


def make_readings(
    bench: Bench, files: Sequence[ReadingFile], plan: Plan
) -> tuple[frozenset[int], list[Finding]]:
    """Make the tables ``plan_meter`` and ``reading``, faulty rows with their faults included.

    Returns:
        The numbers of the files with a right header, and what is wrong with headers and rows.
    """
    bench.execute("CREATE TABLE plan_meter (id VARCHAR, position INTEGER, every VARCHAR)")
    bench.executemany(
        "INSERT INTO plan_meter VALUES (?, ?, ?)",
        [[meter.id, place, meter.expected_interval] for place, meter in enumerate(plan.meters)],
    )
    bench.execute("CREATE TABLE readable (number SMALLINT)")
    findings = list(_faults_of_headers(bench, files))
    bench.execute(_MACROS)
    bench.execute(_READINGS)
    findings.extend(_faults_of_rows(bench, files, plan))
    rows = bench.execute("SELECT number FROM readable").fetchall()
    return frozenset(number for (number,) in rows), findings


def place_of(file: ReadingFile, row: int) -> str:
    """Name a row of a file; the header is row 1."""
    return f"{file.name} row {row}"


def _faults_of_headers(bench: Bench, files: Sequence[ReadingFile]) -> Iterator[Finding]:
    rows = bench.execute("SELECT file, left(text, 200) FROM line WHERE row = 1").fetchall()
    for number, text in rows:
        header = text or ""
        if header.replace('"', "") == HEADER:
            bench.execute("INSERT INTO readable VALUES (?)", [number])
            yield from _fault_of_an_empty_file(bench, number, files[number])
        else:
            rule, message = _fault_of_header(header)
            yield Finding(rule, place_of(files[number], 1), message)


def _fault_of_header(header: str) -> tuple[str, str]:
    for mark, name in _DELIMITERS.items():
        if mark in header and "," not in header:
            return "wrong-delimiter", f"the cells are separated by {name}; save with commas"
    return "wrong-header", f"the first row is {header!r}; write exactly {HEADER}"


def _fault_of_an_empty_file(bench: Bench, number: int, file: ReadingFile) -> Iterator[Finding]:
    found = bench.execute(
        "SELECT 1 FROM line "
        "WHERE file = ? AND row > 1 AND trim(replace(text, ',', '')) <> '' LIMIT 1",
        [number],
    ).fetchone()
    if found is None:
        yield Finding("empty-file", file.name, "the file has a header and no readings; add them")


def _faults_of_rows(bench: Bench, files: Sequence[ReadingFile], plan: Plan) -> Iterator[Finding]:
    example = plan.boundaries[0].astimezone(plan.tzinfo).isoformat()
    more = dict[str, int]()
    for fault, file, row, text, left in bench.execute(_FAULTY, {"shown": SHOWN_MAX}).fetchall():
        says = _SAYS[fault].format(example=example)
        yield Finding(fault, place_of(files[file], row), f"{text!r}: {says}")
        more[fault] = left
    for fault, left in more.items():
        if left > 0:
            yield Finding(fault, "readings", f"{left} more rows have the same fault")
