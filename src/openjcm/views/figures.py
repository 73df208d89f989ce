"""A figure as it is shown: never without its basis, never a blank that could be read as zero."""

from dataclasses import dataclass
from datetime import date

from openjcm.measure.basis import Basis


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of tonnes (tCO2e) with the reason to believe it.

    ``amount`` is None only when the basis is ``undisclosed``: it exists and is not published.
    ``calculation`` says how a derived figure was worked out, where that is short.
    """

    amount: int | None
    basis: Basis
    source: str | None = None
    calculation: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a published fact was printed.

    ``kind`` is official, secondary or copy; ``state`` the day whose state it gives; ``key`` is
    how figures of the same fact refer to it.
    """

    title: str
    url: str
    licence: str = ""
    key: str = ""
    kind: str = ""
    state: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerName:
    """A partner country in the order of a notice: signing order, or kana order in Japanese."""

    iso2: str
    name_en: str
    name_ja: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Goal:
    """A policy goal that was in force on a day."""

    text_en: str
    text_ja: str
    since: date
    source: str


UNDISCLOSED = Figure(None, Basis.UNDISCLOSED)
