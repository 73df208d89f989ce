"""``openjcm methodology work`` and ``show``: what people read, and what a machine does."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from openjcm.measure import Basis
from openjcm.methodology import Answer
from openjcm.papers.methodologies.answers import answers_text
from told.asking import Answers, Shell

FAMILIES = Path(str(files("openjcm.methodology"))) / "families"
TEMPLATE = "OJ_cop_ratio_ver1"
YEARS = """
[fixed]
COP_PJ = [6, 5]
COP_RE = [4, 7]
EF = 0.5

[vintage.2017]
EC_PJ = [100, 10]

[vintage.2018]
EC_PJ = [10, 100]
"""
ONE = "[monitored]\nEC_PJ = [100]\n[fixed]\nCOP_PJ = [6]\nCOP_RE = [4]\nEF = 0.5\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Name a file of values."""
    return tmp_path / "case.toml"


def _refused(shell: Shell, *words: str, code: int = 2) -> str:
    ended, out, err = shell("methodology", *words)
    assert (ended, out) == (code, "")
    return err


def test_vintages_and_their_sum_stand_in_text_and_json(
    shell: Shell, cli: Answers, case: Path
) -> None:
    """By hand: 23.57 and -11.79 t; 23 credits and none."""
    case.write_text(YEARS, encoding="utf-8")
    text = shell("methodology", "work", TEMPLATE, str(case))[1]
    said = cli("methodology", "work", TEMPLATE, str(case))

    assert [(each["vintage"], each["credits"]) for each in said["vintages"]] == [
        (2017, 23),
        (2018, 0),
    ]
    assert (said["credits"], said["ER"][:6]) == (23, "11.785")
    assert {each["vintage"] for each in said["steps"]} == {2017, 2018}
    assert "Vintage 2017\n" in text
    assert "\nAll vintages\n" in text
    assert "note: 2018: ER: is -11.785714… tCO2e" in " ".join(text.split())


def test_trees_are_told_for_each_vintage(shell: Shell, cli: Answers, case: Path) -> None:
    """Each with its year."""
    case.write_text(YEARS, encoding="utf-8")
    words = ("methodology", "work", TEMPLATE, str(case), "--explain")

    assert [each["vintage"] for each in cli(*words)["trees"]] == [2017, 2018]
    assert shell(*words)[1].count("RE = sum(") == 2


def test_numbers_are_cut_for_people_alone(shell: Shell, cli: Answers, case: Path) -> None:
    """A third has six decimals and dots in the text, and fifty digits in JSON."""
    case.write_text(ONE.replace("[4]", "[9]"), encoding="utf-8")
    words = ("methodology", "work", TEMPLATE, str(case))

    text = shell(*words)[1]
    assert "66.666666…" in text
    assert "6666666" not in text
    assert "--json has all of them" in text
    assert len(cli(*words)["steps"][0]["value"]) > 50
    assert cli(*words)["vintages"][0]["vintage"] is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("holds", "DOES NOT HOLD", "open: give CHECKS", "the validator answers it")),
        ("ja", ("適合する", "適合しない", "CHECKSを記入", "妥当性確認機関が判断します")),
    ],
)
def test_each_criterion_is_answered_with_its_source(
    shell: Shell, case: Path, language: str, words: tuple[str, ...]
) -> None:
    """It holds, it does not, it asks for a value, or it is the validator's."""
    path = FAMILIES / "OJ_chiller_ver1" / "cases" / "at_the_end_of_a_range.toml"
    text = path.read_text(encoding="utf-8").replace("CHECKS = 12", "")
    case.write_text(text, encoding="utf-8")

    said = shell("methodology", "work", "OJ_chiller_ver1", str(case), "--language", language)[1]

    for word in words:
        assert word in said
    assert "jcm2013ps01" in said


def test_criteria_stand_in_json(cli: Answers) -> None:
    """With number, source and evidence."""
    path = FAMILIES / "OJ_chiller_ver1" / "cases" / "at_the_end_of_a_range.toml"
    said = cli("methodology", "work", "OJ_chiller_ver1", str(path))["eligibility"]

    assert [(each["number"], each["holds"]) for each in said] == [
        ("1", True),
        ("2", False),
        ("3", True),
        ("4", True),
        ("5", None),
    ]
    assert all(each["source"] and each["evidence"] == "derived" for each in said)


def test_every_fault_of_a_file_is_told_once_with_its_line_and_a_hint(
    shell: Shell, case: Path
) -> None:
    """The parameter is named, and the nearest symbol."""
    case.write_text(ONE.replace("[100]", '["5,000"]').replace("COP_RE", "COP_REE"), "utf-8")

    told = _refused(shell, "work", TEMPLATE, str(case))

    assert told.count("without quotes and commas, such as 5000") == 1
    assert f"{case}:2: EC_PJ, chiller 1: '5,000' is a text" in told
    assert f"{case}:5: COP_REE: is no parameter" in told
    assert "did you mean 'COP_RE'?" in told


def test_a_section_that_nobody_reads_is_refused(shell: Shell, case: Path) -> None:
    """With its line."""
    case.write_text(f"{ONE}[expectd]\nER = '1'\n", encoding="utf-8")

    told = _refused(shell, "work", TEMPLATE, str(case))

    assert f"{case}:7: no key 'expectd' here" in told
    assert "did you mean 'expected'?" in told


