"""What to do about a fault: a sentence for each check, and the nearest word to a wrong one."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from openjcm.measure import Finding
from openjcm.methodology.checks import Check

_QUOTED = re.compile(r"'([^']{1,60})'")
# More symbols than a methodology has are not looked through one by one.
_WORDS_ASKED = 200
_UNIT_LENGTH_MIN = 4
_OF_HEAD = "key-given-in-the-head"
_KNOWN = re.compile(r"(?:known are|is one of|is none of) ([^;]+)")


def hint_for(finding: Finding, words: tuple[str, ...] = ()) -> str:
    """Return what to do about a finding.

    Args:
        finding: What is wrong.
        words: Symbols that the file has, among which a mistyped one may be.
    """
    is_of_head = finding.rule == Check.KEY_GIVEN and ": " not in finding.place
    hint = all_hints().get(_OF_HEAD if is_of_head else str(finding.rule), "")
    near = _nearest(finding, words[:_WORDS_ASKED])
    return f"did you mean '{near}'? {hint}" if near else hint


@cache
def all_hints() -> Mapping[str, str]:
    """Return the hint of each check, by its stem."""
    text = (files("openjcm.methodology") / "drafting" / "hints.toml").read_text(encoding="utf-8")
    hints: dict[str, str] = tomllib.loads(text)["hint"]
    return hints


def _nearest(finding: Finding, words: tuple[str, ...]) -> str:
    quoted, known = _QUOTED.search(finding.message), _KNOWN.search(finding.message)
    wrong = quoted.group(1) if quoted else ""
    if finding.rule == Check.INPUT_KNOWN:
        wrong, known = finding.place.rpartition(": ")[2], None
    said = known.group(1).split(", ") if known else list(words)
    same = [each for each in said if each.casefold() == wrong.casefold()]
    # Units are so short that another one is always near: m is no likely meaning of lm.
    if finding.rule == Check.UNIT_KNOWN and len(wrong) < _UNIT_LENGTH_MIN:
        said = []
    near = same or get_close_matches(wrong, said, n=1)
    return near[0] if near and near[0] != wrong else ""
