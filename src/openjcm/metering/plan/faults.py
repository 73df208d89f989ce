"""What can be wrong with readings, and what a plan may have done about it.

The list of kinds is closed: each has the treatments that can be right for it, the first of
which is the default. A plan chooses among them, for all meters or for one.
"""

from enum import StrEnum


class FaultKind(StrEnum):
    """What was found in readings that can still be worked."""

    DUPLICATE = "duplicate"
    OUT_OF_ORDER = "out-of-order"
    OUTSIDE_PERIOD = "outside-period"
    FUTURE = "future-stamp"
    CONTRADICTION = "contradiction"
    NON_MONOTONE = "non-monotone"
    EXCHANGE = "exchange"
    ROLLOVER = "rollover"
    RESET = "reset"
    NEGATIVE_STEP = "negative-step"
    BEYOND_CAPACITY = "beyond-capacity"
    OUTSIDE_CALIBRATION = "outside-calibration"
    GAP = "gap"
    STUCK = "stuck"
    SOURCES_DIFFER = "sources-differ"


class Treatment(StrEnum):
    """What is done about a fault.

    ``conservative`` takes, of what can have flowed, the end that lowers the credits; which end
    that is follows from the sign of the parameter in the methodology.
    """

    COUNT = "count"
    EXCLUDE = "exclude"
    CONSERVATIVE = "conservative"
    REFUSE = "refuse"


_COUNT, _EXCLUDE = Treatment.COUNT, Treatment.EXCLUDE
_CONSERVATIVE, _REFUSE = Treatment.CONSERVATIVE, Treatment.REFUSE

# The first is the default. A default of "exclude", and that of a register that stands still,
# becomes "conservative" for a meter of which more lowers the credits: to leave out what it showed,
# or may have failed to show, would raise them.
TREATMENTS: dict[FaultKind, tuple[Treatment, ...]] = {
    FaultKind.DUPLICATE: (_COUNT,),
    FaultKind.OUT_OF_ORDER: (_COUNT,),
    FaultKind.OUTSIDE_PERIOD: (_EXCLUDE,),
    FaultKind.FUTURE: (_EXCLUDE, _REFUSE),
    FaultKind.CONTRADICTION: (_REFUSE, _EXCLUDE),
    FaultKind.NON_MONOTONE: (_EXCLUDE, _REFUSE),
    FaultKind.EXCHANGE: (_COUNT,),
    FaultKind.ROLLOVER: (_COUNT,),
    FaultKind.RESET: (_EXCLUDE, _CONSERVATIVE, _REFUSE),
    FaultKind.NEGATIVE_STEP: (_EXCLUDE, _CONSERVATIVE, _REFUSE),
    FaultKind.BEYOND_CAPACITY: (_EXCLUDE, _CONSERVATIVE, _REFUSE),
    FaultKind.OUTSIDE_CALIBRATION: (_EXCLUDE, _COUNT, _CONSERVATIVE, _REFUSE),
    FaultKind.GAP: (_COUNT, _EXCLUDE, _CONSERVATIVE, _REFUSE),
    FaultKind.STUCK: (_COUNT, _CONSERVATIVE, _REFUSE),
    FaultKind.SOURCES_DIFFER: (_REFUSE, _COUNT, _CONSERVATIVE),
}
