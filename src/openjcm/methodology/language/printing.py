"""A tree printed as text, so that reading it again gives the same tree."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from openjcm.methodology.language.nodes import (
    NOT_POWER,
    POWERS,
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
)

# Signs whose left side may not be of the same strength: A < B < C and A ^ B ^ C are no sentences.
_ALONE = (4, 7)


def written(node: Node) -> str:
    """Print a tree.

    >>> written(Operation("*", Operation("-", Name("A"), Name("B")), Name("EF")))
    '(A - B) * EF'
    """
    return _PRINTED[type(node)](node)


def _operation(node: Operation) -> str:
    power = POWERS[node.sign]
    # Left before right without brackets: a - b - c is (a - b) - c.
    left = _within(node.left, power + 1 if power in _ALONE else power)
    return f"{left} {node.sign} {_within(node.right, power + 1)}"


def _within(node: Node, power: int) -> str:
    return f"({written(node)})" if _strength(node) < power else written(node)


def _strength(node: Node) -> int:
    if isinstance(node, Operation):
        return POWERS[node.sign]
    return NOT_POWER if isinstance(node, Denial) else max(POWERS.values()) + 1


def _case(node: Case) -> str:
    branches = (f"when {written(when)} then {written(then)}" for when, then in node.branches)
    return f"case {' '.join(branches)} else {written(node.otherwise)} end"


def _previous(node: Previous) -> str:
    return f"previous({node.symbol}, {written(node.first)}{_over(node.over)})"


def _call(node: Call) -> str:
    arguments = ", ".join(written(part) for part in node.arguments)
    return f"{node.function}({arguments}{_over(node.over)})"


def _over(over: str) -> str:
    return f" over {over}" if over else ""


_PRINTED: Mapping[type[Node], Callable[[Any], str]] = MappingProxyType(
    {
        Number: lambda node: f"{node.value:f}",
        Name: lambda node: node.symbol,
        Word: lambda node: f'"{node.text}"',
        Operation: _operation,
        Denial: lambda node: f"not {_within(node.part, NOT_POWER)}",
        Case: _case,
        Lookup: lambda node: f"lookup({node.table}, {written(node.key)})",
        Previous: _previous,
        Call: _call,
    }
)
