"""Who compared a definition with its adopted document, part by part, and whether that is enough.

Frozen values only. Read by ``reading``, decided by ``acts``.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

PERSONS = 2


@dataclass(frozen=True, slots=True)
class Document:
    """The adopted document: its name, its SHA-256, where it came from, and two days.

    ``dated`` is the day that it bears, None where it bears none; ``attached_on`` is ours.
    """

    name: str
    sha256: str
    source: str
    dated: date | None
    attached_on: date


@dataclass(frozen=True, slots=True)
class Compared:
    """A part that was found in the document as the definition has it, and in which paragraph."""

    part: str
    para: str
    on: date


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two: what was compared, and the SHA-256 of the definition at that time."""

    name: str
    definition: str
    compared: tuple[Compared, ...]

    @property
    def on(self) -> date:
        """The last day on which this person compared something."""
        return max(each.on for each in self.compared)

    def para_of(self, part: str) -> str:
        """Return where this person found a part; empty where it was not compared."""
        return next((each.para for each in self.compared if each.part == part), "")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The document that is attached to a version, and who compared the definition with it.

    ``confirmed_on`` is the day on which the second person had compared everything; from then on
    nothing of it changes.
    """

    document: Document
    persons: tuple[Person, ...] = ()
    confirmed_on: date | None = None

    def holds(self, sha256: str, parts: frozenset[str]) -> bool:
        """Whether two persons confirmed every part of the definition that has this SHA-256."""
        return (
            self.confirmed_on is not None
            and len({who(each.name) for each in self.persons}) == PERSONS
            and {each.definition for each in self.persons} == {sha256}
            and all(parts == {one.part for one in each.compared} for each in self.persons)
        )


def who(name: str) -> tuple[str, ...]:
    """Return what tells persons apart: a name is the same in another order and spelling.

    >>> who("TANAKA, Aiko") == who("Aiko Tanaka")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    return tuple(sorted(words))
