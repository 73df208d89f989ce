"""Read the cells of a workbook in a process of its own, which may use only so much.

Run as ``python -m openjcm.papers.workbooks.filled.child FILE``; prints one line of JSON. Files
come from strangers, so what reads them has little memory, little time, and nothing to write to.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any

import python_calamine
from defusedxml.ElementTree import fromstring, iterparse

MEMORY_MAX = 1 << 30
SECONDS_MAX = 20
CELLS_MAX = 3_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def main(path: str) -> None:
    """Print the values of every sheet, and which cells hold formulas."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with zipfile.ZipFile(path) as package:
        formulas = {name: list(_formulas(package, part)) for name, part in _parts(package)}
    book = python_calamine.load_workbook(path)
    sheets = {name: _rows(book.get_sheet_by_name(name)) for name in book.sheet_names}
    json.dump({"sheets": sheets, "formulas": formulas}, sys.stdout)


def _rows(sheet: Any) -> list[list[object]]:  # noqa: ANN401 - the library types it in another name
    rows, columns = (at + 1 for at in sheet.end or (0, 0))
    if rows * columns > CELLS_MAX:
        raise SystemExit(f"the sheet {sheet.name} has {rows} rows and {columns} columns")
    return [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _plain(cell: object) -> object:
    if cell == "":
        return None
    if isinstance(cell, datetime):
        return {"day": cell.date().isoformat()} if cell.time() == time() else {"odd": str(cell)}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    if isinstance(cell, bool | time | timedelta):
        return {"odd": str(cell)}
    return cell


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet by its name, and the part that holds it."""
    relations = {
        each.get("Id"): str(each.get("Target"))
        for each in fromstring(package.read(_RELATIONS), forbid_dtd=True)
    }
    for sheet in fromstring(package.read(_BOOK), forbid_dtd=True).iter(f"{_MAIN}sheet"):
        target = relations[sheet.get(_RELATION)]
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        yield str(sheet.get("name")), part


def _formulas(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Yield the cells of a sheet that hold formulas."""
    with package.open(part) as content:
        for _, element in iterparse(content, forbid_dtd=True):
            if element.tag == f"{_MAIN}c":
                if element.find(f"{_MAIN}f") is not None:
                    yield str(element.get("r"))
                element.clear()


if __name__ == "__main__":
    main(sys.argv[1])
