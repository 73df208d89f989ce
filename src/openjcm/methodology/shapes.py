"""What a formula comes out in: its unit, and the index set it runs over.

Worked out from the tree alone, before any number is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from openjcm.measure import Malformed, Unit, unit
from openjcm.methodology.checks import Check
from openjcm.methodology.nodes import Call, Name, Node, Number, Operation, written


@dataclass(frozen=True, slots=True)
class Shape:
    """A unit, and the index set (empty: one value)."""

    unit: Unit
    per: str = ""


def shape_of(node: Node, symbols: Mapping[str, Shape]) -> Shape:
    """Work out the shape of a tree whose every name is in ``symbols``.

    Raises:
        Malformed: it adds or compares different units, mixes index sets, or gathers what is no
            series; ``code`` is the check that failed.
    """
    if isinstance(node, Number):
        return Shape(unit("1"))
    if isinstance(node, Name):
        return symbols[node.symbol]
    if isinstance(node, Operation):
        return _joined(node, shape_of(node.left, symbols), shape_of(node.right, symbols))
    if node.gathers:
        return _gathered(node, shape_of(node.arguments[0], symbols))
    shapes = [shape_of(argument, symbols) for argument in node.arguments]
    for shape in shapes[1:]:
        _check_same_unit(node, "compares", shapes[0], shape)
    return Shape(shapes[0].unit, _common_index(node, *shapes))


def _joined(node: Operation, left: Shape, right: Shape) -> Shape:
    per = _common_index(node, left, right)
    if node.sign == "*":
        return Shape(left.unit * right.unit, per)
    if node.sign == "/":
        return Shape(left.unit / right.unit, per)
    _check_same_unit(node, "adds" if node.sign == "+" else "subtracts", left, right)
    return Shape(left.unit, per)


def _gathered(node: Call, inner: Shape) -> Shape:
    if not inner.per:
        raise Malformed(
            f"{written(node)} is over no index set: no part of it is a series",
            code=Check.SERIES_EXPECTED,
        )
    return Shape(inner.unit)


def _check_same_unit(node: Node, does: str, left: Shape, right: Shape) -> None:
    if not left.unit.equals(right.unit):
        raise Malformed(
            f"{written(node)} {does} {left.unit} and {right.unit}", code=Check.UNITS_ALIKE
        )


def _common_index(node: Node, *shapes: Shape) -> str:
    sets = list(dict.fromkeys(shape.per for shape in shapes if shape.per))
    if len(sets) > 1:
        raise Malformed(
            f"{written(node)} mixes the index sets {' and '.join(sets)}; sum one of them first",
            code=Check.ONE_INDEX_SET,
        )
    return "".join(sets)
