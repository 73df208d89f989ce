"""Which fields a published fact has, and what kind of thing each holds.

A field that nobody knows is refused: what is misspelt would be lost without a word.
"""

from collections.abc import Iterator, Mapping
from typing import Any

# One value of text, or one number or day, whose worth is checked elsewhere.
TEXT, VALUE = "text", "one value"
TEXTS = "a list of texts"
# Texts or days by a name of their own: versions, sides, measures.
NAMED = "a table of values"

Shape = Mapping[str, Any]

_SOURCE: Shape = {
    **dict.fromkeys(("id", "title", "url", "kind", "licence"), TEXT),
    "state": VALUE,
}
_SIDE: Shape = {
    "side": TEXT,
    **dict.fromkeys(("notified", "issued", "issued_goj", "issued_on", "open_on"), VALUE),
    "derived": NAMED,
}
_PART: Shape = {
    "notified": VALUE,
    "goj": VALUE,
    "source": TEXT,
    "source_of": NAMED,
    "derived": NAMED,
    "sides": [_SIDE],
    "holders": [{"holder": TEXT, "side": TEXT, "amount": VALUE}],
    "also": [{"measure": TEXT, "amount": VALUE, "source": TEXT}],
}
# A total may say how many projects it is about.
_TOTAL: Shape = {**_PART, "projects": VALUE}
# ``project``, ``vintage``, ``totals`` and ``methodology`` are of the first form of the record.
_LINE: Shape = {
    **_PART,
    "projects": TEXTS,
    "project": TEXT,
    "vintage": VALUE,
    "unnamed": VALUE,
    "period": {"first": VALUE, "last": VALUE},
    "remarks": TEXTS,
}
_ABOUT: Shape = {"title_en": TEXT, "title_ja": TEXT, "status": TEXT, "sources": [_SOURCE]}
SHAPES: Mapping[str, Shape] = {
    "partner": {
        **_ABOUT,
        **dict.fromkeys(("iso3", "known", "note", "day_from"), TEXT),
        **dict.fromkeys(("order", "signed_on"), VALUE),
        "zones": TEXTS,
    },
    "project": {
        **_ABOUT,
        **dict.fromkeys(("registered_on", "expected_per_year"), VALUE),
        **dict.fromkeys(("host_participants", "japanese_participants", "methodologies"), TEXTS),
        "methodology": TEXT,
        "funding": {
            **dict.fromkeys(("programme", "operator", "subsidy", "minimum_share"), TEXT),
            **dict.fromkeys(("rounding_reading", "evidence"), TEXT),
            "year": VALUE,
        },
    },
    "methodology": {
        **_ABOUT,
        **dict.fromkeys(("title_basis", "sectoral_scope", "scope_basis", "technology"), TEXT),
        **dict.fromkeys(("proponent", "formula_evidence"), TEXT),
        **dict.fromkeys(("public_inputs_first", "public_inputs_last"), VALUE),
        **dict.fromkeys(("versions", "proposed_numbers"), TEXTS),
        "approvals": NAMED,
    },
    "issuance-decision": {
        **dict.fromkeys(("decided_on", "announced_on", "issued_on", "ordinal"), VALUE),
        # The year, where nothing prints the day.
        "announced_in": VALUE,
        "manner": TEXT,
        "total": _TOTAL,
        "totals": _TOTAL,
        "lines": [_LINE],
        "remarks": TEXTS,
        "sources": [_SOURCE],
    },
    "progress": {
        **dict.fromkeys(("measure", "precision"), TEXT),
        **dict.fromkeys(("amount", "by", "projects", "partners", "cases", "state"), VALUE),
        "remarks": TEXTS,
        "sources": [_SOURCE],
    },
    "goal": {
        **dict.fromkeys(("million_tonnes", "fiscal_year", "since"), VALUE),
        **dict.fromkeys(("known", "text_en", "text_ja"), TEXT),
        "sources": [_SOURCE],
    },
}


def misshapen(says: Any, shape: Shape, place: str = "") -> Iterator[str]:  # noqa: ANN401 - whatever was handed in
    """Yield what is no field of a fact, and what holds another kind of thing than it should.

    Args:
        says: What was handed in.
        shape: One of ``SHAPES``, or a part of one.
        place: Where it stands in the fact; empty for the fact itself.
    """
    if not isinstance(says, Mapping):
        yield f"{place}: {says!r} is not a table of fields"
        return
    for name, value in says.items():
        where = f"{place}.{name}" if place else str(name)
        if name not in shape:
            yield f"{where}: is not a field here; fields are {', '.join(shape)}"
        elif value is not None:
            yield from _misshapen(value, shape[name], where)


def _misshapen(value: Any, wanted: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - as above
    match wanted:
        case [shape]:
            yield from _items(value, shape, where)
        case Mapping():
            yield from misshapen(value, wanted, where)
        case _ if not _is(value, wanted):
            yield f"{where}: {value!r} is not {wanted}"


def _items(value: Any, shape: Shape, where: str) -> Iterator[str]:  # noqa: ANN401 - as above
    if not isinstance(value, list | tuple):
        yield f"{where}: {value!r} is not a list"
        return
    for number, each in enumerate(value, start=1):
        yield from misshapen(each, shape, f"{where}.{number}")


def _is(value: Any, wanted: str) -> bool:  # noqa: ANN401 - as above
    if wanted == TEXT:
        return isinstance(value, str)
    if wanted == TEXTS:
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    if wanted == NAMED:
        named = isinstance(value, Mapping)
        return named and all(isinstance(each, str) for each in value.values())
    return not isinstance(value, Mapping | list | tuple)
