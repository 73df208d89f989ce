"""What is checked of the catalogue beside what holds of every file, and how a fault is noted."""

from enum import StrEnum

from openjcm.measure import Finding
from openjcm.methodology.files.toml import Table


class EntryCheck(StrEnum):
    """What must hold of an entry or a family."""

    TEXT_IN_UTF8 = "text-in-utf8"
    """The file is text in UTF-8."""
    NUMBER_AS_PRINTED = "number-as-printed"
    """The number is written as the scheme prints it."""
    STATUS_AS_NUMBERED = "status-as-numbered"
    """The status is that which the number says."""
    FOLDER_AS_NAMED = "folder-as-named"
    """The folder bears the name of the entry."""
    LIST_OF_TEXTS = "list-of-texts"
    """A list holds texts, none of them empty."""
    EVIDENCE_OF_AN_ENTRY = "evidence-of-an-entry"
    """The evidence is one that an entry can have."""
    RELATION_AS_FAR_AS_STATED = "relation-as-far-as-stated"
    """No more is said of a relation than its source does."""
    FAMILY_KNOWN = "family-known"
    """The family is one of the list."""
    SOURCE_NAMED = "source-named"
    """At least one source is named."""
    TEMPLATE_ID = "template-id"
    """The id of a template is written as one of ours."""
    TEMPLATE_HEADING = "template-heading"
    """A template is headed as unofficial."""
    TEMPLATE_ONCE = "template-once"
    """No two families have one template."""
    PATTERN_KNOWN = "pattern-known"
    """A pattern is one of the letters."""
    SOURCES_OF_THE_ENTRY = "sources-of-the-entry"
    """A definition whose relation is stated names no address but those of its entry."""
    PARAMETERS_OF_THE_ENTRY = "parameters-of-the-entry"
    """It has every parameter that the entry's source names, monitored or fixed as there."""
    CASE_GIVEN = "case-given"
    """A definition has at least one case."""


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
