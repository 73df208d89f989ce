"""What technologies in an English title are called in Japanese, for search alone.

Most titles of the scheme are published in English only; a reader of Japanese asks for 太陽光.
Not in: a translation that anybody is shown.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from openjcm.measure.words import words_of


@dataclass(frozen=True, slots=True)
class Technology:
    """A technology by the beginnings of its English words, any of ``en``, and in Japanese."""

    en: tuple[tuple[str, ...], ...]
    ja: tuple[str, ...]


def japanese_for(*texts: str) -> tuple[str, ...]:
    """Return the Japanese names of the technologies that English texts speak of.

    >>> japanese_for("Floating solar power on a reservoir")
    ('太陽光発電', 'ソーラー', '水上太陽光')
    >>> japanese_for("Bangladesh")
    ()
    """
    words = words_of(*texts)
    return tuple(
        name
        for each in technologies()
        if any(_speaks_of(words, beginnings) for beginnings in each.en)
        for name in each.ja
    )


@cache
def technologies() -> tuple[Technology, ...]:
    """Return every technology that is known by a Japanese name."""
    text = (files("openjcm.store.projecting") / "technologies.toml").read_text(encoding="utf-8")
    return tuple(
        Technology(tuple(tuple(name.split()) for name in each["en"]), tuple(each["ja"]))
        for each in tomllib.loads(text)["technology"]
    )


def _speaks_of(words: frozenset[str], beginnings: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in beginnings)
