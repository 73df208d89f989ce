"""Excel workbooks: dates, several sheets, formulas, blank rows, bombs."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from runpy import run_path
from subprocess import TimeoutExpired
from typing import Any

import pytest
import xlsxwriter

from openjcm.metering.files import workbook_child

Put = Callable[..., Path]
Take = Callable[..., Any]
Book = Callable[..., Path]

HEADER = ("meter", "read_at", "register (kWh)")
SOUND = [("M", "2017-12-31T18:00:00Z", 1005), ("M", "2018-01-13T18:00:00Z", 2500)]


def _at(day: int, month: int = 1, year: int = 2018) -> datetime:
    """Return a midnight as Excel knows it, of no zone."""
    return datetime(year, month, day)  # noqa: DTZ001 - a workbook's times have no zone


ROWS = (HEADER, ("M", _at(1), 100.5), ("M", _at(14), 250))


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Write sheets of rows; a text that begins with an equals sign is a formula."""

    def written(
        sheets: dict[str, tuple[tuple[object, ...], ...]], name: str = "a.xlsx", **options: bool
    ) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        with xlsxwriter.Workbook(path, options) as file:
            formats: dict[type, object] = {
                kind: file.add_format({"num_format": said})
                for kind, said in (
                    (datetime, "yyyy-mm-dd hh:mm:ss"),
                    (date, "dd/mm/yyyy"),
                    (time, "hh:mm"),
                    (timedelta, "[h]:mm"),
                )
            }
            for title, rows in sheets.items():
                sheet = file.add_worksheet(title)
                for at, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        sheet.write(at, column, cell, formats.get(type(cell)))
        return path

    return written


@pytest.mark.parametrize("options", [{}, {"date_1904": True}])
def test_dates_and_numbers_of_a_workbook_are_read(
    book: Book, take: Take, options: dict[str, bool]
) -> None:
    """A date is what Excel shows, whichever year its days are counted from."""
    taken = take(book({"Readings": ROWS}, **options))

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert taken.places == [("a.xlsx[Readings]", 2), ("a.xlsx[Readings]", 3)]
    assert "sheet Readings" in taken.read_as


def test_every_minute_of_a_month_is_read_exactly(book: Book, take: Take) -> None:
    """Excel keeps instants as binary fractions of days."""
    start = _at(15, 12, 2017)
    instants = [start + timedelta(minutes=at) for at in range(20000)]

    taken = take(book({"S": (HEADER, *(("M", at, n) for n, at in enumerate(instants)))}))

    assert taken.findings == []
    assert [at for _, at, _ in taken.readings] == [
        f"{at - timedelta(hours=6):%Y-%m-%dT%H:%M:%SZ}" for at in instants
    ]


def test_days_and_times_in_two_columns_are_read(book: Book, take: Take) -> None:
    """A day has a date's format and a time a time's, or both are text."""
    rows = (
        ("meter", "date", "time", "value"),
        ("M", date(2018, 1, 1), time(0, 0), 100.5),
        ("M", "2018-01-14", "0:00", "250"),
    )

    assert take(book({"S": rows})).readings == SOUND


def test_sheets_are_read_one_by_one(book: Book, take: Take) -> None:
    """A cover without instants is said not to be read; a blank sheet is nothing."""
    cover = (("Readings of 2018",), ("Date of export", _at(1, 2)))
    sheets = {"Cover": cover, "1": ROWS[:2], "2": (HEADER, ROWS[2]), "Blank": ()}

    taken = take(book(sheets))

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert "sheet Cover not read, as it holds no instants" in taken.read_as


def test_a_sheet_of_instants_under_an_unknown_header_is_refused(book: Book, take: Take) -> None:
    """It may hold readings, and readings are not left out in silence."""
    odd = (("which", "seen", "shown"), *ROWS[1:])

    taken = take(book({"1": ROWS, "2": odd}))

    assert [(f.rule, f.place) for f in taken.findings] == [("wrong-header", "a.xlsx[2] row 1")]


def test_a_workbook_without_a_cell_is_refused(book: Book, take: Take) -> None:
    """There is nothing to read, and that is said."""
    assert take(book({"1": ()})).rules == ["empty-file"]


def test_rows_keep_the_numbers_of_the_sheet(book: Book, take: Take) -> None:
    """Rows above the header and blank ones between are counted; a wrapped cell is one row."""
    rows = (
        (),
        ("Logger\n4711",),
        (),
        ("meter", "read\nat", "register\n(kWh)"),
        ROWS[1],
        (),
        ROWS[2],
    )

    taken = take(book({"S": rows}))

    assert taken.readings == SOUND
    assert taken.places == [("a.xlsx[S]", 5), ("a.xlsx[S]", 7)]


