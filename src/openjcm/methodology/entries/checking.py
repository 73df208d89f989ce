"""All that is wrong with a catalogue, or with one folder of it, at once."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.catalogue import check_definition
from openjcm.methodology.entries.families import all_families
from openjcm.methodology.entries.faults import EntryCheck
from openjcm.methodology.entries.reading import read_entry
from openjcm.methodology.files.toml import TEXT_LENGTH_MAX

_ENTRY, _DEFINITION = "entry.toml", "definition.toml"


def check_catalogue(folder: Path | None = None) -> list[Finding]:
    """Return every fault of the entries and definitions below a folder: nothing when all is well.

    Args:
        folder: A version's folder or one that holds such; None is the catalogue that comes with
            the installation.

    Raises:
        NotFound: there is no entry and no definition in it.
    """
    return [fault for path in files_to_check(folder) for fault in faults_in(path)]


def files_to_check(folder: Path | None = None) -> list[Path]:
    """Return the entries and definitions below a folder, or of the catalogue.

    Raises:
        NotFound: there is no entry and no definition in it.
    """
    root = folder or Path(str(files("openjcm.methodology"))) / "definitions"
    # Its own files and those of the folders in it; nothing deeper.
    files_there = (*root.glob("*.toml"), *root.glob("*/*.toml"))
    found = sorted(path for path in files_there if path.name in {_ENTRY, _DEFINITION})
    if not found:
        raise NotFound(
            f"{root} holds no {_ENTRY} and no {_DEFINITION}", code="no-catalogue", about=root.name
        )
    return found


def faults_in(path: Path) -> Iterator[Finding]:
    """Yield every fault of one entry or definition, named with its folder."""
    name = path.resolve().parent.name
    if path.name == _DEFINITION:
        for each in check_definition(path):
            yield Finding(each.rule, f"{name}/{each.place}", each.message)
        return
    families = frozenset(each.id for each in all_families())
    try:
        with path.open("rb") as file:
            # More than a file may hold is not even read; what is read is refused for its length.
            text = file.read(4 * TEXT_LENGTH_MAX + 1).decode()
        read_entry(text, folder=name, families=families)
    except Malformed as error:
        yield from error.findings
    except UnicodeDecodeError:
        yield Finding(EntryCheck.TEXT_IN_UTF8, f"{name}/{_ENTRY}", "this is no text in UTF-8")
