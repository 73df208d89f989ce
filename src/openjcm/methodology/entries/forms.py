"""The form of an entry file: every key, what stands there, and whether it must."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from openjcm.measure import Basis
from openjcm.methodology.entries.entry import (
    Confidence,
    EntryStatus,
    RestsOn,
    ScopeBasis,
    SpeaksOf,
    TitleRestsOn,
)
from openjcm.methodology.files.forms import Form, Key, listed, member, table, text
from openjcm.methodology.files.schema import DRAFT

# Evidence of an entry: printed, worked out from what is printed, or general knowledge.
EVIDENCE = (Basis.PUBLISHED, Basis.DERIVED, Basis.RECALLED)
_EVIDENCE = Key({"enum": [each.value for each in EVIDENCE]}, needed=True)
_DAY = {"type": "string", "format": "date"}
_TEXT = Key(text(), needed=True)
_TEXTS = Key(listed(text()), needed=True)

STATED: Form = MappingProxyType(
    {"is": _TEXT, "is_evidence": _EVIDENCE, "says": _TEXT, "evidence": _EVIDENCE}
)
RELATION: Form = MappingProxyType(
    {
        "rests_on": Key(member(RestsOn, RestsOn.ADOPTED_DOCUMENT), needed=True),
        "confidence": Key(member(Confidence), needed=True),
        "speaks_of": Key(member(SpeaksOf), needed=True),
        "reference": Key(table(STATED)),
        "project": Key(table(STATED)),
    }
)
EXPECTED: Mapping[str, Form] = MappingProxyType(
    {
        section: MappingProxyType(
            {
                "unit": _TEXT,
                "per": Key(text()),
                "says": _TEXT,
                "evidence": _EVIDENCE,
                **({"expected_from": _TEXT} if section == "fixed" else {}),
            }
        )
        for section in ("monitored", "fixed")
    }
)
ENTRY: Form = MappingProxyType(
    {
        "number": Key(text("^[A-Z]{2}_[AP]M[0-9]{3}$"), needed=True),
        "version": _TEXT,
        "status": Key(member(EntryStatus), needed=True),
        "approved_on": Key(_DAY),
        "title": _TEXT,
        "title_rests_on": Key(member(TitleRestsOn), needed=True),
        "scope": _TEXT,
        "scope_basis": Key(member(ScopeBasis), needed=True),
        "technology": _TEXT,
        "family": _TEXT,
        "example_project": Key(text()),
        "sources": _TEXTS,
        "says": _TEXT,
        "relation": Key(table(RELATION), needed=True),
        **{
            section: Key({"type": "object", "additionalProperties": table(form)})
            for section, form in EXPECTED.items()
        },
    }
)


def entry_schema() -> dict[str, Any]:
    """Return the schema of an ``entry.toml``, for editors."""
    return {"$schema": DRAFT, "title": "An entry of the catalogue", **table(ENTRY)}
