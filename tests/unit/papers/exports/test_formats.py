"""A table as CSV, JSON and Parquet: what a cell becomes, and the same bytes each time."""

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from openjcm.measure.errors import Stopped
from openjcm.papers.exports.csv_file import write_csv
from openjcm.papers.exports.json_file import json_rows, write_json
from openjcm.papers.exports.parquet_file import write_parquet
from openjcm.views.record.tables import Column, Filled, Row, Table, Type

COLUMNS = (
    Column("key", needed=True),
    Column("amount_tco2e", Type.NUMBER, "tCO2e"),
    Column("amount_basis"),
    Column("day", Type.DAY),
    Column("recorded_at", Type.INSTANT),
    Column("counted", Type.YES_NO),
)
ROWS: tuple[Row, ...] = (
    {
        "key": "衣料品, “A”\r\nB",
        "amount_tco2e": 144,
        "amount_basis": "published",
        "day": date(2022, 3, 28),
        "recorded_at": datetime(2026, 6, 7, 9, 30, 1, 230000, tzinfo=UTC),
        "counted": True,
    },
    {
        "key": 'a "quoted" name',
        "amount_tco2e": None,
        "amount_basis": "undisclosed",
        "day": None,
        "recorded_at": None,
        "counted": False,
    },
)


def _table(*rows: Row) -> Filled:
    return Filled(Table("made_up", COLUMNS, ("key",), lambda _: ()), rows)


MADE_UP = _table(*ROWS)


def test_csv_is_written_as_rfc_4180_has_it() -> None:
    """Quotes are doubled, lines end in CRLF, a blank is nothing, the mark says UTF-8."""
    assert write_csv(MADE_UP).decode() == (
        "\ufeffkey,amount_tco2e,amount_basis,day,recorded_at,counted\r\n"
        '"衣料品, “A”\r\nB",144,published,2022-03-28,2026-06-07T09:30:01.230Z,true\r\n'
        '"a ""quoted"" name",,undisclosed,,,false\r\n'
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＠x"]
)
def test_no_text_is_a_formula_in_a_spreadsheet(text: str) -> None:
    """An apostrophe stands before what would be reckoned; a number stays a number."""
    said = write_csv(_table({**ROWS[0], "key": text, "amount_tco2e": -5}))

    row = next(csv.DictReader(io.StringIO(said.decode("utf-8-sig"), newline="")))
    assert row["key"] == f"'{text}"
    assert row["amount_tco2e"] == "-5"


def test_json_is_an_array_of_objects_with_sorted_keys() -> None:
    """A blank is null; days and instants are text; Japanese is written as it is."""
    said = write_json(MADE_UP).decode()

    assert json.loads(said) == json_rows(MADE_UP)
    assert list(json.loads(said)[0]) == sorted(column.name for column in COLUMNS)
    assert "衣料品" in said
    assert json_rows(MADE_UP)[1]["amount_tco2e"] is None
    assert json_rows(MADE_UP)[0]["recorded_at"] == "2026-06-07T09:30:01.230Z"


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    """Whole tonnes are BIGINT, days DATE, and a blank is null."""
    path = tmp_path / "made_up.parquet"
    path.write_bytes(write_parquet(MADE_UP))

    with duckdb.connect() as bench:
        read = bench.read_parquet(str(path))
        types = [(name, str(type_)) for name, type_ in zip(read.columns, read.types, strict=True)]
        rows = read.fetchall()

    assert types == [
        ("key", "VARCHAR"),
        ("amount_tco2e", "BIGINT"),
        ("amount_basis", "VARCHAR"),
        ("day", "DATE"),
        ("recorded_at", "TIMESTAMP"),
        ("counted", "BOOLEAN"),
    ]
    at = datetime(2026, 6, 7, 9, 30, 1, 230000, tzinfo=UTC).replace(tzinfo=None)
    assert rows == [
        ("衣料品, “A”\r\nB", 144, "published", date(2022, 3, 28), at, True),
        ('a "quoted" name', None, "undisclosed", None, None, False),
    ]


@pytest.mark.parametrize("write", [write_csv, write_json, write_parquet])
def test_the_same_rows_give_the_same_bytes(write: object) -> None:
    """A checksum that was published holds for whoever makes the file again."""
    assert callable(write)
    assert write(MADE_UP) == write(_table(*(dict(row) for row in ROWS)))


def test_a_table_without_rows_is_a_file_too() -> None:
    """Only its columns are in it."""
    assert write_csv(_table()).count(b"\r\n") == 1
    assert json.loads(write_json(_table())) == []
    assert write_parquet(_table()).startswith(b"PAR1")


def test_a_full_disk_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet goes through a temporary file, for which there may be no room."""

    def no_room(*_words: object, **_options: object) -> None:
        raise duckdb.IOException("No space left on device")

    monkeypatch.setattr("openjcm.papers.exports.parquet_file._fill", no_room)

    with pytest.raises(Stopped, match=r"no room to write made_up\.parquet") as refusal:
        write_parquet(MADE_UP)

    assert refusal.value.code == "no-room"
