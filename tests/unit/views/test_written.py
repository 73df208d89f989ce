"""A definition as doors show it: every kind of value, and a table with rows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from openjcm.methodology import Kind, load_definition
from openjcm.methodology.definition import LookupTable, Row
from openjcm.views.methodologies.written import written_definition


def test_values_are_texts_with_the_digits_of_the_file() -> None:
    """A number, several of them, a day and an option."""
    definition = load_definition("KE_AM002_ver01.0")
    one, other = definition.parameters[:2]
    values = (Decimal("0.50"), (Decimal(1), Decimal(2)), date(2013, 1, 1), "grid")

    parameters = tuple(replace(one, value=value) for value in values)
    shown = written_definition(replace(definition, parameters=(*parameters, other))).parameters

    assert [each.value for each in shown] == ["0.50", "1, 2", "2013-01-01", "grid", ""]
    assert [each.required for each in shown] == [False, False, False, False, True]


def test_a_table_is_written_with_its_rows() -> None:
    """And with what it says beyond them."""
    definition = load_definition("KE_AM002_ver01.0")
    unit, known = definition.parameters[0].unit, definition.formulas[0].known
    rows = (Row(value=Decimal(2), start=Decimal(0)),)
    table = LookupTable("T", unit, "x", known, Kind.CHOICE, unit, outside=Decimal(1), rows=rows)

    (shown,) = written_definition(replace(definition, tables=(table,))).tables

    assert (shown.key, shown.outside, shown.rows) == ("choice", "1", ("0–…: 2",))
    assert not shown.required
