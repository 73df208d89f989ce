"""The likely slip behind a value outside its plausible range: kWh in an MWh cell."""

from decimal import Decimal

from openjcm.measure import Unit
from openjcm.methodology.definition import Plausible

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


def slip_of(value: Decimal, unit: Unit, plausible: Plausible) -> str:
    """Say what to look at first, given a value outside the range."""
    if value and plausible.holds(value / _THOUSAND):
        return f"a thousandth of it is: {_cell(unit, -1)}"
    if value and plausible.holds(value * _THOUSAND):
        return f"a thousand times it is: {_cell(unit, 1)}"
    return "check the unit"


def _cell(unit: Unit, steps: int) -> str:
    word, slash, rest = unit.text.partition("/")
    for ladder in _LADDERS:
        at = ladder.index(word) + steps if word in ladder else -1
        if 0 <= at < len(ladder):
            return f"probably {ladder[at]}{slash}{rest} in a cell of {unit}"
    return f"probably a slip of a thousand in a cell of {unit}"
