"""What credits of a vintage are worth towards an NDC.

Pure: a vintage in, its standing out. Not in: first transfers and corresponding adjustments.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import resources

from openjcm.cycle import QuantityPart
from openjcm.measure.errors import Malformed
from openjcm.rulebook import Rule


@dataclass(frozen=True, slots=True)
class FirstVintage:
    """The first calendar year whose credits can be ITMOs, and where that is written."""

    year: int
    says: str
    source: str


class Vintages(StrEnum):
    """Of which vintages a quantity is: before the first of an ITMO, from it, of both, not known."""

    BEFORE = "before"
    SINCE = "since"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a vintage's credits are; ``reason`` is a stem of the catalogue of words.

    Whatever the standing, the credits count as issued.
    """

    vintage: int
    is_itmo: bool
    towards_ndc: int
    reason: str
    source: str


@cache
def first_itmo_vintage() -> FirstVintage:
    """Return the first calendar year whose credits can be ITMOs, with its source."""
    text = resources.files("openjcm.article6").joinpath("first_year.toml").read_text("utf-8")
    first = tomllib.loads(text, parse_float=Decimal)["first_itmo_vintage"]
    return FirstVintage(first["year"], first["says"], first["source"])


def is_itmo_vintage(year: int) -> bool:
    """Answer whether credits of a calendar year can be ITMOs.

    >>> is_itmo_vintage(2020), is_itmo_vintage(2021)
    (False, True)
    """
    return year >= first_itmo_vintage().year


def vintages_of(part: QuantityPart) -> Vintages:
    """Return of which vintages a part of what was notified is, as far as its days tell.

    Rules: PRE_2021_IS_NOT_AN_ITMO.
    """
    if part.last is not None and not is_itmo_vintage(part.last.year):
        return Vintages.BEFORE
    if part.are_itmos or (part.first is not None and is_itmo_vintage(part.first.year)):
        return Vintages.SINCE
    is_printed = part.first is not None and part.last is not None and part.ended_by is None
    return Vintages.BOTH if is_printed else Vintages.UNKNOWN


def vintages_of_all(parts: Iterable[QuantityPart]) -> Vintages:
    """Return of which vintages all parts of a decision are together."""
    found = {vintages_of(part) for part in parts}
    if len(found) == 1:
        return found.pop()
    return Vintages.BOTH if found & {Vintages.SINCE, Vintages.BOTH} else Vintages.UNKNOWN


def ndc_standing(vintage: int, *, authorized: bool, retired_for_ndc: int) -> Standing:
    """Return what credits of one vintage count towards the NDC of the side that retired them.

    Rules: PRE_2021_IS_NOT_AN_ITMO.

    Args:
        vintage: The calendar year of the reductions.
        authorized: Whether the host has authorized them for use towards an NDC.
        retired_for_ndc: How many of them were retired.

    Raises:
        Malformed: the number retired is negative.
    """
    if retired_for_ndc < 0:
        raise Malformed(
            f"vintage {vintage}: {retired_for_ndc} cannot have been retired",
            code="amount-out-of-range",
            about="retired_for_ndc",
        )
    first = first_itmo_vintage()
    if not is_itmo_vintage(vintage):
        reason = Rule.PRE_2021_IS_NOT_AN_ITMO.value
    elif not authorized:
        reason = "not-authorized"
    else:
        return Standing(vintage, True, retired_for_ndc, "itmo", first.source)
    return Standing(vintage, False, 0, reason, first.source)
