"""What is wrong with confirmations is told with the rest of a catalogue, and set back at once."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure import Basis
from openjcm.methodology import catalogue, load_definition
from openjcm.methodology.confirming import (
    Comparison,
    Confirmation,
    Document,
    acts,
    confirmation_text,
    manifest_with,
)
from openjcm.methodology.entries import (
    RestsOn,
    Standing,
    all_entries,
    check_catalogue,
    confirmed_entry,
    find_entry,
    load_number,
    standing_of,
)

DEFINITIONS = Path(str(files("openjcm.methodology"))) / "definitions"
VERSION = "BD_AM002_ver01.0"
ON = date(2026, 11, 30)
DOCUMENT = Document("x.pdf", "0a" * 32, "https://example.org/x.pdf", None, ON)


@pytest.fixture
def confirmed() -> Confirmation:
    """Give what two persons confirmed of one version."""
    known, definition = Confirmation(DOCUMENT), load_definition(VERSION)
    for by, para in (("Aiko Tanaka", "F.2"), ("Bat Erdene", "")):
        known = acts.confirm(known, definition, Comparison(by, None, para, ON))
    return known


@pytest.fixture
def there(tmp_path: Path, confirmed: Confirmation) -> Path:
    """Copy the version with its confirmation and the manifest."""
    shutil.copytree(DEFINITIONS / VERSION, tmp_path / VERSION)
    text = confirmation_text(confirmed)
    (tmp_path / VERSION / "confirmation.toml").write_text(text, encoding="utf-8")
    sha256 = confirmed.persons[0].definition
    manifest = manifest_with("[sha256]\n", VERSION, sha256)
    (tmp_path / "confirmed.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


@pytest.fixture
def installed(there: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the copy be what comes with the installation."""
    caches = (catalogue._load, catalogue._manifest, all_entries)
    monkeypatch.setattr(catalogue, "_folder", lambda: there)
    for each in caches:
        each.cache_clear()
    yield there
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()


def test_what_two_persons_confirmed_has_no_fault(there: Path) -> None:
    """Asked for the catalogue, and for the version alone."""
    assert check_catalogue(there) == check_catalogue(there / VERSION) == []


def test_a_version_alone_is_compared_with_its_own_line(there: Path) -> None:
    """Lines of other versions in the manifest are theirs."""
    text = (there / "confirmed.toml").read_text(encoding="utf-8")
    (there / "confirmed.toml").write_text(f'{text}"BD_AM009_ver01.0" = "0b"\n', encoding="utf-8")

    assert check_catalogue(there / VERSION) == []
    assert [each.rule for each in check_catalogue(there)] == ["frozen"]


def _spoil(name: str, old: str, new: str) -> Callable[[Path], object]:
    def spoil(there: Path) -> None:
        text = (there / name).read_text(encoding="utf-8")
        assert old in text
        (there / name).write_text(text.replace(old, new), encoding="utf-8")

    return spoil


_RECORD = f"{VERSION}/confirmation.toml"


@pytest.mark.parametrize(
    ("spoil", "rules"),
    [
        (_spoil(f"{VERSION}/definition.toml", "are zero", "are none"), ["confirmed-as-it-is"] * 2),
        (_spoil(f"{VERSION}/definition.toml", "RE - PE", "RE -"), ["formula-readable"]),
        (lambda there: (there / VERSION / "definition.toml").unlink(), ["confirmed-as-it-is"]),
        (lambda there: (there / "confirmed.toml").unlink(), ["frozen"]),
        (_spoil("confirmed.toml", '= "6c', '= "6d'), ["frozen"]),
        (_spoil("confirmed.toml", "[sha256]", "[sha256"), ["file-readable"]),
        (lambda there: (there / "confirmed.toml").write_bytes(b"\xff"), ["file-readable"]),
        (lambda there: (there / _RECORD).unlink(), ["frozen"]),
        (lambda there: (there / _RECORD).write_bytes(b"\xff"), ["file-readable", "frozen"]),
        (_spoil(_RECORD, "https://", "a "), ["document-named", "frozen"]),
        (_spoil(_RECORD, 'part = "ER"', 'part = "LE"'), ["confirmed-as-it-is"] * 2),
        (
            _spoil(_RECORD, '  { part = "ER", para = "F.2", on = 2026-11-30 },\n', ""),
            ["two-persons"] * 2,
        ),
    ],
)
def test_a_fault_is_found(there: Path, spoil: Callable[[Path], object], rules: list[str]) -> None:
    """Each by its check, beside what else is wrong with the files."""
    spoil(there)

    found = [each.rule for each in check_catalogue(there)]

    assert found[: len(rules)] == rules


def test_what_was_confirmed_is_executable(installed: Path) -> None:
    """The relation is that of the document, published, and the definition says where it stands."""
    assert installed
    definition, entry = load_definition(VERSION), load_number("BD_AM002").newest

    assert definition.is_confirmed
    assert definition.formulas[0].known.para == "F.2"
    assert entry.relation.rests_on is RestsOn.ADOPTED_DOCUMENT
    assert entry.relation.reference
    assert entry.relation.reference.text == "sum(EG * EF_RE)"
    assert entry.relation.reference.evidence is Basis.PUBLISHED
    assert standing_of(entry) is Standing.EXECUTABLE


def test_without_its_line_in_the_manifest_it_is_not_worked(installed: Path) -> None:
    """Even where a source states the relation: what was confirmed is not what stands there."""
    (installed / "confirmed.toml").write_text("[sha256]\n", encoding="utf-8")

    entry = load_number("BD_AM002").newest
    assert not load_definition(VERSION).is_confirmed
    assert entry.relation.rests_on is RestsOn.OFFICIAL_SUMMARY
    assert standing_of(entry) is Standing.NOT_YET_WRITTEN


def test_a_document_alone_changes_nothing(confirmed: Confirmation) -> None:
    """Nor does one person: what was executable by its summary stays so."""
    entry = find_entry(VERSION)
    assert entry
    begun = replace(confirmed, persons=confirmed.persons[:1], confirmed_on=None)

    with_it = confirmed_entry(entry, begun, load_definition(VERSION))

    assert with_it.relation == entry.relation
    assert standing_of(with_it) is Standing.EXECUTABLE
