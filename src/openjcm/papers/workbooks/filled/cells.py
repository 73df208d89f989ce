"""The cells of a workbook that somebody sent: read by a process that may use only so much."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from openjcm.measure import Malformed
from openjcm.papers.workbooks.filled.marks import COLUMNS
from openjcm.papers.workbooks.filled.package import check_package

# Of what the process that reads may say: far more than the largest workbook of ours.
OUTPUT_MAX = 48 << 20


@dataclass(frozen=True, slots=True)
class Odd:
    """What stands in a cell where it says nothing: a truth, a time of day, an error."""

    text: str


Cell = Decimal | str | date | Odd | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet, from A1 on, and which of them hold formulas."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    formulas: frozenset[int]
    ranges: tuple[tuple[int, ...], ...] = ()

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
        return row * COLUMNS + column in self.formulas or any(
            first <= row <= last and left <= column <= right
            for first, left, last, right in self.ranges
        )

    def place(self, row: int, column: int) -> str:
        """Say where a cell is: ``MRS(input)!E10``."""
        return f"{self.name}!{xl_rowcol_to_cell(row, column)}"


def read_cells(path: Path, wanted: Sequence[str]) -> Mapping[str, Sheet]:
    """Return the sheets of a workbook that are wanted, as far as it has them, by name.

    Raises:
        NotFound: there is no such file.
        Malformed: it is no workbook, or would use more than is allowed.
    """
    check_package(path)
    told = _told(path, wanted)
    strings = told["strings"]
    return {
        name: Sheet(
            name,
            tuple(tuple(_cell(cell, strings) for cell in row) for row in of["rows"]),
            frozenset(of["formulas"]),
            tuple(tuple(each) for each in of["ranges"]),
        )
        for name, of in told["sheets"].items()
    }


def _told(path: Path, wanted: Sequence[str]) -> Any:  # noqa: ANN401 - as the other process says it
    """Return what a process of its own, with little memory and time, reads in a file."""
    words = [sys.executable, "-m", "openjcm.papers.workbooks.filled.child", str(path.resolve())]
    with subprocess.Popen(
        [*words, *wanted],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONUTF8": "1"},
    ) as child:
        assert child.stdout is not None, "it was asked for"
        output = child.stdout.read(OUTPUT_MAX + 1)
        if len(output) > OUTPUT_MAX:
            child.kill()
    if len(output) > OUTPUT_MAX:
        raise _refused(path, f"holds more than {OUTPUT_MAX} bytes of cells")
    if child.returncode:
        raise _refused(path, "cannot be read in the memory and time that one file may use")
    told = json.loads(output, parse_float=Decimal)
    if "refused" in told:
        raise _refused(path, f"cannot be read ({told['refused']})")
    return told


def _cell(told: object, strings: Sequence[str]) -> Cell:
    """Return a cell: a text is told by its number among the texts, a number by itself."""
    if isinstance(told, dict):
        return date.fromisoformat(told["day"]) if "day" in told else Odd(told["odd"])
    if isinstance(told, int):
        return strings[told]
    assert told is None or isinstance(told, Decimal), "a cell is one of these"
    return told


def _refused(path: Path, said: str) -> Malformed:
    return Malformed(
        f"{path.name} {said}; save it as .xlsx again, from the workbook as it was written",
        code="workbook-unreadable",
        about=path.name,
    )
