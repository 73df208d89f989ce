"""Names and closed words that formulas and definitions use, as a reader of Japanese is told them.

An option keeps its name, since it stands in the formula beside, and has its meaning after it.
A set of members is only named in words, so that it is said in Japanese alone.
"""

import re
from collections.abc import Callable
from functools import cache

from openjcm.papers.recorded import as_recorded, names


def set_words(language: str, sets: str) -> str:
    """Write the sets over which a value runs.

    >>> set_words("ja", "waste, year"), set_words("en", "waste, year")
    ('廃棄物、年', 'waste, year')
    """
    return _each(language, sets, lambda name: names("sets").get(name, name))


def place_words(language: str, at: str) -> str:
    """Write at which members of its sets a value stands; where it has none, nothing.

    >>> place_words("ja", "waste food, year 2"), place_words("en", "waste food, year 2")
    ('廃棄物 厨芥、年2', 'waste food, year 2')
    """
    return _each(language, at, _member)


def option_words(language: str, options: str) -> str:
    """Write options as they stand in formulas, in Japanese each with its meaning behind it.

    >>> option_words("en", "grid, diesel"), option_words("ja", "0.533")
    ('grid, diesel', '0.533')
    """
    if language != "ja":
        return options
    # An option may have a comma of its own.
    return "、".join(map(_option, re.findall(f"({_any_option()}|.+?)(?:, |$)", options)))


def criterion_words(language: str, number: str) -> str:
    """Write what a criterion is called: its number, or in Japanese the word that we gave it.

    >>> criterion_words("ja", "guarantee"), criterion_words("en", "guarantee")
    ('保証値', 'guarantee')
    """
    return names("criteria").get(number, number) if language == "ja" else number


def row_words(language: str, rows: str) -> str:
    """Write the rows of a table, its options as everywhere and who gives it in words.

    >>> row_words("ja", "0–5: 0.5; the project"), row_words("en", "the project")
    ('0–5: 0.5; プロジェクトが与える', 'the project')
    """
    if language != "ja":
        return rows
    said = re.sub(
        f"(^|; )({_any_option()})(?=: )", lambda found: found[1] + _option(found[2]), rows
    )
    return re.sub(
        "(^|; )the project$", lambda found: found[1] + names("words")["the project"], said
    )


def choice_words(language: str, choices: str) -> str:
    """Write the names of the sources from which a value may come.

    >>> choice_words("ja", "grid, captive power")
    '系統、自家発電'
    """
    return _each(language, choices, lambda name: as_recorded("ja", name))


def closed_words(language: str, word: str) -> str:
    """Write a word of a closed list, such as which end belongs to a range; else as recorded.

    >>> closed_words("ja", "left"), closed_words("en", "left"), closed_words("ja", "kW")
    ('下限', 'left', 'kW')
    """
    return names("words").get(word, as_recorded(language, word)) if language == "ja" else word


def range_words(language: str, ends: str) -> str:
    """Write between which ends a value is plausible.

    >>> range_words("ja", "at least 0 and at most 2"), range_words("en", "at least 0")
    ('0以上、2以下', 'at least 0')
    """
    return _each(language, ends, _end, between=" and ")


def _each(language: str, text: str, said: Callable[[str], str], between: str = ", ") -> str:
    if language != "ja" or not text:
        return text
    return "、".join(map(said, text.split(between)))


def _member(place: str) -> str:
    """Write one member of one set, by its number or by the name that the project gives it."""
    name, _, member = place.partition(" ")
    apart = "" if member.isdecimal() else " "
    return names("sets").get(name, name) + apart + names("members").get(member, member)


@cache
def _any_option() -> str:
    """Return the pattern of every option that has a meaning, the longest first."""
    return "|".join(map(re.escape, sorted(names("options"), key=len, reverse=True)))


def _option(name: str) -> str:
    meaning = names("options").get(name)
    return f"{name}（{meaning}）" if meaning else name  # noqa: RUF001 - as it is written


def _end(words: str) -> str:
    which, _, end = words.rpartition(" ")
    return end + names("words")[which]
