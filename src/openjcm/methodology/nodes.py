"""The tree of a formula, and the tree printed again.

Pure data: what a formula means is said by ``shapes`` (units) and ``calculation`` (numbers).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

FUNCTIONS = ("sum", "min", "max")
POWERS = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text; never negative, since there is no sign before it."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A symbol of the document: a parameter, or what an earlier formula gives."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms joined by one of ``+ - * /``."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """``sum``, ``min`` or ``max``.

    With one argument it gathers a series over its index set; with several, ``min`` and ``max``
    choose among them place by place.
    """

    function: str
    arguments: tuple["Node", ...]

    @property
    def gathers(self) -> bool:
        """Whether it takes a series and gives one number."""
        return len(self.arguments) == 1


Node = Number | Name | Operation | Call


def written(node: Node) -> str:
    """Print a tree so that reading it again gives the same tree.

    >>> written(Operation("*", Operation("-", Name("A"), Name("B")), Name("EF")))
    '(A - B) * EF'
    """
    if isinstance(node, Number):
        return f"{node.value:f}"
    if isinstance(node, Name):
        return node.symbol
    if isinstance(node, Call):
        return f"{node.function}({', '.join(written(part) for part in node.arguments)})"
    # Left before right without brackets: a - b - c is (a - b) - c.
    left = _within(node.left, POWERS[node.sign])
    right = _within(node.right, POWERS[node.sign] + 1)
    return f"{left} {node.sign} {right}"


def _within(node: Node, power: int) -> str:
    binds_less = isinstance(node, Operation) and POWERS[node.sign] < power
    return f"({written(node)})" if binds_less else written(node)


def names_in(node: Node) -> Iterator[str]:
    """Yield every symbol, in the order of the text; one that stands twice comes twice."""
    if isinstance(node, Name):
        yield node.symbol
    for part in _parts(node):
        yield from names_in(part)


def ungathered_names_in(node: Node) -> Iterator[str]:
    """Yield the symbols that still run over the index set of ``node`` itself."""
    if isinstance(node, Name):
        yield node.symbol
    for part in _parts(node):
        if not (isinstance(part, Call) and part.gathers):
            yield from ungathered_names_in(part)


def gatherings_in(node: Node) -> Iterator[Call]:
    """Yield every call that takes a series and gives one number, inner ones first."""
    for part in _parts(node):
        yield from gatherings_in(part)
    if isinstance(node, Call) and node.gathers:
        yield node


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Operation):
        return (node.left, node.right)
    return node.arguments if isinstance(node, Call) else ()
