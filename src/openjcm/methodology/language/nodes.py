"""The tree of a formula, and what can be found by walking it.

Pure data: what a formula means is said by ``shapes`` (units) and by ``working`` (numbers).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

GATHERING = ("sum", "mean", "min", "max")
FUNCTIONS = (*GATHERING, "exp", "lookup", "previous")
WORDS = ("case", "when", "then", "else", "end", "and", "or", "not", "over")
COMPARISONS = ("<", "<=", "=", "<>", ">=", ">")
# How strongly each sign binds; ``not`` stands between ``and`` and the comparisons.
POWERS = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(COMPARISONS, 4),
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "^": 7,
}
NOT_POWER = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text; never negative, since there is no sign before it."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A symbol of the document: a parameter, or what an earlier formula gives."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Word:
    """A quoted word: one of the options of a choice, or a day."""

    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms joined by a sign: arithmetic, a comparison, ``and`` or ``or``."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Denial:
    """``not`` before a condition."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """``sum``, ``mean``, ``min``, ``max`` or ``exp``.

    With one argument the first four gather a series over an index set, named by ``over`` where
    there are several; with more, ``min`` and ``max`` choose among them place by place.
    """

    function: str
    arguments: tuple["Node", ...]
    over: str = ""

    @property
    def gathers(self) -> bool:
        """Whether it takes a series and gives one number for all members of an index set."""
        return self.function in GATHERING and len(self.arguments) == 1


@dataclass(frozen=True, slots=True)
class Case:
    """``case when … then … else … end``: the first branch whose condition holds."""

    branches: tuple[tuple["Node", "Node"], ...]
    otherwise: "Node"


@dataclass(frozen=True, slots=True)
class Lookup:
    """``lookup(TABLE, key)``: what a table says for a key."""

    table: str
    key: "Node"


@dataclass(frozen=True, slots=True)
class Previous:
    """``previous(X, first)``: what X was at the place before, along an ordered index set."""

    symbol: str
    first: "Node"
    over: str = ""


Node = Number | Name | Word | Operation | Denial | Call | Case | Lookup | Previous


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return the parts of a tree, in the order of the text."""
    if isinstance(node, Operation):
        return (node.left, node.right)
    if isinstance(node, Denial):
        return (node.part,)
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Case):
        return (*(part for branch in node.branches for part in branch), node.otherwise)
    if isinstance(node, Lookup):
        return (node.key,)
    return (node.first,) if isinstance(node, Previous) else ()


def nodes_in(node: Node) -> Iterator[Node]:
    """Yield every node of a tree, each before its parts."""
    yield node
    for part in parts_of(node):
        yield from nodes_in(part)


def names_in(node: Node) -> Iterator[str]:
    """Yield every symbol, in the order of the text; one that stands twice comes twice."""
    for each in nodes_in(node):
        if isinstance(each, Name | Previous):
            yield each.symbol


def tables_in(node: Node) -> Iterator[str]:
    """Yield every table that is looked into."""
    return (each.table for each in nodes_in(node) if isinstance(each, Lookup))


def gatherings_in(node: Node) -> Iterator[Call]:
    """Yield every call that gathers a series, inner ones first."""
    for part in parts_of(node):
        yield from gatherings_in(part)
    if isinstance(node, Call) and node.gathers:
        yield node


def refers_back(node: Node, symbol: str) -> bool:
    """Whether a tree takes the place before of ``symbol`` anywhere in it."""
    return any(isinstance(each, Previous) and each.symbol == symbol for each in nodes_in(node))
