"""The whole catalogue is checked at once, and so is a folder from outside."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.measure import NotFound
from openjcm.methodology.entries import check_catalogue

DEFINITIONS = Path(str(files("openjcm.methodology"))) / "definitions"
TEMPLATE = "OJ_lighting_by_hours_ver1"


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
    _spoil(copied / "BD_AM001_ver01.0" / "entry.toml", "OJ_cop_ratio_ver1", "OJ_none_ver1")
    _spoil(copied / "BD_AM002_ver01.0" / "definition.toml", "RE - PE", "RE - XX")

    assert [(each.rule, each.place) for each in check_catalogue(copied)] == [
        ("family-known", "BD_AM001_ver01.0/entry.toml"),
        ("symbol-known", "BD_AM002_ver01.0/definition.toml: formula ER"),
    ]


def test_a_definition_cites_the_sources_of_its_own_entry(copied: Path) -> None:
    """The page of another country says nothing of this number; general knowledge is no address."""
    file = copied / "BD_AM002_ver01.0" / "definition.toml"
    before, gives, after = file.read_text(encoding="utf-8").partition('gives = "ER"')
    file.write_text(before + gives + after.replace("bd-jp", "ke-jp"), encoding="utf-8")

    assert [(each.rule, each.place) for each in check_catalogue(copied)] == [
        ("sources-of-the-entry", "BD_AM002_ver01.0/definition.toml: formula ER")
    ]


@pytest.mark.parametrize(
    ("old", "new", "symbol"),
    [
        ("[monitored.EG]", "[monitored.EG_PJ]", "EG_PJ"),
        ("[fixed.EF_RE]", "[fixed.EF]", "EF"),
        ("[monitored.EG]", '[fixed.EG]\nexpected_from = "a meter"', "EG"),
    ],
)
def test_a_definition_has_every_parameter_that_the_source_names(
    copied: Path, old: str, new: str, symbol: str
) -> None:
    """Under the symbol of the entry, and monitored or fixed as there."""
    _spoil(copied / "BD_AM002_ver01.0" / "entry.toml", old, new)

    assert [(each.rule, each.place) for each in check_catalogue(copied)] == [
        ("parameters-of-the-entry", f"BD_AM002_ver01.0/definition.toml: {symbol}")
    ]


def test_a_definition_beside_a_spoilt_entry_is_not_compared(copied: Path) -> None:
    """What is wrong with the entry is told once."""
    _spoil(copied / "BD_AM002_ver01.0" / "entry.toml", "OJ_displacement_ver1", "OJ_none_ver1")

    assert [each.rule for each in check_catalogue(copied)] == ["family-known"]


def test_a_definition_of_ours_beside_an_entry_is_not_compared(copied: Path) -> None:
    """No source states the relation of BD_AM001, so that there is nothing to agree with."""
    text = (copied / "BD_AM002_ver01.0" / "definition.toml").read_text(encoding="utf-8")
    text = text.replace("BD_AM002", "BD_AM001")
    (copied / "BD_AM001_ver01.0" / "definition.toml").write_text(text, encoding="utf-8")

    assert check_catalogue(copied / "BD_AM001_ver01.0") == []


def test_one_folder_is_checked_by_its_own_name(copied: Path) -> None:
    """A renamed folder no longer fits its entry."""
    assert check_catalogue(copied / "BD_AM002_ver01.0") == []
    renamed = (copied / "BD_AM002_ver01.0").rename(copied / "BD_AM002_ver02.0")

    assert [each.rule for each in check_catalogue(renamed)] == ["folder-as-named"]


def test_an_entry_that_is_no_text_is_a_fault(copied: Path) -> None:
    """A spreadsheet under the wrong name stops nothing."""
    (copied / "BD_AM001_ver01.0" / "entry.toml").write_bytes(b"\xff\xfe\x00")

    assert [each.rule for each in check_catalogue(copied)] == ["text-in-utf8"]


def test_a_definition_that_is_no_text_is_a_fault(copied: Path) -> None:
    """It is not passed over, and the entry beside it is still checked."""
    (copied / "BD_AM002_ver01.0" / "definition.toml").write_bytes(b"\xff\xfe\x00")

    assert [(each.rule, each.place) for each in check_catalogue(copied)] == [
        ("file-unreadable", "BD_AM002_ver01.0/definition.toml")
    ]


def test_a_huge_entry_is_refused_for_its_length(copied: Path) -> None:
    """Twenty million characters are not read to the end."""
    (copied / "BD_AM001_ver01.0" / "entry.toml").write_text("#" * 20_000_000, encoding="utf-8")

    assert [each.rule for each in check_catalogue(copied)] == ["file-readable"]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Copy a template with its cases."""
    families = DEFINITIONS.parent / "families"
    shutil.copy(families / f"{TEMPLATE}.toml", tmp_path)
    shutil.copytree(families / TEMPLATE, tmp_path / TEMPLATE)
    return tmp_path


def test_a_template_is_checked_with_its_cases(templates: Path) -> None:
    """A number that does not come out is told with its file."""
    assert check_catalogue(templates) == []
    _spoil(templates / TEMPLATE / "cases" / "street_lamps.toml", '"363"', '"364"')

    assert [(each.rule, each.place) for each in check_catalogue(templates)] == [
        ("case-agrees", f"{TEMPLATE}/cases/street_lamps.toml: street_lamps.toml: RE"),
    ]


def test_a_template_without_a_case_or_a_family_is_a_fault(templates: Path) -> None:
    """Both are told, beside what is wrong with the file itself."""
    shutil.rmtree(templates / TEMPLATE)
    (templates / f"{TEMPLATE}.toml").rename(templates / "OJ_lanterns_ver1.toml")
    _spoil(templates / "OJ_lanterns_ver1.toml", "RE - PE", "RE - XX")

    assert [each.rule for each in check_catalogue(templates)] == [
        "symbol-known",
        "family-known",
        "case-given",
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("H = [4000, 3500]", "", "input-given"),
        ("EF = 0.6", "EF = true", "kind-of-value"),
        ("[monitored]", "[monitored", "file-readable"),
    ],
)
def test_a_case_that_cannot_be_worked_is_a_fault(
    templates: Path, old: str, new: str, rule: str
) -> None:
    """The others are still checked."""
    _spoil(templates / TEMPLATE / "cases" / "street_lamps.toml", old, new)

    assert rule in {each.rule for each in check_catalogue(templates)}


def test_a_case_that_is_no_text_or_divides_by_zero_is_a_fault(tmp_path: Path) -> None:
    """What is refused without findings has the code of the refusal."""
    families = DEFINITIONS.parent / "families"
    name = "OJ_control_saving_rate_ver1"
    shutil.copy(families / f"{name}.toml", tmp_path)
    shutil.copytree(families / name, tmp_path / name)
    _spoil(tmp_path / name / "cases" / "two_floors.toml", "[0.2, 0.5]", "[1, 0.5]")
    (tmp_path / name / "cases" / "z.toml").write_bytes(b"\xff\xfe\x00")

    assert [(each.rule, each.place) for each in check_catalogue(tmp_path)] == [
        ("divided-by-zero", f"{name}/cases/two_floors.toml"),
        ("text-in-utf8", f"{name}/cases/z.toml"),
    ]


def test_a_folder_without_entries_is_not_found(tmp_path: Path) -> None:
    """Checking nothing is no success."""
    with pytest.raises(NotFound, match="holds no entry"):
        check_catalogue(tmp_path)
