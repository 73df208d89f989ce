"""Monitored values in, emission reductions out, by definitions that are data.

Each adopted version of a methodology is a folder of TOML: parameters, formulas in the document's
own symbols, and worked cases; it is never edited, only followed by another. The formula language
is tiny and total: names, numbers, ``+ - * /``, brackets, ``sum``, ``min`` and ``max`` over named
index sets, read by a parser of our own. Units are checked when a definition is loaded, and a
formula that comes out in another unit than it promises is refused. A calculation keeps every
intermediate value in full precision and says which of them are exact.
Not in here: rounding to tonnes (the edition's rule), the split of a period into vintages (the
caller's work, one set of values each), and any value that no source was seen to print.
"""

from openjcm.methodology.calculation import Calculation, Step, StepKind, work
from openjcm.methodology.cases import Case, cases_of, check_case, read_case
from openjcm.methodology.catalogue import all_definitions, check_definition, load_definition
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import (
    Choice,
    Definition,
    Formula,
    Known,
    Parameter,
    Plausible,
    Role,
    Rounding,
    Status,
)
from openjcm.methodology.inputs import Input, Values
from openjcm.methodology.reading import read_definition

__all__ = [
    "Calculation",
    "Case",
    "Check",
    "Choice",
    "Definition",
    "Formula",
    "Input",
    "Known",
    "Parameter",
    "Plausible",
    "Role",
    "Rounding",
    "Status",
    "Step",
    "StepKind",
    "Values",
    "all_definitions",
    "cases_of",
    "check_case",
    "check_definition",
    "load_definition",
    "read_case",
    "read_definition",
    "work",
]
