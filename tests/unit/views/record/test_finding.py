"""Search over the whole public record, in both languages."""

from datetime import date

import pytest

from openjcm.measure.errors import Malformed
from openjcm.views.reader import Reader
from openjcm.views.record.finding import find, word_question


def _keys(reader: Reader, text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.key) for each in find(reader, text).items]


def test_the_very_number_stands_first(public: Reader) -> None:
    """BD002 is a project, and stands in a decision."""
    found = _keys(public, "bd002")

    assert found[0] == ("project", "BD002")
    assert ("decision", "BD-2022-03-28") in found


@pytest.mark.parametrize("text", ["冷凍機", "ターボ冷凍", "centrifug chill", "Clothing Tag"])
def test_words_are_found_in_both_languages(public: Reader, text: str) -> None:
    """A part of a Japanese word, the beginning of an English one."""
    assert ("project", "BD002") in _keys(public, text)


def test_a_country_is_found_by_either_name(public: Reader) -> None:
    """Before everything that is of it."""
    for text in ("Mongolia", "モンゴル"):
        first = find(public, text).items[0]
        assert (first.kind, first.key) == ("partner", "MN")
        assert first.host is not None
        assert first.host.iso2 == "MN"


def test_a_participant_leads_to_its_projects(public: Reader) -> None:
    """YKK took part in BD004."""
    assert ("project", "BD004") in _keys(public, "YKK")


def test_a_methodology_is_found_by_its_number(public: Reader) -> None:
    """Without version."""
    assert _keys(public, "BD_AM001")[0] == ("methodology", "BD_AM001")


def test_a_page_says_how_many_there_are(public: Reader) -> None:
    """Fewer may be asked for; there is no second page."""
    page = find(public, "solar", limit=2)

    assert len(page.items) == 2
    assert page.total > 40
    assert page.next is None
    assert page.items[0].day == date(2025, 11, 6)


def test_who_asks_nothing_finds_nothing(public: Reader) -> None:
    """Blanks and marks are no words."""
    for text in ("", "   ", "-- !"):
        assert find(public, text).items == ()
        assert find(public, text).total == 0


def test_what_nobody_wrote_is_not_found(public: Reader) -> None:
    """No hit, no error."""
    assert _keys(public, "zzz") == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("x" * 201, "at most 200 characters"), ("a\x00b", "holds a null character")],
)
def test_a_question_that_is_none_is_refused(public: Reader, text: str, sentence: str) -> None:
    """Too long, or with what no text can hold; the sentence says which."""
    with pytest.raises(Malformed, match=sentence):
        find(public, text)


def test_an_identifier_is_one_word(public: Reader) -> None:
    """TH_AM001 is no question for TH and AM001: KH002 and MM_AM001 have both beginnings."""
    found = _keys(public, "TH_AM001")

    assert found[0] == ("methodology", "TH_AM001")
    assert {key[:2] for _, key in found} == {"TH"}
    assert _keys(public, "mn-2018") == [("decision", "MN-2018-11-06")]


@pytest.mark.parametrize("text", ["251", "499", "251 tCO2", "251 tCO2e"])
def test_an_amount_leads_to_its_decision(public: Reader, text: str) -> None:
    """Of Bangladesh's 499 the Government of Japan was to acquire 251; 2,519 of Thailand is else."""
    assert _keys(public, text) == [("decision", "BD-2022-03-28")]


def test_an_amount_is_found_with_and_without_separators(public: Reader) -> None:
    """Indonesia, January 2020: 17,673."""
    for text in ("17673", "17,673"):
        assert ("decision", "ID-2020-01-10") in _keys(public, text)


def test_technologies_are_found_in_japanese(public: Reader) -> None:
    """Most titles are published in English only; the words for technologies lead to them."""
    assert find(public, "太陽光").total > 40
    assert find(public, "冷凍機").total > 10
    assert ("project", "VN007") in _keys(public, "ベトナム 太陽光")


def test_every_word_must_be_found() -> None:
    """The last letters of a word may be missing, those of a Japanese pair may not."""
    assert word_question("PV-diesel") == "'pv':* & 'diesel':*"
    assert word_question("冷凍機") == "'冷凍' & '凍機'"
    assert word_question("''") is None
