"""Two versions side by side: what is the same, what differs, what only one has."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openjcm.measure import NotFound
from openjcm.methodology import Kind, load_definition
from openjcm.methodology.comparing import (
    ComparedItem,
    Difference,
    VersionComparison,
    compare,
    differs_in_itself,
    of_definition,
    told,
)
from openjcm.methodology.confirming import Compared, Confirmation, Document, Person
from openjcm.methodology.definition import Criterion, LookupTable, Row
from openjcm.methodology.entries import find_entry
from openjcm.methodology.language.parser import parse
from openjcm.papers.methodologies.comparisons import count_sentences


def _item(compared: VersionComparison, part: str, name: str) -> ComparedItem:
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


def _fields(compared: VersionComparison, part: str, name: str) -> dict[str, tuple[str, str]]:
    item = _item(compared, part, name)
    return {
        each.key: (each.a or f"({each.a_blank})", each.b or f"({each.b_blank})")
        for each in item.fields
    }


def test_where_no_definition_is_written_all_that_the_catalogue_says_is_compared() -> None:
    """Of two versions of the chiller one has a source that speaks of it."""
    compared = compare("ID_AM002_ver01.0", "ID_AM002_ver02.0")

    assert compared.rests_on == "entries"
    assert [each.part for each in compared.parts] == ["head", "stated", "expected"]
    names = {item.name for item in compared.parts[0].items}
    assert {"title", "family", "status", "approved_on", "source", "rests_on", "says"} <= names
    assert _fields(compared, "head", "speaks_of") == {"is": ("another-version", "this-version")}
    assert _fields(compared, "expected", "EC_PJ")["evidence"] == ("derived", "published")
    stated = _fields(compared, "stated", "RE")
    assert stated["is"][0] == stated["is"][1]
    assert stated["is_evidence"] == stated["says_evidence"] == ("derived", "derived")


def test_a_formula_of_an_entry_is_told_apart_from_its_words() -> None:
    """The summary has the words of TH_AM001; no source has the formula."""
    stated = _fields(compare("TH_AM001_ver01.0", "TH_AM001_ver02.0"), "stated", "RE")

    assert stated["is_evidence"][0] == "derived"
    assert stated["says_evidence"][0] == "published"
    assert "evidence" not in stated


def test_what_is_not_known_says_so_and_is_no_difference() -> None:
    """No day of approval is known of either; no source states a relation of the second."""
    compared = compare("BD_AM002_ver01.0", "BD_AM001_ver01.0")

    assert _fields(compared, "head", "approved_on") == {"is": ("(not-known)", "(not-known)")}
    assert _item(compared, "head", "approved_on").difference is Difference.UNKNOWN
    # That nothing is attached is known of both.
    assert _item(compared, "head", "document").difference is Difference.SAME
    assert _fields(compared, "stated", "PE")["is"] == ("0", "(not-stated)")
    assert _item(compared, "stated", "PE").difference is Difference.KNOWN_A
    assert _item(compare("BD_AM001_ver01.0", "BD_AM002_ver01.0"), "stated", "PE").difference is (
        Difference.KNOWN_B
    )
    both = [item.difference for part in compared.parts for item in part.items]
    assert compared.differences + compared.ours == sum(
        each in {"changed", "only-a", "only-b"} for each in both
    )
    assert compared.not_told == sum(each in {"known-a", "known-b", "unknown"} for each in both)
    counted = compared.differences + compared.ours + compared.not_told
    assert counted + both.count(Difference.SAME) == len(both)


def test_how_we_came_to_know_is_no_difference_of_the_documents() -> None:
    """A summary speaks of the newer one alone; the older has its relation by analogy."""
    compared = compare("TH_AM005_ver02.0", "TH_AM005_ver03.0")

    itself = {
        (part.part, item.name)
        for part in compared.parts
        for item in part.items
        if item.difference in {"changed", "only-a", "only-b"} and differs_in_itself(part.part, item)
    }
    assert itself == set()
    assert compared.differences == 0
    assert compared.ours == 12
    assert not compared.texts_compared


def test_a_definition_stands_beside_a_blank_with_its_reason() -> None:
    """Formulas of the one, and why there are none of the other."""
    compared = compare("BD_AM002_ver01.0", "BD_AM001_ver01.0")

    assert compared.rests_on == "one-definition"
    assert (compared.a.defined, compared.b.defined) == (True, False)
    assert _fields(compared, "formulas", "RE")["is"] == ("sum(EG * EF_RE)", "(no-definition)")
    assert _item(compared, "formulas", "RE").difference is Difference.KNOWN_A


def test_a_template_has_no_entry_and_says_so() -> None:
    """Its family speaks for it; neither its status nor a source is made up."""
    compared = compare("OJ_displacement_ver1", "ID_AM002_ver01.0")

    assert _fields(compared, "head", "family")["is"] == ("OJ_displacement_ver1", "OJ_chiller_ver1")
    assert _fields(compared, "head", "status")["is"] == ("(no-entry)", "approved")
    assert _fields(compared, "stated", "RE")["is"][0] == "(no-entry)"
    two = compare("OJ_displacement_ver1", "OJ_chiller_ver1")
    assert "stated" not in {each.part for each in two.parts}


def test_what_is_attached_stands_in_the_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    """With who confirmed it, or that nobody has yet."""
    entry = find_entry("BD_AM002_ver01.0")
    assert entry
    on = date(2026, 11, 30)
    document = Document("x.pdf", "0a" * 32, "https://example.org/x.pdf", None, on)
    person = Person("Aiko", "0b" * 32, (Compared("RE", "F", on),))
    for confirmed_on, said in ((None, "(not-confirmed)"), (on, "Aiko (2026-11-30)")):
        known = Confirmation(document, (person,), confirmed_on)
        changed = replace(entry, confirmation=known)
        monkeypatch.setattr(told, "find_entry", lambda _id, changed=changed: changed)
        compared = compare(entry.id, entry.id)
        assert _fields(compared, "head", "confirmed_by")["is"] == (said, said)
        assert compared.texts_compared is (confirmed_on is not None)
        told_of_texts = "Both were compared with their adopted documents by two persons."
        assert (told_of_texts in count_sentences(compared, "en")) is compared.texts_compared
        assert _fields(compared, "head", "document")["is"][0].startswith("x.pdf, SHA-256 0a")
        assert _item(compared, "head", "confirmed_by").difference is Difference.SAME


def test_what_there_is_not_is_not_compared() -> None:
    """And the refusal says where numbers are."""
    with pytest.raises(NotFound, match="openjcm methodology list"):
        compare("OJ_displacement_ver1", "XX_AM001_ver01.0")


def test_tables_and_criteria_are_compared_by_what_they_say() -> None:
    """Rows with their ends, and a condition as the language prints it."""
    definition = load_definition("BD_AM002_ver01.0")
    known = definition.formulas[0].known
    one = definition.parameters[0].unit
    row = Row(value=Decimal(2), start=Decimal(0))
    table = LookupTable("T", one, "of\ncapacity", known, Kind.NUMBER, one, rows=(row,))
    criteria = (Criterion("1", "x", known, parse("EG > 6")), Criterion("2", "y", known))

    said = of_definition(replace(definition, tables=(table,), criteria=criteria))

    assert said["tables"]["T"]["row"] == "0–…: 2"
    assert said["tables"]["T"]["says"] == "of capacity"
    assert said["eligibility"]["1"]["is"] == "EG > 6"
    assert "is" not in said["eligibility"]["2"]


def test_a_row_of_a_table_is_written_with_its_ends() -> None:
    """An open end is told by three points."""
    five = Decimal(5)

    assert Row(value=five, end=five).text == "…–5: 5"
    assert Row(value=five, option="gas").text == "gas: 5"
