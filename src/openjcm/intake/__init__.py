"""Readings that arrive while a period runs: by a sender's program, or typed on a phone.

An *intake* belongs to a project and holds the plan of its meters. What arrives at once is a
*batch*: a file as ``metering`` reads it, checked at the door, kept by its SHA-256 and never
altered. The same batch sent again is the same batch; one that arrives late, or out of order, is as
good as any. A correction is a batch that names the one it replaces.
A batch changes no report: what a submitted report rests on are the files that it names. What came
later is told as a difference to it.
Not in: how readings are read and counted (``metering``), where they are kept (``store``).
"""

from openjcm.intake.arriving import BATCH_MAX, SEATS, Sent, deliver
from openjcm.intake.checking import READERS
from openjcm.intake.keys import Use, new_key, require_key, withdraw_key
from openjcm.intake.opening import BASES, NewIntake, open_intake, plan_of
from openjcm.intake.receipts import Receipt, receipt_of, receipts
from openjcm.intake.seats import Busy, Seats
from openjcm.intake.state import IntakeState, MeterState, state_of
from openjcm.intake.summing import SoFar, summarise_intake

__all__ = [
    "BASES",
    "BATCH_MAX",
    "READERS",
    "SEATS",
    "Busy",
    "IntakeState",
    "MeterState",
    "NewIntake",
    "Receipt",
    "Seats",
    "Sent",
    "SoFar",
    "Use",
    "deliver",
    "new_key",
    "open_intake",
    "plan_of",
    "receipt_of",
    "receipts",
    "require_key",
    "state_of",
    "summarise_intake",
    "withdraw_key",
]
