"""What stands behind a value that could not be worked: its formula, and the inputs it rests on."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from openjcm.methodology.definition import Definition, Formula
from openjcm.methodology.language.nodes import (
    Call,
    Lookup,
    Node,
    Operation,
    names_in,
    nodes_in,
)
from openjcm.methodology.working.faults import Unworkable

# The parts of a formula that a fault comes from; of any other it is the whole.
_PARTS: Mapping[str, Callable[[Node], Node | None]] = MappingProxyType(
    {
        Unworkable.DIVIDED_BY_ZERO: lambda node: (
            node.right if isinstance(node, Operation) and node.sign == "/" else None
        ),
        Unworkable.EXP_OF_NO_SENSE: lambda node: (
            node.arguments[0] if isinstance(node, Call) and node.function == "exp" else None
        ),
        Unworkable.OUTSIDE_THE_TABLE: lambda node: node.key if isinstance(node, Lookup) else None,
    }
)


def formula_behind(definition: Definition, label: str) -> Formula | None:
    """Return the formula of a result or of a value on its way: ``RE_1`` is of ``RE``.

    Args:
        definition: By which it was worked.
        label: As a step is called.
    """
    by_name = {each.gives: each for each in definition.formulas}
    return by_name.get(label) or by_name.get(label.rpartition("_")[0])


def inputs_behind(definition: Definition, code: str, label: str) -> tuple[str, ...]:
    """Return the parameters that a fault can come from, in the order of the definition.

    Args:
        definition: By which it was worked.
        code: What was wrong: of a division by zero only what is divided by counts.
        label: The step that has the fault.
    """
    formula = formula_behind(definition, label)
    if formula is None:
        return ()
    sought = _PARTS.get(code)
    found = map(sought, nodes_in(formula.tree)) if sought else ()
    parts = [part for part in found if part is not None]
    names = {name for part in parts or [formula.tree] for name in _names(definition, part, set())}
    return tuple(each.symbol for each in definition.parameters if each.symbol in names)


def _names(definition: Definition, tree: Node, seen: set[str]) -> Iterator[str]:
    """Yield every name of a tree, and those of the formulas that give them."""
    for name in names_in(tree):
        if name in seen:
            continue
        seen.add(name)
        yield name
        for each in definition.formulas:
            if each.gives == name:
                yield from _names(definition, each.tree, seen)
