"""The outlines of countries as they were made once, and where each is marked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Outlines are written in tenths, so that they are whole numbers.
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Outlines:
    """Paths in tenths of the picture's units, and places in its units.

    ``countries`` has an empty path where a country is too small to have an outline.
    """

    width: int
    height: int
    land: str
    countries: Mapping[str, str]
    places: Mapping[str, tuple[float, float]]


@cache
def outlines() -> Outlines:
    """Return the outlines that come with the installation."""
    text = (files("openjcm.papers.maps") / "outlines.json").read_text(encoding="utf-8")
    made = json.loads(text)
    return Outlines(
        width=made["width"],
        height=made["height"],
        land=made["land"],
        countries=made["countries"],
        places={iso2: (x, y) for iso2, (x, y) in made["places"].items()},
    )
