"""TOML read strictly: every fault becomes a finding, and reading goes on.

Numbers are decimals from their text. What the keys mean is said by the modules beside. No file of
a methodology, and no case, is read or parsed anywhere else: a text made to hurt is refused here.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from openjcm.measure import Finding
from openjcm.methodology.checks import Check
from openjcm.methodology.numbers import plain_number

TEXT_LENGTH_MAX = 200_000
"""Characters of a file."""
# The reader of TOML takes the square of the depth of a key; none here is deeper than four.
KEY_DEPTH_MAX = 40
"""Parts of one key of TOML."""
_STOPPED = "reading stopped there, and what else is wrong is told when this is mended"
# Where the reader gave up for size: more digits than it turns into a number, a run of brackets.
_MANY_DIGITS = re.compile(r"\d[\d_]{4000}|\d[eE][-+]?\d{4}")
_MANY_BRACKETS = re.compile(r"(?:\[\s*){50}|(?:\{\s*[\w.\-\"']+\s*=\s*){50}")
_BETWEEN_KEYS = re.compile(r"[^\w.\-\"' \t]+")
_Member = TypeVar("_Member", bound=StrEnum)


class Placed(dict[str, object]):
    """A table that came from another file, and the name of that file."""

    def __init__(self, entries: dict[str, object], *, place: str) -> None:
        super().__init__(entries)
        self.place = place


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file, where it stands, and the list that gathers what is wrong."""

    place: str
    entries: dict[str, object]
    found: list[Finding]

    def refuse(self, check: Check, message: str) -> None:
        """Note a fault of this table."""
        self.found.append(Finding(check, self.place, message))

    def only(self, *keys: str) -> None:
        """Note every key that is not among ``keys``."""
        for key in self.entries:
            if key not in keys:
                self.refuse(Check.KEY_KNOWN, f"no key '{key}' here; known are {', '.join(keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not empty; without ``default`` it must be there."""
        value = self.entries.get(key, default)
        if value is None:
            self.refuse(Check.KEY_GIVEN, f"'{key}' is missing")
        elif isinstance(value, str) and (value.strip() or key not in self.entries):
            return value
        else:
            self.refuse(Check.KIND_OF_VALUE, f"'{key}' is a text that is not empty")
        return ""

    def member(self, key: str, kind: type[_Member]) -> _Member:
        """Return a member of ``kind``, given by its value."""
        value = self.text(key)
        members = {str(member): member for member in kind}
        if value and value not in members:
            self.refuse(Check.KIND_OF_VALUE, f"'{key}' is one of {', '.join(members)}")
        return members.get(value, next(iter(kind)))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that are not empty and all different; none where there is none."""
        value = self.entries.get(key, [])
        listed = value if isinstance(value, list) else [value]
        texts = [each for each in listed if isinstance(each, str) and each.strip()]
        is_said = bool(texts) or key not in self.entries
        if isinstance(value, list) and is_said and len({*texts}) == len(value):
            return tuple(texts)
        self.refuse(Check.KIND_OF_VALUE, f"'{key}' is a list of different texts")
        return ()

    def flag(self, key: str) -> bool:
        """Return whether ``key`` is true; false where there is none."""
        value = self.entries.get(key, False)
        if not isinstance(value, bool):
            self.refuse(Check.KIND_OF_VALUE, f"'{key}' is true or false")
        return value is True

    def day(self, key: str) -> date | None:
        """Return a day if there is one."""
        value = self.entries.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.refuse(Check.KIND_OF_VALUE, f"'{key}' is a day such as 2013-01-01, without quotes")
        return None

    def number(self, key: str) -> Decimal | None:
        """Return a number if there is one."""
        if key not in self.entries:
            return None
        value = plain_number(self.entries[key])
        if value is None:
            self.refuse(Check.KIND_OF_VALUE, f"'{key}' is a number of plain size")
        return value

    def table(self, key: str) -> "Table":
        """Return the table under ``key``; an empty one where there is none."""
        value = self.entries.get(key, {})
        if isinstance(value, dict):
            return self._below(key, value)
        self.refuse(Check.KIND_OF_VALUE, f"'{key}' is a table")
        return self._below(key, {})

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """Yield the named tables under ``key``, in the order of the file."""
        outer = self.table(key)
        for name in outer.entries:
            yield name, outer.table(name)

    def rows(self, key: str) -> Iterator["Table"]:
        """Yield the tables of the array ``[[key]]``, counted from 1."""
        value = self.entries.get(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self.refuse(Check.KIND_OF_VALUE, f"'{key}' is an array of tables, [[{key}]]")
            return
        for count, row in enumerate(value, start=1):
            yield self._below(f"{key} {count}", row)

    def _below(self, name: str, entries: dict[str, object]) -> "Table":
        place = entries.place if isinstance(entries, Placed) else self.place
        return Table(f"{place}: {name}", entries, self.found)


class NotReadable(ValueError):
    """The text is no TOML, or more than a file may be; says which."""


def text_of(path: Path) -> str:
    """Return the text of a file; of one too long only so much that it is refused for its length.

    Raises:
        OSError: there is no such file.
        UnicodeDecodeError: it is no text in UTF-8.
    """
    with path.open("rb") as file:
        read = file.read(4 * TEXT_LENGTH_MAX + 1)
    # What is cut off may end in the middle of a character.
    return read.decode(errors="ignore" if len(read) > 4 * TEXT_LENGTH_MAX else "strict")


def parsed(text: str) -> dict[str, object]:
    """Return what a text says, when it is TOML of bounded length and depth.

    Raises:
        NotReadable: it is none.
    """
    if len(text) > TEXT_LENGTH_MAX:
        raise NotReadable(f"a file has at most {TEXT_LENGTH_MAX} characters")
    if max(part.count(".") for part in _BETWEEN_KEYS.split(text)) > KEY_DEPTH_MAX:
        raise NotReadable(
            f"more than {KEY_DEPTH_MAX} points among words of one line: no key is that deep"
        )
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise NotReadable(f"this is no TOML: {error}; {_STOPPED}") from error
    # A number of thousands of digits, and brackets nested by the thousand, are TOML; what Python
    # says of them is of no use to who wrote the file.
    except (ValueError, ArithmeticError) as error:
        line = _line_of(_MANY_DIGITS, text)
        said = f"a number or a day has too many digits to be one{line}; {_STOPPED}"
        raise NotReadable(said) from error
    except RecursionError as error:
        line = _line_of(_MANY_BRACKETS, text)
        raise NotReadable(f"lists or tables are nested too deeply{line}; {_STOPPED}") from error


def _line_of(sought: re.Pattern[str], text: str) -> str:
    """Say at which line something first stands; nothing where it does not."""
    found = sought.search(text)
    return f" (at line {text.count(chr(10), 0, found.start()) + 1})" if found else ""


def read_table(text: str, *, place: str) -> Table:
    """Read a file; when it is no TOML the table is empty and has its finding."""
    table = Table(place, {}, [])
    try:
        return Table(place, parsed(text), [])
    except NotReadable as error:
        table.refuse(Check.FILE_READABLE, str(error))
        return table
