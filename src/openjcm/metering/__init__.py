"""Meter readings in, period quantities out.

Reads files of meters with an embedded DuckDB, or what it staged on Apache Spark, and works out,
per meter and calendar year of the host's legal time, how much the register moved on.
Everything is a whole number of register units; nothing is estimated, filled in or rounded.
A file that cannot be read, and readings that contradict each other, are refused with every
faulty row at once; what can be decided without guessing (a reset, a gap, a row twice) is decided
by a stated rule and reported with its effect.
Not in here: what a quantity is worth in tonnes (methodology), and the basis of a reading file,
which only the person who hands it in knows.
"""

from openjcm.metering.arrivals.later import Later, later_readings
from openjcm.metering.as_json import days_as_json, later_as_json, summary_as_json
from openjcm.metering.begun import files_kept
from openjcm.metering.course import Tell, silent
from openjcm.metering.files.opening import ReadFile
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Meter
from openjcm.metering.plan.plan import Plan, YearPart
from openjcm.metering.plan.reading import plan_from, read_plan, recorded_plan
from openjcm.metering.readings import Detailed, summarise, summarise_in_detail
from openjcm.metering.results.by_equipment import (
    EquipmentQuantity,
    ParameterQuantity,
    by_equipment,
    by_parameter,
)
from openjcm.metering.results.not_checked import NotChecked, not_checked
from openjcm.metering.resumable import stage_files
from openjcm.metering.rows import ReadingRow, ReadingRows, reading_rows
from openjcm.metering.staged import is_staged, summarise_staged
from openjcm.metering.summary import (
    Comparison,
    Conservation,
    Fault,
    FaultCount,
    PeriodQuantity,
    Summary,
)
from openjcm.metering.taking_over import TakenOver
from openjcm.metering.working.hours import MeterDays
from openjcm.metering.working.places import RowSpan

__all__ = [
    "Comparison",
    "Conservation",
    "Detailed",
    "EquipmentQuantity",
    "Fault",
    "FaultCount",
    "FaultKind",
    "Later",
    "Meter",
    "MeterDays",
    "NotChecked",
    "ParameterQuantity",
    "PeriodQuantity",
    "Plan",
    "ReadFile",
    "ReadingRow",
    "ReadingRows",
    "RowSpan",
    "Summary",
    "TakenOver",
    "Tell",
    "Treatment",
    "YearPart",
    "by_equipment",
    "by_parameter",
    "days_as_json",
    "files_kept",
    "is_staged",
    "later_as_json",
    "later_readings",
    "not_checked",
    "plan_from",
    "read_plan",
    "reading_rows",
    "recorded_plan",
    "silent",
    "stage_files",
    "summarise",
    "summarise_in_detail",
    "summarise_staged",
    "summary_as_json",
]
