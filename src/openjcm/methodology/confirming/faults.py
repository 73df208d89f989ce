"""What is checked of a confirmation beside what holds of every file, and how a fault is noted."""

from enum import StrEnum

from openjcm.measure import Finding
from openjcm.methodology.files.toml import Table


class ConfirmationCheck(StrEnum):
    """What must hold of what persons confirmed."""

    DOCUMENT_NAMED = "document-named"
    TWO_PERSONS = "two-persons"
    CONFIRMED_AS_IT_IS = "confirmed-as-it-is"
    FROZEN = "frozen"


def note(table: Table, check: ConfirmationCheck, message: str) -> None:
    """Note a fault of this table."""
    table.found.append(Finding(check, table.place, message))
