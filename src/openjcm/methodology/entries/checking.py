"""All that is wrong with a catalogue, or with one folder of it, at once."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from openjcm.measure import Finding, Malformed, NotFound
from openjcm.methodology.cases import check_case, read_case
from openjcm.methodology.catalogue import check_definition
from openjcm.methodology.definition import Definition
from openjcm.methodology.entries.agreement import disagreements
from openjcm.methodology.entries.confirmations import faults_of_confirmations
from openjcm.methodology.entries.entry import Entry
from openjcm.methodology.entries.families import all_families
from openjcm.methodology.entries.faults import EntryCheck
from openjcm.methodology.entries.reading import read_entry
from openjcm.methodology.files.reading import TEMPLATE_ID, read_definition
from openjcm.methodology.files.toml import text_of

_ENTRY, _DEFINITION = "entry.toml", "definition.toml"


def check_catalogue(folder: Path | None = None) -> list[Finding]:
    """Return every fault of the entries, definitions, templates and cases below a folder.

    Nothing is returned when all is well.

    Args:
        folder: A version's folder, one that holds such, or one that holds templates; None is all
            that comes with the installation.

    Raises:
        NotFound: there is no entry, no definition and no template in it.
    """
    ours = Path(str(files("openjcm.methodology")))
    roots = (folder,) if folder else (ours / "definitions", ours / "families")
    found = [path for root in roots for path in _files_of(root)]
    if not found:
        raise NotFound(
            f"{folder} holds no {_ENTRY}, no {_DEFINITION} and no template",
            code="no-catalogue",
            about=roots[0].name,
        )
    faults = [fault for path in found for fault in _faults(path)]
    return [*faults, *(each for root in roots for each in faults_of_confirmations(root))]


def _files_of(root: Path) -> Sequence[Path]:
    # Its own files and those of the folders in it; nothing deeper.
    there = (*root.glob("*.toml"), *root.glob("*/*.toml"))
    known = {_ENTRY, _DEFINITION}
    return sorted(each for each in there if each.name in known or _is_template(each))


def _is_template(path: Path) -> bool:
    return TEMPLATE_ID.fullmatch(path.stem) is not None


def _faults(path: Path) -> Iterator[Finding]:
    try:
        if path.name == _ENTRY:
            _entry(path)
        else:
            yield from _faults_of_definition(path)
    except Malformed as error:
        # What is refused without findings is refused as a whole.
        yield from error.findings or (Finding(error.code, _place(path), error.message),)
    except UnicodeDecodeError:
        yield Finding(EntryCheck.TEXT_IN_UTF8, _place(path), "this is no text in UTF-8")


def _faults_of_definition(path: Path) -> Iterator[Finding]:
    faults = check_definition(path)
    for each in faults:
        yield Finding(each.rule, f"{path.resolve().parent.name}/{each.place}", each.message)
    if _is_template(path):
        yield from _faults_of_template(path)
    if not faults:
        definition = read_definition(text_of(path), place=path.name)
        yield from _disagreements(definition, path)
        for case in _cases_of(path):
            yield from _faults_of_case(definition, case)


def _disagreements(definition: Definition, path: Path) -> Iterator[Finding]:
    beside = path.with_name(_ENTRY)
    if path.name != _DEFINITION or not beside.is_file():
        return
    try:
        entry = _entry(beside)
    except (Malformed, UnicodeDecodeError):
        # What is wrong with the entry is told of the entry itself.
        return
    for check, part, said in disagreements(entry, definition):
        yield Finding(check, f"{_place(path)}: {part}", said)


def _entry(path: Path) -> Entry:
    families = frozenset(each.id for each in all_families())
    return read_entry(text_of(path), folder=path.resolve().parent.name, families=families)


def _faults_of_template(path: Path) -> Iterator[Finding]:
    if path.stem not in {each.id for each in all_families()}:
        message = f"'{path.stem}' does not stand in families.toml"
        yield Finding(EntryCheck.FAMILY_KNOWN, _place(path), message)
    if not _cases_of(path):
        message = f"no case stands in {path.stem}/cases: add one, worked outside of the engine"
        yield Finding(EntryCheck.CASE_GIVEN, _place(path), message)


def _cases_of(path: Path) -> Sequence[Path]:
    folder = path.parent / path.stem if _is_template(path) else path.parent
    return sorted((folder / "cases").glob("*.toml"))


def _faults_of_case(definition: Definition, path: Path) -> Iterator[Finding]:
    place = f"{path.resolve().parent.parent.name}/cases/{path.name}"
    try:
        for each in check_case(definition, read_case(text_of(path), name=path.name)):
            yield Finding(each.rule, f"{place}: {each.place}", each.message)
    except Malformed as error:
        for each in error.findings:
            yield Finding(each.rule, f"{place}: {each.place}", each.message)
        if not error.findings:
            yield Finding(error.code, place, error.message)
    except UnicodeDecodeError:
        yield Finding(EntryCheck.TEXT_IN_UTF8, place, "this is no text in UTF-8")


def _place(path: Path) -> str:
    return f"{path.resolve().parent.name}/{path.name}"
