"""The SQL that reads one file as rows of meter, instant and whole last digits.

Two forms of it: ``quick`` leaves meters by name and counts no rows, for the screen; ``full``
numbers the rows and says what is wrong with each. Both read cells by the same expressions.
"""

from collections import defaultdict
from collections.abc import Collection

from openjcm.metering.files.clocks import read_sql, wall_sql
from openjcm.metering.files.parquet import ROW_NUMBER, quoted
from openjcm.metering.files.source import Source
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan

REGISTER_MAX = 1 << 62
MISSING = (
    "-", "--", "---", "nan", "null", "n/a", "na", "#n/a", "none", "nil", "–", "—", "－", "欠測",
)  # fmt: skip
"""What loggers write where there is no reading; a gap is told, and nothing counted of it."""
JOINED_FILE, JOINED_ROW = "joined_file", "joined_row"
_INTEGERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"}

MACROS = rf"""
CREATE MACRO plain_value(text) AS rtrim(CASE WHEN contains(text, '.')
    THEN rtrim(text, '0') ELSE text END, '.');
CREATE MACRO decimals(text) AS CASE WHEN contains(text, '.')
    THEN length(text) - position('.' IN text) ELSE 0 END;
CREATE MACRO whole(text) AS CASE WHEN abs(TRY_CAST(text AS HUGEINT)) <= {REGISTER_MAX}
    THEN TRY_CAST(text AS BIGINT) END;
CREATE MACRO digits_of(text, digits) AS CASE
    WHEN regexp_full_match(text, '-?\d+(\.\d*)?') AND decimals(plain_value(text)) <= digits
    THEN whole(replace(plain_value(text), '.', '')
        || repeat('0', digits - decimals(plain_value(text)))) END;
CREATE MACRO value_fault(text, digits) AS CASE
    WHEN text IS NULL OR text = '' THEN 'no-value'
    WHEN regexp_full_match(text, '-?\d+,\d+') THEN 'decimal-comma'
    WHEN regexp_full_match(text, '-?\d+(\.\d*)?') AND decimals(plain_value(text)) > digits
        THEN 'too-many-decimals'
    WHEN regexp_full_match(text, '-?\d+(\.\d*)?') THEN 'value-too-large'
    ELSE 'not-a-number' END;
CREATE MACRO instant_fault(text) AS CASE
    WHEN text IS NULL OR trim(text) = '' THEN 'no-instant'
    WHEN wall_instant(trim(text)) IS NOT NULL THEN 'naive-timestamp' ELSE 'not-an-instant' END;
"""


# A join would find the places as fast, and leave the rows in another order than the file's.
_NAMES = """
CREATE MACRO place_of(name) AS [{places}][
    CAST(enum_code(TRY_CAST(name AS ENUM ({names}))) AS INTEGER) + 1];
CREATE MACRO digits_at(place) AS coalesce([{digits}][place + 1], 0);
CREATE MACRO is_register_at(place) AS [{registers}][place + 1];
"""


def names_sql(plan: Plan) -> str:
    """Return the macros that lead from a name to a meter's place in the plan, and on from there."""
    places = {name: at for at, meter in enumerate(plan.meters) for name in (meter.id, *meter.names)}
    return _NAMES.format(
        names=", ".join(map(literal, places)),
        places=", ".join(map(str, places.values())),
        digits=", ".join(str(meter.digits) for meter in plan.meters),
        registers=", ".join(str(meter.reads is Reads.REGISTER).lower() for meter in plan.meters),
    )


def quick(source: Source, plan: Plan, *, is_numbered: bool = False) -> str:
    """Return a SELECT of ``meter_name, instant, register``, in the order of the file's rows.

    If it is asked for, ``file`` and ``row`` too: the number of the file, and the row's place in it.

    An instant or a register that cannot be read is NULL. In a table with a column for each meter
    a row of it becomes a row for each, and a cell that cannot be read is left out.
    """
    if source.is_wide:
        return _quick_wide(source, plan, is_numbered=is_numbered)
    ((at, meters),) = source.table.columns.values.items()
    meter_at = source.table.columns.meter
    named = literal(meters[0].id) if meter_at is None else _text(source, meter_at)
    number = f", {file_sql(source)} AS file, {_row_number(source)} AS row" if is_numbered else ""
    return (
        f"SELECT meter_name, {_instant('seen', source, plan)} AS instant, register"
        f"{', file, row' if is_numbered else ''} FROM (SELECT "
        f"{named} AS meter_name, {_seen(source)} AS seen, "
        f"{_value_of_any(source, at, named, meters)} AS register{number} "
        f"FROM {table_sql(source)}) AS quick"
    )


