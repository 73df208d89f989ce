"""A file as a table: its dialect, its header row, and how its columns are read, said for each file.

What is told here is told from the beginning of a file and then holds for all of it: a row that is
written otherwise is a faulty row.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from openjcm.measure.errors import Finding
from openjcm.metering.files.clocks import Clock, clock_of, is_instant, order_said, shifts_within
from openjcm.metering.files.columns import Columns, columns_of, is_header, left_out, said_shift
from openjcm.metering.files.units import unit_above, unit_of_row
from openjcm.metering.plan.plan import Plan

HEAD_BYTES = 1 << 18
HEAD_ROWS = 60
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_DECIMAL_POINT = re.compile(r"[+-]?\d+\.\d+")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_NUMBER = re.compile(r"[+-]?[\d.,]*\d")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})*")
_SAYS_ZONE = re.compile(
    r"\W*(time ?zone|tz|utc ?offset|タイムゾーン|時間帯|zona horaria|zeitzone|fuseau horaire)\b",
    re.IGNORECASE,
)
_LEFT_OUT_SHOWN = 12
# Rows between a header and its readings.
_DESCRIBING_MAX = 3


@dataclass(frozen=True, slots=True)
class Table:
    """How a file is read as a table.

    ``header_row`` counts from 1. ``types`` are those of a Parquet file's columns, empty for text.
    ``missing`` is what the plan says of cells without a reading.
    """

    headers: tuple[str, ...]
    columns: Columns
    clock: Clock
    sample: str
    header_row: int = 1
    delimiter: str = ","
    has_decimal_comma: bool = False
    types: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    said: tuple[str, ...] = field(default_factory=tuple)


def text_table(path: Path, name: str, plan: Plan) -> Table | list[Finding]:
    """Look at the beginning of a text file in UTF-8; say how it is read, or why it cannot be."""
    text = _head(path)
    found = [each for mark in _DELIMITERS if (each := _read(text, mark, plan))]
    if not found:
        first = text.split("\n", 1)[0].strip()[:200]
        return [
            Finding(
                "wrong-header",
                f"{name} row 1",
                f"no row at the beginning names an instant and a value; the first is {first!r}; "
                "head the columns, such as meter,read_at,register_kwh",
            )
        ]
    delimiter, number, rows = max(found, key=lambda each: len(each[2][each[1]]))
    table = _below(rows, number, delimiter, name, plan)
    if isinstance(table, list):
        return table
    separated = f"cells separated by {_DELIMITERS[delimiter]}"
    commas = ("decimal commas",) if table.has_decimal_comma else ()
    return replace(table, delimiter=delimiter, said=(separated, *table.said, *commas))


def _below(
    rows: Sequence[Sequence[str]], number: int, delimiter: str, name: str, plan: Plan
) -> Table | list[Finding]:
    """Read the rows below a header, which stands at a number from 0."""
    body = [row for row in rows[number + 1 :] if any(cell.strip() for cell in row)]
    headers = _headers(rows[number], body)
    place = f"{name} row {number + 1}"
    columns = columns_of(headers, plan, place)
    if isinstance(columns, list):
        return columns
    described = list(_describing(rows[number + 1 :], columns))
    findings = [
        *unit_above(rows[:number], columns.meters, name),
        *_zone_above(rows[:number], plan, name),
        *_units_below(described, columns, place),
    ]
    body = body[len(described) :]
    whole = [row for row in body if len(row) == len(headers)]
    if not body:
        said = "the file has a header and no readings; add them"
        findings.append(Finding("empty-file", name, said))
    elif not whole:
        separated = f"cells separated by {_DELIMITERS[delimiter]}"
        said = f"the header has {len(headers)} {separated}, and no row has; use one mark in all"
        findings.append(Finding("wrong-delimiter", place, said))
    if findings:
        return findings
    said_of = (headers, *described)
    orders = [plan.columns.day_first, *(order_said(row[columns.read_at]) for row in said_of)]
    day_first = next((each for each in orders if each is not None), None)
    table = _told(headers, columns, whole, plan, place, day_first=day_first)
    if isinstance(table, list):
        return table
    below = (f"rows below the header not read: {len(described)}",) if described else ()
    return replace(table, header_row=number + 1 + len(described), said=(*table.said, *below))


def _zone_above(rows: Sequence[Sequence[str]], plan: Plan, name: str) -> Iterator[Finding]:
    """Find a line above the header that says another clock than the plan, as in ``TZ: UTC``."""
    for number, row in enumerate(rows, start=1):
        line = " ".join(cell.strip() for cell in row if cell.strip())
        said = said_shift(line) if _SAYS_ZONE.match(line) else None
        if plan.clock and said is not None and shifts_within(plan) != {said}:
            yield _another_clock(f"the line {line[:60]!r}", plan, f"{name} row {number}")


def _zone_beside(
    headers: Sequence[str], body: Sequence[Sequence[str]], plan: Plan, place: str
) -> Iterator[Finding]:
    """Find a column that says another clock than the plan's for its rows."""
    for at, header in enumerate(headers):
        said = {said_shift(row[at]) for row in body} if _SAYS_ZONE.fullmatch(header.strip()) else ()
        if plan.clock and any(each is not None and {each} != shifts_within(plan) for each in said):
            yield _another_clock(f"the column {header!r}", plan, place)


