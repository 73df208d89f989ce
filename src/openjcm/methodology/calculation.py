"""One set of values worked through a definition, every intermediate kept.

Decimals of at most fifty significant digits, and each step says whether that was enough: a
division such as 1/3 needs more. Nothing rounds to tonnes here.
"""

import operator
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, localcontext
from enum import StrEnum
from types import MappingProxyType

from openjcm.measure import Finding, Malformed, NotFound, Unit
from openjcm.methodology.definition import Definition, Formula, Gathering
from openjcm.methodology.inputs import Input, Values, check_values, implausible
from openjcm.methodology.nodes import (
    Name,
    Node,
    Number,
    Operation,
    names_in,
    ungathered_names_in,
    written,
)

DIGITS = 50
_CONTEXT = Context(prec=DIGITS, traps=[DivisionByZero, InvalidOperation])
_JOIN: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
)
_GATHER: Mapping[str, Callable[[Sequence[Decimal]], Decimal]] = MappingProxyType(
    {"sum": lambda values: sum(values, Decimal(0)), "min": min, "max": max}
)


class StepKind(StrEnum):
    """Where in a formula a step stands."""

    TERM = "term"
    PART = "part"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way, in full precision.

    A *term* is one element of a sum (``per`` and ``item``, counted from 1, say which), a *part*
    the sum itself inside a larger formula, a *result* the value of the formula. ``symbol`` of a
    result is what the formula gives; the others, which the document does not name, are numbered
    after it in their order: ``RE_1``, ``RE_2``. ``is_exact`` is false when fifty digits were not
    enough here or before.
    """

    symbol: str
    value: Decimal
    unit: str
    formula: str
    kind: StepKind = StepKind.RESULT
    per: str = ""
    item: int = 0
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Calculation:
    """What went in, every step in the order of the document, and what looked implausible."""

    definition_id: str
    definition_sha256: str
    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    warnings: tuple[Finding, ...]

    def value(self, symbol: str) -> Decimal:
        """Return what the formula of ``symbol`` gave.

        Raises:
            NotFound: no formula gives this symbol as one value.
        """
        for step in self.steps:
            if step.symbol == symbol and step.kind is StepKind.RESULT and not step.per:
                return step.value
        raise NotFound(
            f"no formula of {self.definition_id} gives '{symbol}' as one value",
            code="symbol-not-found",
            about=symbol,
        )

    @property
    def is_exact(self) -> bool:
        """Whether no step needed more than fifty digits."""
        return all(step.is_exact for step in self.steps)


@dataclass(frozen=True, slots=True)
class _Series:
    values: tuple[Decimal, ...]
    per: str
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class _Line:
    symbol: str
    tree: Node
    unit: Unit
    kind: StepKind
    per: str = ""


def work(definition: Definition, values: Values) -> Calculation:
    """Work one set of values, such as those of one vintage, through a definition.

    Args:
        definition: What to work by.
        values: For each required parameter one decimal, or a list of one for each member of its
            index set in the order of the monitoring plan; in the unit the definition declares.

    Raises:
        Malformed: values are missing, unknown or wrong (every finding is carried), or a formula
            divides by zero.
    """
    inputs = check_values(definition, values)
    scope = {each.parameter.symbol: _Series(each.values, each.parameter.per) for each in inputs}
    steps: list[Step] = []
    taken = {each.symbol for each in definition.parameters}
    taken |= {formula.gives for formula in definition.formulas}
    for formula in definition.formulas:
        made = list(_steps(formula, scope, _labels(formula.gives, taken)))
        results = [step for step in made if step.kind is StepKind.RESULT]
        scope[formula.gives] = _Series(
            tuple(step.value for step in results),
            formula.per,
            all(step.is_exact for step in results),
        )
        steps.extend(made)
    return Calculation(
        definition_id=definition.id,
        definition_sha256=definition.sha256,
        inputs=inputs,
        steps=tuple(steps),
        warnings=tuple(implausible(inputs)),
    )


def _steps(formula: Formula, scope: Mapping[str, _Series], labels: Iterator[str]) -> Iterator[Step]:
    for gathering in formula.gatherings:
        yield from _gathering_steps(formula, gathering, scope, labels)
    line = _Line(formula.gives, formula.tree, formula.unit, StepKind.RESULT, formula.per)
    yield from _line_steps(line, scope)


def _labels(gives: str, taken: Collection[str]) -> Iterator[str]:
    """Yield names for what a formula works out on the way; none is a symbol of the document."""
    number = 0
    while True:
        number += 1
        label = f"{gives}_{number}"
        if label not in taken:
            yield label


def _gathering_steps(
    formula: Formula, gathering: Gathering, scope: Mapping[str, _Series], labels: Iterator[str]
) -> Iterator[Step]:
    inner = gathering.tree.arguments[0]
    # A bare name was shown already, as an input or as the result of an earlier formula.
    if not isinstance(inner, Name):
        line = _Line(next(labels), inner, gathering.unit, StepKind.TERM, gathering.per)
        yield from _line_steps(line, scope)
    if gathering.tree != formula.tree:
        line = _Line(next(labels), gathering.tree, gathering.unit, StepKind.PART)
        yield from _line_steps(line, scope)


def _line_steps(line: _Line, scope: Mapping[str, _Series]) -> Iterator[Step]:
    behind_is_exact = all(scope[name].is_exact for name in names_in(line.tree))
    for item in range(_size(line.per, scope) if line.per else 1):
        value, is_exact = _worked(line, scope, item)
        yield Step(
            symbol=line.symbol,
            value=value,
            unit=line.unit.text,
            formula=written(line.tree),
            kind=line.kind,
            per=line.per,
            item=item + 1 if line.per else 0,
            is_exact=is_exact and behind_is_exact,
        )


def _worked(line: _Line, scope: Mapping[str, _Series], item: int) -> tuple[Decimal, bool]:
    with localcontext(_CONTEXT) as context:
        try:
            value = _value_at(line.tree, scope, item)
        # Zero by zero is an invalid operation, anything else by zero a division by zero.
        except (DivisionByZero, InvalidOperation):
            at = f", {line.per} {item + 1}" if line.per else ""
            raise Malformed(
                f"{line.symbol}{at}: {written(line.tree)} divides by zero",
                code="divided-by-zero",
                about=line.symbol,
            ) from None
        return value, not context.flags[Inexact]


def _value_at(node: Node, scope: Mapping[str, _Series], item: int) -> Decimal:
    """Work a tree at one place of its index set; one value is the same at every place."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        series = scope[node.symbol]
        return series.values[item if series.per else 0]
    if isinstance(node, Operation):
        left = _value_at(node.left, scope, item)
        return _JOIN[node.sign](left, _value_at(node.right, scope, item))
    if not node.gathers:
        return _GATHER[node.function]([_value_at(each, scope, item) for each in node.arguments])
    inner = node.arguments[0]
    size = _size(_index_of(inner, scope), scope)
    return _GATHER[node.function]([_value_at(inner, scope, place) for place in range(size)])


def _index_of(node: Node, scope: Mapping[str, _Series]) -> str:
    return next(scope[name].per for name in ungathered_names_in(node) if scope[name].per)


def _size(per: str, scope: Mapping[str, _Series]) -> int:
    return next(len(series.values) for series in scope.values() if series.per == per)
