"""The documents of the scheme as data, and how to cite them."""

from openjcm.rulebook.edition import Edition, HeldBy, Kind, Known, PlacedRule, Value
from openjcm.rulebook.rules import Rule

__all__ = ["Edition", "HeldBy", "Kind", "Known", "PlacedRule", "Rule", "Value"]
