"""What a newer file says otherwise than the record: field by field, before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a fact of the files stands to the record."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field; None where it is not there."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not as the record has it.

    ``gone`` means that the record holds a fact which the files no longer have: it stays. ``kept``
    is of the installation's own files: the record holds what was loaded instead, and that stays.
    """

    kind: Kind
    partnership: str
    fact: str
    key: str
    fields: tuple[Difference, ...] = ()


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return the fields in which two versions of a fact differ.

    >>> differences({"lines": [{"goj": 72}]}, {"lines": [{"goj": 73}]})
    (Difference(field='lines.1.goj', before=72, after=73),)
    """
    was, is_ = dict(fields_of(before)), dict(fields_of(after))
    names = dict.fromkeys((*was, *is_))
    return tuple(
        Difference(name, was.get(name), is_.get(name))
        for name in names
        if was.get(name) != is_.get(name)
    )


def fields_of(says: Any, place: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON values
    """Yield every single value of what was printed, with its place; a list of texts is one.

    >>> list(fields_of({"title_en": "A", "lines": [{"projects": ["BD002"], "goj": 73}]}))
    [('title_en', 'A'), ('lines.1.projects', ['BD002']), ('lines.1.goj', 73)]
    """
    inside = f"{place}." if place else ""
    if isinstance(says, Mapping):
        for name, value in says.items():
            yield from fields_of(value, f"{inside}{name}")
    elif isinstance(says, list | tuple) and any(isinstance(each, Mapping) for each in says):
        for number, each in enumerate(says, start=1):
            yield from fields_of(each, f"{inside}{number}")
    else:
        yield place, says
