"""What the values of a sheet do not tell: which of its cells compute, and which show an error.

Elements are known by their own names alone, so that no edition of the format passes unseen.
"""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

from defusedxml.ElementTree import DefusedXMLParser

# The columns of a sheet, so that a cell is one number: its row times this, and its column.
COLUMNS = 16_384
_CHUNK = 1 << 16
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
# Formulas that fill cells beside their own.
_WIDE = ("array", "dataTable")


@dataclass(slots=True)
class Marks:
    """The cells of a sheet that compute, one by one and by ranges; what shows an error, by row.

    A range is its first row and column, and its last.
    """

    formulas: list[int] = field(default_factory=list)
    ranges: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)


def marks_of(package: zipfile.ZipFile, part: str) -> Marks:
    """Return the marks of a sheet, read piece by piece.

    Raises:
        ValueError: a cell is called what no cell is called.
    """
    reader = _Reader()
    parser = DefusedXMLParser(forbid_dtd=True).parser
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    with package.open(part) as content:
        while chunk := content.read(_CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return reader.marks


class _Reader:
    """Counts rows and cells, since a file need not say which is which."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._row = self._column = -1
        self._at = (0, 0)
        self._shown: list[str] | None = None
        self._is_error = False

    def start(self, name: str, attributes: Sequence[str]) -> None:
        """Take down where a cell is, and whether it computes."""
        name = name.rpartition("}")[2]
        if name == "c":
            self._cell(dict(zip(attributes[::2], attributes[1::2], strict=True)))
        elif name == "row":
            said = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self._row = int(said["r"]) - 1 if "r" in said else self._row + 1
            self._column = -1
        elif name == "f":
            self._formula(dict(zip(attributes[::2], attributes[1::2], strict=True)))
        elif name == "v" and self._is_error:
            self._shown = []

    def end(self, name: str) -> None:
        """Take down what an error says."""
        if self._shown is not None and name.rpartition("}")[2] == "v":
            row, column = self._at
            self.marks.errors.setdefault(row, {})[column] = "".join(self._shown)[:20]
            self._shown = None

    def data(self, text: str) -> None:
        """Keep the text of an error."""
        if self._shown is not None:
            self._shown.append(text)

    def _cell(self, said: dict[str, str]) -> None:
        self._at = cell_at(said["r"]) if "r" in said else (self._row, self._column + 1)
        self._column = self._at[1]
        self._is_error = said.get("t") == "e"

    def _formula(self, said: dict[str, str]) -> None:
        row, column = self._at
        self.marks.formulas.append(row * COLUMNS + column)
        if said.get("t") in _WIDE and "ref" in said:
            first, _, last = said["ref"].partition(":")
            self.marks.ranges.append((*cell_at(first), *cell_at(last or first)))


def cell_at(name: str) -> tuple[int, int]:
    """Return the row and column of a cell, counted from 0.

    Raises:
        ValueError: no cell is called so.

    >>> cell_at("A1"), cell_at("aa10")
    ((0, 0), (9, 26))
    """
    found = _CELL.fullmatch(name.upper())
    if found is None:
        raise ValueError(f"a cell is called {name[:20]!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
