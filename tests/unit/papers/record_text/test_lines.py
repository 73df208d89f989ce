"""Labelled lines, tables, figures and sources of the record's texts."""

from datetime import date

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers.columns import width
from openjcm.papers.record_text.lines import (
    day_text,
    figure_cell,
    figure_text,
    labelled,
    rest_text,
    sources_text,
    table,
    title,
)
from openjcm.papers.record_text.words import RECORD, say
from openjcm.papers.words import LANGUAGES, PAPERS
from openjcm.views.figures import UNDISCLOSED, Figure, Source
from openjcm.views.record.pages import Page


def test_a_figure_is_written_with_its_basis() -> None:
    """And with how it was worked out, where that is short."""
    derived = Figure(42, Basis.DERIVED, calculation="208 − 166")

    assert figure_text("en", Figure(17673, Basis.PUBLISHED)) == "17,673 [published]"
    assert figure_text("ja", derived) == "42 [算出値：208 − 166]"  # noqa: RUF001 - as printed
    assert figure_cell("en", derived) == "42\n[derived]"


@pytest.mark.parametrize("write", [figure_text, figure_cell])
def test_a_blank_is_said_in_words(write: object) -> None:
    """Never a zero, never an empty place."""
    assert callable(write)
    assert [write(language, UNDISCLOSED) for language in LANGUAGES] == ["not published", "非公表"]


def test_a_day_that_is_not_known_is_said_so() -> None:
    """In the order that sorts."""
    assert day_text("en", date(2022, 3, 28)) == "2022-03-28"
    assert [day_text(language, None) for language in LANGUAGES] == ["not known", "不明"]


def test_a_title_without_a_japanese_one_stays_english() -> None:
    """Nothing is translated on the way."""
    assert title("ja", "A loom", "") == "A loom"
    assert title("ja", "A loom", "織機") == "織機"
    assert title("en", "A loom", "織機") == "A loom"


def test_a_long_value_stays_in_its_column() -> None:
    """A label without a value is left out."""
    lines = labelled([("状態", "登録済み"), ("空", ""), ("Title", "word " * 30)], "  ")

    assert lines[0] == "  状態   登録済み"
    assert len(lines) == 3
    assert lines[2].startswith("         word")
    assert max(map(width, lines)) <= 100


def test_a_table_breaks_in_one_column() -> None:
    """The others keep their width, wide letters counted as two."""
    lines = table(["No.", "名称"], [["1", "省エネ" * 20], ["2", "A\nB"]], wrapped=1)

    assert lines[0] == "No.  名称"
    assert max(map(width, lines)) <= 100
    assert lines[-2:] == ["2    A", "     B"]


def test_a_table_that_fits_is_left_alone() -> None:
    """No column is asked to break."""
    assert table(["a"], [["b"]]) == ["a", "b"]


def test_a_list_says_how_much_of_it_is_shown() -> None:
    """And with which cursor it goes on, on a line of its own."""
    assert rest_text("en", Page((1,), 1)) == ["1 in all."]
    assert rest_text("en", Page((), 0)) == ["None."]
    assert rest_text("ja", Page((1,), 2, "abc"))[-1] == "  --cursor abc"


def test_a_source_is_written_with_its_licence() -> None:
    """A title that only repeats the address is left out."""
    sources = [
        Source("gec.jp", "https://gec.jp/a"),
        Source("A page", "https://example.org/", "facts quoted with source"),
    ]

    assert sources_text("en", sources) == [
        "Sources",
        "  [1]  https://gec.jp/a",
        "  [2]  A page https://example.org/ (facts quoted with source)",
    ]


def test_words_come_from_here_or_from_the_papers() -> None:
    """No key stands in both, so none hides another."""
    assert say("ja", "not-published") == "非公表"
    for language in LANGUAGES:
        assert not RECORD.keys(language) & PAPERS.keys(language)
        assert all(RECORD.has(language, key) for key in RECORD.keys(language))
