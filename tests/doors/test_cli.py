"""The command line: help as reviewed, one line of JSON, text for people, refusals by kind."""

import json
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.app import entry
from openjcm.cli.frame import COMMANDS
from told.asking import INTAKE_COMMANDS, Answers, Shell
from told.stage import Server, Told, copied

GOLDEN = Path(__file__).parent / "golden" / "help.txt"
STORY = Path(str(files("openjcm.stories"))) / "first_issuance"
FAMILIES = Path(str(files("openjcm.methodology"))) / "families"
CASE = FAMILIES / "OJ_cop_ratio_ver1" / "cases" / "two_chillers.toml"
DEFINITION = FAMILIES / "OJ_cop_ratio_ver1.toml"
SERIAL = "REHEARSAL-JP-BD-BD002-2017-1-25"
GROUPS = {
    "methodology": (
        *("list", "versions", "templates", "diff", "new", "check", "schema"),
        *("attach", "confirm", "show", "work", "published"),
    ),
    "meter": ("stage", "summarise", "rows", "plan", "differences"),
    "facts": ("list", "show", "load"),
    "intake": INTAKE_COMMANDS,
}
CASE_VALUES = "[monitored]\nEC_PJ = [1]\n[fixed]\nCOP_PJ = [6]\nCOP_RE = [5]\nEF = 0.7\n"
PLAN = """
zone = "Asia/Dhaka"
first = 2017-03-01
last = 2019-07-31

[[meter]]
id = "BD002-EC-1"
parameter = "EC_PJ"
equipment = "chiller 1"
register_unit = "Wh"
expected_interval = "month"
"""
# What is asked, and a word of the answer in either language.
ASKED = {
    ("story", "first-issuance"): "499",
    ("story", "mongolia"): "24,249",
    ("verify",): "All agrees",
    ("measures",): "165,967",
    ("notice",): "BD-2022-03-28",
    ("notice", "BD-2022-03-28"): "144",
    ("walk", "BD-2022-03-28", "BD004"): "355",
    ("credit", SERIAL): "579426057",
    ("rehearsal",): "BD-R",
    ("rehearsal", "BD-R"): "251",
    ("report", "BD-R"): "BD004-MR-1",
    ("report", "BD-R", "BD002-MR-1"): "49.71999986",
    ("search", "chiller"): "BD002",
    ("open-data",): "decision_lines",
    ("open-data", "goals"): "amount_tco2e",
    ("facts", "list", "--kind", "goal"): "FY2040",
    ("facts", "show", "issuance-decision", "BD-2022-03-28"): "251",
    ("facts", "load", "--dry-run"): "0 new and 0 changed would be entered",
    ("methodology", "list"): "93 in all.",
    ("methodology", "templates"): "Unofficial templates",
    ("methodology", "show", "OJ_cop_ratio_ver1"): "COP_RE",
    ("methodology", "check", str(DEFINITION)): "no faults",
    ("methodology", "work", "OJ_cop_ratio_ver1", str(CASE)): "ER",
}


def _lines() -> Iterator[tuple[str, ...]]:
    yield ()
    for name in COMMANDS:
        yield (name,)
        for each in GROUPS.get(name, ()):
            yield (name, each)


