"""What a name stands for: a definition, a draft, a number, or what only the catalogue has."""

from dataclasses import dataclass
from pathlib import Path

from openjcm.measure import Malformed, NotFound
from openjcm.methodology.catalogue import definition_ids, load_definition, template_ids
from openjcm.methodology.definition import Definition
from openjcm.methodology.entries.entry import Entry
from openjcm.methodology.entries.shelf import (
    all_numbers,
    find_entry,
    standing_of,
    templates_for,
)
from openjcm.methodology.files.reading import TEMPLATE_ID, read_definition
from openjcm.methodology.files.toml import text_of

_DEFINITION = "definition.toml"


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: a definition (of a draft, its file too), or an entry without one."""

    definition: Definition | None
    entry: Entry | None = None
    draft: Path | None = None


def find_named(name: str) -> Named:
    """Return what a name stands for.

    Args:
        name: A version or template; the file of a draft, or its folder; or a number without
            version, which stands for the newest version that is written, or that is known.

    Raises:
        NotFound: there is nothing of this name; the message says what is alike.
        Malformed: the draft is no definition; carries the findings.
    """
    if name in {*definition_ids(), *template_ids()}:
        return Named(load_definition(name), find_entry(name))
    path = Path(name)
    if path.suffix == ".toml" or path.is_dir():
        file = _file_in(path) if path.is_dir() else path
        return Named(_draft(file), draft=file)
    versions = [each.entries for each in all_numbers() if each.number == name]
    for entry in (each for entries in versions for each in reversed(entries)):
        if entry.id in definition_ids():
            return Named(load_definition(entry.id), entry)
    known = versions[0][-1] if versions else find_entry(name)
    return Named(None, known) if known else Named(load_definition(name))


def definition_to_work(name: str) -> Named:
    """Return what is named, if values can be worked by it: a version, a template, or a draft.

    Raises:
        NotFound: there is nothing of this name, nothing is worked under it, or it has several
            versions; the message says what to name.
        Malformed: the draft is no definition; carries the findings.
    """
    found = find_named(name)
    if found.definition is None:
        assert found.entry is not None, "what has no definition has an entry"
        raise NotFound(why_not_worked(found.entry), code="nothing-worked", about=found.entry.id)
    if found.entry and found.entry.number == name:
        raise NotFound(
            f"{name} is a number with versions: name one, such as {found.entry.id}; the catalogue "
            f"has {', '.join(versions_of(name))}",
            code="version-not-named",
            about=name,
        )
    return found


def versions_of(number: str) -> tuple[str, ...]:
    """Return the versions of a number by id, the oldest first, each with its standing.

    >>> versions_of("TH_AM009")
    ('TH_AM009_ver01.0 (executable)',)
    """
    return tuple(
        f"{entry.id} ({standing_of(entry).value.replace('-', ' ')})"
        for each in all_numbers()
        if each.number == number
        for entry in each.entries
    )


def why_not_worked(entry: Entry) -> str:
    """Say why nothing is worked under the number of an entry, and what stands in."""
    templates = templates_for(entry.id)
    stands_in = (
        f"the unofficial template {' or '.join(templates)} stands in for it: openjcm methodology "
        f"work {templates[0]} CASE.toml"
        if templates
        else f"the template of its family, {entry.family}, is not written yet"
    )
    return (
        f"{entry.id} stands in the catalogue, and nothing is worked under this number: no "
        f"definition of it is written; {stands_in}"
    )


def _file_in(folder: Path) -> Path:
    """Return the file of a draft in its folder: a definition, or the only template."""
    if (folder / _DEFINITION).is_file():
        return folder / _DEFINITION
    templates = [each for each in folder.glob("*.toml") if TEMPLATE_ID.fullmatch(each.stem)]
    if len(templates) == 1:
        return templates[0]
    raise NotFound(
        f"{folder} holds no {_DEFINITION}, nor a single template",
        code="file-not-found",
        about=folder.name,
    )


def _draft(file: Path) -> Definition:
    try:
        return read_definition(text_of(file), place=file.name)
    except OSError:
        raise NotFound(f"there is no file {file}", code="file-not-found", about=str(file)) from None
    except UnicodeDecodeError:
        raise Malformed(f"{file} is no text in UTF-8", code="file-unreadable") from None
