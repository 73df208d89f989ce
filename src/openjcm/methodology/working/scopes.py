"""What formulas are worked with, and the same once more in fractions where digits do not decide."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction

from openjcm.methodology.definition import Definition
from openjcm.methodology.language.nodes import Call, Node, Number, Operation, nodes_in
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.working.evaluation import Scope, evaluated, evaluated_back, laid
from openjcm.methodology.working.inputs import Checked, Input
from openjcm.methodology.working.lookups import Ladder
from openjcm.methodology.working.series import Frame, Series, TooLong, arithmetic

FRACTIONS_MAX = 2000
"""Values of a calculation that is worked in fractions too."""


def scope_of(definition: Definition, checked: Checked, frame: Frame) -> Scope:
    """Return what the first formula is worked with."""
    return Scope(
        frame,
        {each.parameter.symbol: _series_of(each, checked, frame) for each in checked.inputs},
        {each.symbol: Ladder(each) for each in checked.tables},
        frozenset(each.name for each in definition.indexes if each.ordered),
    )


def exact_results(definition: Definition, checked: Checked) -> Mapping[str, Fraction]:
    """Return what each formula of one value gives, as fractions; nothing where they do not do.

    They do not for ``exp`` and roots, for very many values, and when they grow too long.
    """
    trees = [formula.tree for formula in definition.formulas]
    if any(map(_is_irrational, trees)) or _count(checked) > FRACTIONS_MAX:
        return {}
    with localcontext(arithmetic()) as context:
        frame = Frame(checked.members.sizes, context, in_fractions=True)
        try:
            return _worked(definition, scope_of(definition, checked, frame))
        except TooLong:
            return {}


def _worked(definition: Definition, scope: Scope) -> Mapping[str, Fraction]:
    results: dict[str, Fraction] = {}
    for formula in definition.formulas:
        if formula.along:
            series = evaluated_back(formula.tree, formula.gives, formula.along, scope)
        else:
            series = evaluated(formula.tree, scope)
        scope.symbols[formula.gives] = laid(scope.frame, series, formula.sets)
        value = series.values[0]
        if not formula.sets and isinstance(value, Fraction):
            results[formula.gives] = value
    return results


def _is_irrational(tree: Node) -> bool:
    return any(
        (isinstance(node, Call) and node.function == "exp")
        or (isinstance(node, Operation) and node.sign == "^" and not _is_whole(node.right))
        for node in nodes_in(tree)
    )


def _is_whole(node: Node) -> bool:
    return isinstance(node, Number) and node.value == node.value.to_integral_value()


def _count(checked: Checked) -> int:
    return sum(len(each.values) for each in checked.inputs)


def _series_of(given: Input, checked: Checked, frame: Frame) -> Series:
    sets = given.parameter.sets
    if frame.in_fractions and given.parameter.kind is Kind.NUMBER:
        return Series([Fraction(each) for each in given.values if isinstance(each, Decimal)], sets)
    ends = checked.ends.get(given.parameter.symbol)
    if ends is None:
        return Series(given.values, sets)
    least, most = ends
    size = max(least.copy_abs(), most.copy_abs())
    return Series(given.values, sets, size=size, least=least if least > 0 else None)
