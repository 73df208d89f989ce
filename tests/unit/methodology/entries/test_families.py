"""The families and the identifiers of their unofficial templates.

Expected patterns: section 2 of the pattern document that the issue names, A to H.
"""

import re

import pytest

from openjcm.measure import Malformed, NotFound
from openjcm.methodology.entries import (
    EntryCheck,
    all_families,
    is_template_written,
    load_family,
)
from openjcm.methodology.entries.families import read_families

PATTERNS = {
    *("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"),
    *("B", "B1", "B2", "B3", "B4", "B5", "B6", "B7"),
    *("C", "C2", "C3", "C4", "D", "E1", "E2", "E3", "F1", "F2", "F3", "G", "H"),
}
ONE = """
[[family]]
heading = "Unofficial template"
id = "OJ_heat_pump_ver1"
title_en = "Heat pump"
title_ja = "ヒートポンプ"
covers = ["B2"]
readiness = "now"
says = "Heat."
"""


def test_the_families_cover_every_pattern() -> None:
    """Every variant of A to H stands in some family."""
    assert {each for family in all_families() for each in family.covers} == PATTERNS


def test_three_families_are_named_for_later() -> None:
    """Rice, carbon capture and storage, fluorinated gases."""
    later = [each.title_en for each in all_families() if each.readiness == "later"]

    assert later == ["Rice cultivation", "Carbon capture and storage", "Fluorinated gases"]


def test_a_template_cannot_be_taken_for_an_official_number() -> None:
    """Identifiers of ours begin with OJ, and each is headed as unofficial."""
    for family in all_families():
        assert re.fullmatch(r"OJ_[a-z]+(_[a-z]+)*_ver[0-9]+", family.id)
        assert not re.match(r"[A-Z]{2}_[AP]M[0-9]", family.id)
        assert family.heading == "Unofficial template"


def test_no_template_is_written_that_is_named_for_later() -> None:
    """What is named for later has no definition."""
    assert not any(map(is_template_written, (f for f in all_families() if f.readiness == "later")))


def test_a_family_that_is_not_there_is_not_found() -> None:
    """An official number is no family."""
    with pytest.raises(NotFound, match="templates lists them"):
        load_family("BD_AM001")


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("OJ_heat_pump_ver1", "JP_AM001", EntryCheck.TEMPLATE_ID),
        ("Unofficial template", "Template", EntryCheck.TEMPLATE_HEADING),
        ('"B2"', '"Z9"', EntryCheck.PATTERN_KNOWN),
        ('["B2"]', '"B2"', EntryCheck.LIST_OF_TEXTS),
        ('"now"', '"now"\nstands_in_for = ["OJ_none_ver1"]', EntryCheck.FAMILY_KNOWN),
    ],
)
def test_a_faulty_family_is_refused(old: str, new: str, check: EntryCheck) -> None:
    """The finding names the check."""
    with pytest.raises(Malformed) as refused:
        read_families(ONE.replace(old, new), place="families.toml")

    assert check in {each.rule for each in refused.value.findings}


def test_an_identifier_stands_once() -> None:
    """A family that is there twice is refused."""
    with pytest.raises(Malformed, match="twice"):
        read_families(ONE + ONE, place="families.toml")
