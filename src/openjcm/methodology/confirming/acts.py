"""What may be done with the confirmation of a version: attach, compare, take back.

Pure: what was recorded and what is asked go in, what is to be recorded comes out, or a refusal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from openjcm.measure import Conflict, Finding, Malformed, NotAllowed, NotFound
from openjcm.methodology.checks import Check
from openjcm.methodology.confirming.parts import part_names, parts_of
from openjcm.methodology.confirming.record import (
    PERSONS,
    Compared,
    Confirmation,
    Document,
    Person,
    who,
)
from openjcm.methodology.definition import Definition

_TAKE_BACK = "openjcm methodology confirm {id} --undo --by '{name}'"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one person compared: parts by their names, None for all that are left.

    ``para`` is where they stand; empty for a second person is where the first one found each.
    """

    by: str
    parts: tuple[str, ...] | None
    para: str
    on: date


def attach(known: Confirmation | None, document: Document, *, version: str) -> Confirmation:
    """Attach the adopted document to a version; the same one again changes nothing.

    The same is what has the same bytes, source and day, whatever the file is called elsewhere.

    Raises:
        Conflict: persons compare with what is attached already.
    """
    if known is None:
        return Confirmation(document)
    if _is_the_same(document, known.document):
        return known
    if known.persons:
        names = " and ".join(each.name for each in known.persons)
        raise Conflict(
            f"{names} compared {version} with {known.document.name} (SHA-256 "
            f"{known.document.sha256[:12]}…), which stays attached as it is; a confirmed version "
            f"is never changed, and before that each takes it back: "
            f"{_TAKE_BACK.format(id=version, name='NAME')}",
            code="document-in-use",
            about=version,
        )
    return Confirmation(document)


def confirm(known: Confirmation, definition: Definition, done: Comparison) -> Confirmation:
    """Record that a person found parts of a definition in the document as they are.

    Raises:
        Malformed: no such part, no name, or no paragraph.
        NotAllowed: this person compared it already, or two others do.
        Conflict: the version is confirmed, the definition changed since somebody compared it, or
            the two found a part in different paragraphs.
    """
    _check_open(known, definition)
    _check_as_compared(known, definition)
    mine, other = _mine_and_other(known, done.by)
    parts = _asked(definition, done, mine)
    compared = tuple(Compared(each, _para(each, done, other), done.on) for each in parts)
    person = mine or Person(done.by.strip(), definition.sha256, ())
    person = replace(person, compared=_in_order(definition, (*person.compared, *compared)))
    persons = tuple(person if each is mine else each for each in known.persons)
    persons = persons if mine else (*persons, person)
    is_whole = len(persons) == PERSONS and all(
        len(each.compared) == len(part_names(definition)) for each in persons
    )
    return replace(known, persons=persons, confirmed_on=done.on if is_whole else None)


def take_back(known: Confirmation, definition: Definition, *, by: str) -> Confirmation:
    """Take back all that a person compared, as long as nobody compared it after.

    Raises:
        NotFound: this person compared nothing.
        Conflict: the version is confirmed, or a second person has begun.
    """
    _check_open(known, definition)
    mine, other = _mine_and_other(known, by, is_to_go=True)
    if mine is None:
        raise NotFound(
            f"{by} compared nothing of {definition.id}: there is nothing to take back",
            code="no-such-person",
            about=by,
        )
    if other and known.persons[0] is mine:
        raise Conflict(
            f"{other.name} compared it after {mine.name}; {other.name} takes it back first: "
            f"{_TAKE_BACK.format(id=definition.id, name=other.name)}",
            code="second-person-began",
            about=definition.id,
        )
    return replace(known, persons=tuple(each for each in known.persons if each is not mine))


def _is_the_same(document: Document, known: Document) -> bool:
    return (document.sha256, document.source) == (
        known.sha256,
        known.source,
    ) and document.dated in {None, known.dated}


def _check_open(known: Confirmation, definition: Definition) -> None:
    if known.confirmed_on is not None:
        raise Conflict(
            f"{definition.id} was confirmed on {known.confirmed_on}; it is never changed, and what "
            f"is wrong with it is put right by another version",
            code="confirmed-already",
            about=definition.id,
        )


def _check_as_compared(known: Confirmation, definition: Definition) -> None:
    for each in known.persons:
        if each.definition != definition.sha256:
            raise Conflict(
                f"the definition of {definition.id} changed since {each.name} compared it "
                f"(SHA-256 {each.definition[:12]}… then, {definition.sha256[:12]}… now); "
                f"{each.name} takes it back and compares again: "
                f"{_TAKE_BACK.format(id=definition.id, name=each.name)}",
                code="definition-changed",
                about=definition.id,
            )


def _mine_and_other(
    known: Confirmation, name: str, *, is_to_go: bool = False
) -> tuple[Person | None, Person | None]:
    if not who(name):
        raise Malformed("--by is the name of a person", code="no-name", about="by")
    mine = next((each for each in known.persons if who(each.name) == who(name)), None)
    others = [each for each in known.persons if each is not mine]
    if mine is None and len(others) == PERSONS and not is_to_go:
        raise NotAllowed(
            f"{others[0].name} and {others[1].name} compare it; a third person is not needed",
            code="two-persons-already",
            about=name,
        )
    return mine, others[0] if others else None


def _asked(definition: Definition, done: Comparison, mine: Person | None) -> Sequence[str]:
    names = [each.name for each in parts_of(definition)]
    already = {each.part for each in mine.compared} if mine else set()
    parts = done.parts if done.parts is not None else [n for n in names if n not in already]
    unknown = [each for each in parts if each not in names]
    if unknown:
        said = ", ".join(names)
        raise Malformed(
            f"{definition.id} has no part {', '.join(map(repr, unknown))}; its parts are {said}",
            code="no-such-part",
            about=definition.id,
            findings=tuple(
                Finding(Check.SYMBOL_KNOWN, each, f"no such part; known are {said}")
                for each in unknown
            ),
        )
    again = [each for each in parts if each in already]
    if again or not parts:
        said = ", ".join(again) or "all of it"
        raise NotAllowed(
            f"{mine.name if mine else done.by} compared {said} already; the second person is "
            f"another",
            code="same-person",
            about=done.by,
        )
    return list(dict.fromkeys(parts))


def _para(part: str, done: Comparison, other: Person | None) -> str:
    theirs = other.para_of(part) if other else ""
    said = done.para.strip()
    if not said and not theirs:
        raise Malformed(
            f"--paragraph says where {part} stands in the document",
            code="no-paragraph",
            about=part,
        )
    if said and theirs and said != theirs:
        name = other.name if other else ""
        raise Conflict(
            f"{name} found {part} in {theirs!r}, and {done.by} in {said!r}; look together, and "
            f"who is wrong takes it back",
            code="paragraphs-differ",
            about=part,
        )
    return said or theirs


def _in_order(definition: Definition, compared: Sequence[Compared]) -> tuple[Compared, ...]:
    names = [each.name for each in parts_of(definition)]
    return tuple(sorted(compared, key=lambda each: names.index(each.part)))
