"""What stands in the record in English and was written by us, in the language of a reader.

The record itself is never altered; a text that is not in the list is shown as it was recorded.
Not in here: words of pages and papers (``words``).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from openjcm.papers.words import say_number

# What stands in the record, and what the catalogue of methodologies says.
_LISTS = ("recorded.toml", "catalogue.toml")
_WHOLE = re.compile(r"(?<![\w.,])\d{4,}(?![\w.])")


def as_recorded(language: str, text: str) -> str:
    """Return a recorded text, in Japanese where it is ours and has Japanese.

    >>> as_recorded("ja", "chiller 1")
    '冷凍機1'
    >>> as_recorded("ja", "Next Accessories Ltd.")
    'Next Accessories Ltd.'
    """
    return japanese().get(text, text) if language == "ja" else text


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
    """Return the Japanese of each recorded text that is ours."""
    words = files("openjcm.papers") / "words"
    texts = ((words / name).read_text(encoding="utf-8") for name in _LISTS)
    said = (each for text in texts for each in tomllib.loads(text)["recorded"])
    return {each["en"]: each["ja"] for each in said}
