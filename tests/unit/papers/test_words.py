"""The catalogues of words, and how days and numbers are written."""

from datetime import date
from pathlib import Path

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.papers.words import (
    LANGUAGES,
    PAPERS,
    Catalogue,
    MissingWord,
    say,
    say_day,
    say_number,
    say_ordinal,
    say_period,
    say_table_period,
)


def test_both_catalogues_have_the_same_keys() -> None:
    """A key that one language lacks would stop a paper in that language."""
    english, japanese = (PAPERS.keys(language) for language in LANGUAGES)

    assert english == japanese
    assert len(english) > 200


def test_every_key_that_is_listed_is_also_found() -> None:
    """What ``keys`` lists is what Fluent parsed: nothing was dropped as junk."""
    for language in LANGUAGES:
        assert all(PAPERS.has(language, key) for key in PAPERS.keys(language))


def test_a_missing_key_is_refused() -> None:
    """No page or paper ever shows a key in place of words."""
    with pytest.raises(MissingWord, match="no-such-key"):
        say("en", "no-such-key")


def test_a_language_without_a_catalogue_is_refused() -> None:
    """A language is never silently another one."""
    with pytest.raises(MissingWord, match="'fr'"):
        say("fr", "total")
    assert not PAPERS.has("fr", "total")


def test_a_missing_value_is_refused() -> None:
    """A sentence with a hole in it is never shown."""
    with pytest.raises(MissingWord, match="brackets"):
        say("en", "brackets")


def test_a_key_without_words_is_refused(tmp_path: Path) -> None:
    """A message of attributes only has nothing to say."""
    for language in LANGUAGES:
        (tmp_path / f"{language}.ftl").write_text("empty =\n    .title = x\n", encoding="utf-8")

    with pytest.raises(MissingWord, match="without words"):
        Catalogue(tmp_path).say("en", "empty")


def test_another_room_can_bring_a_folder_of_its_own(tmp_path: Path) -> None:
    """A catalogue is a folder."""
    for language in LANGUAGES:
        words = f"hello = Hello {{ $name }} in {language}\n"
        (tmp_path / f"{language}.ftl").write_text(words, encoding="utf-8")

    assert Catalogue(tmp_path).say("ja", "hello", name="BD002") == "Hello BD002 in ja"


def test_days_are_written_as_notices_write_them() -> None:
    """No leading zero in a sentence, and the Japanese order in Japanese."""
    assert say_day("en", date(2022, 3, 28)) == "28 March 2022"
    assert say_day("en", date(2022, 4, 1)) == "1 April 2022"
    assert say_day("ja", date(2022, 3, 28)) == "2022年3月28日"


def test_every_month_has_its_name() -> None:
    """Twelve names, long and short."""
    long = [say_day("en", date(2022, month, 1)).split(" ")[1] for month in range(1, 13)]
    january = Period(date(2022, 1, 1), date(2022, 1, 31))

    assert len(set(long)) == 12
    assert say_table_period("en", january) == "01 Jan 2022 – 31 Jan 2022"
    assert say_period("en", january) == "1 January 2022 – 31 January 2022"


def test_numbers_have_thousands_separators() -> None:
    """Years are not numbers in this sense; tonnes are."""
    assert [say_number(language, 17673) for language in LANGUAGES] == ["17,673", "17,673"]
    assert say_number("en", 0) == "0"


def test_ordinals_end_as_they_are_spoken() -> None:
    """11th to 13th are the exceptions."""
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 101)

    assert [say_ordinal("en", number) for number in numbers] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "101st")
    ]
    assert say_ordinal("ja", 1) == "第1回"


def test_one_month_is_not_plural() -> None:
    """Months are counted in words that agree with the number."""
    assert say("en", "months", count=1) == "1 month"
    assert say("en", "months", count=29) == "29 months"


def test_every_basis_has_a_name_and_a_meaning() -> None:
    """Every figure carries its basis, so every basis has words."""
    for language in LANGUAGES:
        for basis in Basis:
            assert say(language, f"basis-{basis}")
            assert say(language, f"basis-means-{basis}")
