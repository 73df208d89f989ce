"""However readings are written and packed, they come to the same quantities.

Slow: every example writes the readings twice and reads them with a DuckDB of its own.
"""

import csv
import gzip
import io
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, Summary, summarise

pytestmark = pytest.mark.slow

EXAMPLES = settings(max_examples=40, deadline=None)
DIGITS = 2
START = datetime(2017, 12, 20, tzinfo=UTC)
NAMES = {"A": "冷凍機", "B": "Kälte-Ñ"}
# Zones without an hour that comes twice: one reading in it is refused, and rightly.
CLOCKS = ("UTC", "Asia/Dhaka", "Pacific/Palau", "Asia/Kathmandu")
Reading = tuple[str, datetime, int]


@dataclass(frozen=True)
class Form:
    """How readings are written; ``offset`` of an instant, or blank for the clock on the wall."""

    kind: str
    delimiter: str
    quote: str
    has_comma: bool
    encoding: str
    packed: str
    instants: str
    clock: str
    is_wide: bool


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Draw one of the forms that files of readings come in."""
    return Form(
        kind=draw(st.sampled_from(["csv", "csv", "csv", "xlsx", "parquet"])),
        delimiter=draw(st.sampled_from(",;\t|")),
        quote=draw(st.sampled_from(["all", "needed"])),
        has_comma=draw(st.booleans()),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp932", "cp1252"])),
        packed=draw(st.sampled_from(["", "gzip", "zip", "parts"])),
        instants=draw(st.sampled_from(["offset", "wall", "day-first", "month-first", "epoch"])),
        clock=draw(st.sampled_from(CLOCKS)),
        is_wide=draw(st.booleans()),
    )


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Draw registers of two meters that rise, fall and stand still over a turn of the year."""
    drawn = []
    for meter in NAMES:
        minutes = draw(st.sets(st.integers(0, 30 * 24 * 60), min_size=2, max_size=14))
        level = draw(st.integers(0, 10**9))
        for minute in sorted(minutes):
            level = draw(st.one_of(st.integers(level, level + 10**6), st.integers(0, 10**9)))
            drawn.append((meter, START + timedelta(minutes=minute), level))
    return drawn


def _plan(form: Form) -> Plan:
    meters = tuple(
        Meter(meter, "EG", meter, "kWh", "1h", digits=DIGITS, names=(name,))
        for meter, name in NAMES.items()
    )
    period = Period(date(2017, 12, 1), date(2018, 1, 31))
    return Plan("Asia/Dhaka", period, meters, clock=form.clock)


def _name(meter: str, form: Form) -> str:
    can = {"A": form.encoding != "cp1252", "B": form.encoding != "cp932"}
    return NAMES[meter] if can[meter] else meter


def _instant(at: datetime, form: Form) -> str:
    there = at.astimezone(ZoneInfo(form.clock))
    if form.instants == "epoch":
        return str(int(at.timestamp()))
    if form.instants == "offset":
        return there.isoformat()
    day = {"day-first": "%d/%m/%Y", "month-first": "%m/%d/%Y"}.get(form.instants, "%Y-%m-%d")
    return there.strftime(f"{day} %H:%M")


def _value(register: int, form: Form) -> str:
    text = f"{Decimal(register).scaleb(-DIGITS):f}"
    return text.replace(".", ",") if form.has_comma else text


def _table(rows: Sequence[Reading], form: Form) -> list[list[str]]:
    if not form.is_wide:
        cells = [[_name(m, form), _instant(at, form), _value(r, form)] for m, at, r in rows]
        return [["meter", "read_at", "value"], *cells]
    table = [["read_at", *(_name(meter, form) for meter in NAMES)]]
    for meter, at, register in rows:
        table.append(
            [_instant(at, form), *(_value(register, form) if m == meter else "" for m in NAMES)]
        )
    return table


def _bytes(rows: Sequence[Reading], form: Form) -> bytes:
    written = io.StringIO()
    writer = csv.writer(
        written,
        delimiter=form.delimiter,
        quoting=csv.QUOTE_ALL if form.quote == "all" else csv.QUOTE_MINIMAL,
    )
    writer.writerows(_table(rows, form))
    return written.getvalue().encode(form.encoding)


def _write(folder: Path, rows: Sequence[Reading], form: Form) -> list[Path]:
    if form.kind == "xlsx":
        return [_workbook(folder, rows, form)]
    if form.kind == "parquet":
        return [_parquet(folder, rows, form)]
    parts = [rows[::2], rows[1::2]] if form.packed in {"parts", "zip"} else [rows]
    contents = [_bytes(part, form) for part in parts if part]
    if form.packed == "zip":
        with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for number, content in enumerate(contents):
                archive.writestr(f"{number}.csv", content)
        return [folder / "a.zip"]
    for number, content in enumerate(contents):
        packed = gzip.compress(content) if form.packed == "gzip" else content
        (folder / f"{number}.csv").write_bytes(packed)
    return [folder]


def _workbook(folder: Path, rows: Sequence[Reading], form: Form) -> Path:
    path, there = folder / "a.xlsx", ZoneInfo(form.clock)
    with xlsxwriter.Workbook(path) as book:
        shown = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for number, part in enumerate((rows[::2], rows[1::2])):
            sheet = book.add_worksheet(f"Part {number}")
            sheet.write_row(0, 0, ["meter", "read_at", "value"])
            for at, (meter, read_at, register) in enumerate(part, start=1):
                wall = read_at.astimezone(there).replace(tzinfo=None)
                sheet.write_string(at, 0, _name(meter, form))
                sheet.write_datetime(at, 1, wall, shown)
                sheet.write_number(at, 2, register / 10**DIGITS)
    return path


def _parquet(folder: Path, rows: Sequence[Reading], form: Form) -> Path:
    path, there = folder / "a.parquet", ZoneInfo(form.clock)
    kinds = {"offset": "TIMESTAMPTZ", "epoch": "BIGINT", "wall": "TIMESTAMP"}
    kind = kinds.get(form.instants, "VARCHAR")
    value = "DOUBLE" if form.has_comma else f"DECIMAL(18, {DIGITS})"
    with duckdb.connect() as bench:
        bench.execute("SET TimeZone = 'UTC'")
        bench.execute(f"CREATE TABLE each (meter VARCHAR, read_at {kind}, value {value})")
        for meter, at, register in rows:
            wall = at.astimezone(there).replace(tzinfo=None)
            said = {"TIMESTAMPTZ": at.isoformat(), "TIMESTAMP": wall.isoformat()}.get(kind)
            cells = [_name(meter, form), said or _instant(at, form), f"{register / 100:.2f}"]
            bench.execute("INSERT INTO each VALUES (?, ?, ?)", cells)
        bench.execute(f"COPY each TO '{path}' (FORMAT parquet)")
    return path


def _told(rows: Sequence[Reading], form: Form) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as name:
        plan = _plan(form)
        day_first = {"day-first": True, "month-first": False}.get(form.instants)
        plan = replace(plan, columns=replace(plan.columns, day_first=day_first))
        summary: Summary = summarise(_write(Path(name), rows, form), plan)
    return summary.quantities, summary.conservation


@EXAMPLES
@given(readings(), forms())
def test_the_form_of_a_file_changes_no_quantity(rows: list[Reading], form: Form) -> None:
    """Mark, quotes, commas, encoding, archive, sheet, zone and order of a date carry no meaning."""
    plain = Form("csv", ",", "needed", False, "utf-8", "", "offset", "UTC", False)

    assert _told(rows, form) == _told(rows, plain)
