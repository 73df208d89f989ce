"""Writing a methodology of one's own: a draft to begin with, all that is wrong, what to confirm.

A draft leaves blank what only its author can say, so that the check is the list of what is left
to do. Not in here: any value, and any word about a document that nobody has seen.
"""

from openjcm.methodology.drafting.checking import Fault, faults_in, faults_in_text, faults_of
from openjcm.methodology.drafting.draft import draft_of
from openjcm.methodology.drafting.schemas import SchemaOf, schema_for
from openjcm.methodology.drafting.trial import Trial, TriedCase, try_out
from openjcm.methodology.drafting.version import (
    ConfirmationStatus,
    PartStatus,
    Step,
    Version,
    catalogue_around,
    check_sound,
    files_of,
    open_version,
    status_of,
)

__all__ = [
    "ConfirmationStatus",
    "Fault",
    "PartStatus",
    "SchemaOf",
    "Step",
    "Trial",
    "TriedCase",
    "Version",
    "catalogue_around",
    "check_sound",
    "draft_of",
    "faults_in",
    "faults_in_text",
    "faults_of",
    "files_of",
    "open_version",
    "schema_for",
    "status_of",
    "try_out",
]
