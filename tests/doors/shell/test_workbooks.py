"""``openjcm methodology workbook`` and ``read-workbook``, and the page that teaches both."""

import json
import re
import shlex
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from source import DOCS

from openjcm.cli.commands.methodologies import workbooks
from openjcm.papers.workbooks.filled import comparing
from told.asking import Shell
from told.libreoffice import typed_into
from unit.papers.workbooks.sheet_parts import without_rows

LANGUAGES = {
    "en": "fill-in-a-monitoring-report.md",
    "ja": "fill-in-a-monitoring-report.ja.md",
}
_COMMAND = re.compile(r"```console\n\$ openjcm (?P<command>[^\n]*)\n(?P<printed>.*?)```", re.DOTALL)
# What the page tells the reader to type, in the order of the rows.
TYPED = {
    "MPS(input)": ["6.05", "5.9", "4.92", "4.92", "0.67"],
    "MRS(input)": ["300.1", "150.25", "310", "150.25", "200.5", "150.25"],
}
ILLUSTRATIVE = {"en": "illustrative", "ja": "例示値"}
SYMBOLS = {"MPS(input)": {"COP_PJ", "COP_RE", "EF"}, "MRS(input)": {"EC_PJ"}}
VALUES = """
[fixed]
COP_PJ = [6.05, 5.9]
COP_RE = [4.92, 4.92]
EF = 0.67

[vintage.2017]
EC_PJ = [300.1, 150.25]

[vintage.2018]
EC_PJ = [310, 150.25]
"""


