"""What is known of one version, part by part: its entry in the catalogue, and its definition.

What is not known has the reason for it in its place, never an empty text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openjcm.measure import NotFound
from openjcm.methodology.catalogue import definition_ids, load_definition, template_ids
from openjcm.methodology.confirming import Confirmation
from openjcm.methodology.definition import (
    Criterion,
    Definition,
    Formula,
    Known,
    LookupTable,
    Parameter,
)
from openjcm.methodology.entries import (
    Entry,
    ExpectedParameter,
    Family,
    StatedFormula,
    find_entry,
    heading_of,
    load_family,
    standing_of,
)
from openjcm.methodology.language.printing import written
from openjcm.methodology.language.shapes import Kind

Said = Mapping[str, "str | Blank"]
Told = Mapping[str, "Mapping[str, Said] | Blank"]
# In which order parts are compared; the last four are of a definition.
ENTRY_PARTS = ("head", "stated", "expected")
DEFINITION_PARTS = ("definition", "parameters", "tables", "formulas", "eligibility")


class Blank(StrEnum):
    """Why nothing stands on a side."""

    NOT_THERE = "not-there"
    NOT_KNOWN = "not-known"
    NOT_STATED = "not-stated"
    NOT_ATTACHED = "not-attached"
    NOT_CONFIRMED = "not-confirmed"
    NO_DEFINITION = "no-definition"
    NO_ENTRY = "no-entry"


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version, or a template of ours, which is a family and has no entry."""

    id: str
    entry: Entry | None
    definition: Definition | None

    @property
    def title(self) -> str:
        """Its title: of the entry, or of the family."""
        return self.entry.title if self.entry else load_family(self.id).title_en

    @property
    def heading(self) -> str:
        """What stands over all that is made of it."""
        return heading_of(self.id)


def known_version(version_id: str) -> KnownVersion:
    """Return all that is known of a version or a template.

    Raises:
        NotFound: there is neither.
    """
    entry = find_entry(version_id)
    is_template = version_id in template_ids()
    if entry is None and not is_template:
        raise NotFound(
            f"the catalogue has no version '{version_id[:40]}' to compare with; "
            f"openjcm methodology list has the numbers, and openjcm methodology templates ours",
            code="no-such-version",
            about=version_id[:40],
        )
    has_definition = is_template or version_id in definition_ids()
    return KnownVersion(
        id=version_id,
        entry=entry,
        definition=load_definition(version_id) if has_definition else None,
    )


def told_of(version: KnownVersion) -> Told:
    """Return all that is known of a version, part by part."""
    parts: dict[str, Mapping[str, Said] | Blank] = dict.fromkeys(ENTRY_PARTS, Blank.NO_ENTRY)
    parts |= dict.fromkeys(DEFINITION_PARTS, Blank.NO_DEFINITION)
    if version.entry:
        parts |= _of_entry(version.entry)
    else:
        parts["head"] = _of_family(load_family(version.id))
    if version.definition:
        parts |= of_definition(version.definition)
    return parts


def _of_family(family: Family) -> Mapping[str, Said]:
    head = {
        "title": family.title_en,
        "family": family.id,
        "standing": family.heading,
        "says": family.says,
    }
    return {key: {"is": head.get(key, Blank.NO_ENTRY)} for key in _HEAD}


_HEAD = (
    *("title", "title_rests_on", "status", "approved_on", "standing", "scope"),
    *("scope_basis", "technology", "family", "rests_on", "confidence", "speaks_of"),
    *("document", "confirmed_by", "example_project", "source", "says"),
)


def _of_entry(entry: Entry) -> Mapping[str, Mapping[str, Said]]:
    relation = entry.relation
    head: dict[str, str | Blank] = {
        "title": entry.title,
        "title_rests_on": entry.title_rests_on.value,
        "status": entry.status.value,
        "approved_on": entry.approved_on.isoformat() if entry.approved_on else Blank.NOT_KNOWN,
        "standing": standing_of(entry).value,
        "scope": entry.scope,
        "scope_basis": entry.scope_basis.value,
        "technology": entry.technology,
        "family": entry.family,
        "rests_on": relation.rests_on.value,
        "confidence": relation.confidence.value,
        "speaks_of": relation.speaks_of.name.lower().replace("_", "-"),
        **_attached(entry.confirmation),
        "example_project": entry.example_project or Blank.NOT_KNOWN,
        "source": ", ".join(entry.sources),
        "says": entry.says,
    }
    return {
        "head": {key: {"is": _text(head[key])} for key in _HEAD},
        "stated": {"RE": _of_stated(relation.reference), "PE": _of_stated(relation.project)},
        "expected": {
            **{each.symbol: _said(_of_expected(each, "monitored")) for each in entry.monitored},
            **{each.symbol: _said(_of_expected(each, "fixed")) for each in entry.fixed},
        },
    }


