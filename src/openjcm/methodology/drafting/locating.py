"""On which line of a TOML text something stands.

The reader of the standard library says no lines. Of a text that it could read, headers and keys
are found line by line; texts and lists over several lines are stepped over.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from openjcm.methodology.files.toml import NotReadable, parsed

_Path = tuple[str, ...]
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_KEY})\s*\]")
_SETTING = re.compile(rf"\s*({_KEY})\s*=\s*(.*)")
_LONG = ('"""', "'''")
_NO_TOML = re.compile(r"at line (\d+)")
# Quoted texts and remarks, so that brackets in them do not count.
_ASIDE = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'|#.*""")
_ROWS = {"formula": "gives", "eligibility": "number"}


def line_said(message: str) -> int:
    """Return the line that the reader of TOML names in what it says; 1 where it names none."""
    found = _NO_TOML.search(message)
    return int(found.group(1)) if found else 1


def lines_of(text: str) -> Mapping[_Path, int]:
    r"""Return the line of every table and key; arrays of tables are counted from 1.

    >>> lines_of('id = "X"\n\n[[formula]]\ngives = "RE"')[("formula", "1", "gives")]
    4
    """
    found: dict[_Path, int] = {}
    counts: dict[_Path, int] = {}
    table: _Path = ()
    for number, line in _first_lines(text):
        header = _HEADER.match(line)
        if header:
            table = _counted(_parts(header.group(2)), counts, is_row=header.group(1) == "[[")
            _note(found, table, number)
        elif setting := _SETTING.match(line):
            _note(found, (*table, *_parts(setting.group(1))), number)
    return found


def path_of(text: str, place: str) -> _Path:
    """Return the path of a place as findings name it: ``x.toml: fixed: EF: choice 2``.

    Formulas and criteria, which are named by what they give or by number, are counted.
    """
    path: list[str] = []
    for said in place.split(": ")[1:]:
        # A finding of a case names the file once more.
        if said.endswith(".toml"):
            continue
        kind, _, name = said.rpartition(" ")
        if kind in _ROWS and not path:
            path += [kind, _rows_of(text, kind).get(name, name)]
        elif kind and name.isdigit():
            path += [kind, name]
        else:
            path.append(said)
    return tuple(path)


def nearest(lines: Mapping[_Path, int], path: _Path) -> int:
    """Return the line of a path, or of the nearest table around it; the first line at last."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


@lru_cache(maxsize=16)
def _rows_of(text: str, kind: str) -> Mapping[str, str]:
    """Return by name which row of an array each is, counted from 1: the first of a name."""
    try:
        rows = parsed(text).get(kind, [])
    except NotReadable:
        return {}
    counted: dict[str, str] = {}
    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        if isinstance(row, dict):
            counted.setdefault(str(row.get(_ROWS[kind], "?")), str(number))
    return counted


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines on which a header or a setting may begin."""
    within, depth = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if within:
            within = "" if line.count(within) % 2 else within
            continue
        if not depth:
            yield number, line
        opened = next((mark for mark in _LONG if line.count(mark) % 2), "")
        if opened:
            within = opened
            continue
        bare = _ASIDE.sub("", line)
        if depth or "=" in bare:
            depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))


def _parts(key: str) -> _Path:
    return tuple(each.strip("\"'") for each in re.findall(_PART, key))


def _counted(path: _Path, counts: dict[_Path, int], *, is_row: bool) -> _Path:
    """Return a path with the number of the row behind each array of tables in it."""
    said: _Path = ()
    for at, part in enumerate(path):
        said = (*said, part)
        if is_row and at == len(path) - 1:
            counts[said] = counts.get(said, 0) + 1
        if said in counts:
            said = (*said, str(counts[said]))
    return said


def _note(found: dict[_Path, int], path: _Path, number: int) -> None:
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], number)
