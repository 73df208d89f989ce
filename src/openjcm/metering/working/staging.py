"""Readings of the files as the table ``reading``, and everything that is wrong with their rows.

A faulty row is never dropped in silence: it is a finding with file, row and the fix.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import duckdb

from openjcm.measure.errors import Finding
from openjcm.metering.files import clocks, relation
from openjcm.metering.files.clocks import twice_spans
from openjcm.metering.files.encoding import blank_lines
from openjcm.metering.files.relation import full, literal
from openjcm.metering.files.source import Member, Source
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.bench import Bench
from openjcm.metering.working.engine import Named

SHOWN_MAX = 100
# What the number of a file leads to its name by.
Numbered = Sequence[Named] | Mapping[int, Named]
# Files that are read by one statement, on all threads.
_AT_ONCE = 16

_NAMES = (("name", "VARCHAR"), ("meter", "INTEGER"), ("digits", "INTEGER"), ("reads", "VARCHAR"))
_RAW = """
CREATE TABLE raw (file INTEGER, row BIGINT, meter INTEGER, name VARCHAR, instant BIGINT,
    wall BIGINT, register BIGINT, meter_fault VARCHAR, instant_fault VARCHAR, value_fault VARCHAR)
"""
# In the hour that comes twice the lower register is the earlier; the order of rows says nothing.
# One register twice is two readings only if both stand in one file, which may be handed in twice.
_TWICE = """
CREATE TABLE twice AS
SELECT meter, wall, register, min(place) AS place, max(rows) AS rows,
    row_number() OVER (PARTITION BY meter, wall ORDER BY register) AS nth,
    count(*) OVER (PARTITION BY meter, wall) AS values
FROM (
    SELECT meter, wall, register, min(struct_pack(file := file, row := row)) AS place,
        count(*) AS rows
    FROM unresolved GROUP BY meter, wall, register, file
) AS of_file GROUP BY meter, wall, register
"""
# Readings at one instant; and rows whose clock without offset was at no one instant, which are
# readings or faults according to what stands beside them, in other files too.
SOUND = """
SELECT meter, instant, register, file, row FROM raw
WHERE instant IS NOT NULL AND meter_fault IS NULL AND value_fault IS NULL
"""
UNRESOLVED = """
SELECT file, row, meter, wall, register FROM raw
WHERE instant IS NULL AND wall IS NOT NULL AND meter_fault IS NULL AND value_fault IS NULL
"""
FAULTY = """
SELECT file, row, name, meter_fault, instant_fault, value_fault FROM raw
WHERE meter_fault IS NOT NULL OR instant_fault IS NOT NULL OR value_fault IS NOT NULL
"""
# Where these are kept when files are read group by group.
ASIDE = """
CREATE TABLE unresolved (file INTEGER, row BIGINT, meter INTEGER, wall BIGINT, register BIGINT);
CREATE TABLE faulty (file INTEGER, row BIGINT, name VARCHAR, meter_fault VARCHAR,
    instant_fault VARCHAR, value_fault VARCHAR);
"""
ROWS = "SELECT file, count(*) FROM raw GROUP BY file"
_OF_TWICE = """
SELECT meter, {instant} AS instant, register, place.file AS file, place.row AS row FROM twice
CROSS JOIN (VALUES (1), (2)) AS one(time)
WHERE ({ambiguous}) AND ((values = 2 AND time = nth) OR (values = 1 AND rows = 2))
"""
_LONELY = """
SELECT place.file, place.row, {ambiguous} FROM twice
WHERE NOT (({ambiguous}) AND (values = 2 OR (values = 1 AND rows = 2)))
ORDER BY place LIMIT {shown}
"""
_INTO = """
INSERT INTO raw SELECT file, row, meter, name, instant, wall, register, meter_fault, instant_fault,
    value_fault FROM ({}) AS each
