"""What is checked of a confirmation beside what holds of every file, and how a fault is noted."""

from enum import StrEnum

from openjcm.measure import Finding
from openjcm.methodology.files.toml import Table


class ConfirmationCheck(StrEnum):
    """What must hold of what persons confirmed."""

    DOCUMENT_NAMED = "document-named"
    """The document is named with its hash, its address and the day it was attached."""
    TWO_PERSONS = "two-persons"
    """Two different persons compared, and both every part before it is confirmed."""
    CONFIRMED_AS_IT_IS = "confirmed-as-it-is"
    """What persons compared is the definition as it stands."""
    FROZEN = "frozen"
    """A confirmed definition keeps the hash that the manifest has."""


def note(table: Table, check: ConfirmationCheck, message: str) -> None:
    """Note a fault of this table."""
    table.found.append(Finding(check, table.place, message))
