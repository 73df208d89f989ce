"""The words of a workbook, in the language that it is written in; readers know them all."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from openjcm.papers.words import LANGUAGES, Catalogue

SHEET_WORDS = Catalogue(files("openjcm.papers.workbooks") / "words")


def say(language: str, key: str, **values: str | int) -> str:
    """Return words of a sheet; see ``Catalogue.say``."""
    return SHEET_WORDS.say(language, key, **values)


@cache
def headers() -> Mapping[str, str]:
    """Return which column each header of any language names: ``Units`` is ``units``."""
    keys = sorted(key for key in SHEET_WORDS.keys("en") if key.startswith("header-"))
    return {
        as_header(say(language, key)): key.removeprefix("header-")
        for language in LANGUAGES
        for key in keys
    }


def as_header(text: str) -> str:
    """Return a header as it is compared: one blank between words, and in no case of letters.

    >>> as_header("  Monitored   values "), as_header("Units")
    ('monitored values', 'units')
    """
    return " ".join(text.split()).casefold()
