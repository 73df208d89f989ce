"""Two different persons compare every part; anything else is refused with the way out."""

from dataclasses import replace
from datetime import date

import pytest

from openjcm.measure import Conflict, Malformed, NotAllowed, NotFound
from openjcm.methodology import Definition
from openjcm.methodology.confirming import (
    Comparison,
    Confirmation,
    Document,
    Person,
    acts,
    part_names,
    parts_of,
)

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
FIRST, SECOND = "Aiko Tanaka", "Bat Erdene"


def _all(by: str, para: str = "", on: date = MONDAY) -> Comparison:
    return Comparison(by, None, para, on)


@pytest.fixture
def attached(document: Document) -> Confirmation:
    """Give a version to which nobody has compared anything."""
    return acts.attach(None, document, version="XX_AM001_ver01.0")


@pytest.fixture
def compared(attached: Confirmation, definition: Definition) -> Confirmation:
    """Give one that a first person compared throughout."""
    return acts.confirm(attached, definition, _all(FIRST, "F.2"))


def test_what_is_to_be_compared_stands_in_the_order_of_the_document(
    definition: Definition,
) -> None:
    """Formulas, what the definition holds a value of, tables with rows, criteria."""
    parts = {each.name: each for each in parts_of(definition)}

    assert list(parts) == [
        *("X", "RE", "PE", "ER", "GAIN", "LOSS", "criterion 1", "criterion 2"),
    ]
    assert parts["RE"].text == "X * EF * GAIN"
    assert [each.symbol for each in parts["X"].uses] == ["EG", "SIZE", "LOSS"]
    assert parts["GAIN"].text == "1.5"
    assert parts["LOSS"].text == "0–5: 0.1; closed = left; outside = 0.9"
    assert (parts["criterion 1"].text, parts["criterion 2"].text) == ("CAP <= SIZE", "")
    assert [each.symbol for each in parts["criterion 1"].uses] == ["CAP", "SIZE"]


def test_a_table_without_ends_is_its_rows_alone(definition: Definition) -> None:
    """One by day or by option has no closed end, and refuses what lies outside."""
    table = replace(definition.tables[0], closed=None, outside=None)
    by_name = {each.name: each for each in parts_of(replace(definition, tables=(table,)))}

    assert by_name["LOSS"].text == "0–5: 0.1"


def test_two_persons_confirm_a_version(compared: Confirmation, definition: Definition) -> None:
    """The second finds each part where the first did, and the day is that of the last one."""
    assert compared.confirmed_on is None
    assert not compared.holds(definition.sha256, part_names(definition))

    done = acts.confirm(compared, definition, _all(SECOND, on=TUESDAY))

    assert done.confirmed_on == TUESDAY
    assert [each.name for each in done.persons] == [FIRST, SECOND]
    assert [each.on for each in done.persons] == [MONDAY, TUESDAY]
    assert done.persons[1].para_of("RE") == "F.2"
    assert done.holds(definition.sha256, part_names(definition))
    assert not done.holds("0b" * 32, part_names(definition))
    assert not done.holds(definition.sha256, part_names(definition) | {"LE"})


def test_parts_are_compared_one_by_one_in_any_order(
    attached: Confirmation, definition: Definition
) -> None:
    """Both may be on the way at once; what is recorded stands in the order of the document."""
    known = acts.confirm(attached, definition, Comparison(FIRST, ("ER", "RE"), "F.4", MONDAY))
    known = acts.confirm(known, definition, Comparison(SECOND, ("PE", "PE"), "F.3", MONDAY))
    known = acts.confirm(known, definition, _all("  tanaka AIKO", "F.3", TUESDAY))

    first, second = known.persons
    assert [each.part for each in first.compared] == [each.name for each in parts_of(definition)]
    assert [each.part for each in second.compared] == ["PE"]
    assert first.name == FIRST
    assert known.confirmed_on is None


@pytest.mark.parametrize("name", [FIRST, "aiko tanaka", "TANAKA, Aiko", "Aiko  Tanaka"])
def test_the_same_person_does_not_confirm_twice(
    compared: Confirmation, definition: Definition, name: str
) -> None:
    """Nor under the same name in other letters, or in another order."""
    for asked in (_all(name, "F.2"), Comparison(name, ("RE",), "F.2", MONDAY)):
        with pytest.raises(NotAllowed, match="another") as refused:
            acts.confirm(compared, definition, asked)
        assert refused.value.code == "same-person"