def _describing(rows: Sequence[Sequence[str]], columns: Columns) -> Iterator[Sequence[str]]:
    """Yield rows right below a header that say what stands under it, such as units."""
    for row in rows[:_DESCRIBING_MAX]:
        cells = [row[at].strip() if at < len(row) else "" for at in columns.values]
        read_at = row[columns.read_at].strip() if columns.read_at < len(row) else ""
        is_reading = is_instant(read_at) or any(each.isdigit() for each in read_at)
        says = [cell for cell in (*cells, read_at) if cell]
        if is_reading or not says or any(map(_NUMBER.match, cells)):
            return
        yield row


def _units_below(
    described: Sequence[Sequence[str]], columns: Columns, place: str
) -> Iterator[Finding]:
    """Find units in a row below the header that are not the plan's."""
    for row in described:
        for at, meters in columns.values.items():
            cell = row[at].strip() if at < len(row) else ""
            said = unit_of_row(cell.strip("[]()"))
            other = next((each for each in meters if said and each.register_unit != said), None)
            if other is not None:
                text = (
                    f"the row below it says {said}, and {other.id} of the plan is in "
                    f"{other.register_unit}; correct the one that is wrong"
                )
                yield Finding("wrong-unit", place, text)


def is_cover(path: Path, plan: Plan) -> bool:
    """Whether a sheet has neither a header nor a column of instants, such as a cover."""
    text = _head(path)
    if any(_read(text, mark, plan) for mark in _DELIMITERS):
        return False
    return all(_most(text, mark, is_instant) <= 1 for mark in _DELIMITERS)


def is_prose(path: Path, plan: Plan) -> bool:
    """Whether a text has no header, no instant and no column of numbers, such as a note."""
    text = _head(path)
    if any(_read(text, mark, plan) for mark in _DELIMITERS):
        return False
    return all(
        _most(text, mark, is_instant) == 0 and _most(text, mark, _is_number, least=2) <= 1
        for mark in _DELIMITERS
    )