def test_the_help_is_the_golden_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command's help as reviewed; ``OPENJCM_REWRITE_GOLDEN=1`` writes it anew."""
    monkeypatch.setenv("COLUMNS", "100")
    said = []
    for words in _lines():
        monkeypatch.setattr(sys, "argv", ["openjcm", *words, "--help"])
        assert entry.main() == 0
        said.append(f"$ openjcm {' '.join([*words, '--help'])}\n{capsys.readouterr().out}")

    text = "\n".join(said)
    if os.environ.get("OPENJCM_REWRITE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_an_answer_is_one_line_of_json(cli: Answers, words: tuple[str, ...]) -> None:
    """``--json`` prints one line that a program reads."""
    assert cli(*words) is not None


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_an_answer_for_people_is_text(shell: Shell, words: tuple[str, ...]) -> None:
    """Without ``--json`` the same answer is for reading."""
    code, said, _ = shell(*words)

    assert code == 0
    assert ASKED[words] in said
    assert not said.startswith(("{", "["))


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("measures",), "非公表"),
        (("notice", "BD-2022-03-28"), "ファスナー"),
        (("walk", "BD-2022-03-28", "BD004"), "ファスナー"),
        (("credit", SERIAL), "衣料品"),
        (("rehearsal", "BD-R"), "一致"),
        (("search", "BD004"), "ファスナー"),
        (("story", "first-issuance"), "衣料品"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_an_answer_is_also_in_japanese(shell: Shell, words: tuple[str, ...], word: str) -> None:
    """``--language ja`` speaks Japanese."""
    code, said, _ = shell(*words, "--language", "ja")

    assert code == 0
    assert word in said


def test_readings_are_summarised_by_a_plan(shell: Shell, tmp_path: Path) -> None:
    """Whole Wh by year, in both forms, with what was counted and left out."""
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    asked = ("meter", "summarise", str(STORY / "readings/BD002.csv.gz"), "--plan", str(plan))

    code, said, _ = shell(*asked, "--json")
    text = shell(*asked)[1]

    wanted = [(2017, 561019700), (2018, 680287163), (2019, 398648955)]
    assert code == 0
    assert [(each["year"], each["amount"]) for each in json.loads(said)["quantities"]] == wanted
    assert all(f"{amount:,}" in text for _, amount in wanted)
    assert "1,639,955,818 = 1,639,955,818 counted" in text


def test_a_notice_is_written_as_pdf(shell: Shell, tmp_path: Path) -> None:
    """``-o`` writes a file and says where."""
    out = tmp_path / "notice.pdf"

    code, said, told = shell("notice", "BD-2022-03-28", "-o", str(out))

    assert (code, said) == (0, "")
    assert str(out) in told
    assert out.read_bytes().startswith(b"%PDF")


def test_a_written_pdf_is_told_as_json(shell: Shell, tmp_path: Path) -> None:
    """``-o`` with ``--json``: where it was written, how long it is, and its hash."""
    out = tmp_path / "notice.PDF"

    code, said, _ = shell("notice", "BD-2022-03-28", "-o", str(out), "--json")

    content = out.read_bytes()
    assert code == 0
    assert json.loads(said) == {
        "written": str(out),
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }


def test_measures_line_up_with_unit_basis_and_source(shell: Shell) -> None:
    """What is not published is said once; Japan's entitlement stands among them."""
    lines = [" ".join(line.split()) for line in shell("measures")[1].splitlines()]

    source = "http://jcm-mongolia.com/?lang=en&p=16800"
    assert lines[:18] == [
        f"Expected about 17,000,000 tCO2e [published] {source}",
        "Verified not published",
        "Notified 165,967 tCO2e [derived]",
        "… of vintages before 2021 156,767 tCO2e [derived]",
        "… of these, towards the NDC 0 tCO2e [derived]",
        "… of vintages from 2021 2,017 tCO2e [derived]",
        "… vintage not known 7,183 tCO2e [derived]",
        "Issued 124,145 tCO2e [derived]",
        "… by Japan 104,491 tCO2e [derived]",
        "… … to the Government of Japan 35,101 tCO2e [derived]",
        "… … to others 8,921 tCO2e [derived]",
        "… … to whom is not published 60,469 tCO2e [derived]",
        "… by partner countries 19,654 tCO2e [derived]",
        "Used not published",
        "GoJ will acquire 52,059 tCO2e [derived]",
        "Notified: + 4 decisions without amount, 1 decision published in part",
        "… of vintages before 2021: + 2 decisions without amount",
        "… of vintages from 2021: + 2 decisions without amount",
    ]
    assert " ".join(lines[18:]) == (
        "30 decisions are known to this record. Printed for the scheme as a whole: about 700,000"
        " tCO2e issued by 30 June 2024. The two are never added."
        " Notified by the decisions of this record up to that day: 81,084 tCO2e [derived]"
        " What a total is made of: openjcm figure notified (or goj, notified-pre-2021,"
        " notified-since-2021, issued-japan, issued-host, issued-goj, issued-others)."
    )


def test_a_value_on_the_way_is_not_called_by_the_result(shell: Shell) -> None:
    """MWh on the way to RE are RE_1; each line has its unit and its basis, in columns."""
    lines = shell("methodology", "work", "OJ_cop_ratio_ver1", str(CASE))[1].splitlines()
    said = lines[lines.index("") + 1 :]

    assert lines[0] == "Unofficial template"
    names = [line.partition("  ")[0] for line in said]
    assert names == [
        *("RE_1 (chiller 1)", "RE_1 (chiller 2)", "RE_2", "RE"),
        *("PE_1", "PE", "ER", "credits"),
        *("", "… : digits are left out here; --json has all of them"),
    ]
    steps = said[: said.index("")]
    assert len({line.index("[illustrative]") for line in steps}) == 1
    assert all("MWh" in line for line in steps if "_" in line.split()[0])
    assert all("tCO2e" in line for line in steps if "_" not in line.split()[0])


def test_results_and_credits_stand_beside_the_steps(cli: Answers, tmp_path: Path) -> None:
    """Of two_chillers.toml, by hand there; none where no whole tonne is told."""
    said = cli("methodology", "work", "OJ_cop_ratio_ver1", str(CASE))
    text = DEFINITION.read_text(encoding="utf-8")
    draft = tmp_path / "draft.toml"
    draft.write_text(text.replace('"RE - PE"', '"RE / exp(1) * exp(1) - PE"'), encoding="utf-8")
    untold = tmp_path / "case.toml"
    untold.write_text(
        "monitored = { EC_PJ = [8] }\nfixed = { COP_PJ = [6], COP_RE = [3], EF = 1 }", "utf-8"
    )

    assert [said[each][:9] for each in ("RE", "PE", "ER")] == ["653.42458", "561.0852", "92.339386"]
    assert said["credits"] == 92
    assert cli("methodology", "work", str(draft), str(untold))["credits"] is None


@pytest.mark.parametrize(
    ("evidence", "basis"),
    [
        ('evidence = "measured"', "derived"),
        ('evidence = "recalled"', "recalled"),
        ("", "illustrative"),
    ],
)
def test_worked_values_are_as_firm_as_the_weakest_behind_them(
    cli: Answers, tmp_path: Path, evidence: str, basis: str
) -> None:
    """Formulas may weaken measured values; values that nobody vouches for are illustrative."""
    case = tmp_path / "case.toml"
    text = CASE.read_text(encoding="utf-8").replace('evidence = "illustrative"', evidence)
    case.write_text(text, encoding="utf-8")

    assert cli("methodology", "work", "OJ_cop_ratio_ver1", str(case))["basis"] == basis


def test_rehearsals_of_one_decision_can_be_told_apart(shell: Shell) -> None:
    """Key, day, figure with its basis, what is rehearsed, and whether it agrees."""
    heading, first, planted = shell("rehearsal")[1].splitlines()

    assert heading.split()[0] == "Rehearsed"
    assert first.split()[0] == "BD-R"
    assert "499 tCO2e  [reconstructed]  BD-2022-03-28  yes" in first
    assert "40,830 tCO2e  [reconstructed]  BD-2022-03-28  NO" in planted


def test_the_version_is_said(shell: Shell) -> None:
    """One line, without a command."""
    code, said, _ = shell("--version")

    assert (code, said) == (0, f"openjcm {version('openjcm')}\n")


def test_a_faulty_definition_exits_one(shell: Shell, tmp_path: Path) -> None:
    """It ran and found problems: exit 1, every fault listed."""
    faulty = tmp_path / "definition.toml"
    text = DEFINITION.read_text(encoding="utf-8").replace("COP_RE", "COP_XX", 1)
    faulty.write_text(text, encoding="utf-8")

    code, said, _ = shell("methodology", "check", str(faulty))

    assert code == 1
    assert said.strip() != "no faults"


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (("notice", "XX"), 3, "no-notice"),
        (("walk", "BD-2022-03-28", "BD009"), 3, "no-project"),
        (("credit", "XX"), 2, "serial-number-malformed"),
        (("credit", "JP-BD-BD002-2017-1-25"), 3, "no-credits"),
        (("rehearsal", "BD"), 3, "no-rehearsal"),
        (("story", "no-such-story"), 3, "no-story"),
        (("methodology", "show", "XX"), 3, "methodology-not-found"),
        (("methodology", "work", "OJ_cop_ratio_ver1", "nowhere.toml"), 3, "no-case"),
        (("meter", "summarise", "nowhere.csv", "--plan", "nowhere.toml"), 3, "no-plan"),
        (("methodology", "work", "OJ_cop_ratio_ver1", "/"), 3, "no-case"),
        (("meter", "summarise", "/", "--plan", "/"), 3, "no-plan"),
        (("notice", "BD-2022-03-28", "-o", "/"), 2, "not-a-pdf"),
        (("notice", "BD-2022-03-28", "-o", "notice.docx"), 2, "not-a-pdf"),
        (("notice", "-o", "notice.pdf"), 2, "no-key"),
        (("notice", "BD-2022-03-28", "-o", "/nowhere/notice.pdf"), 2, "not-writable"),
        (("credit", SERIAL, "--partnership", "\udcff"), 2, "question-unreadable"),
        (("measures", "--language", "fr"), 2, "usage"),
        (("no-such-command",), 2, "usage"),
        (("walk",), 2, "usage"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_refusal_has_the_exit_code_of_its_kind(
    shell: Shell, words: tuple[str, ...], exit_code: int, code: str
) -> None:
    """One sentence on standard error, or with ``--json`` one object there; nothing on output."""
    exited, said, told = shell(*words, "--json")
    again, _, spoken = shell(*words)

    assert (exited, said) == (exit_code, "")
    refusal = json.loads(told.splitlines()[-1])["error"]
    assert refusal["code"] == code
    assert refusal.keys() == {"code", "message", "findings"}
    assert again == exit_code
    assert spoken.startswith("openjcm: ")
    assert "Traceback" not in spoken


@pytest.mark.parametrize("port", ["0", "70000", "-1"])
def test_a_number_that_is_no_port_is_refused(shell: Shell, port: str) -> None:
    """Zero too: nothing is served where nobody asked for it."""
    code, said, told = shell("run", "--port", port)

    assert (code, said) == (2, "")
    assert told == f"openjcm: {port} is not a port: choose a number from 1 to 65535\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[monitored]\nEC_PJ = ["much"]\n', "values-malformed"),
        ("[monitored]\nEC_PJ = 2017-03-01\n", "values-malformed"),
        ("[monitored]\nEC_PJ = true\n", "case-malformed"),
        ("[monitored]\n", "values-malformed"),
        ('evidence = "hearsay"\n' + CASE_VALUES, "case-malformed"),
        ("not toml", "case-malformed"),
        ("\xff", "file-unreadable"),
    ],
)
def test_values_that_cannot_be_worked_are_refused(
    shell: Shell, tmp_path: Path, text: str, code: str
) -> None:
    """Each fault of a typed case file is the asker's, not ours."""
    case = tmp_path / "case.toml"
    case.write_text(text, encoding="latin-1")

    exited, _, told = shell("methodology", "work", "OJ_cop_ratio_ver1", str(case), "--json")

    assert (exited, json.loads(told)["error"]["code"]) == (2, code)