def quick_columns(source: Source, plan: Plan, columns: Collection[int]) -> str:
    """Return a SELECT of ``instant`` and of columns of values as ``v0``, ``v1`` and so on.

    Only for a table with a column for each meter; what cannot be read, or is blank, is NULL.
    """
    of_column = source.table.columns.values
    values = ", ".join(
        f"{_value(source, at, of_column[at][0].digits, '')} AS v{at}" for at in columns
    )
    names = ", ".join(f"v{at}" for at in columns)
    return (
        f"SELECT {_instant('seen', source, plan)} AS instant, {names} FROM (SELECT "
        f"{_seen(source)} AS seen, {values} FROM {table_sql(source)}) AS quick"
    )


def cells_of(source: Source, columns: Collection[int]) -> str:
    """Return a SELECT of how many cells of these columns say anything."""
    counts = ", ".join(
        f"count(*) FILTER (coalesce({_said(source, at)}, '') <> '')" for at in columns
    )
    return f"SELECT {counts} FROM {table_sql(source)}"


def rows_of_members(source: Source) -> str:
    """Return a SELECT of how many readings each file has that a source was joined of."""
    cells = " + ".join(
        f"count(*) FILTER (coalesce({_said(source, at)}, '') <> '')"
        for at in source.table.columns.values
    )
    count = cells if source.is_wide else "count(*)"
    return f"SELECT {JOINED_FILE}, {count} FROM {table_sql(source)} GROUP BY {JOINED_FILE}"


def _quick_wide(source: Source, plan: Plan, *, is_numbered: bool) -> str:
    every = [(at, meter) for at, (meter, *_) in source.table.columns.values.items()]
    names = ", ".join(literal(meter.id) for _, meter in every)
    values = ", ".join(_value(source, at, meter.digits, "") for at, meter in every)
    table = f"({_numbered(source)}) AS numbered" if is_numbered else table_sql(source)
    number = f", {file_sql(source)} AS file, openjcm_row AS row" if is_numbered else ""
    return (
        f"SELECT meter_name, {_instant('seen', source, plan)} AS instant, register"
        f"{', file, row' if is_numbered else ''} FROM (SELECT "
        f"unnest([{names}]) AS meter_name, {_seen(source)} AS seen, "
        f"unnest([{values}]) AS register{number} "
        f"FROM {table}) AS quick WHERE register IS NOT NULL"
    )


def _value_of_any(source: Source, at: int, named: str, meters: Collection[Meter]) -> str:
    """Return SQL of a cell of meters that may have different decimals, told by their names."""
    names = defaultdict[int, list[str]](list)
    for meter in meters:
        names[meter.digits] += [meter.id, *meter.names]
    if len(names) == 1:
        return _value(source, at, source.digits, "0")
    cases = " ".join(
        f"WHEN {named} IN ({', '.join(map(literal, some))}) THEN {_value(source, at, digits, '')}"
        for digits, some in names.items()
    )
    return f"CASE {cases} END"


def full(source: Source, plan: Plan, only: Collection[str] | None = None) -> str:
    """Return a SELECT of every reading with its row and its faults, each of them NULL if none.

    ``only`` are names of meters as they stand in files; ``None``: all.

    Columns: file, row, meter (its place in the plan), name, instant, wall, register, meter_fault,
    instant_fault, value_fault. ``wall`` is what a clock without offset showed where that is no
    one instant. Blank rows are left out. In a table with a column for each meter ``name`` is the
    column's, and a blank cell is no reading.
    """
    has_meters = source.table.columns.meter is not None
    wall = "NULL" if source.table.clock.has_shift else "seen"
    return f"""
SELECT file, row, meter, name, {_instant("seen", source, plan)} AS instant,
    CASE WHEN {_instant("seen", source, plan)} IS NULL THEN {wall} END AS wall, register,
    {_METER_FAULT if has_meters else "NULL"} AS meter_fault,
    CASE WHEN seen IS NULL THEN instant_fault(read_at) END AS instant_fault,
    CASE WHEN register IS NULL THEN value_fault(said, digits)
        WHEN register < 0 AND is_register THEN 'negative-register' END AS value_fault
FROM ({_long(source, only) if has_meters else _wide(source, plan, only)}) AS cells
WHERE lower(coalesce(said, '')) NOT IN ({_missing(source)})"""