def _most(text: str, mark: str, is_one: Callable[[str], object], *, least: int = 1) -> int:
    """Return how many such cells the column has that has most, in rows of some cells at least."""
    found = Counter[int]()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            if len(row) >= least:
                found.update(at for at, cell in enumerate(row) if is_one(cell.strip()))
    except csv.Error:
        return 0
    return max(found.values(), default=0)


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _head(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    text = head.decode("utf-8-sig", errors="ignore")
    return text[: text.rfind("\n") + 1] if len(head) == HEAD_BYTES else text


def _headers(row: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the headers; where every row ends in marks that the header lacks, blank ones too."""
    headers = [cell.strip() for cell in row]
    width = min((len(each) for each in body), default=0)
    if all(not cell.strip() for each in body for cell in each[len(headers) :]):
        headers += [""] * (width - len(headers))
    return tuple(headers)


def _has_decimal_comma(values: Sequence[str]) -> bool | None:
    """Say whether a comma stands before the decimals; ``None``: it may mark thousands as well."""
    commas = [value for value in values if _DECIMAL_COMMA.fullmatch(value)]
    if not commas or any(_DECIMAL_POINT.fullmatch(value) for value in values):
        return False
    return None if all(_THOUSANDS.fullmatch(value) for value in commas) else True


def _marks_thousands(values: Sequence[str], others: Sequence[str]) -> bool:
    """Whether points may mark thousands: they all could, and other columns have decimal commas."""
    written = [value for value in values if value]
    return (
        any("." in value for value in written)
        and all(_GROUPED.fullmatch(value) for value in written)
        and any(_DECIMAL_COMMA.fullmatch(cell) for cell in others)
    )


def _odd_point(values: Sequence[str], place: str) -> Finding:
    shown = next(value for value in values if "." in value)
    return Finding(
        "decimal-comma",
        place,
        f"the point of {shown[:40]!r} may mark thousands, as other columns have decimal commas; "
        'say in the plan that it does not, as in columns = { decimal = "." }; marks of thousands '
        "are not read",
    )


def _odd_comma(values: Sequence[str], place: str) -> Finding:
    shown = next(value for value in values if _DECIMAL_COMMA.fullmatch(value))
    return Finding(
        "decimal-comma",
        place,
        f"the comma of {shown[:40]!r} can stand before decimals or mark thousands; say in the "
        'plan which, as in columns = { decimal = "," }; marks of thousands are not read',
    )


def _told(
    headers: tuple[str, ...],
    columns: Columns,
    body: Sequence[Sequence[str]],
    plan: Plan,
    place: str,
    *,
    day_first: bool | None,
) -> Table | list[Finding]:
    instants = [_instant(row, columns) for row in body]
    clock = clock_of(instants, day_first=day_first)
    if clock is None:
        return [_odd_clock(instants, body, columns, place)]
    misfit = clock_misfit(clock, headers[columns.clock or columns.read_at], plan, place)
    beside = [] if clock.has_shift else [*_zone_beside(headers, body, plan, place)]
    if misfit is not None or beside:
        return [*beside, *([misfit] if misfit else [])]
    others = [cell.strip() for row in body for cell in row]
    values = [row[at].strip() for row in body for at in columns.values]
    decimal = plan.columns.decimal
    has_comma = decimal == "," if decimal else _has_decimal_comma(values)
    if has_comma is None:
        return [_odd_comma(values, place)]
    if not has_comma and not decimal and _marks_thousands(values, others):
        return [_odd_point(values, place)]
    return Table(
        headers,
        columns,
        clock,
        sample=next((each for each in instants if each), ""),
        has_decimal_comma=has_comma,
        missing=marks_of_none(plan),
        said=told(headers, columns, clock, plan),
    )


def marks_of_none(plan: Plan) -> tuple[str, ...]:
    """Return what the plan says stands where there is no reading, as cells are compared."""
    return tuple(each.strip().lower() for each in plan.columns.missing)


def told(headers: Sequence[str], columns: Columns, clock: Clock, plan: Plan) -> tuple[str, ...]:
    """Say how instants are read, and which columns are not."""
    left = ", ".join(repr(each[:40]) for each in left_out(headers, columns)[:_LEFT_OUT_SHOWN])
    return (
        f"instants {clock.says(plan.clock)}",
        *([f"columns not read: {left}"] if left else []),
    )


def clock_misfit(clock: Clock, header: str, plan: Plan, place: str) -> Finding | None:
    """Find times without an offset where nobody says whose they are, or two say differently."""
    if clock.has_shift:
        return None
    if not plan.clock:
        return Finding(
            "naive-timestamp",
            place,
            "the instants have no offset, so it is not known when they were read; write them as in "
            "2018-01-01T00:00:00+06:00, or say in the plan whose time they are, as in clock = "
            '"Asia/Dhaka"',
        )
    said = said_shift(header)
    if said is None or shifts_within(plan) == {said}:
        return None
    return _another_clock(f"the column {header!r}", plan, place)


def _another_clock(what: str, plan: Plan, place: str) -> Finding:
    return Finding(
        "wrong-clock",
        place,
        f"{what} says another time than the plan, whose clock is {plan.clock}; correct the one "
        'that is wrong, as in clock = "UTC"',
    )


def _read(text: str, delimiter: str, plan: Plan) -> tuple[str, int, list[list[str]]] | None:
    """Return the rows cut by a delimiter and the number of the header among them."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [row for row, _ in zip(reader, range(2000), strict=False)]
    except csv.Error:
        return None
    headers = [at for at, row in enumerate(rows[:HEAD_ROWS]) if is_header(row, plan)]
    if not headers:
        return None
    return delimiter, max(headers, key=lambda at: _fits(rows[at], plan)), rows


def _fits(row: Sequence[str], plan: Plan) -> tuple[bool, int]:
    """Say how much a row looks like the header: what stands before it may name an instant too."""
    columns = columns_of(row, plan, "")
    is_known = isinstance(columns, Columns) or columns[0].rule != "wrong-header"
    return is_known, sum(bool(cell.strip()) for cell in row)


def _instant(row: Sequence[str], columns: Columns) -> str:
    parts = [at for at in (columns.read_at, columns.clock) if at is not None]
    return " ".join(row[at].strip() for at in parts).strip()


def _odd_clock(
    instants: Sequence[str], body: Sequence[Sequence[str]], columns: Columns, place: str
) -> Finding:
    shown = next((each for each in instants if each), "")
    others = [at for at in (columns.meter, *columns.values) if at is not None]
    beside = [row[at] for row in body[:1] for at in others]
    if any(map(is_instant, beside)):
        said = (
            f"{shown[:40]!r} stands where an instant should, and one beside it; are they swapped?"
        )
    elif re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", shown):
        said = (
            f"{shown[:40]!r} can be read with the day or the month first; say so in the plan, as "
            "in columns = { day_first = true }"
        )
    elif re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}( |$)", shown):
        said = (
            f"the year of {shown[:40]!r} has two digits; say in the plan which of the others is "
            "the day, as in columns = { day_first = true }"
        )
    elif re.fullmatch(r"\d{5}([.,]\d+)?", shown):
        said = f"{shown[:40]!r} is a spreadsheet's own day number; save the column as date and time"
    else:
        said = f"{shown[:40]!r} is not an instant; write it as in 2018-01-01T00:00:00+06:00"
    return Finding("not-an-instant", place, said)
