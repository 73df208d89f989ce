"""Files that call themselves workbooks: bombs, programs, links and rubbish are not opened."""

import zipfile
from pathlib import Path

import pytest

from openjcm.measure import Malformed, NotFound
from openjcm.papers.workbooks.filled.package import check_package
from openjcm.papers.workbooks.filled.reading import read_workbook

MEGABYTE = 1 << 20


def _zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def _with(written: Path, parts: dict[str, bytes], *, without: str = "") -> Path:
    path = written.with_name("changed.xlsx")
    with zipfile.ZipFile(written) as package:
        kept = {name: package.read(name) for name in package.namelist() if name != without}
    return _zipped(path, kept | parts)


def test_a_bomb_in_the_coat_of_a_workbook_is_not_opened(tmp_path: Path) -> None:
    """A hundred megabytes of noughts in a hundred kilobytes."""
    path = _zipped(
        tmp_path / "bomb.xlsx",
        {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(100 * MEGABYTE)},
    )

    with pytest.raises(Malformed, match="unpacks to far more than it is"):
        read_workbook(path)


def test_a_part_that_lies_of_its_size_is_refused(tmp_path: Path) -> None:
    """It says that it holds ten bytes."""
    path = _zipped(tmp_path / "liar.xlsx", {"xl/workbook.xml": b"x" * 5000})
    content = path.read_bytes().replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(content)

    with pytest.raises(Malformed, match="cannot be unpacked"):
        check_package(path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/vbaProject.bin", "a macro"),
        ("xl/externalLinks/externalLink1.xml", "links to other files"),
        ("xl/connections.xml", "a connection"),
        ("xl/embeddings/oleObject1.bin", "an embedded file"),
        ("xl/media/inner.zip", "another file"),
    ],
)
def test_programs_and_links_are_refused(written: Path, part: str, said: str) -> None:
    """What is in it, and what to do."""
    with pytest.raises(Malformed, match=said):
        check_package(_with(written, {part: b"x"}))


def test_entities_are_refused(written: Path) -> None:
    """A billion laughs in the list of sheets."""
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&b;</workbook>'
    )

    with pytest.raises(Malformed, match="cannot be read"):
        read_workbook(_with(written, {"xl/workbook.xml": laughs}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no workbook"),
        (b"EC_PJ,300\n", "is no workbook"),
        (b"PK\x03\x04 and then nothing", "cannot be unpacked"),
    ],
)
def test_rubbish_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """An empty file, a table of another kind, a torn file."""
    path = tmp_path / "rubbish.xlsx"
    path.write_bytes(content)

    with pytest.raises(Malformed, match=said):
        read_workbook(path)


def test_a_torn_workbook_is_refused(written: Path) -> None:
    """Half of a file, as a broken transfer leaves it."""
    content = written.read_bytes()
    written.write_bytes(content[: len(content) // 2])

    with pytest.raises(Malformed, match="cannot be unpacked"):
        read_workbook(written)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    """A document of another program."""
    path = _zipped(tmp_path / "letter.xlsx", {"word/document.xml": b"<document/>"})

    with pytest.raises(Malformed, match="no workbook of the form"):
        check_package(path)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(NotFound, match="nowhere"):
        read_workbook(tmp_path / "nowhere.xlsx")


def test_a_sheet_of_endless_columns_is_refused(written: Path) -> None:
    """One cell at the far corner would make a table of seventeen billion cells."""
    with zipfile.ZipFile(written) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = _with(written, {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", far)})

    with pytest.raises(Malformed, match="cannot be read"):
        read_workbook(path)
