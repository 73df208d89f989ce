"""Every fault of a draft or of the catalogue at once: file, line, what is wrong, what to do."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from openjcm.methodology.files.toml import NotReadable, parsed, text_of
from openjcm.methodology.given import ASKED, SECTIONS, VINTAGE, YEAR
from openjcm.methodology.working.faults import Unworkable

# From the name of a file, as findings have it, to where it is and what it says.
_Look = Callable[[str], tuple[str, str]]
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
    **dict.fromkeys(Unworkable, "is"),
}
# What is said of the values of a case, under their symbols.
_OF_A_CASE = ("case-agrees", "input-", *Unworkable)


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
        return [_fault(each, _among((path.parent,))) for each in check_definition(path)]
    ours = Path(str(files("openjcm.methodology")))
    bundled_in = (ours / "definitions", ours / "families", ours)
    # Named as it was asked for, where that is possible.
    roots = (path, path.parent, path.resolve().parent) if path else bundled_in
    return [_fault(each, _among(roots)) for each in check_catalogue(path)]


def faults_in(path: Path, findings: Sequence[Finding], words: Sequence[str] = ()) -> list[Fault]:
    """Return findings of a file with their lines and hints.

    Args:
        path: The file; a finding that names no file is of this one.
        findings: What is wrong.
        words: Symbols among which a mistyped one may be, beside those of the file.
    """
    look = _among((path.parent,))
    return [_fault(each, look, tuple(words)) for each in _placed(path.name, findings)]


def faults_in_text(
    text: str, name: str, findings: Sequence[Finding], words: Sequence[str] = ()
) -> list[Fault]:
    """Return findings of a text that is no file, as ``faults_in`` does of one that is.

    Args:
        text: What was read.
        name: What it was called when it was read.
        findings: What is wrong.
        words: Symbols among which a mistyped one may be, beside those of the text.
    """

    def look(named: str) -> tuple[str, str]:
        return (name, text) if named == name else _bundled(named)

    return [_fault(each, look, tuple(words)) for each in _placed(name, findings)]


def _placed(name: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings with the file they are of, where they name none."""
    for each in findings:
        is_named = each.place.partition(": ")[0].endswith(".toml")
        yield each if is_named else replace(each, place=f"{name}: {each.place}")


def _fault(finding: Finding, look: _Look, words: tuple[str, ...] = ()) -> Fault:
    file, text = look(finding.place.partition(": ")[0])
    return Fault(
        rule=str(finding.rule),
        file=file,
        line=_line(text, finding),
        place=finding.place,
        message=finding.message,
        hint=hint_for(finding, words or _symbols(text)),
    )


def _among(roots: Sequence[Path]) -> _Look:
    """Return the way to the files below some folders, and to those that come along."""

    def look(named: str) -> tuple[str, str]:
        for path in (root / named for root in roots):
            if path.is_file():
                return str(path), _text(path)
        return _bundled(named)

    return look


def _bundled(named: str) -> tuple[str, str]:
    """Return a file that comes along and its text: a fault may stand in what is built on."""
    below = _BELOW.search(named)
    text = bundled(below.group("kind"), below.group("name")) if below else None
    return below.group() if below else named, text or ""


def _text(path: Path) -> str:
    try:
        return text_of(path)
    except UnicodeDecodeError:
        return ""


def _line(text: str, finding: Finding) -> int:
    if not (lines := _lines(text)):
        return line_said(finding.message)
    path = path_of(text, finding.place)
    if str(finding.rule).startswith(_OF_A_CASE) and path[:1] != ("formula",):
        path = _path_in_a_case(lines, finding)
    for key in (*_QUOTED.findall(finding.message), _KEY_OF.get(str(finding.rule), "")):
        if (*path, key) in lines:
            return lines[(*path, key)]
    named = _QUOTED.findall(finding.message)
    if not path and named:
        return next((lines[each] for each in lines if each[-1] == named[0]), 1)
    return nearest(lines, path)


def _path_in_a_case(lines: Mapping[tuple[str, ...], int], finding: Finding) -> tuple[str, ...]:
    """Return where a symbol stands in a case: findings of values name it, and perhaps a year."""
    is_expected = finding.rule == Check.CASE_AGREES
    sections = ("expected",) if is_expected else (*SECTIONS, ASKED)
    said = finding.place.split(": ")[1:]
    years = [each for each in said if YEAR.fullmatch(each)]
    for symbol in (each.split(",")[0].split(" ")[0] for each in reversed(said)):
        of_years = [("expected" if is_expected else VINTAGE, year, symbol) for year in years]
        for path in (*of_years, *((section, symbol) for section in sections)):
            if path in lines:
                return path
    return (VINTAGE, *years[:1]) if years else sections[:1]


@lru_cache(maxsize=8)
def _lines(text: str) -> Mapping[tuple[str, ...], int]:
    """Return the lines of a text; none when it is no TOML."""
    try:
        parsed(text)
    except NotReadable:
        return {}
    return lines_of(text)


@lru_cache(maxsize=8)
def _symbols(text: str) -> tuple[str, ...]:
    sections = ("monitored", "fixed", "asked", "table")
    return tuple(path[1] for path in _lines(text) if len(path) > 1 and path[0] in sections)
