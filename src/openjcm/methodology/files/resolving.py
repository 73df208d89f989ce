"""Definitions built on families and blocks: one file in the end, before anything is checked.

A file says ``based_on`` a family and ``uses`` blocks, and states only what differs: a symbol
given again replaces the one below, ``without`` leaves symbols out. Each entry keeps the name of
the file it stands in, so that a finding can say it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

from openjcm.measure import Finding, Malformed
from openjcm.methodology.checks import Check
from openjcm.methodology.files.forms import BUILDING, NAMED, PARAMETERS
from openjcm.methodology.files.toml import Placed, Table, read_table
from openjcm.methodology.language.nodes import names_in
from openjcm.methodology.language.parser import parse

DEPTH_MAX = 4
"""How deep files are built on one another."""
FILES_MAX = 20
"""Files on which one definition is built."""
_SYMBOLS = (*PARAMETERS, "table")
_ROWS = {"formula": "gives", "eligibility": "number"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,59}", re.ASCII)

Shelf = Callable[[str, str], str | None]


def bundled(kind: str, name: str) -> str | None:
    """Return the text of a family or block that comes along; None when there is none."""
    file = files("openjcm.methodology") / kind / f"{name}.toml"
    return file.read_text(encoding="utf-8") if file.is_file() else None


def resolve(table: Table, shelf: Shelf) -> tuple[Table, tuple[str, ...]]:
    """Return a file with all that it is built on, and the names of those files.

    A file that is built on none comes back as it is.
    """
    if not set(BUILDING) & set(table.entries):
        return table, ()
    built = _Building(shelf, table.found)
    entries = built.whole(table, above=(table.place,))
    _in_order(entries)
    return Table(table.place, entries, table.found), tuple(dict.fromkeys(built.read))


class _Building:
    """Reads the files below one another, and counts them."""

    def __init__(self, shelf: Shelf, found: list[Finding]) -> None:
        self.shelf = shelf
        self.found = found
        self.read: list[str] = []
        self.asked = 0

    def whole(self, table: Table, *, above: tuple[str, ...]) -> dict[str, object]:
        entries: dict[str, object] = {}
        for below in self._below(table, above):
            _lay_over(entries, self.whole(below, above=(*above, below.place)))
        _lay_over(entries, _placed(table))
        _leave_out(entries, table)
        return entries

    def _below(self, table: Table, above: tuple[str, ...]) -> Iterator[Table]:
        family = (table.text("based_on"),) if "based_on" in table.entries else ()
        # Blocks lie over the family, since the file itself names both.
        blocks = table.texts("uses")
        for kind, name in [*_each("families", family), *_each("blocks", blocks)]:
            place = f"{kind}/{name}.toml"
            if place in above:
                table.refuse(Check.NO_CIRCLE, f"'{name}' is built on itself")
            elif len(above) > DEPTH_MAX or self.asked >= FILES_MAX:
                table.refuse(
                    Check.NO_CIRCLE,
                    f"'{name}': files are built on one another at most {DEPTH_MAX} deep, "
                    f"and on {FILES_MAX} in all",
                )
                return
            elif (below := self._open(table, kind, name)) is not None:
                yield below

    def _open(self, table: Table, kind: str, name: str) -> Table | None:
        self.asked += 1
        text = self.shelf(kind, name) if _NAME.fullmatch(name) else None
        if text is None:
            table.refuse(Check.BUILT_ON_WHAT_THERE_IS, f"there is no file '{name[:60]}' in {kind}")
            return None
        below = read_table(text, place=f"{kind}/{name}.toml")
        self.read.append(below.place)
        table.found.extend(below.found)
        return Table(below.place, below.entries, table.found)


def _each(kind: str, names: Sequence[str]) -> list[tuple[str, str]]:
    return [(kind, name) for name in names]


def _placed(table: Table) -> dict[str, object]:
    """Return the entries of a file, each with the name of the file."""
    entries: dict[str, object] = {}
    for key, value in table.entries.items():
        if key in BUILDING:
            continue
        if key in NAMED and isinstance(value, dict):
            entries[key] = {
                name: _mark(each, f"{table.place}: {key}") for name, each in value.items()
            }
        elif key in _ROWS and isinstance(value, list):
            entries[key] = [_mark(each, table.place) for each in value]
        else:
            entries[key] = value
    return entries


def _mark(entry: object, place: str) -> object:
    return Placed(entry, place=place) if isinstance(entry, dict) else entry


def _lay_over(entries: dict[str, object], above: dict[str, object]) -> None:
    for key, value in above.items():
        below = entries.get(key)
        if key in NAMED and isinstance(value, dict) and isinstance(below, dict):
            entries[key] = {**below, **value}
        elif key in _ROWS and isinstance(value, list) and isinstance(below, list):
            entries[key] = _rows_over(below, value, _ROWS[key])
        else:
            entries[key] = value
    _one_section_each(entries, above)


def _one_section_each(entries: dict[str, object], above: dict[str, object]) -> None:
    """Let a symbol given again, as another kind of thing, replace the one below."""
    given = {section: set(_dict(above.get(section))) for section in _SYMBOLS}
    given["formula"] = _given_by_rows(above)
    for section in _SYMBOLS:
        again = {name for other, names in given.items() if other != section for name in names}
        again -= given[section]
        named = _dict(entries.get(section))
        if again & set(named):
            entries[section] = {name: each for name, each in named.items() if name not in again}
    again = {name for section in _SYMBOLS for name in given[section]} - given["formula"]
    rows = entries.get("formula")
    if isinstance(rows, list):
        entries["formula"] = [row for row in rows if _dict(row).get("gives") not in again]


def _given_by_rows(entries: dict[str, object]) -> set[str]:
    rows = entries.get("formula")
    return {str(_dict(row).get("gives")) for row in rows} if isinstance(rows, list) else set()


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _rows_over(below: list[object], above: list[object], key: str) -> list[object]:
    again = {_dict(row).get(key): row for row in above if key in _dict(row)}
    kept = [again.pop(_dict(row).get(key), row) for row in below]
    left = [row for row in above if key not in _dict(row) or _dict(row)[key] in again]
    return kept + left


def _leave_out(entries: dict[str, object], table: Table) -> None:
    out = set(table.texts("without"))
    gone: set[str] = set()
    for section in NAMED:
        named = _dict(entries.get(section))
        gone |= out & set(named)
        if out & set(named):
            entries[section] = {name: each for name, each in named.items() if name not in out}
    for section, key in _ROWS.items():
        rows = entries.get(section)
        if isinstance(rows, list):
            gone |= {str(_dict(row).get(key)) for row in rows} & out
            entries[section] = [row for row in rows if _dict(row).get(key) not in out]
    for name in sorted(out - gone):
        table.refuse(Check.BUILT_ON_WHAT_THERE_IS, f"'without' names '{name}', which is not there")


def _in_order(entries: dict[str, object]) -> None:
    """Put each formula behind those it uses, and leave their order as it is otherwise."""
    rows = entries.get("formula")
    if not isinstance(rows, list):
        return
    few = rows[:_FORMULAS_MAX]
    by_symbol = {str(_dict(row).get("gives")): row for row in few}
    placed: dict[int, object] = {}

    def place(row: object, around: tuple[int, ...]) -> None:
        if id(row) in placed or id(row) in around or len(around) > len(few):
            return
        for name in _uses(row):
            if name in by_symbol:
                place(by_symbol[name], (*around, id(row)))
        placed.setdefault(id(row), row)

    for row in few:
        place(row, ())
    entries["formula"] = [*placed.values(), *rows[_FORMULAS_MAX:]]


_FORMULAS_MAX = 300
"""Formulas that are put in the order of their use."""


def _uses(row: object) -> list[str]:
    text = _dict(row).get("is")
    try:
        return list(dict.fromkeys(names_in(parse(text)))) if isinstance(text, str) else []
    except Malformed:
        return []
