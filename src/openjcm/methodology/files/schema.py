"""The JSON Schema of definitions and blocks, for editors; written from the forms that are read.

It says which keys there are and what stands behind each. What needs the whole file, such as the
unit of a formula, is said by ``openjcm methodology check``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from openjcm.methodology.files.forms import (
    BUILDING,
    HEAD,
    NAMED,
    PARAMETERS,
    ROWS,
    SET_NAME,
    SYMBOL_NAME,
    Form,
    rows,
    table,
)
from openjcm.methodology.language.shapes import Kind

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_INDEX = "index"
# An option and a day have no unit; all else has one.
_WITHOUT_UNIT = {"enum": [Kind.CHOICE.value, Kind.DAY.value]}
_WITH_UNIT: Mapping[str, Any] = MappingProxyType(
    {
        "anyOf": [
            {"required": ["unit"]},
            {"required": ["kind"], "properties": {"kind": _WITHOUT_UNIT}},
        ]
    }
)


def definition_schema() -> dict[str, Any]:
    """Return the schema of a ``definition.toml``, or of a family.

    What is built on others states only what differs, so that nothing of its head must stand.
    """
    needed = [name for name, key in HEAD.items() if key.needed]
    is_built = {"anyOf": [{"required": [key]} for key in ("based_on", "uses")]}
    return {
        **_whole("A definition of a methodology", HEAD),
        "if": {"not": is_built},
        "then": {"required": [*needed, "formula"]},
    }


def block_schema() -> dict[str, Any]:
    """Return the schema of a building block: a piece of a definition, mostly without a head."""
    return _whole("A building block of methodologies", HEAD)


def _whole(title: str, head: Form) -> dict[str, Any]:
    keys = {name: key.described() for name, key in (*head.items(), *BUILDING.items())}
    named = {name: _named(name, form) for name, form in NAMED.items()}
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        "properties": {**keys, **named, **{name: rows(form) for name, form in ROWS.items()}},
        "additionalProperties": False,
    }


def _named(section: str, form: Form) -> Mapping[str, Any]:
    return {
        "type": "object",
        "propertyNames": {"pattern": SET_NAME if section == _INDEX else SYMBOL_NAME},
        "additionalProperties": {**table(form), **(_WITH_UNIT if section in PARAMETERS else {})},
    }