def _missing(source: Source) -> str:
    """Return what stands in a cell where there is no reading, as SQL writes a list."""
    return ", ".join(map(literal, [*MISSING, *source.table.missing]))


def _long(source: Source, only: Collection[str] | None) -> str:
    """Return a SELECT of the cells of a table with a column of meters."""
    ((at, _),) = source.table.columns.values.items()
    name = f"trim({_text(source, source.table.columns.meter or 0)})"
    wanted = "" if only is None else f" AND {name} IN ({', '.join(map(literal, sorted(only)))})"
    return f"""
    SELECT {file_sql(source)} AS file, openjcm_row AS row, meter, name,
        {_seen(source)} AS seen,
        {_value(source, at, source.digits, "digits_at(meter)")} AS register,
        {_instant_text(source)} AS read_at, {_said(source, at)} AS said,
        digits_at(meter) AS digits, is_register_at(meter) AS is_register
    FROM (
        SELECT *, {name} AS name, CAST(place_of({name}) AS INTEGER) AS meter
        FROM ({_numbered(source)}) AS numbered WHERE {_not_blank(source)}{wanted}
    ) AS placed"""


def _wide(source: Source, plan: Plan, only: Collection[str] | None) -> str:
    """Return a SELECT of the cells of a table with a column for each meter, read once for all."""
    every = [
        (at, meter)
        for at, (meter, *_) in source.table.columns.values.items()
        if only is None or any(name in only for name in (meter.id, *meter.names))
    ]
    cells = {
        "meter": [str(plan.meters.index(meter)) for _, meter in every],
        "name": [literal(source.table.headers[at]) for at, _ in every],
        "register": [_value(source, at, meter.digits, "") for at, meter in every],
        "said": [_said(source, at) for at, _ in every],
        "digits": [str(meter.digits) for _, meter in every],
        "is_register": [str(meter.reads is Reads.REGISTER).lower() for _, meter in every],
    }
    columns = ",\n        ".join(
        f"unnest([{', '.join(each)}]) AS {name}" for name, each in cells.items()
    )
    return f"""
    SELECT * FROM (
        SELECT {file_sql(source)} AS file, openjcm_row AS row, {_seen(source)} AS seen,
        {_instant_text(source)} AS read_at, {columns}
        FROM ({_numbered(source)}) AS numbered WHERE {_not_blank(source)}
    ) AS each_cell WHERE coalesce(said, '') <> ''"""


def _numbered(source: Source) -> str:
    return f"SELECT *, {_row_number(source)} AS openjcm_row FROM {table_sql(source)}"


def _said(source: Source, at: int) -> str:
    return _decimal(source, f"trim({_text(source, at)})")


_METER_FAULT = """CASE WHEN coalesce(name, '') = '' THEN 'no-meter'
        WHEN meter IS NULL THEN 'unknown-meter' END"""


def table_sql(source: Source) -> str:
    """Return what stands behind FROM: the file with its columns as c0, c1 and so on."""
    place = literal(str(source.path))
    if source.is_parquet and source.members:
        return f"read_parquet({place})"
    if source.is_parquet:
        columns = ", ".join(
            f"{quoted(header)} AS c{at}" for at, header in enumerate(source.table.headers)
        )
        rows = f"read_parquet({place}, {ROW_NUMBER} = true)"
        return f"(SELECT {columns}, {ROW_NUMBER} FROM {rows})"
    columns = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(len(source.table.headers)))
    if source.members:
        columns = f"'{JOINED_FILE}': 'INTEGER', '{JOINED_ROW}': 'BIGINT', {columns}"
    return (
        f"read_csv({place}, auto_detect = false, header = false, "
        f"skip = {source.table.header_row}, delim = '{source.table.delimiter}', "
        f"quote = '\"', escape = '\"', columns = {{{columns}}}, "
        "store_rejects = true, rejects_limit = 1000000, strict_mode = true, "
        "compression = 'none', max_line_size = 4194304)"
    )


