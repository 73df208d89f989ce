"""The likely slip behind a value: kWh in an MWh cell, or a number written as a text."""

import re
from decimal import Decimal

from openjcm.measure import Unit
from openjcm.methodology.definition import Plausible
from openjcm.methodology.numbers import POWER_OF_TEN_MAX

# Units that people take for one another, each a thousand of the one before.
_LADDERS = (
    ("Wh", "kWh", "MWh", "GWh"),
    ("J", "kJ", "MJ", "GJ", "TJ"),
    ("W", "kW", "MW"),
    ("g", "kg", "t"),
    ("L", "kL"),
    ("m", "km"),
    ("kgCO2e", "tCO2e"),
    ("kgCO2", "tCO2"),
)
_THOUSAND = Decimal(1000)
_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{1,40})?", re.ASCII)


def slip_of(value: Decimal, unit: Unit, plausible: Plausible) -> str:
    """Say what to look at first, given a value outside the range."""
    if value and plausible.holds(value / _THOUSAND):
        return f"a thousandth of it is: {_cell(unit, -1)}"
    if value and plausible.holds(value * _THOUSAND):
        return f"a thousand times it is: {_cell(unit, 1)}"
    return "check the unit"


def no_number(value: object) -> str:
    """Say why a value is no decimal, and what to write."""
    if isinstance(value, str):
        plain = value.replace(",", "").strip()
        such_as = f", such as {plain}" if _NUMBER.fullmatch(plain) else ""
        return f"'{value[:30]}' is a text: write a number without quotes and commas{such_as}"
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return (
            f"give a decimal of plain size: a number with at most {POWER_OF_TEN_MAX} digits before "
            f"the point and behind it"
        )
    return f"{str(value)[:30]} is no decimal: give one; binary floats are refused"


def _cell(unit: Unit, steps: int) -> str:
    word, slash, rest = unit.text.partition("/")
    for ladder in _LADDERS:
        at = ladder.index(word) + steps if word in ladder else -1
        if 0 <= at < len(ladder):
            return f"probably {ladder[at]}{slash}{rest} in a cell of {unit}"
    return f"probably a slip of a thousand in a cell of {unit}"
