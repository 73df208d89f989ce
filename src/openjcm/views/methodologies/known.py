"""The versions of a number: what the catalogue says of each, and who compared it with its document.

It comes with the installation and asks no record.
"""

from dataclasses import dataclass
from datetime import date

from openjcm.methodology import Definition, load_definition
from openjcm.methodology.catalogue import definition_ids
from openjcm.methodology.comparing import VersionComparison, compare
from openjcm.methodology.confirming import Confirmation
from openjcm.methodology.entries import find_entry, heading_of, load_number
from openjcm.views.catalogue import CatalogueEntry, catalogue_entries


@dataclass(frozen=True, slots=True)
class AdoptedDocument:
    """The adopted document that is attached to a version; itself it is not shown."""

    name: str
    sha256: str
    url: str
    dated: date | None
    attached_on: date


@dataclass(frozen=True, slots=True)
class ConfirmedBy:
    """One of two persons, and the last day on which a part was compared."""

    person: str
    compared_on: date
    parts: int


@dataclass(frozen=True, slots=True)
class VersionConfirmation:
    """What is attached to a version, who compared with it, and since when it is confirmed."""

    document: AdoptedDocument
    persons: tuple[ConfirmedBy, ...]
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class VersionDefinition:
    """The definition of a version, by its state and hash."""

    status: str
    basis: str
    sha256: str
    formulas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodologyVersionRow:
    """One version; null where no definition is written, or no document attached."""

    entry: CatalogueEntry
    heading: str
    title: str
    definition: VersionDefinition | None
    confirmation: VersionConfirmation | None


def list_versions(number: str) -> tuple[MethodologyVersionRow, ...]:
    """Return the known versions of a number, the oldest first.

    Raises:
        NotFound: the catalogue has no such number.
    """
    load_number(number)
    return tuple(map(_row, catalogue_entries(number)))


def compare_version(number: str, version: str, other: str) -> VersionComparison:
    """Compare a version of a number with another version, or with a template.

    Args:
        number: The number, without version.
        version: As its entry has it: ``01.0``, or ``not confirmed``.
        other: The number with its version, or the identifier of a template.

    Raises:
        NotFound: there is no such version.
    """
    ids = {each.version: each.id for each in load_number(number).entries}
    return compare(ids.get(version, f"{number}_ver{version}"), other)


def confirmation_of(version_id: str) -> VersionConfirmation | None:
    """Return what is attached to a version; None where nothing is."""
    entry = find_entry(version_id)
    return _confirmation(entry.confirmation) if entry and entry.confirmation else None


def _row(entry: CatalogueEntry) -> MethodologyVersionRow:
    version_id = entry.version.id
    known = find_entry(version_id)
    return MethodologyVersionRow(
        entry=entry,
        heading=heading_of(version_id),
        title=known.title if known else "",
        definition=(
            _definition(load_definition(version_id)) if version_id in definition_ids() else None
        ),
        confirmation=confirmation_of(version_id),
    )


def _definition(definition: Definition) -> VersionDefinition:
    return VersionDefinition(
        status=definition.status.value,
        basis=definition.evidence.value,
        sha256=definition.sha256,
        formulas=tuple(f"{each.gives} = {each.text}" for each in definition.formulas),
    )


def _confirmation(known: Confirmation) -> VersionConfirmation:
    document = known.document
    return VersionConfirmation(
        document=AdoptedDocument(
            name=document.name,
            sha256=document.sha256,
            url=document.source,
            dated=document.dated,
            attached_on=document.attached_on,
        ),
        persons=tuple(
            ConfirmedBy(each.name, each.on, len(each.compared)) for each in known.persons
        ),
        confirmed_on=known.confirmed_on,
    )
