"""The ground: what a number of the scheme is, and what may be done with it.

In here: credits as whole numbers and the one place where tonnes are cut down to them; physical
quantities as decimals with units, converted exactly or refused; legal days, monitoring periods
and their calendar years; the instants at which a legal day begins in a country's own time; the
basis that every figure carries; and the errors of the scheme in order of precedence.
Not in here: any rule of the scheme, any number that a document of the scheme gives, any clock.
It is the only room that knows pint, and imports it only when a unit is read.
"""

from openjcm.measure.basis import Basis, derived_from
from openjcm.measure.credits import Credits, cut_down, share_rounded_up
from openjcm.measure.errors import (
    Conflict,
    Finding,
    Malformed,
    NotAllowed,
    NotFound,
    RuleBroken,
    SchemeError,
    Stopped,
)
from openjcm.measure.legal_time import legal_day, start_of
from openjcm.measure.period import Period
from openjcm.measure.quantity import Quantity, Unit, unit

__all__ = [
    "Basis",
    "Conflict",
    "Credits",
    "Finding",
    "Malformed",
    "NotAllowed",
    "NotFound",
    "Period",
    "Quantity",
    "RuleBroken",
    "SchemeError",
    "Stopped",
    "Unit",
    "cut_down",
    "derived_from",
    "legal_day",
    "share_rounded_up",
    "start_of",
    "unit",
]