def test_a_third_person_is_refused(compared: Confirmation, definition: Definition) -> None:
    """Two are on the way, and both are named."""
    known = acts.confirm(compared, definition, Comparison(SECOND, ("RE",), "", MONDAY))

    with pytest.raises(NotAllowed, match="Aiko Tanaka and Bat Erdene") as refused:
        acts.confirm(known, definition, _all("Chea Sok", "F.2"))

    assert refused.value.code == "two-persons-already"
    with pytest.raises(NotFound, match="nothing to take back"):
        acts.take_back(known, definition, by="Chea Sok")


@pytest.mark.parametrize(
    ("asked", "kind", "code"),
    [
        (Comparison(SECOND, ("LE", "RE"), "F.2", MONDAY), Malformed, "no-such-part"),
        (_all("…", "F.2"), Malformed, "no-name"),
        (_all(SECOND, "F.9"), Conflict, "paragraphs-differ"),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    compared: Confirmation,
    definition: Definition,
    asked: Comparison,
    kind: type[Exception],
    code: str,
) -> None:
    """A part that is not there, no name, another paragraph than the first person's."""
    with pytest.raises(kind) as refused:
        acts.confirm(compared, definition, asked)

    assert refused.value.code == code  # type: ignore[attr-defined]  # each kind has a code


def test_the_first_person_says_the_paragraph(
    attached: Confirmation, definition: Definition
) -> None:
    """Nobody else has said where a part stands."""
    with pytest.raises(Malformed, match="--paragraph says where X stands"):
        acts.confirm(attached, definition, _all(FIRST, " "))


def test_a_definition_that_changed_is_compared_anew(
    compared: Confirmation, definition: Definition
) -> None:
    """The second person is refused, and who compared the old one takes it back."""
    changed = replace(definition, sha256="0b" * 32)

    for name in (SECOND, FIRST):
        with pytest.raises(Conflict, match="changed since Aiko Tanaka compared it") as refused:
            acts.confirm(compared, changed, _all(name, "F.2"))
        assert refused.value.code == "definition-changed"
    again = acts.take_back(compared, changed, by=FIRST)
    assert acts.confirm(again, changed, _all(FIRST, "F.2")).persons[0].definition == "0b" * 32


def test_the_first_person_takes_back_until_the_second_begins(
    compared: Confirmation, definition: Definition
) -> None:
    """Behind the second only when the second has taken it back."""
    assert acts.take_back(compared, definition, by=FIRST).persons == ()
    known = acts.confirm(compared, definition, Comparison(SECOND, ("RE",), "", MONDAY))

    with pytest.raises(Conflict, match="--by 'Bat Erdene'") as refused:
        acts.take_back(known, definition, by=FIRST)

    assert refused.value.code == "second-person-began"
    assert acts.take_back(known, definition, by=SECOND) == compared


def test_what_is_confirmed_stays(compared: Confirmation, definition: Definition) -> None:
    """Nothing is taken back, compared again, or attached in its place."""
    done = acts.confirm(compared, definition, _all(SECOND))

    with pytest.raises(Conflict, match="another version"):
        acts.take_back(done, definition, by=SECOND)
    with pytest.raises(Conflict, match="never changed"):
        acts.confirm(done, definition, _all("Chea Sok", "F.2"))
    with pytest.raises(Conflict, match="stays attached"):
        acts.attach(done, replace(done.document, sha256="0c" * 32), version="X")


def test_the_same_document_again_changes_nothing(
    compared: Confirmation, document: Document
) -> None:
    """Whatever the copy is called, and without its day; nobody compared yet: it is replaced."""
    again = replace(document, name="copy.pdf", dated=None, attached_on=TUESDAY)

    assert acts.attach(compared, again, version="X") is compared
    other = replace(document, sha256="0c" * 32)
    with pytest.raises(Conflict) as refused:
        acts.attach(compared, other, version="X")
    assert refused.value.code == "document-in-use"
    assert acts.attach(Confirmation(document), other, version="X") == Confirmation(other)


def test_one_person_under_two_names_is_one(document: Document) -> None:
    """Also where somebody wrote the file by hand."""
    persons = tuple(Person(name, "0b" * 32, ()) for name in ("A B", "B A"))
    whole = Confirmation(document, persons, MONDAY)

    assert not whole.holds("0b" * 32, frozenset())
