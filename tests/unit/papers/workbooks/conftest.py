"""A workbook of three vintages with two chillers, filled in, and ways to spoil it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from openjcm.measure.period import Period
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.asking import Over, chosen, ordered
from openjcm.papers.workbooks.sheets.writing import write_workbook

WHOLE = Period(date(2017, 3, 1), date(2019, 7, 31))
Spoil = Callable[[openpyxl.Workbook], None]


def values(first: str) -> dict[str, Given]:
    """Return values of two chillers."""
    return {
        "EC_PJ": [Decimal(first), Decimal("150.25")],
        "COP_PJ": [Decimal("6.05"), Decimal("5.9")],
        "COP_RE": [Decimal("4.92"), Decimal("4.92")],
        "EF": Decimal("0.67"),
    }


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A workbook as it is written, values and results in it."""
    order, worked = ordered(
        chosen("OJ_cop_ratio_ver1"),
        members={"chiller": ["No. 1", "No. 2"]},
        periods=tuple(part for _, part in WHOLE.by_year()),
        estimated=values("347.2"),
        measured=[values("300.1"), values("310"), values("200.5")],
        over=Over("BD002"),
    )
    path = tmp_path / "written.xlsx"
    path.write_bytes(write_workbook(order, worked=worked))
    return path


@pytest.fixture
def spoilt(written: Path, tmp_path: Path) -> Callable[[Spoil], Path]:
    """Spoil the workbook as a person would, and save it."""

    def spoil(how: Spoil) -> Path:
        book = openpyxl.load_workbook(written)
        how(book)
        path = tmp_path / "spoilt.xlsx"
        book.save(path)
        return path

    return spoil


def cell_of(sheet: Worksheet, header: str, *, row: int = 1) -> str:
    """Return the cell in the ``row``-th row under a header, the first of this name."""
    for line in sheet.iter_rows():
        for cell in line:
            if cell.value == header:
                return str(sheet.cell(cell.row + row, cell.column).coordinate)
    raise AssertionError(f"no header {header!r} on {sheet.title}")
