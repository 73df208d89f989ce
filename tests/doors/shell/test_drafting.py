"""``openjcm methodology``: drafts, faults, schemas, versions side by side, calculations as trees."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.methodology.drafting import SchemaOf
from told.asking import Shell

FAMILY = "OJ_displacement_ver1"
FAMILIES = Path(str(files("openjcm.methodology"))) / "families"
CASE = next(iter(sorted((FAMILIES / FAMILY / "cases").iterdir())))


@pytest.fixture
def draft(shell: Shell, tmp_path: Path) -> Path:
    """Begin a draft."""
    assert shell("methodology", "new", "OJ_mine_ver1", "--family", FAMILY, "-o", str(tmp_path)) == 0
    return tmp_path / "OJ_mine_ver1"


def test_a_draft_is_never_written_over(shell: Shell, draft: Path) -> None:
    """A second time is refused, and the files stay as they are."""
    before = (draft / "definition.toml").read_text(encoding="utf-8")

    again = shell("methodology", "new", "OJ_mine_ver1", "--family", FAMILY, "-o", str(draft.parent))

    assert again == 6
    assert "there already" in shell.err
    assert (draft / "definition.toml").read_text(encoding="utf-8") == before


def test_faults_are_told_with_file_line_and_hint(shell: Shell, draft: Path) -> None:
    """In text for people, in JSON for editors; exit 1."""
    assert shell("methodology", "check", str(draft), "--json") == 1
    (first, *_) = json.loads(shell.out)
    assert first["file"] == str(draft / "definition.toml")
    assert (first["line"], bool(first["hint"])) == (18, True)


def test_a_fault_without_a_hint_is_told_too(shell: Shell, tmp_path: Path) -> None:
    """One fault is told in the singular."""
    path = tmp_path / "definition.toml"
    path.write_text("x = ", encoding="utf-8")

    assert shell("methodology", "check", str(path)) == 1
    assert shell.out.endswith("1 fault\n")


@pytest.mark.parametrize("kind", SchemaOf)
def test_a_schema_is_printed(shell: Shell, kind: SchemaOf) -> None:
    """Of each kind of file."""
    assert shell("methodology", "schema", kind) == 0
    assert json.loads(shell.out)["$schema"].endswith("2020-12/schema")


def test_versions_stand_side_by_side(shell: Shell) -> None:
    """As text in either language, and as JSON with the number of differences."""
    words = ("methodology", "diff", "ID_AM002_ver01.0", "ID_AM002_ver02.0")

    assert shell(*words, "--json") == 0
    assert json.loads(shell.out)["differences"] > 0
    assert shell(*words, "--language", "ja") == 0
    assert "異なる点" in shell.out


def test_a_calculation_is_opened_as_a_tree(shell: Shell) -> None:
    """The trees are in the JSON too, and only where they were asked for."""
    words = ("methodology", "work", FAMILY, str(CASE))

    assert shell(*words, "--explain") == 0
    assert "├─ EG" in shell.out
    assert shell(*words, "--explain", "--json") == 0
    assert [each["symbol"] for each in json.loads(shell.out)["trees"]] == ["RE", "PE", "ER"]
    assert shell(*words, "--json") == 0
    assert "trees" not in json.loads(shell.out)


def test_a_draft_is_worked_and_never_taken_for_official(shell: Shell, tmp_path: Path) -> None:
    """Even where it bears the number of one that is executable."""
    path = tmp_path / "definition.toml"
    text = (FAMILIES / f"{FAMILY}.toml").read_text(encoding="utf-8")
    text = text.replace(f'id = "{FAMILY}"', 'id = "BD_AM002_ver01.0"')
    path.write_text(text.replace('"unofficial template"', '"not confirmed"'), encoding="utf-8")

    assert shell("methodology", "work", str(path), str(CASE)) == 0
    assert shell.out.startswith("Draft: ")


def test_a_draft_that_cannot_be_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    """It is not there, or no text."""
    path = tmp_path / "definition.toml"
    assert shell("methodology", "work", str(path), str(CASE)) == 3
    path.write_bytes(b"\xff")
    assert shell("methodology", "work", str(path), str(CASE)) == 2
