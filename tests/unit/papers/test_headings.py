"""The heading over a definition, in both languages."""

import pytest

from openjcm.methodology.entries import Heading, heading_of
from openjcm.papers.record_text.headings import heading_words

IDS = (
    *("OJ_chiller_ver1", "BD_AM001_ver01.0", "XX_AM001_ver01.0"),
    *("BD_AM002_ver01.0", "TH_AM005_ver03.0"),
)


@pytest.mark.parametrize("definition_id", IDS)
def test_the_english_heading_is_that_of_the_catalogue(definition_id: str) -> None:
    """One sentence in two places stays one sentence."""
    assert heading_words("en", definition_id) == heading_of(definition_id)


def test_a_definition_of_ours_names_its_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same words as the catalogue."""
    place = "openjcm.methodology.entries.headings.definition_ids"
    monkeypatch.setattr(place, lambda: ("BD_AM001_ver01.0",))

    assert heading_words("en", "BD_AM001_ver01.0") == heading_of("BD_AM001_ver01.0")
    assert "OJ_cop_ratio_ver1" in heading_words("ja", "BD_AM001_ver01.0")


def test_what_was_not_confirmed_is_said_in_japanese() -> None:
    """That of the proposed form says that the approved text may differ."""
    assert heading_words("ja", "KE_AM002_ver01.0").startswith("未確認")
    assert "承認された文書とは異なることがある" in heading_words("ja", "BD_AM002_ver01.0")


def test_nothing_stands_over_a_confirmed_definition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only there."""
    place = "openjcm.papers.record_text.headings.heading_kind"
    monkeypatch.setattr(place, lambda _: Heading.NONE)

    assert heading_words("ja", "KE_AM002_ver01.0") == ""
