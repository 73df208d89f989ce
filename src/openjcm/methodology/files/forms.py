"""The form of a definition file: every key, what stands there, and whether it must.

The reader takes the names of the keys from here and ``schema`` writes them for editors, so that
neither knows a key that the other does not. A form is a table of keys, each with what a JSON
Schema says of its value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from openjcm.measure import Basis
from openjcm.methodology.definition import Closed, MonitoringOption, Role, Status
from openjcm.methodology.language.nodes import FUNCTIONS, WORDS
from openjcm.methodology.language.parser import INDEX_SET
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.language.tokens import OPTION, SYMBOL
from openjcm.rulebook import Rule

_BLANK = r"\S"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what JSON Schema says of its value, and whether it must stand."""

    value: Mapping[str, Any]
    needed: bool = False


Form = Mapping[str, Key]


def text(pattern: str = _BLANK) -> dict[str, Any]:
    """Return what is said of a text that is not empty."""
    return {"type": "string", "pattern": pattern}


def member(kind: type[StrEnum], *without: StrEnum) -> dict[str, Any]:
    """Return what is said of a member of an enumeration."""
    return {"enum": [each.value for each in kind if each not in without]}


def listed(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of a list of different things, at least one."""
    return {"type": "array", "items": dict(item), "uniqueItems": True, "minItems": 1}


def table(form: Form) -> dict[str, Any]:
    """Return what is said of a table of these keys."""
    needed = [name for name, key in form.items() if key.needed]
    return {
        "type": "object",
        "properties": {name: dict(key.value) for name, key in form.items()},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def rows(form: Form) -> dict[str, Any]:
    """Return what is said of an array of tables of these keys."""
    return {"type": "array", "items": table(form)}


def _must(value: Mapping[str, Any]) -> Key:
    return Key(value, needed=True)


_NUMBER = {"type": "number"}
# A reader of JSON has no days; editors of TOML hand them on as text.
_DAY = {"type": "string", "format": "date"}
_SET = text(f"^{INDEX_SET.pattern}$")
_OPTIONS = listed(text(f"^{OPTION.pattern}$"))
_KIND = member(Kind, Kind.TRUTH)

KNOWN: Form = MappingProxyType(
    {
        "evidence": _must(member(Basis)),
        "source": _must(text()),
        "para": Key(text()),
        "draft": Key({"type": "boolean"}),
    }
)
PLAUSIBLE: Form = MappingProxyType(
    {"at_least": Key(_NUMBER), "at_most": Key(_NUMBER), "evidence": _must(member(Basis))}
)
CHOICE: Form = MappingProxyType(
    {"name": _must(text()), "says": _must(text()), "hint": Key(_NUMBER), **KNOWN}
)
_PARAMETER: Form = MappingProxyType(
    {
        "unit": Key(text()),
        "per": Key({"anyOf": [_SET, listed(_SET)]}),
        "says": _must(text()),
        "plausible": Key(table(PLAUSIBLE)),
        "kind": Key(_KIND),
        "options": Key(_OPTIONS),
        "data_source": Key(text()),
        **KNOWN,
    }
)
PARAMETERS: Mapping[str, Form] = MappingProxyType(
    {
        "monitored": MappingProxyType(
            {
                **_PARAMETER,
                "monitoring_options": Key(listed(member(MonitoringOption))),
                "frequency": Key(text()),
            }
        ),
        "fixed": MappingProxyType(
            {
                **_PARAMETER,
                "role": _must(member(Role, Role.MONITORED, Role.ASKED)),
                "value": Key({"type": ["number", "string", "object"]}),
                "choice": Key(rows(CHOICE)),
            }
        ),
        "asked": _PARAMETER,
    }
)
INDEX: Form = MappingProxyType(
    {
        "says": _must(text()),
        "members": Key(listed(text())),
        "ordered": Key({"type": "boolean"}),
    }
)
TABLE_KEY: Form = MappingProxyType(
    {"kind": Key(_KIND), "unit": Key(text()), "options": Key(_OPTIONS)}
)
ROW_KEYS: Mapping[Kind, Form] = MappingProxyType(
    {
        Kind.NUMBER: MappingProxyType({"from": Key(_NUMBER), "to": Key(_NUMBER)}),
        Kind.CHOICE: MappingProxyType({"option": Key(text())}),
        Kind.DAY: MappingProxyType({"since": Key(_DAY)}),
        Kind.TRUTH: MappingProxyType({}),
    }
)
_ROW_KNOWN: Form = MappingProxyType({name: Key(key.value) for name, key in KNOWN.items()})
_ANY_ROW: Form = MappingProxyType(
    {
        **{name: key for form in ROW_KEYS.values() for name, key in form.items()},
        "value": _must(_NUMBER),
        **_ROW_KNOWN,
    }
)
TABLE: Form = MappingProxyType(
    {
        "says": _must(text()),
        "unit": _must(text()),
        "key": _must(table(TABLE_KEY)),
        "closed": Key(member(Closed)),
        "outside": _must({"anyOf": [{"const": "refuse"}, _NUMBER]}),
        "row": Key(rows(_ANY_ROW)),
        "value_from": Key({"const": "the project"}),
        **KNOWN,
    }
)
FORMULA: Form = MappingProxyType(
    {
        "gives": _must(text(f"^{SYMBOL.pattern}$")),
        "is": _must(text()),
        "unit": _must(text()),
        "says": _must(text()),
        **KNOWN,
    }
)
CRITERION: Form = MappingProxyType(
    {
        "number": _must(text()),
        "says": _must(text()),
        "is": Key(text()),
        "evidence_asked": Key(text()),
        **KNOWN,
    }
)
ROUNDING: Form = MappingProxyType({"stage": _must(text()), "rule": _must(member(Rule))})
HEAD: Form = MappingProxyType(
    {
        "id": _must(text()),
        "title": _must(text()),
        "family": _must(text()),
        "scope": _must(text()),
        "status": _must(member(Status)),
        "evidence": _must(member(Basis)),
        "source": _must(text()),
        "says": _must(text()),
        "rounding": _must(table(ROUNDING)),
    }
)
BUILDING: Form = MappingProxyType(
    {
        "based_on": Key(text()),
        "uses": Key(listed(text())),
        "without": Key(listed(text())),
    }
)
NAMED: Mapping[str, Form] = MappingProxyType({"index": INDEX, **PARAMETERS, "table": TABLE})
ROWS: Mapping[str, Form] = MappingProxyType({"formula": FORMULA, "eligibility": CRITERION})
# What names a symbol: a word of its own, and none of the language.
SYMBOL_NAME = rf"^(?!(?:{'|'.join((*FUNCTIONS, *WORDS))})$){SYMBOL.pattern}$"
SET_NAME = f"^{INDEX_SET.pattern}$"
