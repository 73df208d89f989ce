"""``openjcm methodology``: drafts, faults, schemas, versions side by side, trees."""

import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.methodology.drafting import SchemaOf
from told.asking import Shell

FAMILY = "OJ_displacement_ver1"
FAMILIES = Path(str(files("openjcm.methodology"))) / "families"
CASE = next(iter(sorted((FAMILIES / FAMILY / "cases").iterdir())))


def _said(shell: Shell, *words: str, code: int = 0) -> str:
    """Return what a command said, and see that it ended as expected."""
    ended, out, err = shell("methodology", *words)
    assert ended == code, err
    return out + err


@pytest.fixture
def draft(shell: Shell, tmp_path: Path) -> Path:
    """Begin a draft."""
    _said(shell, "new", "OJ_mine_ver1", "--family", FAMILY, "-o", str(tmp_path))
    return tmp_path / "OJ_mine_ver1"


def test_a_draft_is_never_written_over(shell: Shell, draft: Path) -> None:
    """A second time is refused, and the files stay as they are."""
    before = (draft / "definition.toml").read_text(encoding="utf-8")
    words = ("new", "OJ_mine_ver1", "--family", FAMILY, "-o", str(draft.parent))

    assert "there already" in _said(shell, *words, code=6)
    assert (draft / "definition.toml").read_text(encoding="utf-8") == before


def test_faults_are_told_with_file_line_and_hint(shell: Shell, draft: Path) -> None:
    """In text for people, in JSON for editors; exit 1."""
    first = json.loads(_said(shell, "check", str(draft), "--json", code=1))[0]

    assert first["file"] == str(draft / "definition.toml")
    assert (first["line"], bool(first["hint"])) == (18, True)


def test_one_fault_is_told_in_the_singular(shell: Shell, tmp_path: Path) -> None:
    """A file that is no TOML has one."""
    path = tmp_path / "definition.toml"
    path.write_text("x = ", encoding="utf-8")

    assert _said(shell, "check", str(path), code=1).endswith("1 fault\n")


@pytest.mark.parametrize("kind", SchemaOf)
def test_a_schema_is_printed(shell: Shell, kind: SchemaOf) -> None:
    """Of each kind of file."""
    assert json.loads(_said(shell, "schema", kind))["$schema"].endswith("2020-12/schema")


def test_versions_stand_side_by_side(shell: Shell) -> None:
    """As text in either language, and as JSON with the number of differences."""
    words = ("diff", "ID_AM002_ver01.0", "ID_AM002_ver02.0")

    said = json.loads(_said(shell, *words, "--json"))
    # What is known of both is the same; the source speaks of one alone.
    assert (said["differences"], said["texts_compared"]) == (0, False)
    assert said["ours"] > 0
    assert "異なる点" in _said(shell, *words, "--language", "ja")


def test_a_calculation_is_opened_as_a_tree(shell: Shell) -> None:
    """The trees are in the JSON too, and only where they were asked for."""
    words = ("work", FAMILY, str(CASE))

    assert " EG" in _said(shell, *words, "--explain")
    trees = json.loads(_said(shell, *words, "--explain", "--json"))["trees"]
    assert [each["symbol"] for each in trees] == ["RE", "PE", "ER"]
    assert "trees" not in json.loads(_said(shell, *words, "--json"))


def test_each_intermediate_value_has_its_unit_and_its_basis(shell: Shell) -> None:
    """In the plain JSON already; a chiller's MWh on the way, tCO2e at the end."""
    case = FAMILIES / "OJ_cop_ratio_ver1" / "cases" / "two_chillers.toml"
    steps = json.loads(_said(shell, "work", "OJ_cop_ratio_ver1", str(case), "--json"))["steps"]

    assert {(each["symbol"], each["unit"], each["basis"]) for each in steps} == {
        *(("RE_1", "MWh", "illustrative"), ("RE_2", "MWh", "illustrative")),
        *(("PE_1", "MWh", "illustrative"), ("RE", "tCO2e", "illustrative")),
        *(("PE", "tCO2e", "illustrative"), ("ER", "tCO2e", "illustrative")),
    }


def test_a_calculation_is_written_as_a_paper(shell: Shell, tmp_path: Path) -> None:
    """Of any case; with its digest as JSON, and never under another ending."""
    out = tmp_path / "calculation.pdf"
    words = ("work", FAMILY, str(CASE), "-o")

    said = json.loads(shell("methodology", *words, str(out), "--json")[1])
    assert out.read_bytes().startswith(b"%PDF")
    assert said["sha256"] == sha256(out.read_bytes()).hexdigest()
    _said(shell, *words, str(tmp_path / "calculation.xlsx"), code=2)


def test_a_draft_is_worked_and_never_taken_for_official(shell: Shell, tmp_path: Path) -> None:
    """Even where it bears the number of one that is executable."""
    path = tmp_path / "definition.toml"
    text = (FAMILIES / f"{FAMILY}.toml").read_text(encoding="utf-8")
    text = text.replace(f'id = "{FAMILY}"', 'id = "BD_AM002_ver01.0"')
    path.write_text(text.replace('"unofficial template"', '"not confirmed"'), encoding="utf-8")

    assert _said(shell, "work", str(path), str(CASE)).startswith("Draft: ")


def test_a_draft_that_cannot_be_read_is_refused(shell: Shell, tmp_path: Path) -> None:
    """It is not there, or no text."""
    path = tmp_path / "definition.toml"
    _said(shell, "work", str(path), str(CASE), code=3)
    path.write_bytes(b"\xff")
    _said(shell, "work", str(path), str(CASE), code=2)
