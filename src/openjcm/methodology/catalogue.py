"""The definitions that come with the installation, and any other file of the same form."""

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.definition import Definition
from openjcm.methodology.files.reading import read_definition

_FILE = "definition.toml"


def load_definition(definition_id: str) -> Definition:
    """Return a bundled definition by its official id, such as ``BD_AM001_ver01.0``.

    Raises:
        NotFound: there is none of this id; the message names those there are.
        Malformed: its file is wrong; carries every finding.

    >>> load_definition("BD_AM002_ver01.0").title
    'Installation of Solar PV System'
    """
    known = definition_ids()
    if definition_id not in known:
        raise NotFound(
            f"no methodology '{definition_id[:40]}' comes with this installation; "
            f"there are {', '.join(known)}",
            code="methodology-not-found",
            about=definition_id[:40],
        )
    return _load(definition_id)


def all_definitions() -> tuple[Definition, ...]:
    """Return every bundled definition, by id."""
    return tuple(load_definition(each) for each in definition_ids())


def definition_ids() -> tuple[str, ...]:
    """Return the ids of the bundled definitions, sorted."""
    return tuple(sorted(each.name for each in _folder().iterdir() if each.is_dir()))


def folder_of(definition_id: str) -> Traversable:
    """Return the folder of a bundled definition, with its ``cases``."""
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


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        raise NotFound(f"{path} cannot be read", code="file-not-found", about=path.name) from None
    except UnicodeDecodeError:
        raise Malformed(f"{path} is no text in UTF-8", code="file-unreadable") from None


def _folder() -> Traversable:
    return files("openjcm.methodology") / "definitions"


@lru_cache(maxsize=256)
def _load(definition_id: str) -> Definition:
    file = folder_of(definition_id) / _FILE
    return read_definition(file.read_text(encoding="utf-8"), place=f"{definition_id}/{_FILE}")
