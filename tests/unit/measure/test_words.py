"""Texts as search sees them: both languages, without case, accents and width."""

from unicodedata import normalize

import pytest

from openjcm.measure.words import asked_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", set()),
        (" – () ", set()),
        ("PV-diesel Hybrid", {"pv", "diesel", "hybrid"}),
        ("Café  CAFÉ", {"cafe"}),
        ("BD_AM001_ver01.0", {"bd_am001_ver01.0", "bd", "am001", "ver01", "0"}),
        ("方法論TH_AM001と", {"方法", "法論", "論", "th_am001", "th", "am001", "と"}),
        ("MN-2018-11-06", {"mn-2018-11-06", "mn", "2018", "11", "06"}),
        ("VN-undated-VN008", {"vn-undated-vn008", "vn", "undated", "vn008"}),
        ("17,673 t, 1,24", {"17673", "t", "1", "24"}),
        ("省エネ", {"省エ", "エネ", "ネ"}),
        ("JCM設備", {"jcm", "設備", "備"}),
        ("太陽光PV発電", {"太陽", "陽光", "光", "pv", "発電", "電"}),
        ("ﾀｰﾎﾞ", {"ター", "ーボ", "ボ"}),
        ("ＢＤ００２", {"bd002"}),  # noqa: RUF001 - wide letters are the point
    ],
)
def test_a_text_is_found_by_its_words(text: str, words: set[str]) -> None:
    """Latin letters word by word, Japanese in pairs and by its last letter."""
    assert words_of(text) == words


def test_several_texts_are_found_by_the_words_of_all() -> None:
    """A project is found by its titles in both languages."""
    assert words_of("Chiller", "冷凍") == {"chiller", "冷凍", "凍"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ()),
        ("Chill", (("chill", True),)),
        ("冷", (("冷", True),)),
        ("TH_AM001", (("th_am001", True),)),
        ("th-2018", (("th-2018", True),)),
        ("17,673", (("17673", False),)),
        ("10 251 2022", (("10", True), ("251", False), ("2022", False))),
        ("251 tCO2", (("251", False),)),
        ("251tCO₂eq", (("251", False),)),
        ("17,673 t-CO2", (("17673", False),)),
        ("251 tonnes", (("251", False),)),
        ("251トン", (("251", False),)),
        ("tonne", (("tonne", True),)),
        ("251 th", (("251", False), ("th", True))),
        ("冷凍機 BD", (("冷凍", False), ("凍機", False), ("bd", True))),
    ],
)
def test_a_question_may_leave_the_end_of_a_word_open(
    text: str, asked: tuple[tuple[str, bool], ...]
) -> None:
    """A beginning finds the word; pairs of Japanese letters are asked as they are."""
    assert asked_words(text) == asked


@pytest.mark.parametrize("text", ["ガス", "ポンプ", "ドライヤー"])
def test_a_voiced_letter_is_one_letter(text: str) -> None:
    """A voicing mark is no accent, and stands with its letter however the text was typed."""
    apart = normalize("NFD", text)

    assert apart != text
    assert words_of(apart) == words_of(text)
    assert asked_words(apart) == asked_words(text)
