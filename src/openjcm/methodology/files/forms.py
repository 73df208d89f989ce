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
from openjcm.methodology.definition import Closed, Hands, MonitoringOption, Role, Status
from openjcm.methodology.language.nodes import FUNCTIONS, WORDS
from openjcm.methodology.language.parser import INDEX_SET
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.language.tokens import OPTION, SYMBOL
from openjcm.rulebook import Rule

_BLANK = r"\S"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what JSON Schema says of its value, whether it must stand, and what it says."""

    value: Mapping[str, Any]
    needed: bool = False
    says: str = ""

    def described(self) -> dict[str, Any]:
        """Return what JSON Schema says of the value, with what the key says for people."""
        return {**self.value, **({"description": self.says} if self.says else {})}


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
        "properties": {name: key.described() for name, key in form.items()},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def rows(form: Form) -> dict[str, Any]:
    """Return what is said of an array of tables of these keys."""
    return {"type": "array", "items": table(form)}


def _must(value: Mapping[str, Any], says: str = "") -> Key:
    return Key(value, needed=True, says=says)


def _may(value: Mapping[str, Any], says: str) -> Key:
    return Key(value, says=says)


_NUMBER = {"type": "number"}
# A reader of JSON has no days; editors of TOML hand them on as text.
_DAY = {"type": "string", "format": "date"}
_SET = text(f"^{INDEX_SET.pattern}$")
_OPTIONS = listed(text(f"^{OPTION.pattern}$"))
_KIND = member(Kind, Kind.TRUTH)

KNOWN: Form = MappingProxyType(
    {
        "evidence": _must(member(Basis), "how firmly it is known"),
        "source": _must(text(), "where it stands"),
        "para": _may(text(), "the paragraph of the document; “not confirmed” when left out"),
        "draft": _may(
            {"type": "boolean"},
            "`true` where it was read in a draft or a study, and in no adopted text",
        ),
    }
)
PLAUSIBLE: Form = MappingProxyType(
    {
        "at_least": _may(_NUMBER, "the lower end, which belongs to the range"),
        "at_most": _may(_NUMBER, "the upper end, which belongs to it too"),
        "evidence": _must(member(Basis), "how firmly the range is known"),
    }
)
CHOICE: Form = MappingProxyType(
    {
        "name": _must(text(), "what the source of the value is called"),
        "says": _must(text(), "what it is"),
        "hint": _may(_NUMBER, "a value that was seen there; never a default"),
        **KNOWN,
    }
)
_PARAMETER: Form = MappingProxyType(
    {
        "unit": _may(text(), "of a number: its unit"),
        "per": _may(
            {"anyOf": [_SET, listed(_SET)]},
            "the index set over which it is a series, in small letters, or several; "
            "a single chiller is a list of one",
        ),
        "says": _must(text(), "what it means"),
        "plausible": _may(table(PLAUSIBLE), "a range; a value outside is worked and warned of"),
        "kind": _may(_KIND, "what its values are; a number when left out"),
        "options": _may(_OPTIONS, "of a choice: what may be chosen"),
        "data_source": _may(text(), "where its value comes from, as the monitoring plan has it"),
        **KNOWN,
    }
)
PARAMETERS: Mapping[str, Form] = MappingProxyType(
    {
        "monitored": MappingProxyType(
            {
                **_PARAMETER,
                "monitoring_options": _may(
                    listed(member(MonitoringOption)), "which of A, B and C may be chosen"
                ),
                "frequency": _may(text(), "how often, as the monitoring plan has it"),
            }
        ),
        "fixed": MappingProxyType(
            {
                **_PARAMETER,
                "role": _must(member(Role, Role.MONITORED, Role.ASKED), "by whom it is fixed"),
                "value": _may(
                    {"type": ["number", "string", "object"]},
                    "what the methodology itself says it is worth; over sets whose members are "
                    "declared, a table with one for each, nested like `per`",
                ),
                "choice": _may(rows(CHOICE), "the sources from which a project takes its value"),
            }
        ),
        "asked": _PARAMETER,
    }
)
INDEX: Form = MappingProxyType(
    {
        "says": _must(text(), "what its members are"),
        "members": _may(
            listed(text()),
            "their names, where the methodology fixes them; else the project brings its own",
        ),
        "ordered": _may(
            {"type": "boolean"},
            "true for years and days: only along such a set can a formula go back",
        ),
    }
)
TABLE_KEY: Form = MappingProxyType(
    {
        "kind": _may(_KIND, "what the table is asked with; a number when left out"),
        "unit": _may(text(), "of a number: its unit"),
        "options": _may(_OPTIONS, "of a choice: what may be chosen"),
    }
)
ROW_KEYS: Mapping[Kind, Form] = MappingProxyType(
    {
        Kind.NUMBER: MappingProxyType(
            {
                "from": _may(_NUMBER, "of intervals: where it begins; left out: no end there"),
                "to": _may(_NUMBER, "of intervals: where it ends; left out: no end there"),
            }
        ),
        Kind.CHOICE: MappingProxyType({"option": _may(text(), "of options: which one")}),
        Kind.DAY: MappingProxyType(
            {"since": _may(_DAY, "of days: the day from which its value holds")}
        ),
        Kind.TRUTH: MappingProxyType({}),
    }
)
_ROW_KNOWN: Form = MappingProxyType(
    {name: _may(key.value, key.says) for name, key in KNOWN.items()}
)
ANY_ROW: Form = MappingProxyType(
    {
        **{name: key for form in ROW_KEYS.values() for name, key in form.items()},
        "value": _must(_NUMBER, "what the table says there"),
        **_ROW_KNOWN,
    }
)
TABLE: Form = MappingProxyType(
    {
        "says": _must(text(), "what it holds"),
        "unit": _must(text(), "of its values"),
        "key": _must(table(TABLE_KEY), "what it is asked with"),
        "closed": _may(member(Closed), "of intervals: which end belongs to them"),
        "outside": _must(
            {"anyOf": [{"const": "refuse"}, _NUMBER]},
            "“refuse”, or the value beyond the rows and for options without one; nothing is "
            "extrapolated",
        ),
        "row": _may(rows(ANY_ROW), "its rows, in rising order"),
        "value_from": _may(
            member(Hands),
            "“the project” where the values are not known here: there are no rows then; “the "
            "methodology or the project” where rows stand here and the project may give its own",
        ),
        **KNOWN,
    }
)
FORMULA: Form = MappingProxyType(
    {
        "gives": _must(text(f"^{SYMBOL.pattern}$"), "the symbol that it works out"),
        "is": _must(text(), "the formula itself"),
        "unit": _must(text(), "in which it promises to come out"),
        "says": _must(text(), "what it means"),
        **KNOWN,
    }
)
CRITERION: Form = MappingProxyType(
    {
        "number": _must(text(), "its number in the document"),
        "says": _must(text(), "what it asks"),
        "is": _may(text(), "a condition, where it can be computed; else the validator answers"),
        "evidence_asked": _may(text(), "what shows it"),
        **KNOWN,
    }
)
ROUNDING: Form = MappingProxyType(
    {
        "stage": _must(text(), "where it is rounded, such as “vintage”"),
        "rule": _must(member(Rule), "the rule of the edition that rounds there"),
    }
)
HEAD: Form = MappingProxyType(
    {
        "id": _must(text(), "the official id with its version, or one of a template of ours"),
        "title": _must(text(), "its title"),
        "family": _must(text(), "the family of methodologies"),
        "scope": _must(text(), "the sectoral scope"),
        "status": _must(
            member(Status, Status.CONFIRMED), "whether it was compared with the adopted document"
        ),
        "evidence": _must(member(Basis), "how firmly the whole is known"),
        "source": _must(text(), "where it stands"),
        "says": _must(text(), "what was seen of the document and what was not"),
        "rounding": _must(table(ROUNDING), "where it is rounded; the engine itself never does"),
    }
)
BUILDING: Form = MappingProxyType(
    {
        "based_on": _may(text(), "the family on which the file is built"),
        "uses": _may(listed(text()), "blocks that are laid over it, in their order"),
        "without": _may(
            listed(text()), "symbols, formulas, index sets and criteria that are left out"
        ),
    }
)
NAMED: Mapping[str, Form] = MappingProxyType({"index": INDEX, **PARAMETERS, "table": TABLE})
ROWS: Mapping[str, Form] = MappingProxyType({"formula": FORMULA, "eligibility": CRITERION})
# What names a symbol: a word of its own, and none of the language.
SYMBOL_NAME = rf"^(?!(?:{'|'.join((*FUNCTIONS, *WORDS))})$){SYMBOL.pattern}$"
SET_NAME = f"^{INDEX_SET.pattern}$"
