"""A version in a catalogue's folder: what is attached to it, what is still to be confirmed.

Reads files and says what would be written; who called writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.catalogue import CONFIRMATION, as_confirmed
from openjcm.methodology.checks import refusal
from openjcm.methodology.confirming import (
    MANIFEST,
    PERSONS,
    Confirmation,
    ConfirmationCheck,
    Document,
    Part,
    confirmation_text,
    manifest_with,
    parts_of,
    read_confirmation,
    read_manifest,
)
from openjcm.methodology.definition import Definition
from openjcm.methodology.entries import (
    Entry,
    EntryCheck,
    all_families,
    check_catalogue,
    confirmed_entry,
    read_entry,
)
from openjcm.methodology.files.reading import ID, read_definition
from openjcm.methodology.files.toml import text_of

CATALOGUE = Path("src") / "openjcm" / "methodology" / "definitions"
_MANIFEST_HEAD = (
    "# Definitions that two persons confirmed: lines are added, never changed.\n[sha256]\n"
)
# What the acts themselves say, and better.
_OF_CONFIRMING = (
    ConfirmationCheck.FROZEN,
    ConfirmationCheck.CONFIRMED_AS_IT_IS,
    ConfirmationCheck.TWO_PERSONS,
)


class Step(StrEnum):
    """What comes next."""

    ATTACH = "attach"
    WRITE = "write"
    FIRST = "first-person"
    SECOND = "second-person"
    AGAIN = "again"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Version:
    """A version as its folder has it; ``manifest`` is the text of the one beside all versions."""

    folder: Path
    entry: Entry
    definition: Definition | None
    confirmation: Confirmation | None
    manifest: str

    @property
    def id(self) -> str:
        """The number with its version."""
        return self.entry.id

    @property
    def as_confirmed(self) -> Entry:
        """The entry with what two persons confirmed."""
        if not (self.definition and self.confirmation):
            return self.entry
        manifest = read_manifest(self.manifest)
        definition = as_confirmed(self.definition, self.confirmation, manifest)
        return confirmed_entry(self.entry, self.confirmation, definition)


@dataclass(frozen=True, slots=True)
class PartStatus:
    """A part as the definition has it, beside where each of the two found it; empty: not yet."""

    part: Part
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class ConfirmationStatus:
    """How far a version is confirmed, part by part.

    ``left`` counts what either of two persons has still to compare; ``executable`` is whether the
    adopted document makes it so.
    """

    id: str
    title: str
    step: Step
    document: Document | None
    definition: str
    confirmation: Confirmation | None
    parts: tuple[PartStatus, ...]
    left: int
    executable: bool


def catalogue_around(start: Path) -> Path:
    """Return the catalogue of the checkout in which a folder lies.

    Raises:
        NotFound: it lies in none.
    """
    for each in (start, *start.parents):
        if (each / CATALOGUE).is_dir():
            return each / CATALOGUE
    raise NotFound(
        "no checkout of OpenJCM is here, so nothing can be recorded; go into one, or name the "
        "folder of the versions by --catalogue",
        code="no-catalogue",
        about=start.name,
    )


def open_version(catalogue: Path, version_id: str) -> Version:
    """Return a version of a catalogue.

    Raises:
        Malformed: it is no approved number with its version, or a file of it is wrong.
        NotFound: the catalogue has no such version.
    """
    if not ID.fullmatch(version_id):
        raise Malformed(
            f"'{version_id[:60]}' is no approved number with its version, such as "
            f"TH_AM005_ver03.0; nothing else has an adopted document",
            code="id-as-printed",
            about=version_id[:60],
        )
    folder = catalogue / version_id
    entry = _text_of(folder / "entry.toml")
    if entry is None:
        raise NotFound(
            f"{catalogue} has no entry of {version_id}; openjcm methodology new begins one",
            code="no-such-version",
            about=version_id,
        )
    families = frozenset(each.id for each in all_families())
    said, known = _text_of(folder / "definition.toml"), _text_of(folder / CONFIRMATION)
    return Version(
        folder=folder,
        entry=read_entry(entry, folder=version_id, families=families),
        definition=_definition(said, version_id) if said is not None else None,
        confirmation=_confirmation(known, version_id) if known is not None else None,
        manifest=_text_of(catalogue / MANIFEST) or _MANIFEST_HEAD,
    )


def check_sound(version: Version) -> None:
    """Refuse to have anything confirmed of a version with a fault, or without a worked case.

    Raises:
        Malformed: there is one; carries every finding.
    """
    found = [each for each in check_catalogue(version.folder) if each.rule not in _OF_CONFIRMING]
    if not any((version.folder / "cases").glob("*.toml")):
        said = "no case stands in cases: add one, worked outside of the engine"
        found.append(Finding(EntryCheck.CASE_GIVEN, version.id, said))
    if found:
        raise refusal(
            f"{version.id} is not sound, so nothing of it is confirmed",
            code="version-not-sound",
            about=version.id,
            found=found,
        )


def files_of(version: Version, confirmation: Confirmation) -> Mapping[Path, str]:
    """Return the texts that record a confirmation, in the order in which they are written.

    The manifest comes first: a line of what is not yet confirmed makes nothing executable, and the
    same command run again goes on from there.
    """
    written: dict[Path, str] = {}
    if confirmation.confirmed_on and version.definition:
        manifest = manifest_with(version.manifest, version.id, version.definition.sha256)
        written[version.folder.parent / MANIFEST] = manifest
    written[version.folder / CONFIRMATION] = confirmation_text(confirmation)
    return written


def status_of(version: Version) -> ConfirmationStatus:
    """Return how far a version is confirmed."""
    known, definition = version.confirmation, version.definition
    persons = known.persons if known else ()
    first, second = (*(each.para_of for each in persons), *[_nowhere] * PERSONS)[:PERSONS]
    parts = parts_of(definition) if definition else ()
    compared = tuple(PartStatus(each, first(each.name), second(each.name)) for each in parts)
    executable = bool(definition) and version.as_confirmed.relation.rests_on == "adopted_document"
    return ConfirmationStatus(
        id=version.id,
        title=version.entry.title,
        step=Step.CONFIRMED if executable else _step(version, compared),
        document=known.document if known else None,
        definition=definition.sha256 if definition else "",
        confirmation=known,
        parts=compared,
        left=sum((not each.first) + (not each.second) for each in compared),
        executable=executable,
    )


def _step(version: Version, compared: tuple[PartStatus, ...]) -> Step:
    if version.confirmation is None:
        return Step.ATTACH
    if version.definition is None:
        return Step.WRITE
    persons = version.confirmation.persons
    changed = any(each.definition != version.definition.sha256 for each in persons)
    if changed or version.confirmation.confirmed_on:
        return Step.AGAIN
    return Step.SECOND if persons and all(each.first for each in compared) else Step.FIRST


def _nowhere(_part: str) -> str:
    return ""


def _definition(text: str, version_id: str) -> Definition:
    definition = read_definition(text, place=f"{version_id}/definition.toml")
    if definition.id != version_id:
        raise Malformed(
            f"the definition in the folder of {version_id} is that of {definition.id}",
            code="folder-as-named",
            about=version_id,
        )
    return definition


def _confirmation(text: str, version_id: str) -> Confirmation:
    return read_confirmation(text, place=f"{version_id}/{CONFIRMATION}")


def _text_of(path: Path) -> str | None:
    try:
        return text_of(path) if path.is_file() else None
    except UnicodeDecodeError:
        raise Malformed(f"{path.name} is no text in UTF-8", code="file-unreadable") from None
