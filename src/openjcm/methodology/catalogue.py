"""The definitions that come with the installation, and any other file of the same form."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.confirming import (
    MANIFEST,
    Confirmation,
    confirmed_by,
    part_names,
    read_confirmation,
    read_manifest,
)
from openjcm.methodology.definition import Definition
from openjcm.methodology.files.reading import read_definition
from openjcm.methodology.files.toml import text_of

_FILE = "definition.toml"
_ENTRY = "entry.toml"
CONFIRMATION = "confirmation.toml"


def load_definition(definition_id: str) -> Definition:
    """Return a bundled definition by its id: an official one, or that of a template of ours.

    Raises:
        NotFound: there is none of this id; the message names those that are most alike.
        Malformed: its file is wrong; carries every finding.

    >>> load_definition("BD_AM002_ver01.0").title
    'Installation of Solar PV System'
    """
    known = (*definition_ids(), *template_ids())
    if definition_id not in known:
        raise NotFound(
            f"no definition '{definition_id[:40]}' comes with this installation; "
            f"{_alike_to(definition_id[:40], known)}"
            "openjcm methodology list and openjcm methodology templates list them",
            code="methodology-not-found",
            about=definition_id[:40],
        )
    return _load(definition_id)


def all_definitions() -> tuple[Definition, ...]:
    """Return every bundled definition under an official number, by id."""
    return tuple(load_definition(each) for each in definition_ids())


def all_templates() -> tuple[Definition, ...]:
    """Return every family as the unofficial template that it is, by id."""
    return tuple(load_definition(each) for each in template_ids())


def definition_ids() -> tuple[str, ...]:
    """Return the ids of the bundled definitions, sorted."""
    return tuple(name for name, _ in _holding(_FILE))


def entry_files() -> tuple[tuple[str, Traversable], ...]:
    """Return the entries of the catalogue: folder and file, sorted by folder."""
    return _holding(_ENTRY)


def find_confirmation(version_id: str) -> Confirmation | None:
    """Return the document that is attached to a bundled version, and who compared with it.

    Raises:
        Malformed: its file is wrong; carries every finding.
    """
    file = _folder() / version_id / CONFIRMATION
    if version_id not in definition_ids() or not file.is_file():
        return None
    return read_confirmation(file.read_text(encoding="utf-8"), place=f"{version_id}/{CONFIRMATION}")


def as_confirmed(
    definition: Definition, confirmation: Confirmation | None, manifest: Mapping[str, str]
) -> Definition:
    """Return a definition as two persons confirmed it, or as it is where they have not.

    What they compared, the definition and the manifest are the same, or it is not confirmed.
    """
    whole = confirmation is not None and confirmation.holds(
        definition.sha256, part_names(definition)
    )
    if confirmation is None or not whole or manifest.get(definition.id) != definition.sha256:
        return definition
    return confirmed_by(definition, confirmation)


def template_ids() -> tuple[str, ...]:
    """Return the ids of the bundled templates, sorted."""
    names = (each.name for each in _families().iterdir() if each.is_file())
    return tuple(sorted(name.removesuffix(".toml") for name in names))


def folder_of(definition_id: str) -> Traversable:
    """Return the folder in which the ``cases`` of a bundled definition or template lie."""
    if definition_id in template_ids():
        return _families() / definition_id
    return _folder() / definition_id


def check_definition(path_or_text: Path | str) -> list[Finding]:
    """Return all that is wrong with a definition: nothing when it can be loaded.

    Args:
        path_or_text: A ``Path`` to a file, or the TOML text itself.

    Raises:
        NotFound: there is no such file.
        Malformed: the file is not text in UTF-8.
    """
    if isinstance(path_or_text, Path):
        text, place = _text_of(path_or_text), path_or_text.name
    else:
        text, place = path_or_text, _FILE
    try:
        read_definition(text, place=place)
    except Malformed as error:
        return list(error.findings)
    return []


def _alike_to(wrong: str, known: tuple[str, ...]) -> str:
    alike = get_close_matches(wrong, known, n=3)
    return f"alike are {', '.join(alike)}; " if alike else ""


def _text_of(path: Path) -> str:
    try:
        return text_of(path)
    except OSError:
        raise NotFound(f"{path} cannot be read", code="file-not-found", about=path.name) from None
    except UnicodeDecodeError:
        raise Malformed(f"{path} is no text in UTF-8", code="file-unreadable") from None


def _folder() -> Traversable:
    return files("openjcm.methodology") / "definitions"


def _holding(name: str) -> tuple[tuple[str, Traversable], ...]:
    folders = sorted(_folder().iterdir(), key=lambda each: each.name)
    return tuple((each.name, each / name) for each in folders if (each / name).is_file())


def _families() -> Traversable:
    return files("openjcm.methodology") / "families"


@lru_cache(maxsize=256)
def _load(definition_id: str) -> Definition:
    if definition_id in template_ids():
        place, file = f"families/{definition_id}.toml", _families() / f"{definition_id}.toml"
    else:
        place, file = f"{definition_id}/{_FILE}", folder_of(definition_id) / _FILE
    definition = read_definition(file.read_text(encoding="utf-8"), place=place)
    return as_confirmed(definition, find_confirmation(definition_id), _manifest())


@cache
def _manifest() -> Mapping[str, str]:
    return read_manifest((_folder() / MANIFEST).read_text(encoding="utf-8"))
