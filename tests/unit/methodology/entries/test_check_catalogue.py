"""The whole catalogue is checked at once, and so is a folder from outside."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure import NotFound
from openjcm.methodology.entries import check_catalogue

DEFINITIONS = Path(str(files("openjcm.methodology"))) / "definitions"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Copy two numbers of Bangladesh; the second has a definition."""
    for name in ("BD_AM001_ver01.0", "BD_AM002_ver01.0"):
        shutil.copytree(DEFINITIONS / name, tmp_path / name)
    return tmp_path


def _spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_wrong_with_the_catalogue() -> None:
    """Every entry and definition that comes with the installation."""
    assert check_catalogue() == []


def test_faults_of_several_files_are_told_at_once(copied: Path) -> None:
    """An entry and a definition, each under its folder."""
    _spoil(copied / "BD_AM001_ver01.0" / "entry.toml", "OJ_chiller_ver1", "OJ_none_ver1")
    _spoil(copied / "BD_AM002_ver01.0" / "definition.toml", "RE - PE", "RE - XX")

    assert [(each.rule, each.place) for each in check_catalogue(copied)] == [
        ("family-known", "BD_AM001_ver01.0/entry.toml"),
        ("symbol-known", "BD_AM002_ver01.0/definition.toml: formula ER"),
    ]


def test_one_folder_is_checked_by_its_own_name(copied: Path) -> None:
    """A renamed folder no longer fits its entry."""
    assert check_catalogue(copied / "BD_AM002_ver01.0") == []
    renamed = (copied / "BD_AM002_ver01.0").rename(copied / "BD_AM002_ver02.0")

    assert [each.rule for each in check_catalogue(renamed)] == ["folder-as-named"]


def test_an_entry_that_is_no_text_is_a_fault(copied: Path) -> None:
    """A spreadsheet under the wrong name stops nothing."""
    (copied / "BD_AM001_ver01.0" / "entry.toml").write_bytes(b"\xff\xfe\x00")

    assert [each.rule for each in check_catalogue(copied)] == ["text-in-utf8"]


def test_a_huge_entry_is_refused_for_its_length(copied: Path) -> None:
    """Twenty million characters are not read to the end."""
    (copied / "BD_AM001_ver01.0" / "entry.toml").write_text("#" * 20_000_000, encoding="utf-8")

    assert [each.rule for each in check_catalogue(copied)] == ["file-readable"]


def test_a_folder_without_entries_is_not_found(tmp_path: Path) -> None:
    """Checking nothing is no success."""
    with pytest.raises(NotFound, match="holds no entry"):
        check_catalogue(tmp_path)
