"""A fact as it was entered, in a reader's words: each field named, each code said, in small parts.

In: the order and the names of fields, days, tonnes and codes in words, with the field's own name
and the code as they stand in the record.
Not in: what a fact may say (``actions``), and how it is set on the page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.papers.recorded import as_recorded, calculation_words
from openjcm.papers.walk_words import side_words
from openjcm.papers.words import PAPERS, say_day, say_number
from openjcm.web.rendering import SITE, words

# Fields in the order in which a reader asks for them; what is not here comes last.
FIELDS = (
    *("title_en", "title_ja", "text_en", "text_ja", "measure", "status", "iso3", "order"),
    *("decided_on", "announced_on", "announced_in", "issued_on", "signed_on", "registered_on"),
    *("since", "open_on", "known", "day_from", "note", "zones", "manner", "ordinal", "fiscal_year"),
    *("million_tonnes", "amount", "precision", "by", "title_basis", "methodology"),
    *("sectoral_scope", "scope_basis", "technology", "versions", "approvals", "proposed_numbers"),
    *("proponent", "public_inputs_first", "public_inputs_last", "formula_evidence"),
    *("projects", "project", "partners", "cases", "unnamed", "vintage", "period", "first", "last"),
    *(
        "notified",
        "goj",
        "issued",
        "issued_goj",
        "expected_per_year",
        "source",
        "source_of",
        "derived",
    ),
    *("host_participants", "japanese_participants", "methodologies"),
    *("holder", "side", "id", "title", "url", "kind", "state", "licence"),
    *("programme", "operator", "year", "subsidy", "minimum_share", "rounding_reading", "evidence"),
    *("remarks", "total", "totals", "sides", "holders", "also", "lines", "funding", "sources"),
)
_PLACES = {name: place for place, name in enumerate(FIELDS)}
# What the words of a code begin with, by the field that holds it.
_CODES = {
    "kind": "source-kind-",
    "remarks": "remark-",
    "known": "known-",
    "manner": "manner-",
    "title_basis": "title-basis-",
    "formula_evidence": "evidence-",
    "scope_basis": "scope-basis-",
    "precision": "precision-",
}
# Codes that are said in other words in facts of another kind.
_CODES_OF = {
    ("project", "status"): "status-",
    ("methodology", "status"): "methodology-status-",
    ("progress", "measure"): "progress-",
    ("issuance-decision", "measure"): "field-",
}
_COUNTED = frozenset({"notified", "goj", "issued", "issued_goj", "amount", "expected_per_year"})
_OURS = frozenset({"title", "licence", "holder", "note", "programme", "operator", "subsidy"})
_DERIVED = "derived"
# Lists of which each item is headed by one of its own fields.
_HEADS = {"sides": ("side", side_words), "holders": ("holder", as_recorded)}
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
# Paths of fields that name a source by its key.
_SOURCE_NAMED = re.compile(r"(^|\.)(source|source_of\.\w+)$")
_BETWEEN = " · "
# A part of its own: an item of these lists, or one of these tables.
_LISTS = frozenset({"lines", "sources"})
_TABLES = frozenset({"total", "totals", "funding"})


@dataclass(frozen=True, slots=True)
class FieldSaid:
    """A field in words; ``path`` is its name in the record, ``code`` its value where it is one."""

    label: str
    path: str
    value: str
    code: str


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that belong together: a line of a decision, a source; the first has no heading."""

    heading: str
    fields: tuple[FieldSaid, ...]


def parts_of(language: str, kind: str, says: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return what a fact of a kind says, in parts and in words."""
    first = {name: value for name, value in says.items() if name not in _LISTS | _TABLES}
    parts = [Part("", tuple(_fields(language, kind, first)))]
    for name in sorted(says.keys() - first.keys(), key=_place):
        many = says[name] if isinstance(says[name], list) else [says[name]]
        for number, each in enumerate(many, start=1):
            path = f"{name}.{number}" if name in _LISTS else name
            heading = _name(language, name)
            if len(many) > 1:
                heading = words(language, "field-numbered", field=heading, number=number)
            parts.append(Part(heading, tuple(_fields(language, kind, each, path))))
    titles = {each.get("id", ""): each.get("title", "") for each in says.get("sources", ())}
    return tuple(_with_titles(language, part, titles) for part in parts if part.fields)


def _fields(
    language: str, kind: str, says: Mapping[str, Any], path: str = "", label: str = ""
) -> Iterator[FieldSaid]:
    for name in sorted(says, key=_place):
        where = f"{path}.{name}".lstrip(".")
        named = _joined(label, _name(language, name))
        for at, above, value in _values(language, says[name], name, where):
            if isinstance(value, Mapping):
                yield from _fields(language, kind, value, at, _joined(label, above))
            else:
                # Beneath a table of derivations stand calculations, whatever is derived.
                of = _DERIVED if path.endswith(_DERIVED) else name
                yield _said(language, (kind, of), FieldSaid(named, at, str(value), ""))


def _with_titles(language: str, part: Part, titles: Mapping[str, str]) -> Part:
    """Return a part in which a source that is named by its key stands with its title."""

    def titled(field: FieldSaid) -> FieldSaid:
        names_it = _SOURCE_NAMED.search(field.path) and field.value in titles
        if not names_it:
            return field
        title = as_recorded(language, titles[field.value])
        return FieldSaid(field.label, field.path, title, field.value)

    return Part(part.heading, tuple(titled(field) for field in part.fields))


def _values(language: str, value: Any, name: str, where: str) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - any JSON value
    """Yield where a value stands, how what is in it is headed, and the value; of a list, each."""
    if not isinstance(value, list):
        yield where, _name(language, name), value
        return
    for number, item in enumerate(value, start=1):
        heads = _HEADS.get(name)
        if heads is None:
            yield f"{where}.{number}", _name(language, name), item
            continue
        field, said = heads
        rest = {each: item[each] for each in item if each != field}
        yield f"{where}.{number}", said(language, item.get(field, "")), rest


def _said(language: str, of: tuple[str, str], field: FieldSaid) -> FieldSaid:
    _, name = of
    value, code = field.value, ""
    coded = _CODES_OF.get(of, _CODES.get(name, "")) + value
    if coded != value and (SITE.has(language, coded) or PAPERS.has(language, coded)):
        value, code = words(language, coded), value
    elif name == "side":
        value, code = side_words(language, value), value
    elif _DAY.match(value):
        value = say_day(language, date.fromisoformat(value))
    elif name in _COUNTED and value.isdigit():
        value = say_number(language, int(value))
    elif name == _DERIVED:
        value = calculation_words(language, value)
    elif name in _OURS:
        value = as_recorded(language, value)
    return FieldSaid(field.label, field.path, value, code)


def _name(language: str, field: str) -> str:
    """Return the words of a field; a version or a field of an older record has its own name."""
    key = f"field-{field.replace('_', '-')}"
    return words(language, key) if SITE.has(language, key) else field


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)


def _place(field: str) -> tuple[int, str]:
    return _PLACES.get(field, len(FIELDS)), field
