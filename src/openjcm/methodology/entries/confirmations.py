"""What is wrong with what persons confirmed: each version by itself, and the manifest of all."""

from collections.abc import Iterator
from pathlib import Path

from openjcm.measure import Finding, Malformed
from openjcm.methodology.catalogue import CONFIRMATION
from openjcm.methodology.checks import Check
from openjcm.methodology.confirming import (
    MANIFEST,
    Confirmation,
    ConfirmationCheck,
    part_names,
    read_confirmation,
    read_manifest,
    unlike,
)
from openjcm.methodology.definition import Definition
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.files.toml import text_of

_DEFINITION = "definition.toml"


def faults_of_confirmations(root: Path) -> Iterator[Finding]:
    """Yield what is wrong with the confirmations of a version's folder, or of one with such."""
    confirmed: dict[str, str] = {}
    for path in sorted((*root.glob(CONFIRMATION), *root.glob(f"*/{CONFIRMATION}"))):
        folder = path.resolve().parent
        try:
            known = read_confirmation(_text_of(path), place=f"{folder.name}/{CONFIRMATION}")
        except Malformed as error:
            yield from error.findings or (_fault(path, Check.FILE_READABLE, error.message),)
            continue
        yield from _faults(path, known, _definition(folder / _DEFINITION))
        if known.confirmed_on:
            confirmed[folder.name] = known.persons[0].definition
    yield from _faults_of_the_manifest(root, confirmed)


def _faults(path: Path, known: Confirmation, definition: Definition | None) -> Iterator[Finding]:
    if definition is None:
        said = "the definition that was compared is not there, or cannot be read"
        yield _fault(path, ConfirmationCheck.CONFIRMED_AS_IT_IS, said)
        return
    for each in known.persons:
        if each.definition != definition.sha256:
            said = f"the definition changed since {each.name} compared it"
            yield _fault(path, ConfirmationCheck.CONFIRMED_AS_IT_IS, said)
        elif wrong := {one.part for one in each.compared} - part_names(definition):
            said = f"the definition has no part {', '.join(sorted(wrong))}"
            yield _fault(path, ConfirmationCheck.CONFIRMED_AS_IT_IS, said)
        elif known.confirmed_on and len(each.compared) < len(part_names(definition)):
            yield _fault(
                path, ConfirmationCheck.TWO_PERSONS, f"{each.name} has not compared every part"
            )


def _faults_of_the_manifest(root: Path, confirmed: dict[str, str]) -> Iterator[Finding]:
    """Compare with the manifest: of one version's folder it stands beside that."""
    is_one = (root / CONFIRMATION).is_file() or (root / _DEFINITION).is_file()
    path = (root.resolve().parent if is_one else root) / MANIFEST
    try:
        manifest = read_manifest(_text_of(path)) if path.is_file() else {}
    except Malformed as error:
        yield from error.findings or (Finding(Check.FILE_READABLE, MANIFEST, error.message),)
        return
    if is_one:
        name = root.resolve().name
        manifest = {each: sha for each, sha in manifest.items() if each == name}
    for each in unlike(confirmed, manifest):
        said = f"'{each}' is not confirmed as {MANIFEST} has it"
        yield Finding(ConfirmationCheck.FROZEN, MANIFEST, said)


def _definition(path: Path) -> Definition | None:
    try:
        return read_definition(_text_of(path), place=path.name) if path.is_file() else None
    except Malformed:
        return None


def _text_of(path: Path) -> str:
    try:
        return text_of(path)
    except UnicodeDecodeError:
        raise Malformed(f"{path.name} is no text in UTF-8", code="file-unreadable") from None


def _fault(path: Path, check: Check | ConfirmationCheck, said: str) -> Finding:
    return Finding(check, f"{path.resolve().parent.name}/{path.name}", said)
