"""Monitored values in, emission reductions out, by definitions that are data.

Each adopted version of a methodology is a folder of TOML: parameters, formulas in the document's
own symbols, and worked cases; it is never edited, only followed by another. The formula language
is small and total: arithmetic, comparisons and ``case``, sums, means, least and greatest values
over named index sets, tables that are never extrapolated, and years that go back to the year
before; read by a parser of our own. Units are checked when a definition is loaded, and a formula
that comes out in another unit than it promises is refused. A definition may be built on families
and blocks, and is whole before it is checked. A calculation works series by series, keeps every
intermediate value in full precision and says by how much each may be wrong at most.
``language`` holds formulas, ``files`` definitions as they are written, ``working`` numbers.
Not in here: rounding to tonnes (the edition's rule), the split of a period into vintages (the
caller's work, one set of values each), and any value that no source was seen to print.
"""

from openjcm.methodology.cases import Case, cases_of, check_case, read_case
from openjcm.methodology.catalogue import (
    all_definitions,
    all_templates,
    check_definition,
    load_definition,
)
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import (
    Choice,
    Criterion,
    Definition,
    Formula,
    IndexSet,
    Known,
    LookupTable,
    MonitoringOption,
    Parameter,
    Plausible,
    Role,
    Rounding,
    Status,
)
from openjcm.methodology.explaining import (
    At,
    Branch,
    BranchKind,
    Explanation,
    basis_of,
    explain,
)
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.given import GivenFile, GivenValues, read_given
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.numbers import shown
from openjcm.methodology.vintages import WorkedValues, WorkedVintage, credits_of, work_given
from openjcm.methodology.working.calculation import (
    Calculation,
    is_whole_tonne_told,
    work,
    work_each,
)
from openjcm.methodology.working.criteria import Answer, answer_criteria
from openjcm.methodology.working.inputs import Given, Input, Values
from openjcm.methodology.working.steps import Line, Step, StepKind

__all__ = [
    "Answer",
    "At",
    "Branch",
    "BranchKind",
    "Calculation",
    "Case",
    "Check",
    "Choice",
    "Criterion",
    "Definition",
    "Explanation",
    "Formula",
    "Given",
    "GivenFile",
    "GivenValues",
    "IndexSet",
    "Input",
    "Kind",
    "Known",
    "Line",
    "LookupTable",
    "MonitoringOption",
    "Parameter",
    "Plausible",
    "Role",
    "Rounding",
    "Status",
    "Step",
    "StepKind",
    "Values",
    "WorkedValues",
    "WorkedVintage",
    "all_definitions",
    "all_templates",
    "answer_criteria",
    "basis_of",
    "cases_of",
    "check_case",
    "check_definition",
    "credits_of",
    "explain",
    "is_whole_tonne_told",
    "load_definition",
    "read_case",
    "read_definition",
    "read_given",
    "shown",
    "work",
    "work_each",
    "work_given",
]
