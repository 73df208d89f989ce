"""The ``[monitored.X]`` and ``[fixed.X]`` tables of a definition file, read and checked."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction

from openjcm.measure import Basis, Malformed, Unit, unit
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Choice, Known, Parameter, Plausible, Role
from openjcm.methodology.nodes import FUNCTIONS
from openjcm.methodology.parser import SYMBOL
from openjcm.methodology.tables import Table

# Stands for a unit that could not be read, so that one fault is not found twice.
UNREADABLE = Unit("?", (), Fraction(0))
KNOWN_KEYS = ("evidence", "source", "para")
_INDEX_SET = re.compile(r"[a-z][a-z ]{0,39}", re.ASCII)
_MONITORED_KEYS = ("unit", "per", "says", "plausible", *KNOWN_KEYS)
_FIXED_KEYS = (*_MONITORED_KEYS, "role", "value", "choice")


def read_parameters(table: Table) -> Iterator[Parameter]:
    """Yield the parameters in the order of the file; faults go into the table's findings."""
    seen: set[str] = set()
    for section, keys in (("monitored", _MONITORED_KEYS), ("fixed", _FIXED_KEYS)):
        for symbol, entry in table.tables(section):
            entry.only(*keys)
            check_symbol(entry, symbol, seen)
            seen.add(symbol)
            yield _parameter(symbol, entry, is_monitored=section == "monitored")


def check_symbol(entry: Table, symbol: str, seen: Collection[str]) -> None:
    """Note a symbol that is not written as one, or that is given a second time."""
    if not SYMBOL.fullmatch(symbol) or symbol in FUNCTIONS:
        entry.refuse(
            Check.SYMBOL_WRITTEN,
            f"'{symbol}' is no symbol: letters, digits and _, beginning with a letter, "
            f"at most 40, and none of {', '.join(FUNCTIONS)}",
        )
    if symbol in seen:
        entry.refuse(Check.SYMBOL_GIVEN_ONCE, f"'{symbol}' is given twice")


def read_unit(entry: Table) -> Unit:
    """Read the key ``unit``; ``UNREADABLE`` where there is none."""
    text = entry.text("unit")
    try:
        return unit(text) if text else UNREADABLE
    except Malformed as error:
        entry.refuse(Check.UNIT_KNOWN, error.message)
        return UNREADABLE


def read_known(entry: Table) -> Known:
    """Read how well the item is known."""
    return Known(
        evidence=entry.member("evidence", Basis),
        source=entry.text("source"),
        para=entry.text("para", "not confirmed"),
    )


def _parameter(symbol: str, entry: Table, *, is_monitored: bool) -> Parameter:
    parameter = Parameter(
        symbol=symbol,
        unit=read_unit(entry),
        role=Role.MONITORED if is_monitored else _role(entry),
        per=entry.text("per", ""),
        says=entry.text("says"),
        known=read_known(entry),
        value=entry.number("value"),
        plausible=_plausible(entry),
        choices=tuple(_choice(row) for row in entry.rows("choice")),
    )
    if parameter.per and not _INDEX_SET.fullmatch(parameter.per):
        entry.refuse(Check.KIND_OF_VALUE, "'per' names an index set in small letters: \"chiller\"")
    _check_hands(entry, parameter)
    return parameter


def _role(entry: Table) -> Role:
    role = entry.member("role", Role)
    if role is Role.MONITORED and "role" in entry.entries:
        entry.refuse(Check.KIND_OF_VALUE, "what is monitored stands under [monitored.…]")
    return role


def _check_hands(entry: Table, parameter: Parameter) -> None:
    """Note a value where the project must give it, and none where the methodology must."""
    check = Check.VALUE_IN_THE_RIGHT_HANDS
    if parameter.role is Role.PROJECT and parameter.value is not None:
        entry.refuse(check, "a value fixed by the project has no default: leave out 'value'")
    if parameter.role is not Role.METHODOLOGY:
        return
    if parameter.value is None:
        entry.refuse(check, "what the methodology fixes needs its 'value'")
    if parameter.known.evidence is Basis.UNDISCLOSED:
        entry.refuse(check, "an undisclosed value cannot be given")
    if parameter.per:
        entry.refuse(check, "what the methodology fixes is one value: leave out 'per'")


def _plausible(entry: Table) -> Plausible | None:
    if "plausible" not in entry.entries:
        return None
    table = entry.table("plausible")
    table.only("at_least", "at_most", "evidence")
    least, most = table.number("at_least"), table.number("at_most")
    if not _has_ends(least, most):
        table.refuse(Check.RANGE_HAS_ENDS, "a range needs 'at_least', or 'at_most' not below it")
    return Plausible(least, most, table.member("evidence", Basis))


def _has_ends(least: Decimal | None, most: Decimal | None) -> bool:
    if least is None or most is None:
        return least is not most
    return least <= most


def _choice(row: Table) -> Choice:
    row.only("name", "says", "hint", *KNOWN_KEYS)
    return Choice(
        name=row.text("name"),
        says=row.text("says"),
        known=read_known(row),
        hint=row.number("hint"),
    )