def file_sql(source: Source) -> str:
    """Return SQL of the number of the file in which a row stands."""
    return JOINED_FILE if source.members else str(source.number)


def _row_number(source: Source) -> str:
    if source.is_parquet:
        return f"{JOINED_ROW if source.members else ROW_NUMBER} + 1"
    ahead = f" + {JOINED_ROW}" if source.members else ""
    return f"row_number() OVER () + {source.table.header_row}{ahead}"


def _text(source: Source, at: int) -> str:
    """Return a cell as text."""
    return f"CAST(c{at} AS VARCHAR)" if source.is_parquet else f"c{at}"


def _instant_text(source: Source) -> str:
    columns = source.table.columns
    read_at = _text(source, columns.read_at)
    if columns.clock is None:
        return read_at
    return f"(trim({read_at}) || ' ' || trim({_text(source, columns.clock)}))"


def _seen(source: Source) -> str:
    """Return SQL of the microseconds that a row's clock showed."""
    cell = f"c{source.table.columns.read_at}"
    kind = source.table.types[source.table.columns.read_at] if source.is_parquet else "VARCHAR"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"epoch_us({cell})"
    if kind.startswith("TIMESTAMP"):
        return f"epoch_us(CAST({cell} AS TIMESTAMP))"
    return read_sql(_instant_text(source), source.table.clock, source.table.sample)


def _instant(seen: str, source: Source, plan: Plan) -> str:
    if source.table.clock.has_shift or plan.clock == "UTC":
        return seen
    return wall_sql(seen, plan)


def _value(source: Source, at: int, digits: int | None, each: str) -> str:
    """Return SQL of a cell as whole last digits; NULL where it is none or not exactly one."""
    read = _read_value(source, at, digits, each)
    if not source.table.missing:
        return read
    # A number that stands for none, such as 9999, must not be read as one.
    return (
        f"(CASE WHEN lower({_said(source, at)}) IN ({_missing(source)}) THEN NULL ELSE {read} END)"
    )


def _read_value(source: Source, at: int, digits: int | None, each: str) -> str:
    cell = f"c{at}"
    kind = source.table.types[at] if source.is_parquet else "VARCHAR"
    if digits is not None and kind in _INTEGERS:
        most = REGISTER_MAX // 10**digits
        times = f" * {10**digits}" if digits else ""
        return (
            f"(CASE WHEN {cell} BETWEEN -{most} AND {most} THEN CAST({cell} AS BIGINT){times} END)"
        )
    if digits is not None and kind == "DOUBLE":
        power = f"1e{digits}"
        return (
            f"(CASE WHEN round({cell} * {power}) / {power} = {cell} "
            f"AND abs({cell}) * {power} < 9e15 "
            f"THEN TRY_CAST(round({cell} * {power}) AS BIGINT) END)"
        )
    text = f"CAST({cell} AS VARCHAR)" if source.is_parquet else cell
    text = _decimal(source, text)
    general = f"digits_of(trim({text}), {each if digits is None else digits})"
    if digits == 0:
        plain = f"TRY_CAST({text} AS BIGINT)"
        return (
            f"(CASE WHEN CAST({plain} AS VARCHAR) = {text} AND abs({plain}) <= {REGISTER_MAX} "
            f"THEN {plain} ELSE {general} END)"
        )
    if digits is not None and digits <= 9:  # noqa: PLR2004 - half the digits of a DECIMAL(18)
        plain = f"TRY_CAST({text} AS DECIMAL(18, {digits}))"
        return (
            f"(CASE WHEN CAST({plain} AS VARCHAR) = {text} THEN "
            f"TRY_CAST(replace({text}, '.', '') AS BIGINT) ELSE {general} END)"
        )
    return general


def _decimal(source: Source, text: str) -> str:
    """Return SQL of a number with a decimal point; marks of the other kind become faults."""
    return f"translate({text}, ',.', '.,')" if source.table.has_decimal_comma else text


def _not_blank(source: Source) -> str:
    cells = [f"c{at}" for at in range(len(source.table.headers))]
    if source.is_parquet:
        return "true"
    return "(" + " OR ".join(f"coalesce(trim({cell}), '') <> ''" for cell in cells) + ")"


def literal(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
