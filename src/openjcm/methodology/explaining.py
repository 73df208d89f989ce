"""How a calculation came to its results: every intermediate value, as a tree.

One tree for each formula, in the order of the document. Below a result stand the sums inside its
formula, below a sum what is added up, and below each the symbols it is made of. What an earlier
formula gave is named with its value, and opened only there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, localcontext
from enum import StrEnum
from types import MappingProxyType

from openjcm.measure import Basis
from openjcm.measure.basis import derived_from
from openjcm.methodology.definition import (
    Definition,
    Formula,
    LookupTable,
    Parameter,
    Role,
    Value,
)
from openjcm.methodology.language.nodes import (
    Call,
    Lookup,
    Name,
    Node,
    Previous,
    names_in,
    parts_of,
    refers_back,
    tables_in,
)
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.working.calculation import Calculation
from openjcm.methodology.working.evaluation import Scope, evaluated
from openjcm.methodology.working.inputs import Input, fixed_values
from openjcm.methodology.working.lookups import Ladder
from openjcm.methodology.working.series import Frame, Series, arithmetic
from openjcm.methodology.working.steps import Line, Step, StepKind

_NOTHING_GIVEN: Mapping[str, Basis] = MappingProxyType({})


class BranchKind(StrEnum):
    """What stands at a branch."""

    RESULT = "result"
    PART = "part"
    TERM = "term"
    EARLIER = "earlier"
    MONITORED = "monitored"
    FIXED = "fixed"
    LOOKED_UP = "looked-up"


@dataclass(frozen=True, slots=True)
class At:
    """One value, and at which place of its index sets; empty for the only one."""

    at: str
    value: Value


@dataclass(frozen=True, slots=True)
class Branch:
    """A value, or a series of them, and what it is made of.

    ``symbol`` of a part or term is numbered after the formula's own. ``formula`` is what was
    worked, as the language prints it; empty for what was given.
    """

    kind: BranchKind
    symbol: str
    formula: str
    unit: str
    values: tuple[At, ...]
    basis: Basis
    says: str = ""
    source: str = ""
    is_exact: bool = True
    branches: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The trees of all formulas; results are as firm as the weakest of what they are made of."""

    definition_id: str
    basis: Basis
    trees: tuple[Branch, ...]

    def bases(self, steps: Iterable[Step]) -> tuple[Basis, ...]:
        """Return how firm each step of the calculation is, as its branch says."""
        worked = {_key(each.kind, each.symbol, each.formula): each.basis for each in self._all()}
        return tuple(
            worked[_key(BranchKind(each.kind.value), each.symbol, each.formula)] for each in steps
        )

    def _all(self) -> Iterator[Branch]:
        waiting = list(self.trees)
        while waiting:
            branch = waiting.pop()
            yield branch
            waiting += branch.branches


def explain(
    definition: Definition,
    calculation: Calculation,
    evidence: Basis,
    given: Mapping[str, Basis] = _NOTHING_GIVEN,
) -> Explanation:
    """Lay a calculation open.

    Args:
        definition: What it was worked by.
        calculation: What was worked.
        evidence: How firm the values are that were given.
        given: How firm those are of which more is known, by symbol.
    """
    open_ = _Opened(definition, calculation, evidence, given)
    trees = tuple(open_.tree(formula) for formula in definition.formulas)
    basis = basis_of(definition, derived_from(evidence, *given.values()))
    return Explanation(definition.id, basis, trees)


def basis_of(definition: Definition, evidence: Basis) -> Basis:
    """Return how firm the results of a definition are for values of this evidence."""
    formulas = (each.known.evidence for each in definition.formulas)
    return derived_from(definition.evidence, *formulas, evidence)


