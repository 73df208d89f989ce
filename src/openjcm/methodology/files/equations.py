"""The ``[[formula]]`` tables of a definition file: read, and their units checked.

What a formula comes out in is worked out from its parameters and compared with the unit it
promises, scale included: MWh times tCO2e/kWh is no tCO2e.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from openjcm.measure import Malformed, Unit, unit
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import (
    Criterion,
    Formula,
    Gathering,
    IndexSet,
    LookupTable,
    Parameter,
)
from openjcm.methodology.files.forms import FORMULA
from openjcm.methodology.files.parameters import (
    UNREADABLE,
    check_symbol,
    read_known,
    read_unit,
)
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.nodes import (
    Name,
    Node,
    Number,
    Previous,
    gatherings_in,
    names_in,
    nodes_in,
    refers_back,
    tables_in,
)
from openjcm.methodology.language.parser import parse
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import (
    Kind,
    Known,
    Shape,
    TableShape,
    along,
    gathered_over,
    shape_of,
)

FRAME = ("RE", "PE", "ER")
_NOTHING = Number(Decimal(0))
_REDUCTION_UNIT = "tCO2e"


@dataclass(slots=True)
class Given:
    """What formulas may name: grows with each formula that is read."""

    indexes: tuple[IndexSet, ...] = ()
    symbols: dict[str, Shape] = field(default_factory=dict)
    tables: dict[str, TableShape] = field(default_factory=dict)

    def known(self, own: str = "") -> Known:
        """Return it as the language takes it."""
        ordered = frozenset(each.name for each in self.indexes if each.ordered)
        return Known(self.symbols, self.tables, ordered, own)

    def says_nothing_of(self, tree: Node) -> bool:
        """Whether a part was not readable, so that the tree is not blamed for it."""
        names = (self.symbols.get(name, Shape(UNREADABLE)).unit for name in names_in(tree))
        shapes = [self.tables.get(name) for name in tables_in(tree)]
        units = [each for shape in shapes if shape for each in (shape.gives.unit, shape.key.unit)]
        return None in shapes or UNREADABLE in (*names, *units)


def given_by(
    parameters: Sequence[Parameter], tables: Sequence[LookupTable], indexes: tuple[IndexSet, ...]
) -> Given:
    """Return what formulas may name before the first of them."""
    return Given(
        indexes,
        {each.symbol: Shape(each.unit, each.sets, each.kind, each.options) for each in parameters},
        {
            each.symbol: TableShape(Shape(each.unit), Shape(each.key, (), each.kind, each.options))
            for each in tables
        },
    )


def read_formulas(table: Table, given: Given) -> tuple[Formula, ...]:
    """Read the formulas in the order of the file; faults go into the table's findings."""
    formulas: list[Formula] = []
    for row in table.rows("formula"):
        place = row.place.rpartition(": ")[0]
        named = replace(row, place=f"{place}: formula {row.entries.get('gives', '?')}")
        formula = _formula(named, given)
        given.symbols[formula.gives] = Shape(formula.unit, formula.sets)
        formulas.append(formula)
    _check_frame(table, formulas)
    return tuple(formulas)


def check_used(
    table: Table, given: Given, formulas: Sequence[Formula], criteria: Sequence[Criterion]
) -> None:
    """Note symbols and tables that nothing uses, unless a formula could not be read."""
    trees = [each.tree for each in formulas] + [each.tree for each in criteria if each.tree]
    if any(tree is _NOTHING for tree in trees):
        return
    used = {name for each in formulas for name in names_in(each.tree) if name != each.gives}
    used |= {name for each in criteria if each.tree for name in names_in(each.tree)}
    used |= {name for tree in trees for name in tables_in(tree)}
    for symbol in (*given.symbols, *given.tables):
        if symbol and symbol not in used and symbol not in FRAME:
            table.refuse(Check.SYMBOL_USED, f"'{symbol}' is used by no formula")


def read_tree(row: Table) -> Node:
    """Read the key ``is``; a zero of its own, which is told apart, where it is unreadable."""
    text = row.text("is")
    try:
        return parse(text) if text else _NOTHING
    except Malformed as error:
        row.refuse(Check.FORMULA_READABLE, error.message)
        return _NOTHING


def is_unread(tree: Node) -> bool:
    """Whether a tree stands for a text that could not be read, of which all is told already."""
    return tree is _NOTHING


def unknown_names(row: Table, tree: Node, given: Given, own: str = "") -> None:
    """Note every name of a tree that stands for nothing yet."""
    for name in dict.fromkeys(names_in(tree)):
        is_itself = name == own and Name(own) not in nodes_in(tree)
        if name not in given.symbols and not is_itself:
            row.refuse(
                Check.SYMBOL_KNOWN,
                f"'{name}' is neither a parameter nor given by an earlier formula",
            )
    for name in dict.fromkeys(tables_in(tree)):
        if name not in given.tables:
            row.refuse(Check.TABLE_KNOWN, f"there is no table '{name}'")


