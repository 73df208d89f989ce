"""How totals were worked out: the address of the figure behind each of them.

An address is the same at every door: under ``/api/v1/``, and under the language on the site; the
shell asks ``openjcm figure`` with the same measure and options. Not in: the amounts themselves,
which are what the address answers (``addends``).
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from openjcm.views.record.addends import Summed


class Relation(StrEnum):
    """``sum``: every amount of the figures is in the total. ``part``: some of them are."""

    SUM = "sum"
    PART = "part"


@dataclass(frozen=True, slots=True)
class MadeOf:
    """How one total was worked out: ``total`` names it, ``figures`` are addresses.

    Several figures are of one measure in different registries, and were added.
    """

    total: str
    relation: Relation
    figures: tuple[str, ...]


def figure_address(measure: Summed, *, partner: str | None = None, year: int | None = None) -> str:
    """Return the address of a figure.

    >>> figure_address(Summed.GOJ, partner="BD"), figure_address(Summed.NOTIFIED)
    ('figures/goj?partner=BD', 'figures/notified')
    """
    asked = {"partner": partner, "year": year}
    tail = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"figures/{measure}?{tail}" if tail else f"figures/{measure}"