def _attached(known: Confirmation | None) -> dict[str, str | Blank]:
    if known is None:
        return {"document": Blank.NOT_ATTACHED, "confirmed_by": Blank.NOT_ATTACHED}
    names = ", ".join(f"{each.name} ({each.on.isoformat()})" for each in known.persons)
    return {
        "document": f"{known.document.name}, SHA-256 {known.document.sha256}",
        "confirmed_by": names if known.confirmed_on else Blank.NOT_CONFIRMED,
    }


def _of_stated(stated: StatedFormula | None) -> Said:
    if stated is None:
        return {"is": Blank.NOT_STATED}
    return _said(
        {
            "is": stated.text,
            "is_evidence": stated.formula_evidence.value,
            "says": stated.says,
            "says_evidence": stated.evidence.value,
        }
    )


def of_definition(definition: Definition) -> Mapping[str, Mapping[str, Said]]:
    """Return what a definition says, part by part; nothing of it is left out."""
    head = {
        "title": definition.title,
        "family": definition.family,
        "scope": definition.scope,
        "status": definition.status.value,
        "evidence": definition.evidence.value,
        "source": definition.source,
        "says": definition.says,
        "rounding": f"{definition.rounding.stage}: {definition.rounding.rule.value}",
        "built_on": ", ".join(definition.built_on),
        "sha256": definition.sha256,
    }
    everything = (*definition.parameters, *definition.asked)
    return {
        "definition": {key: {"is": _line(value)} for key, value in head.items() if value},
        "parameters": {each.symbol: _said(_of_parameter(each)) for each in everything},
        "tables": {each.symbol: _said(_of_table(each)) for each in definition.tables},
        "formulas": {each.gives: _said(_of_formula(each)) for each in definition.formulas},
        "eligibility": {each.number: _said(_of_criterion(each)) for each in definition.criteria},
    }


def _of_parameter(parameter: Parameter) -> Mapping[str, str]:
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
        "data_source": parameter.data_source,
        "choice": ", ".join(each.name for each in parameter.choices),
        **_of_known(parameter.known),
    }


def _of_table(table: LookupTable) -> Mapping[str, str]:
    return {
        "says": table.says,
        "unit": table.unit.text,
        "key": table.key.text if table.kind is Kind.NUMBER else table.kind.value,
        "closed": table.closed or "",
        "outside": "refuse" if table.outside is None else f"{table.outside:f}",
        "row": "; ".join([*(row.text for row in table.rows), *_hands_of(table)]),
        **_of_known(table.known),
    }


def _hands_of(table: LookupTable) -> list[str]:
    return ["the project"] if table.may_be_given or table.is_required else []


def _of_formula(formula: Formula) -> Mapping[str, str]:
    return {
        "is": formula.text,
        "unit": formula.unit.text,
        "per": formula.per,
        "says": formula.says,
        **_of_known(formula.known),
    }


def _of_criterion(criterion: Criterion) -> Mapping[str, str]:
    return {
        "says": criterion.says,
        "is": written(criterion.tree) if criterion.tree else "",
        "evidence_asked": criterion.evidence_asked,
        **_of_known(criterion.known),
    }


def _of_known(known: Known) -> Mapping[str, str]:
    return {
        "evidence": known.evidence.value,
        "source": known.source,
        "para": known.para,
        "draft": "true" if known.is_draft else "",
    }


def _of_expected(parameter: ExpectedParameter, role: str) -> Mapping[str, str]:
    return {
        "says": parameter.says,
        "unit": parameter.unit,
        "role": role,
        "per": parameter.per,
        "expected_from": parameter.expected_from,
        "evidence": parameter.evidence.value,
    }


def _said(told: Mapping[str, str]) -> Said:
    return {key: _line(value) for key, value in told.items() if value}


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(value: str | Blank) -> str | Blank:
    return value if isinstance(value, Blank) else _line(value)