def _formula(row: Table, given: Given) -> Formula:
    row.only(*FORMULA)
    formula = Formula(
        gives=row.text("gives"),
        tree=read_tree(row),
        unit=read_unit(row),
        says=row.text("says"),
        known=read_known(row),
    )
    if formula.gives:
        check_symbol(row, formula.gives, {*given.symbols, *given.tables})
    unknown_names(row, formula.tree, given, formula.gives)
    around = given
    if refers_back(formula.tree, formula.gives) and formula.gives not in given.symbols:
        own = {formula.gives: Shape(formula.unit)}
        around = Given(given.indexes, given.symbols | own, given.tables)
    if around.says_nothing_of(formula.tree):
        return formula
    try:
        return _with_shape(row, formula, around)
    except Malformed as error:
        row.refuse(Check(error.code), error.message)
        return formula


def _with_shape(row: Table, formula: Formula, given: Given) -> Formula:
    own = formula.gives if refers_back(formula.tree, formula.gives) else ""
    known = given.known(own)
    computed = shape_of(formula.tree, known)
    # A series that goes back to itself runs over what its other parts run over.
    while own and set(computed.sets) != set(given.symbols[own].sets):
        given.symbols[own] = Shape(formula.unit, computed.sets)
        known.found.clear()
        computed = shape_of(formula.tree, known)
    if computed.kind is not Kind.NUMBER:
        raise Malformed(
            f"{formula.text} is {computed}; a formula gives a number", code=Check.KINDS_ALIKE
        )
    _check_promise(row, formula, computed)
    return replace(
        formula,
        sets=computed.sets,
        gatherings=_gatherings(formula, known),
        along=_along(formula, known, computed) if own else "",
        widest=_widest(formula.tree, known),
        printed=written(formula.tree),
    )


def _along(formula: Formula, known: Known, shape: Shape) -> str:
    back = [
        each
        for each in nodes_in(formula.tree)
        if isinstance(each, Previous) and each.symbol == formula.gives
    ]
    sets = list(dict.fromkeys(along(each, shape, known.ordered) for each in back))
    for call in gatherings_in(formula.tree):
        over = gathered_over(call, shape_of(call.arguments[0], known))
        if refers_back(call, formula.gives) and over in sets:
            raise Malformed(
                f"{written(call)} gathers over the {over} along which it goes back",
                code=Check.NO_CIRCLE,
            )
    if len(sets) > 1 or any(refers_back(each.first, formula.gives) for each in back):
        raise Malformed(
            f"{formula.text} goes back to itself along more than one way", code=Check.NO_CIRCLE
        )
    return sets[0]


def _check_promise(row: Table, formula: Formula, computed: Shape) -> None:
    # Nothing is nothing in every unit: "PE = 0" needs no zero with a unit.
    of, promised = computed.unit, formula.unit
    if computed.is_nothing or promised == UNREADABLE or of.equals(promised):
        return
    alike = of.dimensions == promised.dimensions
    scale = f", which is {of.factor / promised.factor} {promised}" if alike else ""
    row.refuse(
        Check.UNIT_AS_PROMISED,
        f"{formula.gives} = {formula.text} comes out in {of}{scale}; promised is {promised}",
    )


def _gatherings(formula: Formula, known: Known) -> tuple[Gathering, ...]:
    found = []
    for call in gatherings_in(formula.tree):
        inner = shape_of(call.arguments[0], known)
        # What goes back is worked place by place, and has no series of its own to show.
        if not refers_back(call, formula.gives):
            over, argument = gathered_over(call, inner), written(call.arguments[0])
            found.append(Gathering(call, inner.unit, over, inner.sets, written(call), argument))
    return tuple(found)


def _widest(tree: Node, known: Known) -> tuple[tuple[str, ...], ...]:
    shapes = (shape_of(each, known).sets for each in nodes_in(tree))
    return tuple(dict.fromkeys(sets for sets in shapes if sets))


def _check_frame(table: Table, formulas: list[Formula]) -> None:
    given = {each.gives: each for each in formulas}
    for symbol in FRAME:
        formula = given.get(symbol)
        if formula is None:
            table.refuse(Check.REDUCTION_GIVEN, f"no formula gives {symbol}")
        elif formula.sets or not _is_reduction_unit(formula.unit):
            table.refuse(
                Check.REDUCTION_GIVEN, f"{symbol} is one value in {_REDUCTION_UNIT}, not a series"
            )


def _is_reduction_unit(promised: Unit) -> bool:
    return promised == UNREADABLE or promised.equals(unit(_REDUCTION_UNIT))
