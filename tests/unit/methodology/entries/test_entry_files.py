"""An entry file is read strictly: every fault at once, each with its place."""

import pytest

from openjcm.measure import Malformed
from openjcm.methodology.checks import Check
from openjcm.methodology.entries import EntryCheck, Standing, read_entry, standing_of

FOLDER = "XX_AM001_ver01.0"
SOUND = """
number = "XX_AM001"
version = "01.0"
status = "approved"
approved_on = 2020-01-31
title = "Heat pumps"
title_rests_on = "official_page"
scope = "1;3"
scope_basis = "published"
technology = "heat pump"
family = "OJ_heat_pump_ver1"
sources = ["https://example.org/xx-am001"]
says = "Made up for the tests."

[relation]
rests_on = "official_summary"
confidence = "stated"
speaks_of = "this version"
reference = { is = "HEAT * EF", is_evidence = "derived", says = "Heat", evidence = "published" }
project = { is = "0", is_evidence = "derived", says = "None", evidence = "published" }

[monitored.HEAT]
unit = "GJ"
says = "Heat"
evidence = "published"

[fixed.EF]
unit = "tCO2e/GJ"
says = "Factor"
evidence = "recalled"
expected_from = "the adopted document"
"""


def _found(text: str, folder: str = FOLDER) -> set[str]:
    with pytest.raises(Malformed) as refused:
        read_entry(text, folder=folder, families=frozenset({"OJ_heat_pump_ver1"}))
    return {each.rule for each in refused.value.findings}


def test_a_sound_entry_is_read() -> None:
    """Its relation is stated; no definition stands beside it."""
    entry = read_entry(SOUND, folder=FOLDER, families=frozenset({"OJ_heat_pump_ver1"}))

    assert entry.id == FOLDER
    assert [each.symbol for each in entry.fixed] == ["EF"]
    assert (entry.example_project, entry.confirmation) == ("", None)
    assert standing_of(entry) is Standing.NOT_YET_WRITTEN


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ('number = "XX_AM001"', 'number = "XX-1"', EntryCheck.NUMBER_AS_PRINTED),
        ('version = "01.0"', 'version = "1.0"', EntryCheck.NUMBER_AS_PRINTED),
        ("2020-01-31", '"soon"', EntryCheck.NUMBER_AS_PRINTED),
        ("2020-01-31", "2020-01-31T00:00:00", EntryCheck.NUMBER_AS_PRINTED),
        ('scope = "1;3"', 'scope = "energy"', EntryCheck.NUMBER_AS_PRINTED),
        ('status = "approved"', 'status = "proposed"', EntryCheck.STATUS_AS_NUMBERED),
        ("OJ_heat_pump_ver1", "OJ_nothing_ver1", EntryCheck.FAMILY_KNOWN),
        ('["https://example.org/xx-am001"]', "[]", EntryCheck.SOURCE_NAMED),
        ('["https://example.org/xx-am001"]', '["a book"]', EntryCheck.SOURCE_NAMED),
        ('["https://example.org/xx-am001"]', '["https://a", 1]', EntryCheck.LIST_OF_TEXTS),
        ('evidence = "recalled"', 'evidence = "measured"', EntryCheck.EVIDENCE_OF_AN_ENTRY),
        ("official_summary", "title_only", EntryCheck.RELATION_AS_FAR_AS_STATED),
        ("this version", "other methodologies", EntryCheck.RELATION_AS_FAR_AS_STATED),
        ("official_summary", "adopted_document", EntryCheck.RELATION_AS_FAR_AS_STATED),
        (
            'says = "None", evidence = "published"',
            'says = "None", evidence = "derived"',
            EntryCheck.RELATION_AS_FAR_AS_STATED,
        ),
        (
            'is = "0", is_evidence = "derived"',
            'is = "0", is_evidence = "published"',
            EntryCheck.RELATION_AS_FAR_AS_STATED,
        ),
        (
            'is = "0", is_evidence = "derived"',
            'is = "0", is_evidence = "recalled"',
            EntryCheck.RELATION_AS_FAR_AS_STATED,
        ),
        ('is = "0", is_evidence = "derived"', 'is = "0"', Check.KEY_GIVEN),
        ('expected_from = "the adopted document"', "value = 0.5", Check.KEY_KNOWN),
        ('expected_from = "the adopted document"', "", Check.KEY_GIVEN),
        ('says = "Made up for the tests."', "", Check.KEY_GIVEN),
        ('status = "approved"', 'status = "hoped for"', Check.KIND_OF_VALUE),
        ("[relation]", "[relation", Check.FILE_READABLE),
    ],
)
def test_a_fault_is_found(old: str, new: str, check: str) -> None:
    """One fault each, named by its check."""
    assert old in SOUND

    assert check in _found(SOUND.replace(old, new))


def test_a_family_or_a_title_states_no_relation() -> None:
    """An inferred entry that has formulas is refused."""
    text = SOUND.replace("official_summary", "family_analogue")
    text = text.replace("this version", "other methodologies").replace('"stated"', '"derived"')

    assert _found(text) == {EntryCheck.RELATION_AS_FAR_AS_STATED}


def test_a_folder_has_the_name_of_its_entry() -> None:
    """A copy that was not renamed is found."""
    assert _found(SOUND, "XX_AM001_ver02.0") == {EntryCheck.FOLDER_AS_NAMED}


def test_no_entry_says_itself_that_its_document_was_compared() -> None:
    """Two persons do, in a file of their own; a section of such in the entry is not known."""
    text = SOUND.replace("official_summary", "adopted_document")

    assert _found(text) == {EntryCheck.RELATION_AS_FAR_AS_STATED}
    assert _found(f"{SOUND}\n[confirmation]\n") == {Check.KEY_KNOWN}


def test_all_faults_are_told_at_once() -> None:
    """Three faults, three findings, each with the file."""
    text = SOUND.replace("XX_AM001", "XX").replace("1;3", "x").replace("recalled", "measured")

    with pytest.raises(Malformed, match=r"XX_AM001_ver01\.0/entry\.toml") as refused:
        read_entry(text, folder=FOLDER, families=frozenset({"OJ_heat_pump_ver1"}))

    assert len(refused.value.findings) >= 3
