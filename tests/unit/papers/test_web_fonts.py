"""The fonts of the site hold every character that our papers say."""

from importlib.resources import files

from fontTools.ttLib import TTFont

from openjcm.papers.words import LANGUAGES, PAPERS
from openjcm.rulebook.partner import all_partners

_FONTS = files("openjcm.web") / "static" / "fonts"


def test_the_common_files_hold_every_character_of_the_words() -> None:
    """A page of ours never waits for the large second file."""
    text = "".join(
        (files("openjcm.papers") / "words" / f"{language}.ftl").read_text(encoding="utf-8")
        for language in LANGUAGES
    ) + "".join(partner.name_ja for partner in all_partners())

    missing = set(text) - {"\n"} - _held("open-sans-400") - _held("noto-sans-jp-400-common")

    assert not missing
    assert PAPERS.has("ja", "total")


def test_both_weights_hold_the_same() -> None:
    """A bold word falls back to no other face."""
    for part in ("common", "rest"):
        assert _held(f"noto-sans-jp-400-{part}") == _held(f"noto-sans-jp-700-{part}")
    assert _held("open-sans-400") == _held("open-sans-600")


def test_the_two_files_together_hold_every_kanji_of_the_standard() -> None:
    """A name of a company or a person is never an empty box."""
    codes = (bytes([row, cell]) for row in range(0xB0, 0xF5) for cell in range(0xA1, 0xFF))
    kanji = set(b"".join(codes).decode("euc_jp", errors="ignore"))

    assert len(kanji) == 6355
    assert not kanji - _held("noto-sans-jp-400-common") - _held("noto-sans-jp-400-rest")


def _held(name: str) -> set[str]:
    with (_FONTS / f"{name}.woff2").open("rb") as file:
        return {chr(code) for code in TTFont(file).getBestCmap()}