"""
_FAULTS = """
WITH each AS (
    SELECT DISTINCT file, row, CASE WHEN cell = 'instant_fault' THEN '' ELSE coalesce(name, '') END
        AS name, cell, fault
    FROM (UNPIVOT faulty ON meter_fault, instant_fault, value_fault INTO NAME cell VALUE fault)
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY fault) AS total,
        row_number() OVER (PARTITION BY fault ORDER BY file, row) AS place
    FROM each
)
SELECT fault, file, row, name, cell, total - {shown} FROM counted WHERE place <= {shown}
ORDER BY file, row, fault, cell, name
"""
# Lines of one scan that were no rows: each file is read once for the table.
_REJECTED = """
SELECT DISTINCT line, error_type, left({text}, 200) AS text
FROM reject_errors JOIN reject_scans USING (scan_id, file_id) WHERE file_path = {path}
"""
# Rows are counted without lines that were blank or rejected; the n-th of these moves the rows
# from its own number less n on.
_SKIPPED = """
CREATE OR REPLACE TEMP TABLE skipped AS
SELECT max(nth) AS more, line - nth + 1 AS since FROM (
    SELECT line, row_number() OVER (ORDER BY line) AS nth
    FROM (SELECT line FROM blank WHERE line > {header} UNION SELECT line FROM ({rejected}) AS each)
) AS numbered GROUP BY since
"""
_RENUMBER = """
UPDATE {table} SET row = {table}.row + moved.more FROM (
    SELECT place, more FROM (
        SELECT {table}.rowid AS place, row - ahead AS line FROM {table} JOIN member USING (file)
    ) AS placed ASOF JOIN skipped ON line >= since
) AS moved WHERE {table}.rowid = moved.place
"""
_SAYS = {
    "no-meter": "the meter is not named; write its id as in the plan",
    "unknown-meter": "the meter {name!r} is not in the plan; correct its id, or add it to the plan",
    "no-instant": "the instant is empty; write it as in {example}",
    "naive-timestamp": "the instant has no offset as those before it have; write it as in "
    "{example}",
    "not-an-instant": "the instant cannot be read as in the rows before; write it as in {example}",
    "ambiguous-instant": "the clock showed this twice that night, and one reading stands there; "
    "write it with an offset, as in {example}",
    "no-such-instant": "the clock did not show this that night; write it with an offset, as in "
    "{example}",
    "no-value": "the value is empty; write what the meter showed, or take the row out",
    "value-too-large": "the value is beyond 2^62 last digits; is its unit that of the plan?",
    "negative-register": "the register is negative; write what the meter showed, zero or more",
    "decimal-comma": "the value has another decimal mark than the rows before it, or a mark of "
    "thousands; write one decimal point and no other mark",
    "too-many-decimals": "the value has more decimals than the plan's; say digits in the plan",
    "not-a-number": "the value is not a number; write digits and a decimal point only",
    "wrong-number-of-cells": "the row {text!r} has not as many cells as the header",
    "stray-quotation-mark": "a quotation mark stands inside a cell of {text!r}; take it out",
    "cannot-be-read": "the row {text!r} cannot be read",
}
_REJECTIONS = {
    "MISSING COLUMNS": "wrong-number-of-cells",
    "TOO MANY COLUMNS": "wrong-number-of-cells",
    "UNQUOTED VALUE": "stray-quotation-mark",
}


def prepare(bench: Bench, plan: Plan) -> None:
    """Make what reading needs: the macros, and the names of the plan's meters."""
    bench.run(clocks.MACROS)
    bench.run(relation.MACROS)
    bench.run(relation.names_sql(plan))
    bench.table(
        "plan_name",
        _NAMES,
        [
            (name, place, meter.digits, meter.reads.value)
            for place, meter in enumerate(plan.meters)
            for name in dict.fromkeys((meter.id, *meter.names))
        ],
    )


