"""The catalogue: every methodology number, what is known of it, and on what that rests.

An entry stands for one version of one number and says what sources print of its relation; it
works nothing out. The definition beside it does, and under the official number only where a
source states the relation of that version. Elsewhere the entry leads to a template of its family,
which has an identifier of ours and is headed "Unofficial template".
Not in here: formulas that can be worked (``definition``), and any value of a default.
"""

from openjcm.methodology.entries.checking import check_catalogue
from openjcm.methodology.entries.entry import (
    Confidence,
    Entry,
    EntryStatus,
    ExpectedParameter,
    Relation,
    RestsOn,
    ScopeBasis,
    SpeaksOf,
    Standing,
    StatedFormula,
    TitleRestsOn,
)
from openjcm.methodology.entries.families import (
    TEMPLATE_HEADING,
    Family,
    Readiness,
    all_families,
    load_family,
)
from openjcm.methodology.entries.faults import EntryCheck
from openjcm.methodology.entries.headings import Heading, heading_kind, heading_of
from openjcm.methodology.entries.naming import (
    Named,
    definition_to_work,
    find_named,
    versions_of,
    why_not_worked,
)
from openjcm.methodology.entries.reading import read_entry
from openjcm.methodology.entries.shelf import (
    Number,
    all_entries,
    all_numbers,
    confirmed_entry,
    find_entry,
    is_executable,
    is_official,
    is_template_written,
    load_number,
    standing_of,
    templates_for,
)

__all__ = [
    "TEMPLATE_HEADING",
    "Confidence",
    "Entry",
    "EntryCheck",
    "EntryStatus",
    "ExpectedParameter",
    "Family",
    "Heading",
    "Named",
    "Number",
    "Readiness",
    "Relation",
    "RestsOn",
    "ScopeBasis",
    "SpeaksOf",
    "Standing",
    "StatedFormula",
    "TitleRestsOn",
    "all_entries",
    "all_families",
    "all_numbers",
    "check_catalogue",
    "confirmed_entry",
    "definition_to_work",
    "find_entry",
    "find_named",
    "heading_kind",
    "heading_of",
    "is_executable",
    "is_official",
    "is_template_written",
    "load_family",
    "load_number",
    "read_entry",
    "standing_of",
    "templates_for",
    "versions_of",
    "why_not_worked",
]
