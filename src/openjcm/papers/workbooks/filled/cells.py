"""The cells of a workbook that somebody sent: read by a process that may use only so much."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell

from openjcm.measure import Malformed
from openjcm.papers.workbooks.filled.package import check_package

SECONDS_MAX = 60


@dataclass(frozen=True, slots=True)
class Odd:
    """What stands in a cell where it says nothing: a truth, a time of day."""

    text: str


Cell = Decimal | str | date | Odd | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet, from A1 on, and which of them hold formulas."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    formulas: frozenset[str]

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands in a cell; None for nothing."""
        within = row < len(self.rows) and column < len(self.rows[row])
        return self.rows[row][column] if within else None

    def text(self, row: int, column: int) -> str:
        """Return a cell as text, blanks trimmed."""
        value = self.cell(row, column)
        return value.strip() if isinstance(value, str) else ""

    def holds_formula(self, row: int, column: int) -> bool:
        """Whether a cell computes its value."""
        return xl_rowcol_to_cell(row, column) in self.formulas

    def place(self, row: int, column: int) -> str:
        """Say where a cell is: ``MRS(input)!E10``."""
        return f"{self.name}!{xl_rowcol_to_cell(row, column)}"


def read_cells(path: Path) -> Mapping[str, Sheet]:
    """Return the sheets of a workbook by name.

    Raises:
        NotFound: there is no such file.
        Malformed: it is no workbook, or would use more than is allowed.
    """
    check_package(path)
    words = [sys.executable, "-m", "openjcm.papers.workbooks.filled.child", str(path.resolve())]
    try:
        done = subprocess.run(
            words, capture_output=True, timeout=SECONDS_MAX, check=False, env={"PYTHONUTF8": "1"}
        )
    except subprocess.TimeoutExpired:
        raise _refused(path, "takes too long to read") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise _refused(path, f"cannot be read ({said or 'it was stopped'})")
    told = json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)
    return {
        name: Sheet(
            name,
            tuple(tuple(map(_cell, row)) for row in rows),
            frozenset(told["formulas"].get(name, ())),
        )
        for name, rows in told["sheets"].items()
    }


def _cell(told: object) -> Cell:
    if isinstance(told, dict):
        return date.fromisoformat(told["day"]) if "day" in told else Odd(told["odd"])
    assert told is None or isinstance(told, str | Decimal), "a cell is one of these"
    return told


def _refused(path: Path, said: str) -> Malformed:
    return Malformed(
        f"{path.name} {said}; save it as .xlsx again, from the workbook as it was written",
        code="workbook-unreadable",
        about=path.name,
    )