class _Opened:
    """A calculation by its symbols, and the trees that are done."""

    def __init__(
        self,
        definition: Definition,
        calculation: Calculation,
        evidence: Basis,
        given: Mapping[str, Basis],
    ) -> None:
        self.definition = definition
        self._evidence = evidence
        self._given = given
        self._members = calculation.members
        self._inputs = {each.parameter.symbol: each for each in calculation.inputs}
        self._tables = {each.symbol: each for each in calculation.tables}
        self._results: dict[str, tuple[Branch, Series]] = {}
        self._lines: dict[str, list[Line]] = {}
        on_the_way: list[Line] = []
        for line in calculation.lines:
            on_the_way.append(line)
            if line.kind is StepKind.RESULT:
                self._lines[line.symbol], on_the_way = on_the_way, []

    def tree(self, formula: Formula) -> Branch:
        """Return the tree of a formula, and remember what it gave."""
        line = self._lines[formula.gives][-1]
        branches = tuple(_Below(self, formula).of(formula.tree))
        known = (self.definition.evidence, formula.known.evidence)
        worked = self.worked(BranchKind.RESULT, [line], branches, formula.tree)
        tree = replace(
            worked,
            basis=derived_from(*known, worked.basis),
            says=" ".join(formula.says.split()),
            source=formula.known.source,
        )
        self._results[formula.gives] = tree, Series(line.values, line.sets, line.uncertainty)
        return tree

    def lines(self, gives: str, kind: StepKind, text: str) -> list[Line]:
        """Return what a formula worked on its way: one line, or one for each place it went back."""
        return [each for each in self._lines[gives] if (each.kind, each.formula) == (kind, text)]

    def worked(
        self, kind: BranchKind, lines: Sequence[Line], branches: tuple[Branch, ...], tree: Node
    ) -> Branch:
        """Return the branch of what was worked, as firm as the weakest that its tree names."""
        first = lines[0]
        return Branch(
            kind=kind,
            symbol=first.symbol,
            formula=first.formula,
            unit=first.unit,
            values=tuple(at for line in lines for at in self._places(line.values, line.sets)),
            basis=derived_from(*self._bases_in(tree)),
            is_exact=all(line.is_exact for line in lines),
            branches=branches,
        )

    def named(self, symbol: str) -> Branch:
        """Return the branch of a symbol: given, or given by an earlier formula."""
        if symbol in self._results:
            return replace(self._results[symbol][0], kind=BranchKind.EARLIER, branches=())
        given = self._inputs[symbol]
        parameter = given.parameter
        return Branch(
            kind=_KINDS.get(parameter.role, BranchKind.FIXED),
            symbol=symbol,
            formula="",
            unit=_unit(parameter),
            values=self._places(given.values, parameter.sets),
            basis=self._basis(symbol),
            says=" ".join(parameter.says.split()),
            source=parameter.known.source,
        )

    def looked_up(self, node: Lookup, below: tuple[Branch, ...]) -> Branch:
        """Return what a table said, with the table's own evidence."""
        table = self._tables[node.table]
        with localcontext(arithmetic()) as context:
            scope = self._scope(context)
            found, keys = evaluated(node, scope), evaluated(node.key, scope)
        is_bundled = self._is_bundled(table, keys)
        return Branch(
            kind=BranchKind.LOOKED_UP,
            symbol=table.symbol,
            formula=written(node),
            unit=table.unit.text,
            values=self._places(tuple(found.values), found.sets),
            basis=self._basis_of_table(table, keys),
            says=" ".join(table.says.split()),
            source=" ".join(table.known.source.split()) if is_bundled else "",
            branches=below,
        )

    def _bases_in(self, tree: Node) -> Iterator[Basis]:
        # What a formula gives at the place before it names too, and is no weaker for it.
        for symbol in names_in(tree):
            if symbol in self._results or symbol in self._inputs:
                yield self._basis(symbol)
        for name in tables_in(tree):
            yield self._basis_of_table(self._tables[name])

    def _basis(self, symbol: str) -> Basis:
        if symbol in self._results:
            return self._results[symbol][0].basis
        given = self._inputs[symbol]
        # What the methodology itself says is as firm as its document.
        known = given.parameter.known.evidence
        return self._given.get(symbol, self._evidence) if _is_given(given) else known

    def _basis_of_table(self, table: LookupTable, keys: Series | None = None) -> Basis:
        if self._is_bundled(table, keys):
            return table.known.evidence
        return self._given.get(table.symbol, self._evidence)

    def _is_bundled(self, table: LookupTable, keys: Series | None = None) -> bool:
        """Whether what was looked up stands in the definition, and in no row of the project."""
        (said,) = (each for each in self.definition.tables if each.symbol == table.symbol)
        own = set(table.rows) - set(said.rows)
        if table.kind is Kind.CHOICE and keys is not None:
            return {row.option for row in own}.isdisjoint(keys.values)
        return not own

    def _scope(self, context: Context) -> Scope:
        given = {
            symbol: Series(each.values, each.parameter.sets)
            for symbol, each in self._inputs.items()
        }
        return Scope(
            Frame(self._members.sizes, context),
            given | {symbol: series for symbol, (_, series) in self._results.items()},
            {symbol: Ladder(table) for symbol, table in self._tables.items()},
        )

    def _places(self, values: Sequence[Value], sets: tuple[str, ...]) -> tuple[At, ...]:
        at = (self._members.place(sets, n) if sets else "" for n in range(1, len(values) + 1))
        return tuple(map(At, at, values))


class _Below:
    """Walks one formula in the order of its text, and names each symbol once."""

    def __init__(self, opened: _Opened, formula: Formula) -> None:
        self._opened = opened
        self._formula = formula
        self._gatherings = {id(each.tree): each for each in formula.gatherings}
        self._named = {formula.gives}

    def of(self, node: Node) -> Iterator[Branch]:
        """Yield the branches below a node."""
        if isinstance(node, Name) and node.symbol not in self._named:
            self._named.add(node.symbol)
            yield self._opened.named(node.symbol)
        elif isinstance(node, Lookup) and not refers_back(node, self._formula.gives):
            yield self._opened.looked_up(node, tuple(self.of(node.key)))
        elif isinstance(node, Call) and node.gathers:
            yield from self._gathered(node)
        else:
            if isinstance(node, Previous) and node.symbol not in self._named:
                yield from self.of(Name(node.symbol))
            for part in parts_of(node):
                yield from self.of(part)

    def _gathered(self, node: Call) -> Iterator[Branch]:
        """Yield the part with what is added up below it; what could not be worked has no branch."""
        gathering, gives = self._gatherings[id(node)], self._formula.gives
        below = tuple(self.of(node.arguments[0]))
        terms = self._opened.lines(gives, StepKind.TERM, gathering.inner)
        if terms:
            inner = node.arguments[0]
            below = (self._opened.worked(BranchKind.TERM, terms, below, inner),)
        parts = self._opened.lines(gives, StepKind.PART, gathering.text)
        if parts:
            below = (self._opened.worked(BranchKind.PART, parts, below, node),)
        yield from below


def _unit(parameter: Parameter) -> str:
    return parameter.unit.text if parameter.kind is Kind.NUMBER else ""


def _key(kind: BranchKind, symbol: str, formula: str) -> tuple[BranchKind, str]:
    # On the way the text says all; what results has evidence of its own.
    return kind, symbol if kind is BranchKind.RESULT else formula


def _is_given(given: Input) -> bool:
    parameter = given.parameter
    return parameter.is_required or given.values != fixed_values(parameter)


_KINDS: Mapping[Role, BranchKind] = MappingProxyType({Role.MONITORED: BranchKind.MONITORED})
