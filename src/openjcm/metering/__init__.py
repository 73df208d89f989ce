"""Meter readings in, period quantities out.

Reads CSV files of cumulative registers with an embedded DuckDB and works out, per meter and
calendar year of the host's legal time, how much the register moved on.
Everything is a whole number of register units; nothing is estimated, filled in or rounded.
A file that cannot be read, and readings that contradict each other, are refused with every
faulty row at once; what can be decided without guessing (a reset, a gap, a row twice) is decided
by a stated rule and reported with its effect.
Not in here: what a quantity is worth in tonnes (methodology), and the basis of a reading file,
which only the person who hands it in knows.
"""

from openjcm.metering.as_json import summary_as_json
from openjcm.metering.plan import Meter, Plan, YearPart, plan_from, read_plan
from openjcm.metering.rows import ReadingRow, ReadingRows, reading_rows
from openjcm.metering.summarise import summarise
from openjcm.metering.summary import (
    Conservation,
    Fault,
    FaultCount,
    FaultKind,
    PeriodQuantity,
    ReadFile,
    Summary,
)

__all__ = [
    "Conservation",
    "Fault",
    "FaultCount",
    "FaultKind",
    "Meter",
    "PeriodQuantity",
    "Plan",
    "ReadFile",
    "ReadingRow",
    "ReadingRows",
    "Summary",
    "YearPart",
    "plan_from",
    "read_plan",
    "reading_rows",
    "summarise",
    "summary_as_json",
]
