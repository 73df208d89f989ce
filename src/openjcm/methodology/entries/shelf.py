"""The entries that come with the installation: one by one, and by number with its versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from openjcm.measure import NotFound
from openjcm.methodology.catalogue import (
    definition_ids,
    entry_files,
    find_confirmation,
    load_definition,
    template_ids,
)
from openjcm.methodology.confirming import Confirmation
from openjcm.methodology.definition import Definition
from openjcm.methodology.entries.entry import (
    Confidence,
    Entry,
    EntryStatus,
    Relation,
    RestsOn,
    SpeaksOf,
    Standing,
    StatedFormula,
)
from openjcm.methodology.entries.families import Family, all_families, load_family
from openjcm.methodology.entries.reading import read_entry


@dataclass(frozen=True, slots=True)
class Number:
    """A methodology number with its known versions, the oldest first."""

    entries: tuple[Entry, ...]

    @property
    def newest(self) -> Entry:
        """The entry of the newest known version, which speaks for the number."""
        return self.entries[-1]

    @property
    def number(self) -> str:
        """The number without version."""
        return self.newest.number

    @property
    def relation(self) -> Relation:
        """What the relation of the number rests on; which version is stated, each entry says."""
        return self.newest.relation

    @property
    def family(self) -> Family:
        """The family, whose template stands in where nothing is executable."""
        return load_family(self.newest.family)

    @property
    def is_executable(self) -> bool:
        """Whether a version of it can be worked under its official number."""
        return any(map(is_executable, self.entries))


@cache
def all_entries() -> tuple[Entry, ...]:
    """Return every entry, by number and version.

    Raises:
        Malformed: the first file that is wrong; carries every finding of it.
    """
    families = frozenset(each.id for each in all_families())
    read = (
        read_entry(file.read_text(encoding="utf-8"), folder=folder, families=families)
        for folder, file in entry_files()
    )
    return tuple(map(_with_confirmation, read))


def all_numbers() -> tuple[Number, ...]:
    """Return every number with its versions, sorted."""
    return tuple(
        Number(tuple(versions))
        for _, versions in groupby(all_entries(), key=lambda each: each.number)
    )


def load_number(number: str) -> Number:
    """Return a number, without version.

    Raises:
        NotFound: the catalogue has no such number.

    >>> [each.version for each in load_number("TH_AM005").entries]
    ['01.0', '02.0', '03.0']
    """
    for each in all_numbers():
        if each.number == number:
            return each
    raise NotFound(
        f"the catalogue has no number '{number[:40]}'; openjcm methodology list has them all",
        code="no-such-number",
        about=number[:40],
    )


def find_entry(entry_id: str) -> Entry | None:
    """Return an entry by its id, which is the name of its folder; None where there is none."""
    return next((each for each in all_entries() if each.id == entry_id), None)


def standing_of(entry: Entry) -> Standing:
    """Return what may be done with an entry; the criterion is ``Entry.is_relation_stated``.

    A definition that stands beside an entry without a stated relation changes nothing. One that
    two persons confirmed and that is not as they confirmed it is not worked.
    """
    if entry.status is EntryStatus.PROPOSED:
        return Standing.PROPOSED
    if not entry.is_relation_stated:
        return Standing.TEMPLATE
    written = entry.id in _defined() and not _is_set_back(entry)
    return Standing.EXECUTABLE if written else Standing.NOT_YET_WRITTEN


def is_executable(entry: Entry) -> bool:
    """Whether it can be worked under its official number."""
    return standing_of(entry) is Standing.EXECUTABLE


def is_official(definition_id: str) -> bool:
    """Whether figures may be worked by it under an official number.

    >>> is_official("BD_AM002_ver01.0"), is_official("BD_AM001_ver01.0")
    (True, False)
    """
    entry = find_entry(definition_id)
    return entry is not None and is_executable(entry)


def confirmed_entry(entry: Entry, confirmation: Confirmation, definition: Definition) -> Entry:
    """Return an entry with what is attached to it; the relation is the document's once confirmed.

    Args:
        entry: As its file has it.
        confirmation: What stands beside it.
        definition: As it was confirmed, where it was.
    """
    if not definition.is_confirmed:
        return replace(entry, confirmation=confirmation)
    formulas = {each.gives: each for each in definition.formulas}
    reference, project = (
        StatedFormula(each.text, each.says, each.known.evidence, each.known.evidence)
        for each in (formulas["RE"], formulas["PE"])
    )
    relation = Relation(
        rests_on=RestsOn.ADOPTED_DOCUMENT,
        confidence=Confidence.STATED,
        speaks_of=SpeaksOf.THIS_VERSION,
        reference=reference,
        project=project,
    )
    return replace(entry, relation=relation, confirmation=confirmation)


def templates_for(entry_id: str) -> tuple[str, ...]:
    """Return the written templates that may stand in for an entry; none where it is not there.

    They are that of its family, and those that say they stand in for it.

    >>> templates_for("BD_AM001_ver01.0")
    ('OJ_cop_ratio_ver1',)
    """
    entry = find_entry(entry_id)
    return tuple(
        each.id
        for each in all_families()
        if entry and entry.family in {each.id, *each.stands_in_for} and is_template_written(each)
    )


def is_template_written(family: Family) -> bool:
    """Whether the template of a family can be worked here."""
    return family.id in _defined()


def _with_confirmation(entry: Entry) -> Entry:
    known = find_confirmation(entry.id)
    return confirmed_entry(entry, known, load_definition(entry.id)) if known else entry


def _is_set_back(entry: Entry) -> bool:
    confirmed = entry.confirmation is not None and entry.confirmation.confirmed_on is not None
    return confirmed and entry.relation.rests_on is not RestsOn.ADOPTED_DOCUMENT


@cache
def _defined() -> Sequence[str]:
    return (*definition_ids(), *template_ids())
