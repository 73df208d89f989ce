"""What is done with a file of a folder or an archive is told by what it holds."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Put = Callable[..., Path]
Take = Callable[..., Any]

HEADER, FIRST, SECOND = "meter,read_at,value", "M,2018-01-01 00:00,100.5", "M,2018-01-14,250"
PASSED = "not read, as it holds no readings"
DOCUMENTS = {
    "report.pdf": b"%PDF-1.7\n\x00\x01",
    "site.png": b"\x89PNG\r\n\x1a\n\x00",
    "site.jpg": b"\xff\xd8\xff\xe0\x00",
    "plan.svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "readme": b"Readings of the site.\nAsk Ms Sato, or write; 2018 was the first year.\n",
    "plan.toml": b'zone = "Asia/Dhaka"\n[[meter]]\nid = "M"\n',
    "_SUCCESS": b"",
}
UNREAD = {
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a.7z": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "a.rar": b"Rar!\x1a\x07\x00",
    "a.bz2": b"BZh91AY&SY\x00",
    "a.xz": b"\xfd7zXZ\x00\x00",
    "a.zst": b"\x28\xb5\x2f\xfd\x00",
    "a.json": b'[{"read_at": "2018-01-01", "value": 5}]',
    "b.json": b'{"meter": "M"}',
    "a.xml": b'<?xml version="1.0"?><r><v>5</v></r>',
    "a.xls": b"<html><table></table></html>",
}


@pytest.mark.parametrize(("name", "content"), DOCUMENTS.items())
def test_a_document_is_passed_over_and_said(
    put: Put, take: Take, tmp_path: Path, name: str, content: bytes
) -> None:
    """It stands among the files, without rows."""
    put(HEADER, FIRST, SECOND, name="data/a.csv")
    put(name=f"data/{name}", content=content)

    taken = take(tmp_path / "data")

    assert (len(taken.readings), taken.findings) == (2, [])
    assert (sorted(taken.names), taken.read_as.count(PASSED)) == (sorted(["a.csv", name]), 1)


@pytest.mark.parametrize(("name", "content"), UNREAD.items())
def test_a_form_that_may_hold_readings_is_refused(
    put: Put, take: Take, tmp_path: Path, name: str, content: bytes
) -> None:
    """To leave it out in silence would give a quantity that lacks it."""
    put(HEADER, FIRST, SECOND, name="data/a.csv")
    put(name=f"data/{name}", content=content)

    (finding,) = take(tmp_path / "data").findings

    assert (finding.rule, finding.place) == ("unread-form", name)
    assert "save it as .xlsx or CSV, or take it out of the folder" in finding.message
    (named,) = take(tmp_path / "data" / name).findings
    assert (named.rule, "take it out" in named.message) == ("unread-form", False)


@pytest.mark.parametrize(
    ("part", "rule"),
    [("content.xml", "unread-form"), ("xl/workbook.bin", "unread-form"), ("word/document.xml", "")],
)
def test_a_package_is_told_by_its_parts(
    put: Put, take: Take, tmp_path: Path, part: str, rule: str
) -> None:
    """OpenDocument and binary workbooks are refused, and a letter is passed over."""
    put(HEADER, FIRST, SECOND, name="data/a.csv")
    with zipfile.ZipFile(tmp_path / "data" / "b.bin", "w") as package:
        package.writestr(part, "x")

    assert take(tmp_path / "data").rules == ([rule] if rule else [])


def test_readings_are_found_under_any_name(put: Put, take: Take, tmp_path: Path) -> None:
    """A logger's own suffix hides nothing; what has instants and no header is refused."""
    put(HEADER, FIRST, name="data/a.M01")
    put(HEADER, SECOND, name="data/b")

    assert len(take(tmp_path / "data").readings) == 2

    put("M|2018-01-15 00:00|300", name="data/c.log")
    put("1514764800;5", "1514768400;6", name="data/d.log")
    rules = {(each.rule, each.place) for each in take(tmp_path / "data").findings}
    assert rules == {("wrong-header", "c.log row 1"), ("wrong-header", "d.log row 1")}


def test_an_archive_is_as_a_folder(take: Take, tmp_path: Path) -> None:
    """A note in it is passed over, by its name; one of nothing else is refused."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", f"{HEADER}\n{FIRST}\n{SECOND}\n")
        archive.writestr("readme.md", "Dear reader")
    taken = take(tmp_path / "a.zip")
    assert (len(taken.readings), taken.findings) == (2, [])
    assert f"readme.md {PASSED}" in taken.read_as

    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("readme.md", "Dear reader")
    assert [(f.rule, f.place) for f in take(tmp_path / "b.zip").findings] == [("no-file", "b.zip")]


def test_a_file_that_is_named_is_never_passed_over(put: Put, take: Take) -> None:
    """Who names a note is told that it holds no readings."""
    assert take(put("Dear reader", name="readme.md")).rules == ["wrong-header"]
    assert take(put(name="a.pdf", content=b"%PDF-1.7\n\x00")).rules == ["control-character"]


def test_what_is_no_file_is_said(take: Take, tmp_path: Path) -> None:
    """A pipe, a device, a link to nothing and a name of nothing each in its words."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")

    places = (tmp_path / "pipe", Path("/dev/null"), tmp_path / "link", tmp_path / "nothing")
    messages = [each.message for each in take(*places).findings]

    assert [each.split(";")[0] for each in messages] == [
        "it is a pipe and no file",
        "it is a device and no file",
        "it is a link that leads to no file",
        "there is no such file",
    ]
