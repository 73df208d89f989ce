"""The canonical form of a definition, and its SHA-256.

The form is JSON in UTF-8 without blanks, keys sorted by code point, of everything that was read:
decimals as text with the digits of the file and no exponent, units as written, formulas as the
language prints them. What is absent or empty is not written, so that a key that a later version
of the language adds leaves older definitions as they are; nothing worked out is written.
"""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from hashlib import sha256

from openjcm.measure import Unit
from openjcm.methodology.definition import Definition
from openjcm.methodology.nodes import Call, Name, Number, Operation, written


def fingerprint(definition: Definition) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical_text(definition).encode()).hexdigest()


def canonical_text(definition: Definition) -> str:
    """Return the canonical form."""
    return json.dumps(_plain(definition), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Unit):
        return value.text
    if isinstance(value, Number | Name | Operation | Call):
        return written(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        parts = {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if "worked_out" not in field.metadata
        }
        return {name: part for name, part in parts.items() if part not in (None, "", [])}
    return value
