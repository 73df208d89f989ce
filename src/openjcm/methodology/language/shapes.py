"""What a formula comes out in: its unit, and the index sets it runs over.

Worked out from the tree alone, before any number is known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from openjcm.measure import Malformed, Unit, unit
from openjcm.methodology.checks import Check
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
)
from openjcm.methodology.language.printing import written

POWER_MAX = 100
"""A whole number in the exponent of what has the unit 1."""
POWER_OF_A_UNIT_MAX = 9
"""A whole number in the exponent of what has a unit."""
UNIT_LENGTH_MAX = 240
"""Characters of the unit of a part of a formula."""
_ONE = unit("1")
_DOES = {"+": "adds", "-": "subtracts"}


class Kind(StrEnum):
    """What stands at each place of a series."""

    NUMBER = "number"
    """A decimal with a unit; when `kind` is left out."""
    CHOICE = "choice"
    """One of the `options`; has no unit and no plausible range."""
    DAY = "day"
    """A day such as 2013-01-01; has no unit and no plausible range."""
    TRUTH = "truth"
    """What a condition comes to; no parameter is one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A unit and the index sets (none: one value), or another kind than a number.

    ``is_nothing`` marks a zero as it stands in the text: nothing is nothing in every unit.
    """

    unit: Unit = _ONE
    sets: tuple[str, ...] = ()
    kind: Kind = Kind.NUMBER
    options: tuple[str, ...] = ()
    is_nothing: bool = False

    def __str__(self) -> str:
        return str(self.unit) if self.kind is Kind.NUMBER else f"a {self.kind}"


@dataclass(frozen=True, slots=True)
class TableShape:
    """What a table gives, and what it is asked with."""

    gives: Shape
    key: Shape


@dataclass(frozen=True, slots=True)
class Known:
    """What a formula may name; ``own`` is the symbol that it gives itself.

    ``found`` keeps the shapes of its parts, so that each is worked out once.
    """

    symbols: Mapping[str, Shape]
    tables: Mapping[str, TableShape] = field(default_factory=dict)
    ordered: frozenset[str] = frozenset()
    own: str = ""
    found: dict[int, Shape] = field(default_factory=dict, compare=False)


def shape_of(node: Node, known: Known) -> Shape:
    """Work out the shape of a tree whose every name is known.

    Raises:
        Malformed: it adds or compares different units or kinds, gathers what is no series, or
            does not say over what; ``code`` is the check that failed.
    """
    if id(node) not in known.found:
        known.found[id(node)] = _SHAPES[type(node)](node, known)
    return known.found[id(node)]


def sets_joined(*sets: tuple[str, ...]) -> tuple[str, ...]:
    """Return every index set once, in the order of first mention."""
    return tuple(dict.fromkeys(each for part in sets for each in part))


def along(node: Previous, shape: Shape, ordered: frozenset[str]) -> str:
    """Return the ordered index set that ``previous`` goes back along.

    Raises:
        Malformed: there is none, or there are several and none is named.
    """
    within = [each for each in shape.sets if each in ordered and node.over in ("", each)]
    if len(within) == 1:
        return within[0]
    raise Malformed(
        f"{written(node)} needs one ordered index set that {node.symbol} runs over"
        + (f"; name one of {', '.join(within)} by 'over'" if within else ", such as a year"),
        code=Check.INDEX_SET_ORDERED,
    )


def gathered_over(node: Call, inner: Shape) -> str:
    """Return the index set that a sum, mean, least or greatest value is taken over.

    Raises:
        Malformed: there is none, or there are several and none is named.
    """
    if not inner.sets:
        raise Malformed(
            f"{written(node)} is over no index set: no part of it is a series",
            code=Check.SERIES_EXPECTED,
        )
    if node.over in inner.sets:
        return node.over
    if node.over or len(inner.sets) > 1:
        raise Malformed(
            f"{written(node)} runs over {' and '.join(inner.sets)}; name one of them by 'over'",
            code=Check.INDEX_SET_NAMED,
        )
    return inner.sets[0]


def _operation(node: Operation, known: Known) -> Shape:
    left, right = shape_of(node.left, known), shape_of(node.right, known)
    sets = sets_joined(left.sets, right.sets)
    if node.sign in ("and", "or"):
        _check_kind(node, left, Kind.TRUTH)
        _check_kind(node, right, Kind.TRUTH)
        return Shape(sets=sets, kind=Kind.TRUTH)
    if node.sign in COMPARISONS:
        _check_comparable(node, left, right)
        return Shape(sets=sets, kind=Kind.TRUTH)
    _check_kind(node, left, Kind.NUMBER)
    _check_kind(node, right, Kind.NUMBER)
    if node.sign == "^":
        return Shape(_raised(node, left, right), sets)
    if node.sign in "*/":
        return Shape(_product(node, left.unit, right.unit), sets)
    return Shape(_common_unit(node, _DOES[node.sign], left, right), sets)


def _product(node: Operation, left: Unit, right: Unit) -> Unit:
    unit_of_it = left * right if node.sign == "*" else left / right
    if len(unit_of_it.text) > UNIT_LENGTH_MAX:
        raise Malformed(
            f"{written(node)} comes out in a unit of more than {UNIT_LENGTH_MAX} characters",
            code=Check.POWER_BOUNDED,
        )
    return unit_of_it


def _raised(node: Operation, left: Shape, right: Shape) -> Unit:
    exponent = node.right.value if isinstance(node.right, Number) else None
    if exponent is not None and exponent == exponent.to_integral_value():
        most = POWER_MAX if left.unit.equals(_ONE) else POWER_OF_A_UNIT_MAX
        if exponent > most:
            raise Malformed(
                f"{written(node)}: a power of {left.unit} is at most {most}",
                code=Check.POWER_BOUNDED,
            )
        powers = _ONE
        for _ in range(int(exponent) if most == POWER_OF_A_UNIT_MAX else 0):
            powers = powers * left.unit
        return powers
    if not (left.unit.equals(_ONE) and right.unit.equals(_ONE)):
        raise Malformed(
            f"{written(node)} raises {left.unit} to {right.unit}; both have the unit 1, "
            f"or the exponent is a whole number",
            code=Check.UNITS_ALIKE,
        )
    return _ONE


def _denied(node: Denial, known: Known) -> Shape:
    part = shape_of(node.part, known)
    _check_kind(node, part, Kind.TRUTH)
    return part


def _call(node: Call, known: Known) -> Shape:
    shapes = [shape_of(argument, known) for argument in node.arguments]
    for shape in shapes:
        _check_kind(node, shape, Kind.NUMBER)
    if node.gathers:
        over = gathered_over(node, shapes[0])
        left = tuple(each for each in shapes[0].sets if each != over)
        return replace(shapes[0], sets=left)
    if node.function == "exp" and not shapes[0].unit.equals(_ONE):
        raise Malformed(
            f"{written(node)} is of {shapes[0].unit}; exp takes the unit 1", code=Check.UNITS_ALIKE
        )
    return _alike(node, shapes, ())


def _case(node: Case, known: Known) -> Shape:
    whens = [shape_of(when, known) for when, _ in node.branches]
    thens = [shape_of(then, known) for _, then in node.branches]
    for when in whens:
        _check_kind(node, when, Kind.TRUTH)
    thens.append(shape_of(node.otherwise, known))
    for then in thens:
        _check_kind(node, then, Kind.NUMBER)
    pairs = [each.sets for pair in zip(whens, thens, strict=False) for each in pair]
    return _alike(node, thens, sets_joined(*pairs))


def _alike(node: Node, shapes: list[Shape], sets: tuple[str, ...]) -> Shape:
    first = shapes[0]
    for shape in shapes[1:]:
        said = _common_unit(node, "compares", first, shape)
        first = Shape(said, is_nothing=first.is_nothing and shape.is_nothing)
    return replace(first, sets=sets_joined(sets, *(each.sets for each in shapes)))


def _looked_up(node: Lookup, known: Known) -> Shape:
    table, key = known.tables[node.table], shape_of(node.key, known)
    if not _are_comparable(table.key, key):
        raise Malformed(
            f"{written(node)} asks with {key}; the table is asked with {table.key}",
            code=Check.UNITS_ALIKE if key.kind is table.key.kind else Check.KINDS_ALIKE,
        )
    unknown = [each for each in key.options if each not in table.key.options]
    if key.kind is table.key.kind is Kind.CHOICE and unknown:
        raise Malformed(
            f"{written(node)}: the table knows no {', '.join(unknown)}", code=Check.OPTION_KNOWN
        )
    return replace(table.gives, sets=key.sets)


def _previous(node: Previous, known: Known) -> Shape:
    behind, first = known.symbols[node.symbol], shape_of(node.first, known)
    _check_kind(node, behind, Kind.NUMBER)
    _check_kind(node, first, Kind.NUMBER)
    said = _common_unit(node, "joins", behind, first)
    # Over what a formula of its own series runs is known only when all of it is.
    if node.symbol != known.own:
        along(node, behind, known.ordered)
    return Shape(said, sets_joined(behind.sets, first.sets))


def _common_unit(node: Node, does: str, left: Shape, right: Shape) -> Unit:
    if left.is_nothing or right.is_nothing or left.unit.equals(right.unit):
        return right.unit if left.is_nothing else left.unit
    raise Malformed(f"{written(node)} {does} {left.unit} and {right.unit}", code=Check.UNITS_ALIKE)


def _check_kind(node: Node, shape: Shape, kind: Kind) -> None:
    if shape.kind is not kind:
        raise Malformed(
            f"{written(node)}: {shape} stands where a {kind} is expected", code=Check.KINDS_ALIKE
        )


def _check_comparable(node: Operation, left: Shape, right: Shape) -> None:
    if left.kind is right.kind is Kind.NUMBER:
        _common_unit(node, "compares", left, right)
        return
    if not _are_comparable(left, right):
        raise Malformed(f"{written(node)} compares {left} and {right}", code=Check.KINDS_ALIKE)
    if left.kind is right.kind is Kind.CHOICE:
        _check_choices(node, left, right)


def _check_choices(node: Operation, left: Shape, right: Shape) -> None:
    if node.sign not in ("=", "<>"):
        raise Malformed(
            f"{written(node)}: options are compared by = and <>", code=Check.KINDS_ALIKE
        )
    if not set(left.options) & set(right.options):
        raise Malformed(
            f"{written(node)}: {', '.join(right.options)} is none of {', '.join(left.options)}",
            code=Check.OPTION_KNOWN,
        )


def _are_comparable(left: Shape, right: Shape) -> bool:
    if Kind.TRUTH in (left.kind, right.kind):
        return False
    if left.kind is not right.kind:
        return {left.kind, right.kind} == {Kind.DAY, Kind.CHOICE} and _is_a_day(left, right)
    return left.kind is not Kind.NUMBER or left.unit.equals(right.unit) or right.is_nothing


def _is_a_day(*shapes: Shape) -> bool:
    words = [word for shape in shapes for word in shape.options]
    return len(words) == 1 and day_of(words[0]) is not None


def day_of(text: str) -> date | None:
    """Return the day that a text says as ``2013-01-01``, or None."""
    try:
        return date.fromisoformat(text) if len(text) == len("2013-01-01") else None
    except ValueError:
        return None


_SHAPES: Mapping[type[Node], Callable[[Any, Known], Shape]] = MappingProxyType(
    {
        Number: lambda node, _: Shape(is_nothing=node.value == 0),
        Name: lambda node, known: known.symbols[node.symbol],
        Word: lambda node, _: Shape(kind=Kind.CHOICE, options=(node.text,)),
        Operation: _operation,
        Denial: _denied,
        Case: _case,
        Lookup: _looked_up,
        Previous: _previous,
        Call: _call,
    }
)