def test_a_note_names_its_parameter(shell: Shell, case: Path) -> None:
    """A COP of 60 is a likely slip."""
    case.write_text(ONE.replace("[6]", "[60]"), encoding="utf-8")

    assert "note: COP_PJ, chiller 1: 60 is not" in shell(
        "methodology", "work", TEMPLATE, str(case)
    )[1].replace("\n", " ")


def test_a_draft_is_worked_by_its_folder(shell: Shell, case: Path, tmp_path: Path) -> None:
    """As it is checked; and what is wrong with it is told with file and line."""
    folder = tmp_path / "mine"
    folder.mkdir()
    case.write_text(ONE, encoding="utf-8")
    assert "holds no definition.toml" in _refused(shell, "work", str(folder), str(case), code=3)
    (folder / "OJ_mine_ver1.toml").write_text(
        (FAMILIES / f"{TEMPLATE}.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert shell("methodology", "work", str(folder), str(case))[1].startswith("Draft: ")
    (folder / "definition.toml").write_text('id = "OJ_mine_ver1"\n', encoding="utf-8")

    told = _refused(shell, "work", str(folder), str(case))
    assert f"{folder / 'definition.toml'}:1: 'title' is missing" in told
    assert "at the top of the file" in told


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("work", "ID_AM002_ver02.0", "x"), "nothing-worked", "OJ_chiller_ver1"),
        (("work", "ID_AM002", "x"), "nothing-worked", "stands in the catalogue"),
        (("work", "TH_AM005", "x"), "version-not-named", "TH_AM005_ver03.0 (executable)"),
        (("work", "XX_AM005", "x"), "methodology-not-found", "no definition 'XX_AM005'"),
    ],
)
def test_a_number_under_which_nothing_is_worked_says_what_stands_in(
    shell: Shell, words: tuple[str, ...], code: str, said: str
) -> None:
    """No dead end: the template, or the versions that there are."""
    error: dict[str, Any] = json.loads(_refused(shell, *words, "--json", code=3))["error"]

    assert error["code"] == code
    assert said in error["message"]


def test_a_number_without_version_is_shown_by_its_newest(shell: Shell, cli: Answers) -> None:
    """Of which a definition is written; all its versions are named."""
    text = shell("methodology", "show", "TH_AM005")[1]

    assert text.startswith("Not confirmed: ")
    assert "\nTH_AM005_ver03.0 " in text
    assert "TH_AM005_ver01.0 (template)" in text
    assert cli("methodology", "show", "TH_AM001")["id"] == "TH_AM001_ver01.0"


def test_a_version_without_a_definition_is_shown_as_the_catalogue_has_it(
    shell: Shell, cli: Answers
) -> None:
    """And the template that stands in is named."""
    said = cli("methodology", "show", "ID_AM002_ver02.0")

    assert (said["id"], said["definition"]) == ("ID_AM002_ver02.0", None)
    assert "OJ_chiller_ver1" in said["templates"]
    assert said["entry"]["version"]["standing"] == "template"
    assert "stands in the catalogue" in shell("methodology", "show", "ID_AM002_ver02.0")[1]


def test_a_draft_is_shown_as_one(shell: Shell) -> None:
    """Whatever number it bears."""
    path = FAMILIES / f"{TEMPLATE}.toml"

    assert shell("methodology", "show", str(path))[1].startswith("Draft: ")


def test_a_number_says_which_of_its_versions_can_be_worked(shell: Shell) -> None:
    """Two of three versions of TH_AM001 cannot."""
    lines = shell("methodology", "list", "--partner", "TH")[1].splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("TH_AM001"))

    assert "executable" in lines[at]
    assert "(01.0)" in lines[at + 1]


def test_a_paper_is_of_one_set_of_values(shell: Shell, case: Path, tmp_path: Path) -> None:
    """Of one vintage it is written; of two it is refused."""
    paper = tmp_path / "case.pdf"
    case.write_text(YEARS, encoding="utf-8")
    told = _refused(shell, "work", TEMPLATE, str(case), "-o", str(paper))
    assert "leave one vintage in the file" in told
    case.write_text(YEARS.partition("[vintage.2018]")[0], encoding="utf-8")

    assert shell("methodology", "work", TEMPLATE, str(case), "-o", str(paper))[0] == 0
    assert paper.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Not confirmed: written from"), ("ja", "未確認：")],  # noqa: RUF001 - as it is written
)
def test_what_is_worked_under_an_official_number_says_that_it_is_not_confirmed(
    shell: Shell, case: Path, language: str, heading: str
) -> None:
    """In the reader's language, over the first step."""
    case.write_text("[monitored]\nEG = [100]\n[fixed]\nEF_RE = [0.5]\n", encoding="utf-8")

    said = shell("methodology", "work", "BD_AM002_ver01.0", str(case), "--language", language)[1]

    assert said.startswith(heading)
    assert said.partition("\n\n")[2].startswith("RE_1 (")


def test_a_criterion_that_cannot_be_told_says_why() -> None:
    """Its sides lie too near one another."""
    answer = Answer("1", "x", None, "A > B is too close", Basis.DERIVED, "x", is_worked=True)

    said = answers_text([answer], "en")

    assert "open: it cannot be told from these values" in said
    assert "A > B is too close" in said
