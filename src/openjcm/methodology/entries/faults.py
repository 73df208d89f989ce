"""What is checked of the catalogue beside what holds of every file, and how a fault is noted."""

from enum import StrEnum

from openjcm.measure import Finding
from openjcm.methodology.files.toml import Table


class EntryCheck(StrEnum):
    """What must hold of an entry or a family."""

    TEXT_IN_UTF8 = "text-in-utf8"
    NUMBER_AS_PRINTED = "number-as-printed"
    STATUS_AS_NUMBERED = "status-as-numbered"
    FOLDER_AS_NAMED = "folder-as-named"
    LIST_OF_TEXTS = "list-of-texts"
    EVIDENCE_OF_AN_ENTRY = "evidence-of-an-entry"
    RELATION_AS_FAR_AS_STATED = "relation-as-far-as-stated"
    FAMILY_KNOWN = "family-known"
    SOURCE_NAMED = "source-named"
    TWO_PERSONS = "two-persons"
    TEMPLATE_ID = "template-id"
    TEMPLATE_HEADING = "template-heading"
    TEMPLATE_ONCE = "template-once"
    PATTERN_KNOWN = "pattern-known"
    SOURCES_OF_THE_ENTRY = "sources-of-the-entry"
    PARAMETERS_OF_THE_ENTRY = "parameters-of-the-entry"
    CASE_GIVEN = "case-given"


def note(table: Table, check: EntryCheck, message: str) -> None:
    """Note a fault of this table."""
    table.found.append(Finding(check, table.place, message))


def texts_of(table: Table, key: str) -> tuple[str, ...]:
    """Return a list of texts, none of them empty; an empty one where there is no such key."""
    value = table.entries.get(key, [])
    if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
        return tuple(value)
    note(table, EntryCheck.LIST_OF_TEXTS, f"'{key}' is a list of texts that are not empty")
    return ()
