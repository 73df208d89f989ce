"""Shares that published amounts come near to, to be tried against every published row."""

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CandidateShare:
    """A share to be tried: no rule of the scheme names it.

    ``whose`` is goj, host, or holder: of any other recipient who was named. ``why`` and
    ``why_ja`` say why it is tried.
    """

    whose: str
    share: Fraction
    why: str
    why_ja: str
    source: str


@cache
def candidate_shares() -> tuple[CandidateShare, ...]:
    """Return the shares to be tried, in the order of their file."""
    text = (files("openjcm.rulebook") / "candidate_shares.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["share"]
    return tuple(CandidateShare(**row | {"share": Fraction(row["share"])}) for row in rows)
