"""Every fault of a draft or of the catalogue at once: file, line, what is wrong, what to do."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from openjcm.measure import Finding
from openjcm.methodology.catalogue import check_definition
from openjcm.methodology.checks import Check
from openjcm.methodology.drafting.hints import hint_for
from openjcm.methodology.drafting.locating import line_said, lines_of, nearest, path_of
from openjcm.methodology.entries import EntryCheck, check_catalogue
from openjcm.methodology.files.resolving import bundled
from openjcm.methodology.files.toml import TEXT_LENGTH_MAX

_QUOTED = re.compile(r"'([^']{1,60})'")
_BELOW = re.compile(r"(?P<kind>families|blocks)/(?P<name>[\w.-]+)\.toml")
# Where the fault is in the value of a key that the message does not name.
_KEY_OF: Mapping[str, str] = {
    Check.FORMULA_READABLE: "is",
    Check.SYMBOL_KNOWN: "is",
    Check.TABLE_KNOWN: "is",
    Check.UNITS_ALIKE: "is",
    Check.KINDS_ALIKE: "is",
    Check.POWER_BOUNDED: "is",
    Check.SERIES_EXPECTED: "is",
    Check.INDEX_SET_NAMED: "is",
    Check.INDEX_SET_ORDERED: "is",
    Check.CRITERION_DECIDES: "is",
    Check.UNIT_KNOWN: "unit",
    Check.UNIT_AS_PROMISED: "unit",
    Check.ID_AS_PRINTED: "id",
    Check.TEMPLATE_SAYS_SO: "status",
    EntryCheck.STATUS_AS_NUMBERED: "status",
    EntryCheck.FAMILY_KNOWN: "family",
    Check.CONFIRMED_BY_PERSONS: "status",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in which file and on which line, and what to do about it."""

    rule: str
    file: str
    line: int
    place: str
    message: str
    hint: str


def faults_of(path: Path | None = None) -> list[Fault]:
    """Return every fault of a definition, of a folder with its cases, or of the whole catalogue.

    Args:
        path: A ``definition.toml``, a version's folder, or one that holds such; None is the
            catalogue that comes with the installation, with its families.

    Raises:
        NotFound: there is no such file, or nothing to check in the folder.
        Malformed: a file is no text in UTF-8.
    """
    if path is not None and not path.is_dir():
        return [_fault(each, (path.parent,)) for each in check_definition(path)]
    ours = Path(str(files("openjcm.methodology")))
    bundled_in = (ours / "definitions", ours / "families", ours)
    # Named as it was asked for, where that is possible.
    roots = (path, path.parent, path.resolve().parent) if path else bundled_in
    return [_fault(each, roots) for each in check_catalogue(path)]


def _fault(finding: Finding, roots: Sequence[Path]) -> Fault:
    file, text = _file_of(finding.place.partition(": ")[0], roots)
    return Fault(
        rule=str(finding.rule),
        file=file,
        line=_line(text, finding),
        place=finding.place,
        message=finding.message,
        hint=hint_for(finding, _symbols(text)),
    )


def _file_of(named: str, roots: Sequence[Path]) -> tuple[str, str]:
    """Return the file in which a fault stands, and its text: it may be one that is built on."""
    for path in (root / named for root in roots):
        if path.is_file():
            with path.open("rb") as file:
                return str(path), file.read(4 * TEXT_LENGTH_MAX + 1).decode(errors="replace")
    below = _BELOW.search(named)
    text = bundled(below.group("kind"), below.group("name")) if below else None
    return below.group() if below else named, text or ""


def _line(text: str, finding: Finding) -> int:
    if not (lines := _lines(text)):
        return line_said(finding.message)
    path = path_of(text, finding.place)
    if str(finding.rule).startswith(("case-agrees", "input-")):
        path = _path_in_a_case(lines, finding)
    for key in (*_QUOTED.findall(finding.message), _KEY_OF.get(str(finding.rule), "")):
        if (*path, key) in lines:
            return lines[(*path, key)]
    named = _QUOTED.findall(finding.message)
    if not path and named:
        return next((lines[each] for each in lines if each[-1] == named[0]), 1)
    return nearest(lines, path)


def _path_in_a_case(lines: Mapping[tuple[str, ...], int], finding: Finding) -> tuple[str, ...]:
    """Return where a symbol stands in a case: findings of values name it behind the last colon."""
    symbol = finding.place.split(": ")[-1].split(",")[0].split(" ")[0]
    sections = (
        ("expected",) if finding.rule == Check.CASE_AGREES else ("monitored", "fixed", "table")
    )
    found = ((section, symbol) for section in sections if (section, symbol) in lines)
    return next(found, sections[:1])


@lru_cache(maxsize=8)
def _lines(text: str) -> Mapping[tuple[str, ...], int]:
    """Return the lines of a text; none when it is no TOML."""
    try:
        tomllib.loads(text)
    except (ValueError, ArithmeticError, RecursionError):
        return {}
    return lines_of(text)


def _symbols(text: str) -> tuple[str, ...]:
    sections = ("monitored", "fixed", "asked", "table")
    return tuple(path[1] for path in _lines(text) if len(path) > 1 and path[0] in sections)
