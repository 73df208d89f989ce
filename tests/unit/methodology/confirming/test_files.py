"""``confirmation.toml`` and the manifest: what is written reads the same, what is wrong is told."""

import json
import tomllib
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from openjcm.measure import Basis, Malformed
from openjcm.methodology import Definition, Status, all_definitions, all_templates
from openjcm.methodology.confirming import (
    Comparison,
    Confirmation,
    Document,
    acts,
    confirmation_text,
    confirmed_by,
    manifest_with,
    read_confirmation,
    read_manifest,
    unlike,
)
from openjcm.methodology.drafting import SchemaOf, schema_for

ON = date(2026, 11, 30)


@pytest.fixture
def confirmed(definition: Definition, document: Document) -> Confirmation:
    """Give what two persons confirmed, one part elsewhere than the others."""
    known = Confirmation(document)
    known = acts.confirm(known, definition, Comparison("Aiko", ("X",), 'F."1"', ON))
    known = acts.confirm(known, definition, Comparison("Aiko", None, "F.2 段落", ON))
    return acts.confirm(known, definition, Comparison("Bat\\Erdene", None, "", ON))


def test_what_is_written_reads_the_same(confirmed: Confirmation, document: Document) -> None:
    """Quotes, backslashes and Japanese too; a document without a day has none."""
    for known in (confirmed, Confirmation(document), Confirmation(_undated(document))):
        text = confirmation_text(known)

        assert read_confirmation(text, place="x") == known
        schema = schema_for(SchemaOf.CONFIRMATION)
        plain = json.loads(json.dumps(tomllib.loads(text), default=str))
        assert list(Draft202012Validator(schema).iter_errors(plain)) == []
    assert "dated" not in text


def _undated(document: Document) -> Document:
    return Document(document.name, document.sha256, document.source, None, document.attached_on)


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("[document]", "[document", "file-readable"),
        ("[document]", "[paper]", "key-known"),
        ('sha256 = "0a', 'sha256 = "zz', "document-named"),
        ('"https://', '"a book, ', "document-named"),
        ("attached_on = 2026-11-27", "", "key-given"),
        ("dated = 2020-01-31", 'dated = "soon"', "kind-of-value"),
        ('name = "Bat\\\\Erdene"', 'name = "AIKO"', "two-persons"),
        ('part = "PE"', 'part = "RE"', "two-persons"),
        ('definition = "', 'definition = "Z', "document-named"),
        ('part = "PE"', 'piece = "PE"', "key-known"),
    ],
)
def test_a_fault_of_the_file_is_found(
    confirmed: Confirmation, old: str, new: str, check: str
) -> None:
    """One fault each, named by its check."""
    text = confirmation_text(confirmed)
    assert old in text

    with pytest.raises(Malformed) as refused:
        read_confirmation(text.replace(old, new), place="x")

    assert check in {each.rule for each in refused.value.findings}


def test_one_person_confirms_nothing(confirmed: Confirmation) -> None:
    """A day of confirmation with one person, or with three, is a fault."""
    text = confirmation_text(confirmed)
    start = text.rindex("[[person]]")

    for wrong in (text[:start], text + text[start:].replace("Bat", "Chea")):
        with pytest.raises(Malformed) as refused:
            read_confirmation(wrong, place="x")
        assert {each.rule for each in refused.value.findings} == {"two-persons"}


def test_a_confirmed_definition_says_where_each_part_stands(
    definition: Definition, confirmed: Confirmation
) -> None:
    """What the project gives stands where the first part that names it does."""
    done = confirmed_by(definition, confirmed)

    assert (done.status, done.evidence) == (Status.CONFIRMED, Basis.PUBLISHED)
    assert set(done.evidence_by_part.values()) == {Basis.PUBLISHED}
    paras = {each.symbol: each.known.para for each in (*done.parameters, *done.asked)}
    assert paras == {
        **dict.fromkeys(("EG", "SIZE"), 'F."1"'),
        **dict.fromkeys(("EF", "GAIN", "CAP"), "F.2 段落"),
    }
    assert done.formulas[0].known.source == "https://example.org/xx-am001.pdf"
    assert done.tables[0].known.para == "F.2 段落"
    assert done.sha256 == definition.sha256


@pytest.mark.parametrize("bundled", [*all_definitions(), *all_templates()], ids=lambda d: d.id)
def test_every_definition_can_be_confirmed(bundled: Definition, document: Document) -> None:
    """No symbol of any that comes along is left without a place."""
    known = acts.confirm(Confirmation(document), bundled, Comparison("Aiko", None, "F", ON))

    assert set(confirmed_by(bundled, known).evidence_by_part.values()) == {Basis.PUBLISHED}


def test_a_line_is_added_to_the_manifest_once() -> None:
    """The same again changes nothing; another hash is refused, and so is what is no manifest."""
    once = manifest_with("# Head\n[sha256]\n", "XX_AM001_ver01.0", "0a")

    assert once == '# Head\n[sha256]\n"XX_AM001_ver01.0" = "0a"\n'
    assert manifest_with(once, "XX_AM001_ver01.0", "0a") == once
    assert read_manifest(once) == {"XX_AM001_ver01.0": "0a"}
    for wrong in (once, "[sha256]\nX = 1\n", "[other]\n"):
        with pytest.raises(Malformed):
            manifest_with(wrong, "XX_AM001_ver01.0", "0b")


def test_what_is_unlike_the_manifest_is_named() -> None:
    """Changed, missing there, or standing there alone."""
    assert unlike({"A": "1", "B": "2", "C": "3"}, {"A": "1", "B": "9", "D": "4"}) == ["B", "C", "D"]