def test_an_altered_reading_file_is_found(
    cluster: Server, record: Told, shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """``verify`` ran and found problems: exit 1, and the record that they concern is named."""
    with copied(cluster, record, tmp_path / "data") as copy:
        kept = max((copy.data / "files").rglob("*"), key=lambda path: path.stat().st_size)
        kept.write_bytes(kept.read_bytes() + b" ")
        monkeypatch.setenv("DATABASE_URL", copy.addresses.app_url)
        monkeypatch.setenv("OPENJCM_OWNER_URL", copy.addresses.owner_url)
        monkeypatch.setenv("OPENJCM_DATA", str(copy.data))

        code, said, _ = shell("verify")
        exited, as_json, _ = shell("verify", "--json")

    assert (code, exited) == (1, 1)
    assert said.startswith("1 problem(s) found:")
    (finding,) = json.loads(as_json)["findings"]
    assert "/joint record 1" in finding["message"]
    assert "cannot be worked out again" in finding["message"]


def test_refused_readings_are_said_with_file_and_row(shell: Shell, tmp_path: Path) -> None:
    """The story's own refusal, through the door: every fault on a line of its own."""
    for path in (STORY / "months").glob("*.csv"):
        text = path.read_text(encoding="utf-8").replace("2018-05-01T00:00:00+06:00", "someday")
        (tmp_path / path.name).write_text(text, encoding="utf-8")

    code, said, told = shell("story", "first-issuance", "--readings", str(tmp_path))

    assert (code, said) == (2, "")
    assert "BD002.csv row " in told
    assert "BD004.csv row " in told
