"""What to do about a fault: a sentence for each check, and the nearest word to a wrong one."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from openjcm.measure import Finding

_QUOTED = re.compile(r"'([^']{1,60})'")
_KNOWN = re.compile(r"(?:known are|is one of|is none of) ([^;]+)")


def hint_for(finding: Finding, words: tuple[str, ...] = ()) -> str:
    """Return what to do about a finding.

    Args:
        finding: What is wrong.
        words: Symbols that the file has, among which a mistyped one may be.
    """
    hint = all_hints().get(str(finding.rule), "")
    near = _nearest(finding.message, words)
    return f"did you mean '{near}'? {hint}" if near else hint


@cache
def all_hints() -> Mapping[str, str]:
    """Return the hint of each check, by its stem."""
    text = (files("openjcm.methodology") / "drafting" / "hints.toml").read_text(encoding="utf-8")
    hints: dict[str, str] = tomllib.loads(text)["hint"]
    return hints


def _nearest(message: str, words: tuple[str, ...]) -> str:
    wrong, known = _QUOTED.search(message), _KNOWN.search(message)
    if wrong is None:
        return ""
    said = known.group(1).split(", ") if known else list(words)
    near = get_close_matches(wrong.group(1), said, n=1)
    return near[0] if near and near[0] != wrong.group(1) else ""
