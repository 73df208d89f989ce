"""Two versions side by side: what is the same, what differs, and what only one of them has.

Definitions are compared where both are written; else what the catalogue's entries say. Nothing is
judged: which difference matters is for the reader.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from openjcm.measure import NotFound
from openjcm.methodology.catalogue import definition_ids, load_definition, template_ids
from openjcm.methodology.definition import (
    Criterion,
    Definition,
    Formula,
    Known,
    LookupTable,
    Parameter,
    Row,
)
from openjcm.methodology.entries import Entry, ExpectedParameter, find_entry, heading_of
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind

_Thing = TypeVar("_Thing")
_Said = Mapping[str, str]


class Difference(StrEnum):
    """How a part stands in the two versions."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_A = "only-a"
    ONLY_B = "only-b"


class RestingOn(StrEnum):
    """What was compared."""

    DEFINITIONS = "definitions"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """What both say of one thing; empty where it is not said. ``key`` is a key of the file."""

    key: str
    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """One symbol, formula, table or criterion, by its name in the document."""

    name: str
    difference: Difference
    fields: tuple[ComparedField, ...]


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A part of the file: its head, parameters, formulas, tables, eligibility."""

    part: str
    items: tuple[ComparedItem, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and what stands over all that is made of it."""

    id: str
    title: str
    heading: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side; every part in the order of ``a``, then what only ``b`` has."""

    a: Side
    b: Side
    rests_on: RestingOn
    parts: tuple[ComparedPart, ...]

    @property
    def differences(self) -> int:
        """How many things are not the same in both."""
        items = [item for part in self.parts for item in part.items]
        return sum(item.difference is not Difference.SAME for item in items)


def compare(a: str, b: str) -> Comparison:
    """Compare two versions, or templates.

    Raises:
        NotFound: there is no such version, or one has a definition alone and the other none.
    """
    written_ids = (*definition_ids(), *template_ids())
    if a in written_ids and b in written_ids:
        one, other = load_definition(a), load_definition(b)
        sides = (_side(one.id, one.title), _side(other.id, other.title))
        return Comparison(*sides, RestingOn.DEFINITIONS, _parts(_of_definition, one, other))
    first, second = _entry(a), _entry(b)
    sides = (_side(first.id, first.title), _side(second.id, second.title))
    return Comparison(*sides, RestingOn.ENTRIES, _parts(_of_entry, first, second))


def _side(version_id: str, title: str) -> Side:
    return Side(version_id, title, heading_of(version_id))


def _entry(version_id: str) -> Entry:
    entry = find_entry(version_id)
    if entry is None:
        raise NotFound(
            f"the catalogue has no version '{version_id[:40]}' to compare with; "
            f"openjcm methodology list has the numbers, and a template is compared with templates "
            f"and definitions alone",
            code="no-such-version",
            about=version_id[:40],
        )
    return entry


def _parts(
    told: Callable[[_Thing], Mapping[str, Mapping[str, _Said]]], a: _Thing, b: _Thing
) -> tuple[ComparedPart, ...]:
    one, other = told(a), told(b)
    parts = ((part, tuple(_items(one[part], other[part]))) for part in one)
    return tuple(ComparedPart(part, items) for part, items in parts if items)


def _items(a: Mapping[str, _Said], b: Mapping[str, _Said]) -> Iterable[ComparedItem]:
    for name in dict.fromkeys((*a, *b)):
        one, other = a.get(name, {}), b.get(name, {})
        fields = tuple(
            ComparedField(key, one.get(key, ""), other.get(key, ""), one.get(key) == other.get(key))
            for key in dict.fromkeys((*one, *other))
        )
        yield ComparedItem(name, _difference(one, other), fields)


def _difference(one: _Said, other: _Said) -> Difference:
    if not other:
        return Difference.ONLY_A
    if not one:
        return Difference.ONLY_B
    return Difference.SAME if one == other else Difference.CHANGED


def _of_definition(definition: Definition) -> Mapping[str, Mapping[str, _Said]]:
    head = {
        "title": definition.title,
        "family": definition.family,
        "scope": definition.scope,
        "status": definition.status.value,
        "evidence": definition.evidence.value,
        "source": definition.source,
        "says": definition.says,
        "rounding": f"{definition.rounding.stage}: {definition.rounding.rule.value}",
    }
    everything = (*definition.parameters, *definition.asked)
    return {
        "head": {key: {"is": _line(value)} for key, value in head.items()},
        "parameters": {each.symbol: _said(_of_parameter(each)) for each in everything},
        "tables": {each.symbol: _said(_of_table(each)) for each in definition.tables},
        "formulas": {each.gives: _said(_of_formula(each)) for each in definition.formulas},
        "eligibility": {each.number: _said(_of_criterion(each)) for each in definition.criteria},
    }


def _of_parameter(parameter: Parameter) -> _Said:
    value = parameter.value
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return {
        "says": parameter.says,
        "unit": parameter.unit.text if parameter.kind is Kind.NUMBER else "",
        "kind": "" if parameter.kind is Kind.NUMBER else parameter.kind.value,
        "options": ", ".join(parameter.options),
        "role": parameter.role.value,
        "per": parameter.per,
        "value": ", ".join(map(str, values)),
        "plausible": str(parameter.plausible or ""),
        "monitoring_options": ", ".join(parameter.monitoring_options),
        "frequency": parameter.frequency,
        "choice": ", ".join(each.name for each in parameter.choices),
        **_of_known(parameter.known),
    }


def _of_table(table: LookupTable) -> _Said:
    return {
        "says": table.says,
        "unit": table.unit.text,
        "key": table.key.text if table.kind is Kind.NUMBER else table.kind.value,
        "closed": table.closed or "",
        "outside": "refuse" if table.outside is None else f"{table.outside:f}",
        "row": "; ".join([*map(row_text, table.rows), *_hands_of(table)]),
        **_of_known(table.known),
    }


def _hands_of(table: LookupTable) -> list[str]:
    return ["the project"] if table.may_be_given or table.is_required else []


def row_text(row: Row) -> str:
    """Write a row of a table: from where to where, and its value."""
    if row.option or row.since:
        return f"{row.option or row.since}: {row.value:f}"
    ends = ("…" if end is None else f"{end:f}" for end in (row.start, row.end))
    return f"{'–'.join(ends)}: {row.value:f}"


def _of_formula(formula: Formula) -> _Said:
    return {
        "is": formula.text,
        "unit": formula.unit.text,
        "per": formula.per,
        "says": formula.says,
        **_of_known(formula.known),
    }


def _of_criterion(criterion: Criterion) -> _Said:
    return {
        "says": criterion.says,
        "is": written(criterion.tree) if criterion.tree else "",
        "evidence_asked": criterion.evidence_asked,
        **_of_known(criterion.known),
    }


def _of_known(known: Known) -> _Said:
    return {"evidence": known.evidence.value, "source": known.source, "para": known.para}


def _of_entry(entry: Entry) -> Mapping[str, Mapping[str, _Said]]:
    relation = entry.relation
    head = {
        "title": entry.title,
        "title_rests_on": entry.title_rests_on.value,
        "status": entry.status.value,
        "approved_on": entry.approved_on.isoformat() if entry.approved_on else "",
        "scope": entry.scope,
        "technology": entry.technology,
        "family": entry.family,
        "rests_on": relation.rests_on.value,
        "confidence": relation.confidence.value,
        "speaks_of": relation.speaks_of.name.lower().replace("_", "-"),
        "source": ", ".join(entry.sources),
        "says": entry.says,
    }
    stated = {"RE": relation.reference, "PE": relation.project}
    return {
        "head": {key: {"is": _line(value)} for key, value in head.items()},
        "parameters": {
            **{each.symbol: _said(_of_expected(each, "monitored")) for each in entry.monitored},
            **{each.symbol: _said(_of_expected(each, "fixed")) for each in entry.fixed},
        },
        "formulas": {
            symbol: _said({"is": one.text, "says": one.says, "evidence": one.evidence.value})
            for symbol, one in stated.items()
            if one
        },
    }


def _of_expected(parameter: ExpectedParameter, role: str) -> _Said:
    return {
        "says": parameter.says,
        "unit": parameter.unit,
        "role": role,
        "per": parameter.per,
        "expected_from": parameter.expected_from,
        "evidence": parameter.evidence.value,
    }


def _said(told: _Said) -> _Said:
    return {key: _line(value) for key, value in told.items() if value}


def _line(text: str) -> str:
    return " ".join(text.split())
