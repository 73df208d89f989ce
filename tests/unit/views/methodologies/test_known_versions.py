"""The versions of a number, and one beside another. Expected values: the entry files themselves."""

from dataclasses import replace
from datetime import date

import pytest

from openjcm.measure import NotFound
from openjcm.methodology.confirming import Compared, Confirmation, Document, Person
from openjcm.methodology.entries import find_entry
from openjcm.papers.record_text.catalogue import versions_text
from openjcm.views.methodologies import known
from openjcm.views.methodologies.known import compare_version, list_versions

ON = date(2026, 11, 30)


def test_every_version_is_listed_the_oldest_first() -> None:
    """Three of TH_AM005, of which the last can be worked."""
    rows = list_versions("TH_AM005")

    assert [each.entry.version.version for each in rows] == ["01.0", "02.0", "03.0"]
    assert [each.definition is not None for each in rows] == [False, False, True]
    assert [each.heading.partition(":")[0] for each in rows] == [
        *("Not official", "Not official", "Not confirmed")
    ]
    assert {each.confirmation for each in rows} == {None}


def test_a_number_that_is_not_there_is_not_found() -> None:
    """Nor is a version of one that is."""
    with pytest.raises(NotFound):
        list_versions("XX_AM001")
    with pytest.raises(NotFound):
        compare_version("TH_AM005", "09.0", "TH_AM005_ver03.0")


def test_a_version_is_compared_by_its_number() -> None:
    """Also one of which no version is confirmed."""
    assert compare_version("TH_AM005", "01.0", "TH_AM005_ver03.0").a.id == "TH_AM005_ver01.0"
    assert compare_version("VN_AM004", "not confirmed", "OJ_chiller_ver1").a.id == "VN_AM004"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_who_confirmed_is_told(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Document, persons and days, as data and as text."""
    entry = find_entry("BD_AM002_ver01.0")
    assert entry
    document = Document("x.pdf", "0a" * 32, "https://example.org/x.pdf", None, ON)
    person = Person("Aiko Tanaka", "0b" * 32, (Compared("RE", "F.2", ON),))
    changed = replace(entry, confirmation=Confirmation(document, (person,)))
    monkeypatch.setattr(known, "find_entry", lambda _id: changed)

    (row,) = list_versions("BD_AM002")

    assert row.confirmation
    assert row.confirmation.document.url == "https://example.org/x.pdf"
    assert [(each.person, each.compared_on, each.parts) for each in row.confirmation.persons] == [
        ("Aiko Tanaka", ON, 1)
    ]
    assert row.confirmation.confirmed_on is None
    text = versions_text([row], language)
    assert all(each in text for each in ("x.pdf", "Aiko Tanaka", "2026-11-30", "0a0a"))
