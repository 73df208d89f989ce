"""The ``[[formula]]`` tables of a definition file: read, and their units checked.

What a formula comes out in is worked out from its parameters and compared with the unit it
promises, scale included: MWh times tCO2e/kWh is no tCO2e.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from openjcm.measure import Malformed, Unit, unit
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Formula, Gathering, Parameter
from openjcm.methodology.nodes import Node, Number, gatherings_in, names_in
from openjcm.methodology.parameters import (
    KNOWN_KEYS,
    UNREADABLE,
    check_symbol,
    read_known,
    read_unit,
)
from openjcm.methodology.parser import parse
from openjcm.methodology.shapes import Shape, shape_of
from openjcm.methodology.tables import Table

_NOTHING = Number(Decimal(0))
_FRAME = ("RE", "PE", "ER")
_REDUCTION_UNIT = "tCO2e"


def read_formulas(table: Table, parameters: Sequence[Parameter]) -> tuple[Formula, ...]:
    """Read the formulas in the order of the file; faults go into the table's findings."""
    symbols = {each.symbol: Shape(each.unit, each.per) for each in parameters}
    formulas: list[Formula] = []
    all_readable = True
    for row in table.rows("formula"):
        named = replace(row, place=f"{table.place}: formula {row.entries.get('gives', '?')}")
        formula = _formula(named, symbols)
        symbols[formula.gives] = Shape(formula.unit, formula.per)
        formulas.append(formula)
        all_readable &= formula.tree is not _NOTHING
    if all_readable:
        _check_used(table, parameters, formulas)
    _check_frame(table, formulas)
    return tuple(formulas)


def _formula(row: Table, symbols: dict[str, Shape]) -> Formula:
    row.only("gives", "is", "unit", "says", *KNOWN_KEYS)
    formula = Formula(
        gives=row.text("gives"),
        tree=_tree(row),
        unit=read_unit(row),
        says=row.text("says"),
        known=read_known(row),
    )
    if formula.gives:
        check_symbol(row, formula.gives, symbols)
    return _with_shape(row, formula, symbols)


def _tree(row: Table) -> Node:
    text = row.text("is")
    try:
        return parse(text) if text else _NOTHING
    except Malformed as error:
        row.refuse(Check.FORMULA_READABLE, error.message)
        return _NOTHING


def _with_shape(row: Table, formula: Formula, symbols: dict[str, Shape]) -> Formula:
    names = list(dict.fromkeys(names_in(formula.tree)))
    for name in names:
        if name not in symbols:
            row.refuse(
                Check.SYMBOL_KNOWN,
                f"'{name}' is neither a parameter nor given by an earlier formula",
            )
    if any(symbols.get(name, Shape(UNREADABLE)).unit == UNREADABLE for name in names):
        return formula
    try:
        shape = shape_of(formula.tree, symbols)
    except Malformed as error:
        row.refuse(Check(error.code), error.message)
        return formula
    _check_promise(row, formula, shape.unit)
    return replace(formula, per=shape.per, gatherings=_gatherings(formula.tree, symbols))


def _check_promise(row: Table, formula: Formula, computed: Unit) -> None:
    # Nothing is nothing in every unit: "PE = 0" needs no zero with a unit.
    if formula.tree == _NOTHING or formula.unit == UNREADABLE or computed.equals(formula.unit):
        return
    alike = computed.dimensions == formula.unit.dimensions
    scale = f", which is {computed.factor / formula.unit.factor} {formula.unit}" if alike else ""
    row.refuse(
        Check.UNIT_AS_PROMISED,
        f"{formula.gives} = {formula.text} comes out in {computed}{scale}; "
        f"promised is {formula.unit}",
    )


def _gatherings(tree: Node, symbols: dict[str, Shape]) -> tuple[Gathering, ...]:
    return tuple(
        Gathering(call, shape_of(call, symbols).unit, shape_of(call.arguments[0], symbols).per)
        for call in gatherings_in(tree)
    )


def _check_used(table: Table, parameters: Sequence[Parameter], formulas: list[Formula]) -> None:
    used = {name for formula in formulas for name in names_in(formula.tree)}
    given = [each.symbol for each in parameters] + [each.gives for each in formulas]
    for symbol in given:
        if symbol not in used and symbol not in _FRAME:
            table.refuse(Check.SYMBOL_USED, f"'{symbol}' is used by no formula")


def _check_frame(table: Table, formulas: list[Formula]) -> None:
    given = {each.gives: each for each in formulas}
    for symbol in _FRAME:
        formula = given.get(symbol)
        if formula is None:
            table.refuse(Check.REDUCTION_GIVEN, f"no formula gives {symbol}")
        elif formula.per or not _is_reduction_unit(formula.unit):
            table.refuse(
                Check.REDUCTION_GIVEN, f"{symbol} is one value in {_REDUCTION_UNIT}, not a series"
            )


def _is_reduction_unit(promised: Unit) -> bool:
    return promised == UNREADABLE or promised.equals(unit(_REDUCTION_UNIT))
