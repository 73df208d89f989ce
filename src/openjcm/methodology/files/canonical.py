"""The canonical form of a definition, and its SHA-256.

The form is JSON in UTF-8 without blanks, keys sorted by code point, of everything that was read:
decimals as text with the digits of the file and no exponent, days as 2013-01-01, units as
written, formulas as the language prints them. What is absent or empty is not written, so that a
key that a later version of the language adds leaves older definitions as they are; nothing
worked out is written.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from openjcm.measure import Unit
from openjcm.methodology.definition import Definition
from openjcm.methodology.language.nodes import Node
from openjcm.methodology.language.printing import written

_SAID: Mapping[Any, Callable[[Any], str]] = MappingProxyType(
    {
        Decimal: lambda value: f"{value:f}",
        date: date.isoformat,
        Unit: lambda value: value.text,
        Node: written,
    }
)


def fingerprint(definition: Definition) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical_text(definition).encode()).hexdigest()


def canonical_text(definition: Definition) -> str:
    """Return the canonical form."""
    return json.dumps(_plain(definition), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    for kind, said in _SAID.items():
        if isinstance(value, kind):
            return said(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if not is_dataclass(value):
        return value
    parts = {
        each.name: _plain(getattr(value, each.name))
        for each in fields(value)
        if _counts(each.metadata, each, value)
    }
    return {name: part for name, part in parts.items() if part not in (None, "", [])}


def _counts(metadata: Mapping[str, object], each: "Field[object]", value: object) -> bool:
    is_default = "where_said" in metadata and getattr(value, each.name) == each.default
    return not is_default and "worked_out" not in metadata
