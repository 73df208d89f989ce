"""A tree of the language as a formula of a cell, at one place of its index sets.

The arithmetic is the sheet's: binary floats. What the engine refuses comes out as an error of the
cell; what it decides (``and``, ``or`` and branches beside a fault) is decided the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from openjcm.methodology import Kind
from openjcm.methodology.language.nodes import (
    COMPARISONS,
    Call,
    Case,
    Denial,
    Lookup,
    Name,
    Node,
    Number,
    Operation,
    Previous,
    Word,
    nodes_in,
    parts_of,
)
from openjcm.methodology.language.shapes import day_of, sets_joined
from openjcm.papers.workbooks.sheets.tables import TableCells, looked_up

Place = Mapping[str, int]
# How strongly the signs of a cell bind: comparisons least, powers most.
_STRENGTH = {**dict.fromkeys(COMPARISONS, 1), "+": 2, "-": 2, "*": 3, "/": 3, "^": 4}
_ATOM = 5
_NOT_LEFT_JOINED = (1, 4)
_GATHERED = MappingProxyType({"sum": "SUM", "mean": "AVERAGE", "min": "MIN", "max": "MAX"})


class Sheet(Protocol):
    """Where values stand on the sheet of a calculation, in the column that is written."""

    def cell(self, symbol: str, place: Place) -> str:
        """Return the cell of a symbol at a place."""

    def gathered(self, call: Call, place: Place) -> str | None:
        """Return the cell of a gathering that has a row of its own."""

    def series(self, call: Call, place: Place) -> str:
        """Return the range that a gathering gathers."""

    def table(self, symbol: str) -> TableCells:
        """Return where the rows of a table stand."""


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of symbols: their index sets and kinds, and which sets are ordered."""

    sets: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Kind]
    ordered: frozenset[str]

    def sets_of(self, node: Node) -> tuple[str, ...]:
        """Return the index sets that a tree runs over."""
        if isinstance(node, Name):
            return self.sets[node.symbol]
        if isinstance(node, Previous):
            return sets_joined(self.sets[node.symbol], self.sets_of(node.first))
        if isinstance(node, Call) and node.gathers:
            over = self.over(node)
            return tuple(each for each in self.sets_of(node.arguments[0]) if each != over)
        return sets_joined(*(self.sets_of(part) for part in parts_of(node)))

    def over(self, call: Call) -> str:
        """Return the index set that a gathering is taken over."""
        return call.over or self.sets_of(call.arguments[0])[0]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes trees as formulas of cells."""

    names: Names
    sheet: Sheet

    def formula(self, node: Node, place: Place) -> str:
        """Return a tree as the formula of a cell at a place, without the sign of equality."""
        return _WRITTEN[type(node)](self, node, place)

    def gathering(self, call: Call, place: Place) -> str:
        """Return a gathering itself, also where another cell holds it."""
        return f"{_GATHERED[call.function]}({self.sheet.series(call, place)})"


def _within(writer: Writer, node: Node, place: Place, strength: int) -> str:
    text = writer.formula(node, place)
    return f"({text})" if _strength(node) < strength else text


def _operation(writer: Writer, node: Operation, place: Place) -> str:
    if node.sign in ("and", "or"):
        return _reasoned(writer, node, place)
    if node.sign == "^":
        return _raised(writer, node, place)
    strength = _STRENGTH[node.sign]
    left, right = node.left, node.right
    if node.sign in COMPARISONS and _is_of_days(writer, node):
        return node.sign.join(_day(writer, each, place) for each in (left, right))
    before = strength + 1 if strength in _NOT_LEFT_JOINED else strength
    return (
        f"{_within(writer, left, place, before)}{node.sign}"
        f"{_within(writer, right, place, strength + 1)}"
    )


def _raised(writer: Writer, node: Operation, place: Place) -> str:
    base = _within(writer, node.left, place, _ATOM)
    exponent = _within(writer, node.right, place, _ATOM)
    if isinstance(node.right, Number) and node.right.value == node.right.value.to_integral():
        # Anything to the power of nothing is one; a sheet calls nought to it an error.
        return f"{base}^{exponent}" if node.right.value else f"({base}*0+1)"
    return f"IF({base}>0,{base}^{exponent},NA())"


def _reasoned(writer: Writer, node: Operation, place: Place) -> str:
    left, right = writer.formula(node.left, place), writer.formula(node.right, place)
    if not (_may_fail(node.left) or _may_fail(node.right)):
        return f"{node.sign.upper()}({left},{right})"
    # What decides alone decides, also beside an error.
    if node.sign == "and":
        return f"IF(ISERROR({left}),IF({right},{left},FALSE),IF({left},{right},FALSE))"
    return f"IF(ISERROR({left}),IF({right},TRUE,{left}),IF({left},TRUE,{right}))"


def _is_of_days(writer: Writer, node: Operation) -> bool:
    return any(
        isinstance(each, Name) and writer.names.kinds.get(each.symbol) is Kind.DAY
        for each in (node.left, node.right)
    )


def _day(writer: Writer, node: Node, place: Place) -> str:
    day = day_of(node.text) if isinstance(node, Word) else None
    return f"DATE({day.year},{day.month},{day.day})" if day else writer.formula(node, place)


def _call(writer: Writer, node: Call, place: Place) -> str:
    if node.gathers:
        return writer.sheet.gathered(node, place) or writer.gathering(node, place)
    said = ",".join(writer.formula(each, place) for each in node.arguments)
    return f"{node.function.upper()}({said})"


def _case(writer: Writer, node: Case, place: Place) -> str:
    text = writer.formula(node.otherwise, place)
    for when, then in reversed(node.branches):
        text = f"IF({writer.formula(when, place)},{writer.formula(then, place)},{text})"
    return text


def _looked_up(writer: Writer, node: Lookup, place: Place) -> str:
    found = writer.sheet.table(node.table)
    key = _day(writer, node.key, place) if found.table.kind is Kind.DAY else None
    return looked_up(found, key or _within(writer, node.key, place, _ATOM))


def _previous(writer: Writer, node: Previous, place: Place) -> str:
    over = node.over or next(
        each for each in writer.names.sets[node.symbol] if each in writer.names.ordered
    )
    if not place[over]:
        return writer.formula(node.first, place)
    return writer.sheet.cell(node.symbol, {**place, over: place[over] - 1})


def _strength(node: Node) -> int:
    if isinstance(node, Operation) and node.sign in _STRENGTH:
        return _STRENGTH[node.sign]
    return _ATOM


def _may_fail(node: Node) -> bool:
    """Whether a condition may come out as an error whatever is typed."""
    return any(
        isinstance(each, Lookup)
        or (isinstance(each, Operation) and each.sign in "/^")
        or (isinstance(each, Call) and each.function == "exp")
        for each in nodes_in(node)
    )


def _text(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


_WRITTEN: Mapping[type[Node], Callable[[Writer, Any, Place], str]] = MappingProxyType(
    {
        Number: lambda _, node, __: f"{node.value:f}",
        Name: lambda writer, node, place: writer.sheet.cell(node.symbol, place),
        Word: lambda _, node, __: _text(node.text),
        Operation: _operation,
        Denial: lambda writer, node, place: f"NOT({writer.formula(node.part, place)})",
        Case: _case,
        Lookup: _looked_up,
        Previous: _previous,
        Call: _call,
    }
)
