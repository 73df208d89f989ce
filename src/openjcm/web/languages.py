"""Which language a reader wants, and the twin of a page in another one."""

import re

from django.urls import register_converter
from django.urls.converters import StringConverter

from openjcm.papers.words import LANGUAGES

DEFAULT = "en"
NAMES = {"en": "English", "ja": "日本語"}
_PREFIX = re.compile(rf"^/({'|'.join(LANGUAGES)})(?=/|$)")
_QUALITY = re.compile(r"^q=([01](?:\.\d{0,3})?)$")


class LanguageConverter(StringConverter):
    """The first part of an address: ``en`` or ``ja``."""

    regex = "|".join(LANGUAGES)


def register() -> None:
    """Make ``<language:language>`` known to the addresses."""
    register_converter(LanguageConverter, "language")


def language_of(path: str) -> str:
    """Return the language of an address, English where it names none."""
    found = _PREFIX.match(path)
    return found.group(1) if found else DEFAULT


def twin(path: str, language: str) -> str:
    """Return the address of the same page in another language.

    >>> twin("/en/notices/BD-2022-03-28", "ja")
    '/ja/notices/BD-2022-03-28'
    """
    return _PREFIX.sub(f"/{language}", path) if _PREFIX.match(path) else f"/{language}/"


def preferred(accept_language: str) -> str:
    """Return the language that a browser asks for first among ours.

    >>> preferred("fr, ja;q=0.8, en;q=0.5")
    'ja'
    """
    wishes = [_wish(part) for part in accept_language.lower().split(",")]
    ours = [wish for wish in wishes if wish[1] in LANGUAGES and wish[0] > 0]
    return max(ours, key=lambda wish: wish[0])[1] if ours else DEFAULT


def _wish(part: str) -> tuple[float, str]:
    name, _, weight = part.replace(" ", "").partition(";")
    quality = _QUALITY.match(weight)
    return (float(quality.group(1)) if quality else 1.0, name.partition("-")[0])
