"""Files that call themselves workbooks: bombs, programs, links and rubbish are not opened."""

import resource
import zipfile
from pathlib import Path

import pytest

from openjcm.measure import Malformed, NotFound
from openjcm.papers.workbooks.filled import cells, child
from openjcm.papers.workbooks.filled.cells import read_cells
from openjcm.papers.workbooks.filled.package import check_package
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.layout import SHEETS
from unit.papers.workbooks.sheet_parts import changed, part_of

MEGABYTE = 1 << 20
_WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


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
        # Names of parts know no case.
        ("xl/VbaProject.bin", "a macro"),
        ("XL/vbaproject.bin", "a macro"),
        ("xl/ExternalLinks/externalLink1.xml", "links to other files"),
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


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    """It is there, and no file."""
    with pytest.raises(Malformed, match="is a folder"):
        check_package(tmp_path)


def test_a_part_that_is_there_twice_but_for_case_is_refused(written: Path) -> None:
    """Which of them is the workbook depends on the program."""
    with pytest.raises(Malformed, match="one of them twice"):
        check_package(_with(written, {"xl/Workbook.xml": b"<workbook/>"}))


def test_sheets_of_nobodys_are_not_read(written: Path) -> None:
    """Fifteen more, each a table of three million cells in two of them: ours are read alone."""
    path = _with_sheets(written, [f"x{at}" for at in range(15)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert set(read_cells(path, SHEETS)) == set(SHEETS)
    # In kilobytes: less than fifty megabytes more.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_all_sheets_together_have_so_many_cells(written: Path) -> None:
    """Two that are wanted, each with as many cells as all of them may have."""
    path = _with_sheets(written, ["x0", "x1"])

    with pytest.raises(Malformed, match="with the sheet x1 it has more than 3000000 cells"):
        read_cells(path, ("x0", "x1"))


def test_what_reads_cells_may_say_only_so_much(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it says more, it is stopped."""
    monkeypatch.setattr(cells, "OUTPUT_MAX", 1000)

    with pytest.raises(Malformed, match="more than 1000 bytes of cells"):
        read_workbook(written)


def test_the_process_that_reads_is_held_to_the_limits_of_the_design() -> None:
    """For parsing one uploaded file 512 MB and 20 s."""
    assert (child.MEMORY_MAX, child.SECONDS_MAX) == (512 * MEGABYTE, 20)


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        # Two sheets of one name, and one sheet under two relations.
        ('name="MSS"', 'name="MRS(input)"'),
        ('r:id="rId3"', 'r:id="rId3" x:id="rId4" xmlns:x="urn:x"'),
    ],
)
def test_a_list_of_sheets_that_can_be_read_in_two_ways_is_refused(
    written: Path, what: str, instead: str
) -> None:
    """One program would see formulas where another reads values."""
    path = changed(written, "xl/workbook.xml", lambda xml: xml.replace(what, instead))

    with pytest.raises(Malformed, match="cannot be read"):
        read_workbook(path)


def test_a_relation_that_names_two_parts_is_refused(written: Path) -> None:
    """The first counts for one program, the last for another."""
    more = '<Relationship Id="rId4" Type="x" Target="worksheets/sheet1.xml"/></Relationships>'
    path = changed(
        written, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("</Relationships>", more)
    )

    with pytest.raises(Malformed, match="two of its parts have one name"):
        read_workbook(path)


def test_a_cell_that_is_called_nothing_is_refused(written: Path) -> None:
    """Its formula would be nowhere."""
    path = changed(written, part_of("MSS"), lambda xml: xml.replace('r="A1"', 'r="first"'))

    with pytest.raises(Malformed, match="cannot be read"):
        read_workbook(path)


def _with_sheets(written: Path, names: list[str]) -> Path:
    """Return the workbook with sheets of a cell in one corner and one in the other."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="29000"><c r="CV29000"><v>1</v></c></row></sheetData></worksheet>'
    )
    with zipfile.ZipFile(written) as package:
        book = package.read("xl/workbook.xml").decode()
        relations = package.read("xl/_rels/workbook.xml.rels").decode()
    parts = {}
    for name in names:
        parts[f"xl/worksheets/{name}.xml"] = sheet
        book = book.replace(
            "</sheets>", f'<sheet name="{name}" sheetId="1{name[1:]}" r:id="{name}"/></sheets>'
        )
        relation = f'<Relationship Id="{name}" Type="{_WORKSHEET}" Target="worksheets/{name}.xml"/>'
        relations = relations.replace("</Relationships>", f"{relation}</Relationships>")
    parts |= {
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": relations.encode(),
    }
    return _with(written, parts)
