"""Columns of a terminal, wide characters included."""

from openjcm.papers.columns import pad, shorten, side_by_side, width, wrap


def test_a_japanese_character_is_two_cells_wide() -> None:
    """Tables line up only if this is counted."""
    assert width("合計") == 4
    assert width("か\u3099") == 2
    assert pad("合計", 6) == "合計  "
    assert pad("too long", 3) == "too long"


def test_a_title_is_cut_between_words_and_never_after_a_small_one() -> None:
    """The notice's table cuts BD004 after System, not after at."""
    title = "Introduction of PV-diesel Hybrid System at Fastening Manufacturing Plant"

    assert shorten(title, 53, never_last=("at",)) == "Introduction of PV-diesel Hybrid System …"
    assert shorten(title, 53) == "Introduction of PV-diesel Hybrid System at …"
    assert shorten(title, 100) == title
    assert shorten("Unbreakable", 5) == "Unbreakable …"


def test_a_japanese_title_is_cut_between_characters() -> None:
    """Japanese has no blanks to cut at."""
    assert shorten("空調の効率化", 10) == "空調の効…"


def test_lines_break_at_blanks_and_between_wide_characters() -> None:
    """No line is longer than asked, unless one word is."""
    assert wrap("one two three", 8) == ["one two", "three"]
    assert wrap("a https://example.org/long b", 6) == ["a", "https://example.org/long", "b"]
    assert wrap("空調の効率化", 6) == ["空調の", "効率化"]
    assert wrap("", 6) == [""]
    assert wrap(" led", 6) == ["led"]


def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    """Japanese typesetting forbids both."""
    assert wrap("空調。", 4) == ["空", "調。"]
    assert wrap("空「調」", 4) == ["空", "「調」"]


def test_cells_of_several_lines_stand_beside_one_another() -> None:
    """Shorter cells are filled, and no line ends in blanks."""
    assert side_by_side([["a", "b"], ["合"], ["c"]], [2, 3, 1]) == ["a   合   c", "b"]