def stage(
    bench: Bench,
    sources: Sequence[Source],
    plan: Plan,
    *,
    only: Collection[str] | None = None,
    among: Collection[int] | None = None,
    rows: Mapping[int, int] | None = None,
) -> tuple[Counter[int], list[Finding]]:
    """Make the table ``reading`` of the sources' rows.

    Args:
        bench: Prepared.
        sources: What is read.
        plan: Which meters there are.
        only: Names of meters, as they stand in files, whose rows are taken; ``None``: all.
        among: The numbers of the sources in which these stand; ``None``: all.
        rows: How many rows each source has, where that is known.

    Returns:
        How many readings each source has, and what is wrong with rows.
    """
    findings = read_rows(bench, sources, plan, only=only, among=among, rows=rows)
    members = {each.number: each for source in sources for each in source.each}
    bench.relation("faulty", FAULTY, is_kept=False)
    findings += faulty_rows(bench, members, plan)
    bench.relation("unresolved", UNRESOLVED, is_kept=False)
    resolve(bench)
    bench.relation("reading", f"{SOUND} UNION ALL {twice_sql(plan)}", is_kept=False)
    findings += lonely_rows(bench, members, plan)
    return Counter(dict(bench.rows(ROWS))), findings


def statements_of(sources: Sequence[Source]) -> int:
    """Return in how many long statements the rows of sources are read."""
    together = sum(each.is_parquet for each in sources)
    return len(sources) - together + -(-together // _AT_ONCE)


def read_rows(
    bench: Bench,
    sources: Sequence[Source],
    plan: Plan,
    *,
    only: Collection[str] | None = None,
    among: Collection[int] | None = None,
    rows: Mapping[int, int] | None = None,
) -> list[Finding]:
    """Make the table ``raw`` of the sources' rows, sound and faulty, and find what is no row.

    The arguments are those of ``stage``.
    """
    bench.run(_RAW)
    findings = list[Finding]()
    wanted = [each for each in sources if among is None or each.number in among]
    findings += _read_together(bench, [each for each in wanted if each.is_parquet], plan, only)
    for source in wanted:
        if not source.is_parquet:
            findings += _read(bench, source, plan, only)
            renumber(bench, source, (rows or {}).get(source.number))
    return findings


def faulty_rows(bench: Bench, sources: Mapping[int, Member], plan: Plan) -> Iterator[Finding]:
    """Find what is wrong with the rows of ``faulty``."""
    more, example = dict[str, int](), _example(plan)
    for fault, file, row, name, cell, left in bench.rows(_FAULTS.format(shown=SHOWN_MAX)):
        said = _SAYS[fault].format(example=example, name=name[:60])
        place = f"{sources[file].name} row {row}"
        if cell == "value_fault" and sources[file].is_wide:
            place += f" column {name}"
        yield Finding(fault, place, said)
        more[fault] = left
    for fault, left in more.items():
        if left > 0:
            yield Finding(fault, "readings", f"{left} more rows have the same fault")


def resolve(bench: Bench) -> None:
    """Put what a clock without offset showed twice in order, as the table ``twice``."""
    bench.run(_TWICE)


def twice_sql(plan: Plan) -> str:
    """Return a SELECT of the readings among the rows of ``twice``."""
    spans = twice_spans(plan)
    cases = " ".join(
        f"WHEN wall >= {start} AND wall < {until} THEN "
        f"wall - CASE time WHEN 1 THEN {first} ELSE {second} END"
        for start, until, (first, second) in spans
    )
    instant = f"CASE {cases} END" if cases else "NULL::BIGINT"
    return _OF_TWICE.format(instant=instant, ambiguous=_ambiguous(plan))


def lonely_rows(bench: Bench, sources: Numbered, plan: Plan) -> Iterator[Finding]:
    """Find the rows of ``twice`` that are no readings."""
    query = _LONELY.format(ambiguous=_ambiguous(plan), shown=SHOWN_MAX)
    for file, row, is_twice in bench.rows(query):
        rule = "ambiguous-instant" if is_twice else "no-such-instant"
        said = _SAYS[rule].format(example=_example(plan))
        yield Finding(rule, place_of(sources, file, row), said)


def _ambiguous(plan: Plan) -> str:
    """Return SQL of whether the plan's clock showed something twice."""
    spans = twice_spans(plan)
    said = (f"(wall >= {start} AND wall < {until})" for start, until, _ in spans)
    return " OR ".join(said) or "false"


def _example(plan: Plan) -> str:
    """Return an instant as it is written with its offset."""
    return plan.boundaries[0].astimezone(plan.tzinfo).isoformat()


def place_of(sources: Numbered, file: int, row: int) -> str:
    """Name a row of a file; the header is a row too."""
    return f"{sources[file].name} row {row}"


def _read_together(
    bench: Bench, sources: Sequence[Source], plan: Plan, only: Collection[str] | None
) -> Iterator[Finding]:
    """Read files whose rows have numbers of their own side by side; singly if one is damaged."""
    for at in range(0, len(sources), _AT_ONCE):
        some = sources[at : at + _AT_ONCE]
        try:
            bench.work(_INTO.format(" UNION ALL ".join(full(each, plan, only) for each in some)))
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error:
            for source in some:
                yield from _read(bench, source, plan, only)


def _read(
    bench: Bench, source: Source, plan: Plan, only: Collection[str] | None
) -> Iterator[Finding]:
    try:
        bench.work(_INTO.format(full(source, plan, only)))
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as fault:
        why = str(fault).replace(str(source.path), source.name)[:200]
        yield Finding(
            "damaged", source.name, f"the file is damaged ({why}); hand in the whole file"
        )
        return
    if source.is_parquet:
        return
    query = _rejected(source)
    for line, kind, text in bench.rows(f"{query} ORDER BY line LIMIT {SHOWN_MAX}"):
        rule = _REJECTIONS.get(kind, "cannot-be-read")
        name, row = source.at_line(line)
        yield Finding(rule, f"{name} row {row}", _SAYS[rule].format(text=text or ""))
    ((every,),) = bench.rows(f"SELECT count(*) FROM ({query}) AS each")
    if every > SHOWN_MAX:
        yield Finding(
            "cannot-be-read", source.name, f"{every - SHOWN_MAX} more rows cannot be read"
        )


def _rejected(source: Source) -> str:
    # The end of the line before may stand before it.
    text = "ltrim(csv_line, chr(13) || chr(10))"
    if source.members:
        # The marks of the joined file are none of the row's.
        mark = re.escape(source.table.delimiter)
        text = rf"regexp_replace({text}, '^\d+{mark}-?\d+{mark}', '')"
    return _REJECTED.format(path=literal(str(source.path)), text=text)


def renumber(bench: Bench, source: Source, rows: int | None, table: str = "raw") -> None:
    """Give the rows the numbers that they have with blank and rejected lines counted.

    Args:
        bench: Where the rows stand.
        source: Whose rows.
        rows: How many it has; ``None``: not known.
        table: In which table they stand.
    """
    if source.members:
        is_whole = rows is not None or not bench.rows(f"{_rejected(source)} LIMIT 1")
        rows = source.lines - source.table.header_row
    elif rows is None:
        ((last, rejected),) = bench.rows(
            f"SELECT (SELECT max(row) FROM raw WHERE file = {source.number}), "
            f"(SELECT count(DISTINCT line) FROM ({_rejected(source)}) AS each)"
        )
        rows = (last or source.table.header_row) - source.table.header_row
        is_whole = rejected == 0
    else:
        is_whole = True
    if is_whole and source.lines in {0, source.table.header_row + rows}:
        return
    bench.run("CREATE OR REPLACE TEMP TABLE blank (line BIGINT)")
    for lines in blank_lines(source.path):
        bench.connection.execute("INSERT INTO blank SELECT unnest($1::BIGINT[])", [lines])
    bench.run(_SKIPPED.format(header=source.table.header_row, rejected=_rejected(source)))
    marks = (("file", "INTEGER"), ("ahead", "BIGINT"))
    bench.table("member", marks, ((each.number, each.ahead) for each in source.each))
    bench.run(_RENUMBER.format(table=table))