def test_formulas_are_refused_with_their_cells(book: Book, take: Take) -> None:
    """What a formula gives depends on cells that nobody hashed; twenty are shown."""
    rows = (HEADER, *(("M", _at(day), f"=B{day}*2") for day in range(1, 31)))

    taken = take(book({"S": rows}))

    assert taken.readings == []
    assert [f.place for f in taken.findings] == [f"a.xlsx[S] C{row}" for row in range(2, 22)]
    assert {(f.rule, f.message) for f in taken.findings} == {
        ("formula", "the cell holds a formula; paste its value")
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<f>", b'<f ca="1">'),
        (b'encoding="UTF-8" ', b""),
        (b"<f>", b"\n" * 200 + b"<f\n>"),
    ],
)
def test_a_formula_is_found_however_it_is_written(
    book: Book, take: Take, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    """With attributes, in a part that does not name its encoding, and after much of it."""
    path = book({"S": (HEADER, ("M", _at(1), "=1"))})
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, new))
    monkeypatch.setattr(workbook_child, "CHUNK_BYTES", 100)

    with zipfile.ZipFile(path) as package:
        assert list(workbook_child._formulas(package, "xl/worksheets/sheet1.xml")) == ["C2"]
    assert [f.place for f in take(path).findings] == ["a.xlsx[S] C2"]


@pytest.mark.parametrize("cell", [True, 1e300, "12 kWh", -0.00001, timedelta(hours=30)])
def test_cells_that_are_no_registers_are_refused(book: Book, take: Take, cell: object) -> None:
    """The row of the sheet is named."""
    taken = take(book({"S": (*ROWS, ("M", _at(20), cell))}))

    assert [f.place for f in taken.findings] == ["a.xlsx[S] row 4"]


def test_a_workbook_may_stand_in_a_zip_beside_others(book: Book, put: Put, take: Take) -> None:
    """It is a zip itself, and known by what it holds."""
    path = put(content=b"", name="a.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(book({"S": ROWS}), "in/a.xlsx")

    taken = take(path)

    assert taken.places == [("a.zip:in/a.xlsx[S]", 2), ("a.zip:in/a.xlsx[S]", 3)]


def test_a_damaged_workbook_is_refused(book: Book, take: Take) -> None:
    """A sheet that was cut off is not half a sheet."""
    path = book({"S": ROWS})
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)

    taken = take(path)

    assert [(f.rule, f.place) for f in taken.findings] == [("workbook-refused", "a.xlsx")]
    assert "save its sheet as CSV UTF-8" in taken.findings[0].message


def test_a_workbook_that_unpacks_without_end_is_refused(book: Book, take: Take) -> None:
    """Half a gigabyte of blanks weighs half a megabyte."""
    path = book({"S": ROWS})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/blank.bin", "w") as part,
    ):
        for _ in range(420):
            part.write(bytes(1 << 20))

    taken = take(path)

    assert [(f.rule, f.place) for f in taken.findings] == [("workbook-refused", "a.xlsx")]
    assert "unpacks to more than it may" in taken.findings[0].message


def test_entities_of_a_workbook_are_not_worked_out(book: Book, take: Take) -> None:
    """A document type in a sheet is refused before it grows."""
    path = book({"S": ROWS})
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            head = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet'
            archive.writestr(name, content.replace(b"<worksheet", head, 1))

    assert take(path).rules == ["workbook-refused"]


def test_a_workbook_that_takes_too_long_is_refused(
    book: Book, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a workbook for longer than a minute."""

    def late(*_args: object, **_kept: object) -> None:
        raise TimeoutExpired("python", 60)

    monkeypatch.setattr("subprocess.run", late)

    assert take(book({"S": ROWS})).rules == ["too-large"]


def test_the_child_writes_sheets_and_says_formulas(
    book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it does alone it does here too, without its limits."""
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    rows = (HEADER, ("M", date(2018, 1, 1), "=1"), (_at(1) + timedelta(hours=1), time(1, 2), 2.5))
    path = book({"S": (*rows, (timedelta(hours=30), 3.0, "a\r\nb")), "Blank": ()})
    monkeypatch.setattr("sys.argv", ["workbook_child", str(path), str(tmp_path)])

    run_path(str(workbook_child.__file__), run_name="__main__")

    assert capsys.readouterr().out == '[["S", "0.csv", ["C2"]]]'
    assert (tmp_path / "0.csv").read_text().splitlines() == [
        "meter,read_at,register (kWh)",
        "M,2018-01-01,0",
        "2018-01-01 01:00:00,01:02:00,2.5",
        '"1 day, 6:00:00",3,a  b',
    ]


def test_the_child_refuses_what_is_too_large(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By cells, by bytes, and by memory."""
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)
    path = str(book({"S": ROWS}))

    monkeypatch.setattr(workbook_child, "CELLS_MAX", 8)
    with pytest.raises(SystemExit, match="3 rows and 3 columns"):
        workbook_child.main(path, str(tmp_path))
    monkeypatch.setattr(workbook_child, "UNPACKED_MAX", 8)
    with pytest.raises(SystemExit, match="more than it may"):
        workbook_child.main(path, str(tmp_path))

    def full(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(workbook_child, "_check", full)
    with pytest.raises(SystemExit, match="too large"):
        workbook_child.main(path, str(tmp_path))
