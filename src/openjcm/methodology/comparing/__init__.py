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
    differs_in_itself,
)
from openjcm.methodology.comparing.ours import WHOLE, is_ours
from openjcm.methodology.comparing.told import Blank, known_version, of_definition

__all__ = [
    "WHOLE",
    "Blank",
    "ComparedField",
    "ComparedItem",
    "ComparedPart",
    "ComparedVersion",
    "Difference",
    "RestingOn",
    "VersionComparison",
    "compare",
    "differs_in_itself",
    "is_ours",
    "known_version",
    "of_definition",
]
