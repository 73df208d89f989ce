"""The rows of a calculation sheet, in the order of the document, and where each value stands.

The rows are those of the engine's own steps, by the same symbols, so that the two can be compared
row by row. Rows without a symbol only bring a series into the order in which it is gathered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from openjcm.methodology import Definition, Formula, StepKind
from openjcm.methodology.language.nodes import Call, Name, Node, gatherings_in, names_in
from openjcm.methodology.language.printing import written
from openjcm.papers.workbooks.order import Order
from openjcm.papers.workbooks.sheets.expressions import Names

_FRAME = ("RE", "PE", "ER")


@dataclass(frozen=True, slots=True)
class Series:
    """An expression with a row for each place; ``symbol`` is blank where it is a help to gather.

    ``is_itself``: the tree is a gathering that is done here, rather than taken from another row.
    """

    symbol: str
    kind: StepKind
    tree: Node
    sets: tuple[str, ...]
    unit: str
    formula: Formula
    is_itself: bool = False

    @property
    def text(self) -> str:
        """The expression as the language prints it."""
        return written(self.tree)


@dataclass(frozen=True, slots=True)
class Sections:
    """The series of each part of a calculation sheet, each part in the order of the document."""

    reductions: tuple[Series, ...]
    reference: tuple[Series, ...]
    project: tuple[Series, ...]


@dataclass(slots=True)
class Gathered:
    """Which series hold what gatherings take and give, by the identity of the call."""

    inner: dict[int, Series] = field(default_factory=dict)
    result: dict[int, Series] = field(default_factory=dict)


def names_of(definition: Definition) -> Names:
    """Return what formulas of cells have to know of symbols."""
    parameters = definition.parameters
    return Names(
        {each.symbol: each.sets for each in parameters}
        | {each.gives: each.sets for each in definition.formulas},
        {each.symbol: each.kind for each in parameters},
        frozenset(each.name for each in definition.indexes if each.ordered),
    )


def sections_of(order: Order, gathered: Gathered) -> Sections:
    """Return the series of each section; what gatherings need is noted in ``gathered``."""
    definition = order.definition
    names = names_of(definition)
    taken = {each.symbol for each in definition.parameters}
    taken |= {each.gives for each in definition.formulas}
    of_reference = _needed(definition, "RE")
    of_project = _needed(definition, "PE") - of_reference
    parts: dict[str, list[Series]] = {"ER": [], "RE": [], "PE": []}
    for formula in definition.formulas:
        part = "PE" if formula.gives in of_project else "RE"
        part = "ER" if formula.gives == "ER" else part
        parts[part].extend(_series_of(formula, names, taken, gathered))
    return Sections(tuple(parts["ER"]), tuple(parts["RE"]), tuple(parts["PE"]))


def _series_of(
    formula: Formula, names: Names, taken: set[str], gathered: Gathered
) -> Iterator[Series]:
    labels = _labels(formula.gives, taken)
    shown = {id(each.tree): each for each in formula.gatherings}
    for call in gatherings_in(formula.tree):
        inner, over = call.arguments[0], names.over(call)
        sets = (*(each for each in names.sets_of(inner) if each != over), over)
        known, is_bare = shown.get(id(call)), isinstance(inner, Name)
        if not is_bare or sets != names.sets_of(inner):
            unit = known.unit.text if known else ""
            label = next(labels) if known and not is_bare else ""
            term = Series(label, StepKind.TERM, inner, sets, unit, formula)
            gathered.inner[id(call)] = term
            yield term
        if known and call is not formula.tree:
            left = names.sets_of(call)
            part = Series(
                next(labels), StepKind.PART, call, left, known.unit.text, formula, is_itself=True
            )
            gathered.result[id(call)] = part
            yield part
    yield Series(
        formula.gives,
        StepKind.RESULT,
        formula.tree,
        formula.sets,
        formula.unit.text,
        formula,
        is_itself=isinstance(formula.tree, Call) and formula.tree.gathers,
    )


def _labels(gives: str, taken: set[str]) -> Iterator[str]:
    return (label for number in count(1) if (label := f"{gives}_{number}") not in taken)


def _needed(definition: Definition, symbol: str) -> set[str]:
    """Return every formula that a result needs, itself among them."""
    formulas: Mapping[str, Formula] = {each.gives: each for each in definition.formulas}
    found: set[str] = set()
    left = [symbol]
    while left:
        name = left.pop()
        if name in formulas and name not in found:
            found.add(name)
            left.extend(names_in(formulas[name].tree))
    return found
