"""What stands in the record in English and was written by us, in the language of a reader.

The record itself is never altered; a text that is not in the list is shown as it was recorded.
Not in here: words of pages and papers (``words``).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from openjcm.methodology.entries import all_families
from openjcm.papers.words import say_number

# What stands in the record, and what entries, definitions and cases of methodologies say.
_LISTS = ("recorded.toml", "catalogue.toml", "definitions.toml", "cases.toml")
_SENTENCES = re.compile(r"(?<=\.) ")
_WHOLE = re.compile(r"(?<![\w.,])\d{4,}(?![\w.])")


def as_recorded(language: str, text: str) -> str:
    """Return a recorded text, in Japanese where it is ours and has Japanese.

    A text of several sentences is in Japanese where each of them is.

    >>> as_recorded("ja", "chiller 1")
    '冷凍機1'
    >>> as_recorded("ja", "Two chillers. All numbers are illustrative.")
    '冷凍機2台。数値はすべて例示である。'
    >>> as_recorded("ja", "Next Accessories Ltd.")
    'Next Accessories Ltd.'
    """
    return _japanese(text) or text if language == "ja" else text


def calculation_words(language: str, said: str) -> str:
    """Write how a figure was worked out, its numbers as figures are written.

    >>> calculation_words("en", "30312 + 322 + 139")
    '30,312 + 322 + 139'
    """
    return _WHOLE.sub(
        lambda found: say_number(language, int(found.group())), as_recorded(language, said)
    )


@cache
def japanese() -> dict[str, str]:
    """Return the Japanese of each recorded text that is ours, or of each of its sentences."""
    said = {each.title_en: each.title_ja for each in all_families()}
    for name in _LISTS:
        said |= {each["en"]: each["ja"] for each in _list(name)["recorded"]}
    return said


def names(kind: str) -> dict[str, str]:
    """Return the Japanese of names of files: of ``sets``, ``options`` or ``criteria``."""
    said: dict[str, str] = _list("definitions.toml")["names"][kind]
    return said


def _japanese(text: str) -> str:
    """Return the Japanese of a text, empty where it has none."""
    known = japanese()
    if text in known:
        return known[text]
    said = [known.get(each, "") for each in _SENTENCES.split(text)]
    return "".join(said) if all(said) else ""


@cache
def _list(name: str) -> dict[str, Any]:
    place = files("openjcm.papers") / "words" / name
    return tomllib.loads(place.read_text(encoding="utf-8"))
