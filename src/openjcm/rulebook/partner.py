"""The partner countries: one file each, in signing order or in kana order.

A country's own days begin in its first time zone, the capital's.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from unicodedata import name as letter_name
from unicodedata import normalize

from openjcm.measure.errors import NotFound
from openjcm.rulebook.edition import Known

_ENDING = ".toml"
_LONG = "ー"
_VOWELS = {"A": "ア", "I": "イ", "U": "ウ", "E": "エ", "O": "オ"}


@dataclass(frozen=True, slots=True)
class Partner:
    """A country that signed the bilateral document with Japan.

    ``known`` is how well the day of signing is known; ``order`` counts from 1 in signing order.
    """

    iso2: str
    iso3: str
    name_en: str
    name_ja: str
    kana: str
    order: int
    signed_on: date
    known: Known
    source: str
    membership_source: str
    zones: tuple[str, ...]
    note: str = ""

    @property
    def zone(self) -> str:
        """The time zone of the capital, in which the country's legal days are counted."""
        return self.zones[0]


@cache
def all_partners() -> tuple[Partner, ...]:
    """Return every partner country in signing order."""
    folder = files("openjcm.rulebook") / "partners"
    texts = (file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(_ENDING))
    return tuple(sorted(map(_partner, texts), key=lambda partner: partner.order))


def load_partner(iso2: str) -> Partner:
    """Return the partner country with this ISO 3166 alpha-2 code.

    Raises:
        NotFound: Japan has signed with no such country, as far as is known here.
    """
    for partner in all_partners():
        if partner.iso2 == iso2:
            return partner
    raise NotFound(f"{iso2} is no partner country", code="no-such-partner", about=iso2)


def partners_on(day: date) -> tuple[Partner, ...]:
    """Return the countries that had signed by the end of a day, in signing order."""
    return tuple(partner for partner in all_partners() if partner.signed_on <= day)


def kana_order(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    """Return the countries in the order of a Japanese list.

    Voiced and small kana count as their plain ones, a long mark as the vowel that it
    lengthens; the marks themselves decide only between readings that are equal otherwise.
    """
    return tuple(sorted(partners, key=lambda partner: (_plain(partner.kana), partner.kana)))


def _plain(kana: str) -> str:
    plain = ""
    for letter in normalize("NFD", kana):
        if letter == _LONG:
            plain += _VOWELS[letter_name(plain[-1])[-1]]
        elif letter_name(letter).startswith("KATAKANA LETTER "):
            plain += _full_size(letter)
    return plain


def _full_size(letter: str) -> str:
    small = "KATAKANA LETTER SMALL "
    if letter_name(letter).startswith(small):
        return chr(ord(letter) + 1)
    return letter


def _partner(text: str) -> Partner:
    table = tomllib.loads(text)
    zones = tuple(table.pop("zones"))
    return Partner(**table | {"zones": zones, "known": Known(table["known"])})
