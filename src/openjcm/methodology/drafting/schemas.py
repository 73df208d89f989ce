"""The JSON Schema of each kind of file, for editors."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from openjcm.methodology.cases import case_schema
from openjcm.methodology.confirming import confirmation_schema
from openjcm.methodology.entries.forms import entry_schema
from openjcm.methodology.files.schema import block_schema, definition_schema


class SchemaOf(StrEnum):
    """A kind of file."""

    DEFINITION = "definition"
    BLOCK = "block"
    ENTRY = "entry"
    CONFIRMATION = "confirmation"
    CASE = "case"


_SCHEMAS: Mapping[SchemaOf, Callable[[], dict[str, Any]]] = MappingProxyType(
    {
        SchemaOf.DEFINITION: definition_schema,
        SchemaOf.BLOCK: block_schema,
        SchemaOf.ENTRY: entry_schema,
        SchemaOf.CONFIRMATION: confirmation_schema,
        SchemaOf.CASE: case_schema,
    }
)


def schema_for(kind: SchemaOf) -> dict[str, Any]:
    """Return the schema of a kind of file.

    >>> sorted(schema_for(SchemaOf.CASE)["properties"])[:2]
    ['evidence', 'expected']
    """
    return _SCHEMAS[kind]()