def _cells(path: Path) -> dict[str, dict[str, str]]:
    """Return the blue cells beside the symbols, each with what is typed into it."""
    book = openpyxl.load_workbook(path)
    cells: dict[str, dict[str, str]] = {}
    for name, texts in TYPED.items():
        blue = [
            cell.coordinate
            for line in book[name].iter_rows()
            if any(cell.value in SYMBOLS[name] for cell in line)
            for cell in line
            if cell.column_letter == ("D" if name == "MPS(input)" else "E")
        ]
        cells[name] = dict(zip(blue, texts, strict=True))
    return cells


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_done_as_it_says(
    language: str, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written, filled in by LibreOffice with what the page says, saved, read back."""
    text = (DOCS / LANGUAGES[language]).read_text(encoding="utf-8")
    (write, read, paper) = _COMMAND.finditer(text)
    monkeypatch.chdir(tmp_path)

    ended, out, _ = shell(*shlex.split(write["command"]))
    assert (ended, out) == (0, write["printed"])

    report = tmp_path / "report.xlsx"
    blank = report.rename(tmp_path / "blank.xlsx")
    assert typed_into(blank, report, _cells(blank)) == []
    for texts in TYPED.values():
        assert all(f"`{each}`" in text for each in texts)

    ended, out, _ = shell(*shlex.split(read["command"]))
    assert (ended, out) == (0, read["printed"])

    ended, _, said = shell(*shlex.split(paper["command"]))
    assert (ended, said) == (0, paper["printed"])
    printed = _printed(tmp_path / "report.pdf")
    assert all(each in printed for each in ("66", "67", "50", "183", ILLUSTRATIVE[language]))
    # The last value of the last year, with all its digits.
    assert "50.9050203252032520325" in printed


def _printed(paper: Path) -> str:
    """Return the text of a paper."""
    return "".join(page.extract_text() for page in PdfReader(paper).pages)


def test_the_page_says_how_a_project_of_the_record_comes_to_be_there() -> None:
    """After a clean installation there is none, and the page names the command that enters all."""
    for name in LANGUAGES.values():
        assert "`openjcm facts load`" in (DOCS / name).read_text(encoding="utf-8")


def test_the_paper_names_project_and_basis_as_they_were_given(shell: Shell, tmp_path: Path) -> None:
    """What stands over the workbook stands on the paper; nothing where nothing was given."""
    case = tmp_path / "case.toml"
    case.write_text(VALUES, encoding="utf-8")
    write = ("methodology", "workbook", "OJ_cop_ratio_ver1", "--values", str(case))
    for project in ([], ["--project", "BD002"]):
        book, paper = tmp_path / "report.xlsx", tmp_path / "report.pdf"
        shell(*write, "-o", str(book), *project)
        read = ("methodology", "read-workbook", str(book), "-o", str(paper))
        ended, _, _ = shell(*read, "--evidence", "recorded")

        assert ended == 0
        printed = _printed(paper)
        assert "recorded" in printed
        assert ("Reference Number: BD002" in printed) is bool(project)
        assert "not given" not in printed


def test_a_paper_of_nothing_measured_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A plan alone is no report; and a name that is none of a PDF is refused before all."""
    case, book = tmp_path / "case.toml", tmp_path / "plan.xlsx"
    case.write_text(VALUES.partition("[vintage")[0] + "[monitored]\nEC_PJ = [300, 150]\n", "utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(book), "--values", str(case))

    for name, said in (("plan.pdf", "nothing is filled in on MRS(input)"), ("plan.txt", ".pdf")):
        paper = tmp_path / name
        ended, _, err = shell("methodology", "read-workbook", str(book), "-o", str(paper))
        assert ended == 2
        assert said in err
        assert not paper.exists()


def test_a_paper_says_where_the_sheet_has_another_number(shell: Shell, tmp_path: Path) -> None:
    """Of a workbook that lost its worked values; exit 1 as without a paper."""
    case, out, paper = (tmp_path / each for each in ("case.toml", "report.xlsx", "report.pdf"))
    case.write_text(VALUES, encoding="utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--values", str(case))
    openpyxl.load_workbook(out).save(out)

    ended, _, err = shell("methodology", "read-workbook", str(out), "-o", str(paper))

    assert ended == 1
    assert "open the sheet, let it calculate and save it" in err
    printed = " ".join(_printed(paper).split())
    assert "Where the workbook shows another number" in printed
    assert "MRS(calc_process)!E12: Whole tonnes is 66, the sheet shows ''" in printed


def test_values_of_vintages_make_a_filled_report(shell: Shell, tmp_path: Path) -> None:
    """A file as ``work`` takes it; both vintages, and 66 and 67 t as ``work`` has them."""
    case, out = tmp_path / "case.toml", tmp_path / "report.xlsx"
    case.write_text(VALUES, encoding="utf-8")

    ended, said, _ = shell(
        "methodology",
        "workbook",
        "BD_AM001_ver01.0",
        "-o",
        str(out),
        "--values",
        str(case),
        "--json",
    )
    assert ended == 0
    assert json.loads(said)["stands_for"] == "BD_AM001_ver01.0"
    assert json.loads(said)["heading"].startswith("Unofficial template")

    ended, said, _ = shell("methodology", "read-workbook", str(out), "--json")
    read = json.loads(said)
    assert ended == 0
    assert [each["credits"] for each in read["vintages"]] == [66, 67]
    assert read["credits"] == 133
    assert read["differences"] == []


def test_what_was_read_is_said_in_the_language_that_was_asked(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan alone, without worked values, of another state; of many differences the first."""
    case, out = tmp_path / "case.toml", tmp_path / "plan.xlsx"
    case.write_text(VALUES.partition("[vintage")[0] + "[monitored]\nEC_PJ = [300, 150]\n", "utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--values", str(case))
    book = openpyxl.load_workbook(out)
    for sheet in book:
        sheet["A5"].value = re.sub("[0-9a-f]{64}", "0" * 64, sheet["A5"].value)
    book.save(out)
    monkeypatch.setattr(comparing, "_SHOWN_MAX", 1)

    read = ("methodology", "read-workbook", str(out))
    ended, said, _ = shell(*read, "--language", "ja")
    assert ended == 1
    for words in ("この定義の別の状態", "整数トン", "計画", "シートの表示は", "ほかにもあります"):
        assert words in said
    assert "合計" not in said
    _, said, _ = shell(*read)
    assert "note: made from another state of this definition" in said
    assert "and more" in said


def test_numbers_that_the_sheet_has_otherwise_end_with_one(shell: Shell, tmp_path: Path) -> None:
    """A workbook that lost its worked values: the differences are named, and exit 1."""
    case, out = tmp_path / "case.toml", tmp_path / "report.xlsx"
    case.write_text(VALUES, encoding="utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--values", str(case))
    book = openpyxl.load_workbook(out)
    book.save(out)

    ended, said, _ = shell("methodology", "read-workbook", str(out))

    assert ended == 1
    assert "MRS(calc_process)!E12: Whole tonnes is 66, the sheet shows ''" in said
    assert said.endswith("open the sheet, let it calculate and save it\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("OJ_cop_ratio_ver1", "-o", "report.ods"), "a name that ends in .xlsx"),
        (("OJ_cop_ratio_ver1", "-o", "r.xlsx", "--count", "chiller=many"), "write it as chiller=3"),
        (("OJ_cop_ratio_ver1", "-o", "r.xlsx", "--count", "chiller=10001"), "at most 10000"),
        (("OJ_cop_ratio_ver1", "-o", "r.xlsx", "--member", "chiller"), '"chiller=No. 1,No. 2"'),
        (("OJ_cop_ratio_ver1", "-o", "r.xlsx", "--count", "pump=2"), "index sets are chiller"),
        # BD004 uses BD_AM002.
        (("BD_AM001_ver01.0", "-o", "r.xlsx", "--project", "BD004"), "BD004 uses BD_AM002_ver01.0"),
        (("OJ_cop_ratio_ver1", "-o", "r.xlsx", "--period", "2017"), "2017-03-01..2019-07-31"),
        (("OJ_cop_ratio_ver1", "-o", "nowhere/r.xlsx"), "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_refused(
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    """The option, and how it is written; nothing is left behind."""
    monkeypatch.chdir(tmp_path)

    ended, _, err = shell("methodology", "workbook", *words)

    assert ended == 2
    assert said in err
    assert not list(tmp_path.iterdir())


def test_a_project_of_the_record_stands_over_each_sheet(shell: Shell, tmp_path: Path) -> None:
    """Its number and its title."""
    out = tmp_path / "report.xlsx"

    ended, _, _ = shell(
        "methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--project", "BD002"
    )

    heads = [sheet["A3"].value for sheet in openpyxl.load_workbook(out)]
    assert ended == 0
    assert len(heads) == 5
    assert all(each.startswith("Reference Number: BD002  Project: ") for each in heads)


def test_a_file_of_values_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    """Not our mistake, and nothing is written."""
    out = tmp_path / "report.xlsx"

    ended, _, err = shell(
        *("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out)),
        *("--values", str(tmp_path / "nowhere.toml")),
    )

    assert ended == 3
    assert "nowhere.toml" in err
    assert not out.exists()


def test_the_title_of_a_project_is_in_the_language_of_the_sheets(
    shell: Shell, tmp_path: Path
) -> None:
    """As the record has it in Japanese."""
    out = tmp_path / "report.xlsx"

    ended, _, _ = shell(
        *("methodology", "workbook", "BD_AM001_ver01.0", "-o", str(out)),
        *("--project", "BD002", "--language", "ja"),
    )

    assert ended == 0
    assert all("衣料品タグ工場" in sheet["A3"].value for sheet in openpyxl.load_workbook(out))


def test_no_reduction_is_a_nought_in_the_total(shell: Shell, tmp_path: Path) -> None:
    """Two vintages of 0 t: a blank would be no figure at all."""
    case, out = tmp_path / "case.toml", tmp_path / "report.xlsx"
    case.write_text(VALUES.replace("[6.05, 5.9]", "[4.92, 4.92]"), encoding="utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--values", str(case))

    ended, said, _ = shell("methodology", "read-workbook", str(out))

    assert ended == 0
    assert re.search(r"^total +0$", said, re.MULTILINE)


def test_what_is_not_compared_ends_with_one(shell: Shell, tmp_path: Path) -> None:
    """The rows of ER and of whole tonnes are gone from a calculation; nothing agrees then."""
    case, out = tmp_path / "case.toml", tmp_path / "report.xlsx"
    case.write_text(VALUES, encoding="utf-8")
    shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out), "--values", str(case))
    spoilt = without_rows(out, "MRS(calc_process)", [11, 12])

    ended, said, _ = shell("methodology", "read-workbook", str(spoilt))
    _, told, _ = shell("methodology", "read-workbook", str(spoilt), "--json")

    assert ended == 1
    assert "MRS(calc_process): has no row for ER, 2017-01-01" in said
    assert said.endswith("the sheets have lost cells: fill in the workbook as it was written\n")
    assert not json.loads(told)["agrees"]
    assert len(json.loads(told)["missing"]) == 4


def test_whole_tonnes_beside_a_whole_number_are_told_with_their_digits(
    shell: Shell, tmp_path: Path
) -> None:
    """66.9999999999 t are not shown as 67.000000 beside 66."""
    case, out = tmp_path / "case.toml", tmp_path / "report.xlsx"
    case.write_text("[fixed]\nEF = 1\n[vintage.2017]\nEG = [66.9999999999]\n", encoding="utf-8")
    shell("methodology", "workbook", "OJ_displacement_ver1", "-o", str(out), "--values", str(case))

    _, said, _ = shell("methodology", "read-workbook", str(out))

    assert re.search(
        r"^2017 +66\.99999999990? +0\.000000 +66\.99999999990? +66$", said, re.MULTILINE
    )


def test_whoever_waits_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook of many rows, written and read."""
    monkeypatch.setattr(workbooks, "_ROWS_AT_ONCE", 1)
    out = tmp_path / "report.xlsx"

    _, _, written = shell("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", str(out))
    _, _, read = shell("methodology", "read-workbook", str(out))

    assert "rows are written; this takes up to a minute" in written
    assert "rows are read, worked and compared" in read
