"""Every fault of a draft or of the catalogue at once: file, line, what is wrong, what to do."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.cases import check_case, read_case
from openjcm.methodology.catalogue import check_definition
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Definition
from openjcm.methodology.drafting.hints import hint_for
from openjcm.methodology.drafting.locating import line_said, lines_of, nearest, path_of
from openjcm.methodology.entries import EntryCheck, faults_in, files_to_check
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.files.resolving import bundled
from openjcm.methodology.files.toml import TEXT_LENGTH_MAX

_DEFINITION = "definition.toml"
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
    EntryCheck.TWO_PERSONS: "persons",
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
        return _told(path, check_definition(path))
    found = [fault for each in files_to_check(path) for fault in _of_file(each)]
    if path is None:
        for family in sorted((Path(str(files("openjcm.methodology"))) / "families").glob("*.toml")):
            found += _told(family, check_definition(family)) or _of_cases(
                family, family.with_suffix("")
            )
    return found


def _of_file(path: Path) -> list[Fault]:
    found = _told(path, list(faults_in(path)))
    return found or (_of_cases(path, path.parent) if path.name == _DEFINITION else [])


def _of_cases(path: Path, folder: Path) -> list[Fault]:
    """Work the cases beside a definition that has no fault of its own."""
    definition = read_definition(path.read_text(encoding="utf-8"), place=path.name)
    return [
        fault
        for case in sorted(folder.glob("cases/*.toml"))
        for fault in _told(case, _case_findings(definition, case))
    ]


def _case_findings(definition: Definition, path: Path) -> list[Finding]:
    try:
        case = read_case(path.read_text(encoding="utf-8"), name=path.name)
        return check_case(definition, case)
    except UnicodeDecodeError:
        return [Finding(EntryCheck.TEXT_IN_UTF8, path.name, "this is no text in UTF-8")]
    except (Malformed, NotFound) as error:
        said = Finding(error.code, f"{path.name}: {error.about}", error.message)
        return list(error.findings) or [said]


def _told(path: Path, findings: list[Finding]) -> list[Fault]:
    return [_fault(path, each) for each in findings]


def _fault(path: Path, finding: Finding) -> Fault:
    file, text = _file_of(path, finding.place)
    return Fault(
        rule=str(finding.rule),
        file=file,
        line=_line(text, finding),
        place=finding.place,
        message=finding.message,
        hint=hint_for(finding, _symbols(text)),
    )


def _file_of(path: Path, place: str) -> tuple[str, str]:
    """Return the file in which a fault stands, and its text: it may be one that is built on."""
    below = _BELOW.search(place.partition(": ")[0])
    if below and path.parent.name != "families":
        return below.group(), bundled(below.group("kind"), below.group("name")) or ""
    with path.open("rb") as file:
        return str(path), file.read(4 * TEXT_LENGTH_MAX + 1).decode(errors="replace")


def _line(text: str, finding: Finding) -> int:
    if not (lines := _lines(text)):
        return line_said(finding.message)
    path = path_of(text, finding.place)
    if "case" in str(finding.rule) or "input" in str(finding.rule):
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
    sections = ("expected",) if "case" in str(finding.rule) else ("monitored", "fixed", "table")
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
