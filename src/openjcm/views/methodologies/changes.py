"""What is known to differ between the versions of a number, and what cannot be told.

Two versions side by side in groups: what differs first, then what a reader may unfold.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from openjcm.methodology.comparing import (
    ComparedField,
    ComparedItem,
    ComparedPart,
    Difference,
    VersionComparison,
    compare,
    differs_in_itself,
    is_ours,
)

_NOT_TOLD = {Difference.KNOWN_A, Difference.KNOWN_B, Difference.UNKNOWN}
_OF_ONE = {Difference.ONLY_A, Difference.ONLY_B}
# Of what one alone has these say what it is; the rest is unfolded.
_SAY_WHAT_IT_IS = {"is", "says"}


@dataclass(frozen=True, slots=True)
class VersionChange:
    """Two versions of a number, the older first, and what a comparison of them counts."""

    a: str
    b: str
    differences: int
    not_told: int
    ours: int
    texts_compared: bool


class GroupKind(StrEnum):
    """Why things stand together: they differ, or what a reader unfolds."""

    DIFFERS = "differs"
    MORE = "more"
    NOT_TOLD = "not-told"
    OURS = "ours"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """Things of a comparison that stand together, part by part."""

    kind: GroupKind
    parts: tuple[ComparedPart, ...]

    @property
    def count(self) -> int:
        """How many things stand in it."""
        return sum(len(part.items) for part in self.parts)


@cache
def version_change(a: str, b: str) -> VersionChange:
    """Return what a comparison of two versions counts.

    Raises:
        NotFound: there is no such version.
    """
    found = compare(a, b)
    return VersionChange(a, b, found.differences, found.not_told, found.ours, found.texts_compared)


def changes_in_order(version_ids: Sequence[str]) -> tuple[VersionChange, ...]:
    """Return what changed from each version of a number to the next, the oldest first."""
    return tuple(version_change(a, b) for a, b in pairwise(version_ids))


def changes_around(version_id: str, version_ids: Sequence[str]) -> tuple[VersionChange, ...]:
    """Return one version against each other of its number, the older of the two first."""
    at = version_ids.index(version_id)
    return tuple(
        version_change(*((each, version_id) if index < at else (version_id, each)))
        for index, each in enumerate(version_ids)
        if index != at
    )


def grouped(compared: VersionComparison) -> tuple[ComparedGroup, ...]:
    """Return all that a comparison says, in groups; nothing of it is left out."""
    groups = (ComparedGroup(kind, tuple(_parts(compared.parts, kind))) for kind in GroupKind)
    return tuple(each for each in groups if each.parts)


def _parts(parts: Iterable[ComparedPart], kind: GroupKind) -> Iterator[ComparedPart]:
    for part in parts:
        items = tuple(
            ComparedItem(item.name, item.difference, fields)
            for item in part.items
            if (fields := tuple(_fields(part.part, item, kind)))
        )
        if items:
            yield ComparedPart(part.part, items)


def _fields(part: str, item: ComparedItem, kind: GroupKind) -> Iterator[ComparedField]:
    return (each for each in item.fields if _kind(part, item, each) is kind)


def _kind(part: str, item: ComparedItem, field: ComparedField) -> GroupKind:
    if item.difference in _NOT_TOLD:
        return GroupKind.NOT_TOLD
    if field.same:
        return GroupKind.SAME
    if not differs_in_itself(part, item):
        return GroupKind.OURS
    if item.difference in _OF_ONE:
        return GroupKind.DIFFERS if field.key in _SAY_WHAT_IT_IS else GroupKind.MORE
    return GroupKind.OURS if is_ours(part, item.name, field.key) else GroupKind.DIFFERS
