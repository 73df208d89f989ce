"""Two versions side by side: what is the same, what differs, what only one has, what is not known.

Nothing is judged: which difference matters is for the reader.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openjcm.methodology.comparing.ours import is_ours
from openjcm.methodology.comparing.told import (
    DEFINITION_PARTS,
    ENTRY_PARTS,
    Blank,
    KnownVersion,
    Said,
    known_version,
    told_of,
)

_Part = Mapping[str, Said] | Blank


class Difference(StrEnum):
    """How a thing stands in the two versions: known of both, of one alone, or of neither."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_A = "only-a"
    ONLY_B = "only-b"
    KNOWN_A = "known-a"
    KNOWN_B = "known-b"
    UNKNOWN = "unknown"


_DIFFERS = {Difference.CHANGED, Difference.ONLY_A, Difference.ONLY_B}
# Blanks that say something: there is nothing attached, or nobody has confirmed it.
_FACTS = {Blank.NOT_ATTACHED, Blank.NOT_CONFIRMED}
_NOT_TOLD = {Difference.KNOWN_A, Difference.KNOWN_B, Difference.UNKNOWN}


class RestingOn(StrEnum):
    """Of which of the two a definition is written, beside what is known of each."""

    DEFINITIONS = "definitions"
    ONE_DEFINITION = "one-definition"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """What both say of one thing, by the key of the file; a blank has its reason beside it."""

    key: str
    a: str
    b: str
    same: bool
    a_blank: Blank | None
    b_blank: Blank | None


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """One symbol, formula, table or criterion, by its name in the document."""

    name: str
    difference: Difference
    fields: tuple[ComparedField, ...]


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A part of what is known: of the entry, or of the definition."""

    part: str
    items: tuple[ComparedItem, ...]


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """One of the two, and what stands over all that is made of it."""

    id: str
    title: str
    heading: str
    defined: bool


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions side by side; every part in the order of ``a``, then what only ``b`` has.

    ``differences`` counts what is known of both and not the same, ``not_told`` what cannot be
    compared, because it is known of one alone or of neither, and ``ours`` what differs in our own
    bookkeeping alone. ``texts_compared`` says that two persons confirmed both against their adopted
    documents; else what the adopted texts changed is not known.
    """

    a: ComparedVersion
    b: ComparedVersion
    rests_on: RestingOn
    differences: int
    not_told: int
    ours: int
    texts_compared: bool
    parts: tuple[ComparedPart, ...]

    @property
    def sides(self) -> tuple[ComparedVersion, ComparedVersion]:
        """Both, the first one first."""
        return self.a, self.b


def compare(a: str, b: str) -> VersionComparison:
    """Compare all that is known of two versions, or templates.

    Raises:
        NotFound: there is no such version.
    """
    one, other = known_version(a), known_version(b)
    first, second = told_of(one), told_of(other)
    parts = tuple(
        ComparedPart(each, items)
        for each in (*ENTRY_PARTS, *DEFINITION_PARTS)
        if (items := tuple(_items(first[each], second[each])))
    )
    every = [(part.part, item) for part in parts for item in part.items]
    different = [differs_in_itself(*each) for each in every if each[1].difference in _DIFFERS]
    return VersionComparison(
        a=_side(one),
        b=_side(other),
        rests_on=_resting_on(one, other),
        differences=sum(different),
        not_told=sum(item.difference in _NOT_TOLD for _, item in every),
        ours=len(different) - sum(different),
        texts_compared=all(map(_is_confirmed, (one, other))),
        parts=parts,
    )


def differs_in_itself(part: str, item: ComparedItem) -> bool:
    """Whether a thing differs in more than how we came to know it."""
    return any(not (each.same or is_ours(part, item.name, each.key)) for each in item.fields)


def _is_confirmed(version: KnownVersion) -> bool:
    known = version.entry.confirmation if version.entry else None
    return known is not None and known.confirmed_on is not None


def _side(version: KnownVersion) -> ComparedVersion:
    return ComparedVersion(
        version.id, version.title, version.heading, defined=version.definition is not None
    )


def _resting_on(a: KnownVersion, b: KnownVersion) -> RestingOn:
    if a.definition and b.definition:
        return RestingOn.DEFINITIONS
    return RestingOn.ONE_DEFINITION if a.definition or b.definition else RestingOn.ENTRIES


def _items(a: _Part, b: _Part) -> Iterable[ComparedItem]:
    names = [name for part in (a, b) if not isinstance(part, Blank) for name in part]
    for name in dict.fromkeys(names):
        one, other = _in(a, name), _in(b, name)
        sides = [each for each in (one, other) if not isinstance(each, Blank)]
        keys = dict.fromkeys(key for each in sides for key in each)
        fields = tuple(_field(key, one, other) for key in keys)
        yield ComparedItem(name, _difference(one, other, fields), fields)


def _in(part: _Part, name: str) -> Said | Blank:
    return part if isinstance(part, Blank) else part.get(name, Blank.NOT_THERE)


def _field(key: str, one: Said | Blank, other: Said | Blank) -> ComparedField:
    a, b = (each if isinstance(each, Blank) else each.get(key, "") for each in (one, other))
    return ComparedField(
        key=key,
        a="" if isinstance(a, Blank) else a,
        b="" if isinstance(b, Blank) else b,
        same=a == b,
        a_blank=a if isinstance(a, Blank) else None,
        b_blank=b if isinstance(b, Blank) else None,
    )


def _difference(
    one: Said | Blank, other: Said | Blank, fields: Sequence[ComparedField]
) -> Difference:
    if other is Blank.NOT_THERE:
        return Difference.ONLY_A
    if one is Blank.NOT_THERE:
        return Difference.ONLY_B
    told_a = any(each.a or each.a_blank in _FACTS for each in fields)
    told_b = any(each.b or each.b_blank in _FACTS for each in fields)
    if not (told_a or told_b):
        return Difference.UNKNOWN
    if not told_b:
        return Difference.KNOWN_A
    if not told_a:
        return Difference.KNOWN_B
    return Difference.SAME if all(each.same for each in fields) else Difference.CHANGED
