"""Two versions of a methodology side by side, with all that is known of either."""

from openjcm.methodology.comparing.comparison import (
    ComparedField,
    ComparedItem,
    ComparedPart,
    ComparedVersion,
    Difference,
    RestingOn,
    VersionComparison,
    compare,
)
from openjcm.methodology.comparing.told import Blank, known_version, of_definition

__all__ = [
    "Blank",
    "ComparedField",
    "ComparedItem",
    "ComparedPart",
    "ComparedVersion",
    "Difference",
    "RestingOn",
    "VersionComparison",
    "compare",
    "known_version",
    "of_definition",
]
