"""A tree worked over whole series."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

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
    refers_back,
)
from openjcm.methodology.language.shapes import sets_joined
from openjcm.methodology.working.faults import is_fault
from openjcm.methodology.working.lookups import Ladder, looked_up
from openjcm.methodology.working.series import (
    Frame,
    Series,
    added_up,
    bound,
    chosen,
    greatest,
    groups_along,
    joined,
    rounding_of,
)

EXP_MAX = 1000
"""What `exp` is taken of, and an exponent that is no whole number."""
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "<": operator.lt,
        "<=": operator.le,
        "=": operator.eq,
        "<>": operator.ne,
        ">=": operator.ge,
        ">": operator.gt,
    }
)
Watch = Callable[[Call, Series, Series], None]


def _unwatched(_call: Call, _inner: Series, _result: Series) -> None:
    """Look away."""


@dataclass(slots=True)
class Scope:
    """What a tree is worked with: series by symbol, tables, and who watches gatherings.

    ``done`` holds what is worked already, by the identity of its node.
    """

    frame: Frame
    symbols: dict[str, Series]
    tables: Mapping[str, Ladder]
    ordered: frozenset[str] = frozenset()
    watch: Watch = _unwatched
    done: dict[int, Series] = field(default_factory=dict)


def evaluated(node: Node, scope: Scope) -> Series:
    """Work a tree at every place of its index sets."""
    if scope.done and id(node) in scope.done:
        return scope.done[id(node)]
    return _EVALUATED[type(node)](node, scope)


def evaluated_back(tree: Node, gives: str, along: str, scope: Scope) -> Series:
    """Work a formula that goes back to its own values, place after place along an ordered set.

    What does not go back is worked once and whole; the rest once for each place.
    """
    frame, size = scope.frame, scope.frame.sizes[along]
    ready = {
        id(node): _slices(frame, evaluated(node, scope), along) for node in _ready(tree, gives)
    }
    back = [n for n in nodes_in(tree) if isinstance(n, Previous) and n.symbol == gives]
    firsts = {id(node): evaluated(node.first, scope) for node in back}
    slices: list[Series] = []
    for place in range(size):
        done = {key: each[place] for key, each in ready.items()}
        for key, first in firsts.items():
            done[key] = slices[-1] if slices else _slices(frame, first, along)[0]
        around = Scope(frame, scope.symbols, scope.tables, scope.ordered, done=done)
        slices.append(evaluated(tree, around))
    sets = max((each.sets for each in slices), key=len)
    columns = [frame.spread(each, sets) for each in slices]
    values = [value for column in columns for value in column]
    return Series(values, (along, *sets), max(each.error for each in slices))


def laid(frame: Frame, series: Series, sets: tuple[str, ...]) -> Series:
    """Return a series with its index sets in the order of ``sets``."""
    return series if series.sets == sets else Series(frame.spread(series, sets), sets, series.error)


def _ready(tree: Node, gives: str) -> list[Node]:
    """Return the largest parts of a tree that do not go back."""
    if not refers_back(tree, gives):
        return [tree]
    if isinstance(tree, Previous):
        return []
    return [node for part in parts_of(tree) for node in _ready(part, gives)]


def _slices(frame: Frame, series: Series, along: str) -> list[Series]:
    """Return what a series is at each place along an ordered set."""
    size = frame.sizes[along]
    if along not in series.sets:
        return [series] * size
    left, groups = groups_along(frame, series, along)
    return [Series([group[at] for group in groups], left, series.error) for at in range(size)]


def _denied(node: Denial, scope: Scope) -> Series:
    part = evaluated(node.part, scope)
    return Series([each if is_fault(each) else not each for each in part.values], part.sets)


def _looked_up(node: Lookup, scope: Scope) -> Series:
    return looked_up(scope.frame, scope.tables[node.table], evaluated(node.key, scope))


def _operation(node: Operation, scope: Scope) -> Series:
    left, right = evaluated(node.left, scope), evaluated(node.right, scope)
    if node.sign == "^":
        return _raised(node, left, right, scope.frame)
    if node.sign in COMPARISONS:
        return _compared(node.sign, left, right, scope.frame)
    if node.sign in ("and", "or"):
        return _reasoned(node.sign, left, right, scope.frame)
    return joined(scope.frame, node.sign, left, right)


def _compared(sign: str, left: Series, right: Series, frame: Frame) -> Series:
    sets = sets_joined(left.sets, right.sets)
    a, b = frame.spread(left, sets), frame.spread(right, sets)
    error = bound("+", left.error, right.error)
    compare = _COMPARE[sign]
    if not error and not frame.faults and {*map(type, a)} == {*map(type, b)} == {Decimal}:
        return Series(list(map(compare, a, b)), sets)

    def one(x: Any, y: Any) -> Any:  # noqa: ANN401 - numbers, options or days
        if type(x) is not type(y):
            x, y = _day(x), _day(y)
        if error and abs(x - y) <= error:
            return frame.faults.note(
                "too-close-to-tell",
                "cannot be told: what it compares is alike to all of fifty digits",
            )
        return compare(x, y)

    return Series([frame.one(one, x, y) for x, y in zip(a, b, strict=True)], sets)


def _day(value: Any) -> Any:  # noqa: ANN401 - a day, or its text
    return date.fromisoformat(value) if isinstance(value, str) else value


def _reasoned(word: str, left: Series, right: Series, frame: Frame) -> Series:
    sets = sets_joined(left.sets, right.sets)
    decides = word == "or"
    pairs = zip(frame.spread(left, sets), frame.spread(right, sets), strict=True)
    # What decides alone decides, even beside a fault: B > 0 and A / B > 2.
    return Series(
        [
            decides
            if decides in (_truth(x), _truth(y))
            else next((each for each in (x, y) if is_fault(each)), not decides)
            for x, y in pairs
        ],
        sets,
    )


def _truth(value: Any) -> bool | None:  # noqa: ANN401 - a truth, or a fault
    return None if is_fault(value) else bool(value)


def _raised(node: Operation, left: Series, right: Series, frame: Frame) -> Series:
    exponent = node.right.value if isinstance(node.right, Number) else None
    if exponent is not None and exponent == exponent.to_integral_value():
        return _multiplied(left, int(exponent), frame)
    sets = sets_joined(left.sets, right.sets)
    a, b = frame.spread(left, sets), frame.spread(right, sets)

    def one(x: Decimal, y: Decimal) -> Decimal:
        if x <= 0 or abs(y) > EXP_MAX:
            return frame.faults.note(
                "power-of-no-sense",
                f"raises what is not above zero, or to more than {EXP_MAX}",
            )
        return x**y

    values, is_rounded = frame.worked(lambda x, y: frame.one(one, x, y), a, b)
    error = _error_of_power(left, right, values)
    if error is None:
        return Series([_unsure(frame)] * len(values), sets)
    return Series(
        values, sets, bound("+", error, _twice(rounding_of(values, is_rounded=is_rounded)))
    )


def _multiplied(base: Series, exponent: int, frame: Frame) -> Series:
    result = Series([frame.number(Decimal(1))] * len(base.values), base.sets)
    for bit in f"{exponent:b}":
        result = joined(frame, "*", result, result)
        if bit == "1":
            result = joined(frame, "*", result, base)
    return result


def _error_of_power(left: Series, right: Series, values: list[Any]) -> Decimal | None:
    if not left.error and not right.error:
        return Decimal(0)
    sizes = [each for each in left.values if not is_fault(each) and each > 0]
    least = min(sizes, default=Decimal(1))
    if least <= 2 * left.error:
        return None
    # d(a^b) is a^b (b da/a + ln(a) db); doubled, which covers all that is of higher order.
    logarithm = max(abs(least.ln()), abs(max(sizes, default=Decimal(1)).ln()))
    relative = bound("/", bound("*", greatest(right.values), 2 * left.error), least)
    relative = bound("+", relative, bound("*", logarithm, right.error))
    return _scaled(values, relative)


def _exp(argument: Series, frame: Frame) -> Series:
    def one(x: Decimal) -> Decimal:
        if abs(x) > EXP_MAX:
            return frame.faults.note("exp-of-no-sense", f"takes exp of more than {EXP_MAX}")
        return x.exp()

    values, is_rounded = frame.worked(lambda x: frame.one(one, x), argument.values)
    error = _scaled(values, argument.error)
    if error is None:
        return Series([_unsure(frame)] * len(values), argument.sets)
    rounded = rounding_of(values, is_rounded=is_rounded)
    return Series(values, argument.sets, bound("+", error, rounded))


def _scaled(values: list[Any], relative: Decimal) -> Decimal | None:
    """Return the error of values that are wrong by this part of them; None when it is large."""
    return bound("*", greatest(values), _twice(relative)) if relative < Decimal("0.1") else None


def _twice(error: Decimal) -> Decimal:
    return bound("*", Decimal(2), error)


def _unsure(frame: Frame) -> Decimal:
    return frame.faults.note("too-close-to-tell", "cannot be told in fifty digits")


def _call(node: Call, scope: Scope) -> Series:
    frame = scope.frame
    if not node.gathers:
        parts = [evaluated(each, scope) for each in node.arguments]
        if node.function == "exp":
            return _exp(parts[0], frame)
        return chosen(frame, min if node.function == "min" else max, parts)
    inner = evaluated(node.arguments[0], scope)
    result = _gathered(node, inner, frame)
    scope.watch(node, inner, result)
    return result


def _gathered(node: Call, inner: Series, frame: Frame) -> Series:
    over = node.over or inner.sets[0]
    if node.function in ("sum", "mean"):
        total = added_up(frame, inner, over)
        if node.function == "sum":
            return total
        return joined(frame, "/", total, Series((frame.number(Decimal(frame.sizes[over])),)))
    left, groups = groups_along(frame, inner, over)
    pick: Callable[..., Any] = min if node.function == "min" else max
    values = [
        next((each for each in group if is_fault(each)), None) if frame.faults else None
        for group in groups
    ]
    found = [
        pick(group) if mark is None else mark for mark, group in zip(values, groups, strict=True)
    ]
    return Series(found, left, inner.error)


def _case(node: Case, scope: Scope) -> Series:
    frame = scope.frame
    whens = [evaluated(when, scope) for when, _ in node.branches]
    thens = [evaluated(then, scope) for _, then in node.branches]
    otherwise = evaluated(node.otherwise, scope)
    pairs = [each.sets for pair in zip(whens, thens, strict=True) for each in pair]
    sets = sets_joined(*pairs, otherwise.sets)
    values = frame.spread(otherwise, sets)
    # From the last branch to the first, so that the first that holds has the last word.
    for when, then in zip(reversed(whens), reversed(thens), strict=True):
        rows = zip(frame.spread(when, sets), frame.spread(then, sets), values, strict=True)
        values = [w if is_fault(w) else t if w else o for w, t, o in rows]
    return Series(values, sets, max(each.error for each in (*thens, otherwise)))


def _previous(node: Previous, scope: Scope) -> Series:
    frame = scope.frame
    behind, first = scope.symbols[node.symbol], evaluated(node.first, scope)
    over = node.over or next(each for each in behind.sets if each in scope.ordered)
    sets = sets_joined(behind.sets, first.sets)
    at = sets.index(over)
    inner = frame.places(sets[at + 1 :])
    block = inner * frame.sizes[over]
    values, firsts = frame.spread(behind, sets), frame.spread(first, sets)
    moved = [
        value
        for start in range(0, len(values), block)
        for value in (*firsts[start : start + inner], *values[start : start + block - inner])
    ]
    return Series(moved, sets, max(behind.error, first.error))


_EVALUATED: Mapping[type[Node], Callable[[Any, Scope], Series]] = MappingProxyType(
    {
        Number: lambda node, scope: Series((scope.frame.number(node.value),)),
        Name: lambda node, scope: scope.symbols[node.symbol],
        Word: lambda node, _: Series((node.text,)),
        Operation: _operation,
        Denial: _denied,
        Case: _case,
        Lookup: _looked_up,
        Previous: _previous,
        Call: _call,
    }
)
