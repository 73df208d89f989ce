"""A folder of files of published facts, read with everything that is wrong with it.

In: texts, TOML and CSV with their columns, days and lists in a cell, sources by name.
Not in: which facts the files hold (``files``).
"""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from openjcm.actions.request import json_value
from openjcm.measure.errors import Finding

Place = Traversable | Path
Table = Mapping[str, Any]
SOURCES = "sources.toml"
_LIST = ";"
_SOURCE_NEEDS = ("title", "url", "kind", "licence")
_SOURCE_FIELDS = (*_SOURCE_NEEDS, "state")
_KINDS = ("official", "secondary", "copy")


class FactFolder:
    """One reading of a folder: what was found, and what is wrong with it."""

    def __init__(self, folder: Place) -> None:
        self.faults: list[Finding] = []
        self._folder = folder
        said = self.toml(SOURCES)
        self._sources = {name: row for name, row in said.items() if isinstance(row, dict)}
        self._is_readable = bool(said)
        state = said.get("state")
        self.state = state if type(state) is date else date.min
        if said and self.state is date.min:
            self.fault(SOURCES, "state: the day of these files is missing; write it as 2026-06-07")
        self._names_by_address: dict[str, str] = {}
        for name, row in self._sources.items():
            self._check_source(name, row)
            self._place(name, str(row.get("url", "")))

    def fault(self, place: str, message: str) -> None:
        """Remember a fault with its place: file, row, and the field first in the message."""
        self.faults.append(Finding("published-fact", place, message))

    def names(self, folder: str, ending: str) -> list[str]:
        """Return the names of the files of a folder within this one, in order."""
        try:
            names = [each.name for each in (self._folder / folder).iterdir()]
        except OSError as error:
            self.fault(f"{folder}/", f"cannot be read: {error.strerror}")
            return []
        return sorted(name for name in names if name.endswith(ending))

    def toml(self, name: str) -> dict[str, Any]:
        """Return a TOML file; fractions stay exact."""
        try:
            return tomllib.loads(self._text(name) or "", parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            self.fault(name, f"this is not TOML: {error}")
            return {}

    def tables(self, name: str, key: str) -> list[dict[str, Any]]:
        """Return the tables that stand under ``[[key]]`` in a TOML file."""
        said = self.toml(name)
        for other in said.keys() - {key}:
            self.fault(name, f"{other}: is nothing here; each row begins with [[{key}]]")
        rows = said.get(key, [])
        if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
            return rows
        self.fault(name, f"{key}: begin each row with [[{key}]]")
        return []

    def csv(self, name: str, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the rows of a CSV file with their places; the header names every column."""
        text = self._text(name)
        if text is None:
            return
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        try:
            if not self._has(name, rows.fieldnames or (), columns):
                return
            for row in rows:
                place = f"{name} row {rows.line_num}"
                if None in row or None in row.values():
                    self.fault(place, "has another number of cells than the header")
                else:
                    yield place, row
        except csv.Error as error:
            self.fault(f"{name} row {rows.reader.line_num}", f"this is not CSV: {error}")

    def cited(self, names: object, place: str) -> list[dict[str, Any]]:
        """Return sources with all that is known of them, each once."""
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            self.fault(place, f"sources: {names!r} is not a list of names from {SOURCES}")
            return []
        for name in names:
            if self._is_readable and name not in self._sources:
                self.fault(place, f"sources: {name!r} is not in {SOURCES}")
        known = (name for name in dict.fromkeys(names) if name in self._sources)
        return [{"id": name, **self._known_of(name)} for name in known]

    def cited_by_address(self, addresses: Sequence[str], place: str) -> list[dict[str, Any]]:
        """Return sources by the addresses that a row gives instead of names."""
        for address in addresses:
            if self._is_readable and address not in self._names_by_address:
                self.fault(place, f"addresses: {address!r} is not in {SOURCES}")
        return [self._by_address(address) for address in dict.fromkeys(addresses)]

    def day(self, text: str, place: str, field: str) -> str | None:
        """Return a day of a cell; None where it is blank."""
        try:
            is_day = not text or date.fromisoformat(text).isoformat() == text
        except ValueError:
            is_day = False
        if not is_day:
            self.fault(place, f"{field}: {text!r} is not a day; write it as 2022-03-28")
        return text if text and is_day else None

    def _by_address(self, address: str) -> dict[str, Any]:
        name = self._names_by_address.get(address)
        # What is not known was told as a fault of its own: here it still stands for its address.
        shown = self._known_of(name) if name else {"title": address, "url": address}
        return {"id": name or address, **shown}

    def _known_of(self, source: str) -> dict[str, Any]:
        row = self._sources[source]
        return {name: json_value(row[name]) for name in _SOURCE_FIELDS if name in row}

    def _check_source(self, name: str, row: Table) -> None:
        place = f"{SOURCES} {name}"
        for field in _SOURCE_NEEDS:
            if not row.get(field):
                self.fault(place, f"{field}: is missing")
        for field in row.keys() - set(_SOURCE_FIELDS):
            self.fault(
                place, f"{field}: is not a field here; fields are {', '.join(_SOURCE_FIELDS)}"
            )
        if row.get("kind", _KINDS[0]) not in _KINDS:
            self.fault(place, f"kind: {row['kind']!r} is not one of {', '.join(_KINDS)}")
        if type(row.get("state", date.min)) is not date:
            self.fault(place, f"state: {row['state']!r} is not a day; write it as 2022-03-28")

    def _place(self, name: str, address: str) -> None:
        first = self._names_by_address.setdefault(address, name)
        if first != name and address:
            self.fault(f"{SOURCES} {name}", f"url: {address} stands under {first} already")

    def _has(self, name: str, found: Sequence[str], wanted: Sequence[str]) -> bool:
        place, faults = f"{name} row 1", len(self.faults)
        for column in wanted:
            if column not in found:
                self.fault(place, f"{column}: this column is missing")
        for column in dict.fromkeys(found):
            if column not in wanted:
                self.fault(place, f"{column}: is not a column here; they are {', '.join(wanted)}")
            elif found.count(column) > 1:
                self.fault(place, f"{column}: stands twice in the header")
        return len(self.faults) == faults

    def _text(self, name: str) -> str | None:
        try:
            # A spreadsheet begins its UTF-8 with a byte order mark.
            return (self._folder / name).read_bytes().decode("utf-8-sig")
        except OSError as error:
            self.fault(name, f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            self.fault(name, f"is not UTF-8 from byte {error.start} on")
        return None


def listed(text: str) -> list[str]:
    """Return the values of a cell, parted by semicolons.

    >>> listed("BD_AM001_ver01.0; ")
    ['BD_AM001_ver01.0']
    """
    return [part for each in text.split(_LIST) if (part := each.strip())]
