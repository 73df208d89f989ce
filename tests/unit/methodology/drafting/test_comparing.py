"""Two versions side by side: what is the same, what differs, what only one has."""

from dataclasses import replace
from decimal import Decimal

import pytest

from openjcm.measure import NotFound
from openjcm.methodology import Kind, load_definition
from openjcm.methodology.comparing import (
    ComparedItem,
    Comparison,
    Difference,
    _of_definition,
    compare,
    row_text,
)
from openjcm.methodology.definition import Criterion, LookupTable, Row
from openjcm.methodology.language.parser import parse


def _item(compared: Comparison, part: str, name: str) -> ComparedItem:
    return next(
        item
        for each in compared.parts
        if each.part == part
        for item in each.items
        if item.name == name
    )


def test_a_version_is_the_same_as_itself() -> None:
    """Nothing differs."""
    compared = compare("BD_AM002_ver01.0", "BD_AM002_ver01.0")

    assert compared.differences == 0
    assert compared.rests_on == "definitions"


def test_definitions_are_compared_part_by_part() -> None:
    """The factor of each system has another name in the template, and another formula."""
    compared = compare("BD_AM002_ver01.0", "OJ_displacement_ver1")

    assert _item(compared, "parameters", "EF_RE").difference is Difference.ONLY_A
    assert _item(compared, "parameters", "EF").difference is Difference.ONLY_B
    assert _item(compared, "formulas", "RE").difference is Difference.CHANGED
    formula = {each.key: each for each in _item(compared, "formulas", "RE").fields}
    assert formula["is"].a == "sum(EG * EF_RE)"
    assert formula["unit"].same
    assert compared.a.heading.startswith("Not confirmed: written from the official summary")
    assert [each.heading for each in compared.sides][1] == "Unofficial template"


def test_where_no_definition_is_written_the_entries_are_compared() -> None:
    """Of two versions of the chiller one has a source that speaks of it."""
    compared = compare("ID_AM002_ver01.0", "ID_AM002_ver02.0")

    assert compared.rests_on == "entries"
    (field,) = _item(compared, "head", "speaks_of").fields
    assert (field.a, field.b) == ("another-version", "this-version")
    evidence = {each.key: each for each in _item(compared, "parameters", "EC_PJ").fields}[
        "evidence"
    ]
    assert (evidence.a, evidence.b) == ("derived", "published")


def test_a_formula_of_an_entry_is_told_apart_from_its_words() -> None:
    """The summary has the words of TH_AM001; no source has the formula."""
    compared = compare("TH_AM001_ver01.0", "TH_AM001_ver02.0")

    said = {each.key: each.a for each in _item(compared, "formulas", "RE").fields}
    assert (said["is_evidence"], said["says_evidence"]) == ("derived", "published")
    assert "evidence" not in said


def test_a_template_has_no_entry_to_compare_with() -> None:
    """And the refusal says where numbers are."""
    with pytest.raises(NotFound, match="openjcm methodology list"):
        compare("OJ_displacement_ver1", "ID_AM002_ver01.0")


def test_tables_and_criteria_are_compared_by_what_they_say() -> None:
    """Rows with their ends, and a condition as the language prints it."""
    definition = load_definition("BD_AM002_ver01.0")
    known = definition.formulas[0].known
    one = definition.parameters[0].unit
    row = Row(value=Decimal(2), start=Decimal(0))
    table = LookupTable("T", one, "of\ncapacity", known, Kind.NUMBER, one, rows=(row,))
    criteria = (Criterion("1", "x", known, parse("EG > 6")), Criterion("2", "y", known))

    told = _of_definition(replace(definition, tables=(table,), criteria=criteria))

    assert told["tables"]["T"]["row"] == "0–…: 2"
    assert told["tables"]["T"]["says"] == "of capacity"
    assert told["eligibility"]["1"]["is"] == "EG > 6"
    assert "is" not in told["eligibility"]["2"]


def test_a_row_of_a_table_is_written_with_its_ends() -> None:
    """An open end is told by three points."""
    five = Decimal(5)

    assert row_text(Row(value=five, end=five)) == "…–5: 5"
    assert row_text(Row(value=five, option="gas")) == "gas: 5"
