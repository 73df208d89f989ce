"""Read the cells of a workbook in a process of its own, which may use only so much.

Run as ``python -m openjcm.papers.workbooks.filled.child FILE SHEET…``; prints one line of JSON.
Files come from strangers, so what reads them has little memory, little time, and nothing to write
to. What is refused is said as ``{"refused": why}``; a process that was stopped says nothing.
"""

import json
import math
import resource
import signal
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any

import python_calamine
from defusedxml.ElementTree import fromstring

from openjcm.papers.workbooks.filled.marks import Marks, marks_of

# As the architecture allows for one uploaded file.
MEMORY_MAX = 512 << 20
SECONDS_MAX = 20
# Of the clock on the wall, where others use the machine too.
ALARM = 60
CELLS_MAX = 3_000_000
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def main(path: str, wanted: Sequence[str]) -> None:
    """Print the values of the sheets that are wanted, and which cells hold formulas."""
    signal.alarm(ALARM)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        said = json.dumps(_read(path, wanted), allow_nan=False)
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file sets off is a refusal
        said = json.dumps({"refused": f"{type(error).__name__}: {error}"[:200]})
    sys.stdout.write(said)


def _read(path: str, wanted: Sequence[str]) -> Mapping[str, object]:
    with zipfile.ZipFile(path) as package:
        parts = dict(_parts(package))
        marks = {
            name: marks_of(package, part) for name, part in parts.items() if name in set(wanted)
        }
    book = python_calamine.load_workbook(path)
    if list(parts) != book.sheet_names:
        raise ValueError("its list of sheets can be read in two ways")
    strings: dict[str, int] = {}
    left = CELLS_MAX
    sheets = {}
    for name, of in marks.items():
        sheet = book.get_sheet_by_name(name)
        rows, columns = (at + 1 for at in sheet.end or (0, 0))
        left -= rows * columns
        if left < 0:
            raise ValueError(f"with the sheet {name} it has more than {CELLS_MAX} cells")
        sheets[name] = {
            "rows": _rows(sheet, of, strings),
            "formulas": of.formulas,
            "ranges": of.ranges,
        }
    return {"names": list(parts), "strings": list(strings), "sheets": sheets}


def _rows(sheet: Any, marks: Marks, strings: dict[str, int]) -> list[list[object]]:  # noqa: ANN401 - the library types it in another name
    """Return the cells from A1 on, without blank ends; a text as its number among ``strings``."""
    rows: list[list[object]] = []
    for at, line in enumerate(sheet.to_python(skip_empty_area=False)):
        row = [_plain(cell, strings) for cell in line]
        for column, shown in marks.errors.get(at, {}).items():
            row += [None] * (column + 1 - len(row))
            row[column] = {"odd": shown}
        while row and row[-1] is None:
            row.pop()
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _plain(cell: object, strings: dict[str, int]) -> object:
    if cell == "":
        return None
    if isinstance(cell, str):
        return strings.setdefault(cell, len(strings))
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else {"odd": "no number that a cell can hold"}
    if isinstance(cell, datetime):
        return {"day": cell.date().isoformat()} if cell.time() == time() else {"odd": str(cell)}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    assert isinstance(cell, bool | time | timedelta), "a cell is one of these"
    return {"odd": str(cell)}


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet by its name, and the part that holds it; in any edition of the format.

    Raises:
        ValueError: it can be read in two ways.
    """
    relations: dict[str | None, str] = {}
    for each in fromstring(package.read(_RELATIONS), forbid_dtd=True):
        if relations.setdefault(each.get("Id"), str(each.get("Target"))) != each.get("Target"):
            raise ValueError("two of its parts have one name")
    seen: set[str] = set()
    for sheet in fromstring(package.read(_BOOK), forbid_dtd=True).iter():
        if _local(sheet.tag) != "sheet":
            continue
        name = str(sheet.get("name"))
        (relation,) = (value for key, value in sheet.attrib.items() if _local(key) == "id")
        if name in seen:
            raise ValueError(f"two of its sheets are called {name}")
        seen.add(name)
        target = relations[relation]
        is_whole = target.startswith(("/", "xl/"))
        yield name, target.lstrip("/") if is_whole else str(PurePosixPath("xl") / target)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
