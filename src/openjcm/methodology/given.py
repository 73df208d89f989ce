"""What a file gives to be worked: values for the whole of it, and those of each vintage.

They stand under ``[monitored]``, ``[fixed]`` and ``[table]``: a number, an option, a day, or lists
and tables of these by index set. ``[asked]`` has what eligibility alone asks for. A period of
several calendar years has ``[vintage.2017]`` beside them, with what is of that year alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from openjcm.measure import Basis
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.files.toml import Table, read_table
from openjcm.methodology.numbers import POWER_OF_TEN_MAX, plain_number
from openjcm.methodology.working.inputs import Given, Values

SECTIONS = ("monitored", "fixed", "table")
ASKED, VINTAGE = "asked", "vintage"
ABOUT = ("says", "evidence", "source", "expected")
VINTAGES_MAX = 60
"""Vintages of one file."""
YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
DEPTH_MAX = 6
"""How deep the values of a case are nested."""
_KINDS = "a number, an option, a day, or a list or table of these"


@dataclass(frozen=True, slots=True)
class GivenValues:
    """The values of a file; ``of_vintage`` is empty where they are one set of no named year."""

    shared: Values
    asked: Values = field(default_factory=dict)
    of_vintage: Mapping[str, Values] = field(default_factory=dict)

    @property
    def sets(self) -> Mapping[str, Values]:
        """Every set of values that is worked, by its year; by an empty name the only one."""
        if not self.of_vintage:
            return {"": self.shared}
        return {year: {**self.shared, **own} for year, own in self.of_vintage.items()}


@dataclass(frozen=True, slots=True)
class GivenFile:
    """The values of a file, how firm they are, and what it says of itself."""

    values: GivenValues
    evidence: Basis
    says: str


def read_given(content: str, *, name: str) -> GivenFile:
    """Read a file of values; a case is one too. What says nothing of its evidence is illustrative.

    Raises:
        Malformed: anything is wrong with its form; carries the findings.
    """
    table = read_table(content, place=name)
    table.only(*ABOUT, *SECTIONS, ASKED, VINTAGE)
    is_said = "evidence" in table.entries
    given = GivenFile(
        values=values_in(table),
        evidence=table.member("evidence", Basis) if is_said else Basis.ILLUSTRATIVE,
        says=table.text("says", ""),
    )
    if table.found:
        raise refusal(
            f"{name} gives no values that can be read",
            code="case-malformed",
            about=name,
            found=table.found,
        )
    return given


def values_in(table: Table) -> GivenValues:
    """Read the values of a file; what is wrong with them is noted."""
    shared: dict[str, Given] = {}
    for section in SECTIONS:
        for symbol, value in _values(table.table(section)):
            if symbol in shared:
                table.refuse(Check.SYMBOL_GIVEN_ONCE, f"'{symbol}' is given in two sections")
            shared[symbol] = value
    return GivenValues(shared, dict(_values(table.table(ASKED))), _vintages(table, shared))


def _vintages(table: Table, shared: Values) -> dict[str, Values]:
    vintages: dict[str, Values] = {}
    named = dict(table.tables(VINTAGE))
    if len(named) > VINTAGES_MAX:
        table.refuse(Check.INPUT_BOUNDED, f"a file has at most {VINTAGES_MAX} vintages")
        return {}
    for year, part in sorted(named.items()):
        if not YEAR.fullmatch(year):
            table.refuse(
                Check.KIND_OF_VALUE, f"'{year[:40]}' is no vintage: write the year, [vintage.2017]"
            )
        vintages[year] = dict(_values(part))
        for symbol in vintages[year].keys() & shared.keys():
            part.refuse(
                Check.SYMBOL_GIVEN_ONCE,
                f"'{symbol}' is given for every vintage and for {year}: give it once",
            )
    return vintages


def _values(part: Table) -> Iterator[tuple[str, Given]]:
    for symbol, given in part.entries.items():
        if wrong := _wrong(given, DEPTH_MAX):
            part.refuse(Check.KIND_OF_VALUE, f"'{symbol[:40]}' {wrong}")
        else:
            yield symbol, _read(given)


def _wrong(given: object, depth: int) -> str:
    """Say why something is no value; nothing where it is one."""
    if isinstance(given, dict | list):
        parts = given.values() if isinstance(given, dict) else given
        found = (_wrong(part, depth - 1) for part in parts)
        return next((each for each in found if each), "") if depth else f"is {_KINDS}"
    if isinstance(given, bool):
        return f"is {str(given).lower()}: write {_KINDS}; an option stands in quotes"
    if isinstance(given, Decimal) and not given.is_finite():
        return f"is {given}, which is no number: write what was measured"
    if isinstance(given, str | date) or plain_number(given) is not None:
        return ""
    if isinstance(given, time):
        return f"is {_KINDS}"
    return f"has more than {POWER_OF_TEN_MAX} digits before the point or behind it"


def _read(given: object) -> Given:
    if isinstance(given, dict):
        return {str(key): _read(part) for key, part in given.items()}
    if isinstance(given, list):
        return [_read(part) for part in given]
    if isinstance(given, str | date):
        return given
    number = plain_number(given)
    assert number is not None, "what is no value was refused"
    return number
