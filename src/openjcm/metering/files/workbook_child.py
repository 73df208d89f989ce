"""Write the sheets of a workbook as text, in a process that may use only so much.

Run as ``python -m openjcm.metering.files.workbook_child FILE FOLDER``; prints the sheets as JSON.
Rows keep their numbers: a blank row of the sheet is a blank row of the text.
"""

import csv
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path, PurePosixPath

import python_calamine
from defusedxml.ElementTree import fromstring, iterparse

MEMORY_MAX = 1 << 29
CPU_SECONDS_MAX = 50
UNPACKED_MAX = 400 << 20
CELLS_MAX = 12_000_000
FORMULAS_SHOWN = 20
CHUNK_BYTES = 1 << 20
_IN_UTF_8 = re.compile(rb"(\xef\xbb\xbf)?<\?xml [^>]*encoding=[\"']utf-8[\"']", re.IGNORECASE)
_MARK_BYTES_MAX = 64
_FORMULA = re.compile(rb"<((\w{1,60}:)?f[\s/>]|!DOCTYPE)")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def main(path: str, folder: str) -> None:
    """Write every sheet that is not blank, and say which of its cells hold formulas."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS_MAX, CPU_SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (UNPACKED_MAX, UNPACKED_MAX))
    try:
        with zipfile.ZipFile(path) as package:
            _check(package)
            formulas = {
                name: list(islice(_formulas(package, part), FORMULAS_SHOWN))
                for name, part in _parts(package)
            }
        sheets = list(_sheets(path, Path(folder)))
    except MemoryError:
        raise SystemExit("it is too large") from None
    json.dump([[name, place, formulas.get(name, [])] for name, place in sheets], sys.stdout)


def _check(package: zipfile.ZipFile) -> None:
    left = UNPACKED_MAX
    for part in package.infolist():
        with package.open(part) as content:
            while chunk := content.read(CHUNK_BYTES):
                left -= len(chunk)
                if left < 0:
                    raise SystemExit("it unpacks to more than it may")


def _sheets(path: str, folder: Path) -> Iterator[tuple[str, str]]:
    book = python_calamine.load_workbook(path)
    for number, name in enumerate(book.sheet_names):
        sheet = book.get_sheet_by_name(name)
        height, width = (at + 1 for at in sheet.end or (-1, -1))
        if height * width > CELLS_MAX:
            raise SystemExit(f"the sheet {name} has {height} rows and {width} columns")
        if height * width == 0:
            continue
        place = f"{number}.csv"
        with (folder / place).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            for row in sheet.iter_rows():
                writer.writerow([_plain(cell) for cell in row])
        yield name, place


def _plain(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="auto")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, float) and "e" in repr(cell):
        return f"{Decimal(repr(cell)):f}"
    return str(cell).replace("\r", " ").replace("\n", " ")


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet by its name, and the part that holds it."""
    relations = {
        each.get("Id"): str(each.get("Target"))
        for each in fromstring(package.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    }
    for sheet in fromstring(package.read("xl/workbook.xml"), forbid_dtd=True).iter(f"{_MAIN}sheet"):
        target = relations[sheet.get(_RELATION)]
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        yield str(sheet.get("name")), part


def _formulas(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    if not _may_hold_formulas(package, part):
        return
    with package.open(part) as content:
        rows = None
        for event, element in iterparse(content, ("start", "end"), forbid_dtd=True):
            if event == "start":
                rows = element if element.tag == f"{_MAIN}sheetData" else rows
            elif element.tag == f"{_MAIN}c" and element.find(f"{_MAIN}f") is not None:
                yield str(element.get("r"))
            elif element.tag == f"{_MAIN}row" and rows is not None:
                rows.clear()


def _may_hold_formulas(package: zipfile.ZipFile, part: str) -> bool:
    """Look for a formula's mark, or a document type; ten times as fast as to read all of it."""
    with package.open(part) as content:
        seen = content.read(CHUNK_BYTES)
        if not _IN_UTF_8.match(seen):
            return True
        while seen:
            if _FORMULA.search(seen):
                return True
            chunk = content.read(CHUNK_BYTES)
            seen = seen[-_MARK_BYTES_MAX:] + chunk if chunk else b""
    return False


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
