"""``openjcm meter``: quantities, the report as page and PDF, and the rows behind a quantity."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from openjcm.app import entry

START = datetime(2017, 12, 30, 18, tzinfo=UTC)
PLAN = """
zone = "Asia/Dhaka"
first = 2017-12-31
last = 2018-01-02
[methodology]
id = "BD_AM001_ver01.0"
worked_by = "OJ_cop_ratio_ver1"
[methodology.fixed.COP_PJ]
value = [6]
unit = "1"
[methodology.fixed.COP_RE]
value = [4]
unit = "1"
[methodology.fixed.EF]
value = 0.5
unit = "tCO2e/MWh"
[[meter]]
id = "M"
parameter = "EC_PJ"
equipment = "chiller 1"
register_unit = "MWh"
expected_interval = "6h"
multiplier = 10
turns_at = 1000000
capacity = 1000
stuck_after = "48h"
accuracy = 0.5
names = ["Main"]
[[meter.calibration]]
first = 2017-01-01
last = 2018-12-31
certificate = "C-1"
"""

SPAN = ("meter", "year", "file", "first", "last", "rows")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run one command line in this process; no record is needed for it."""
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["openjcm", "meter", *words])
        capsys.readouterr()
        code = entry.main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a plan and its readings: one is lacking, and the register is reset on the last day."""
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    # Two hours of a quarter of a day: 1 MWh each on the register, 10 behind its multiplier.
    registers = [10, 11, 12, 13, 14, 15, None, 17, 18, 19, 0, 1, 2]
    rows = [
        f"M,{(START + timedelta(hours=6 * at)).isoformat()},{register}"
        for at, register in enumerate(registers)
        if register is not None
    ]
    (tmp_path / "a.csv").write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_quantities_faults_and_conservation_are_json(run: Run) -> None:
    """By hand: 4 in 2017; 5 and 2 in 2018, a reset between them that counts nothing."""
    code, said, _ = run("summarise", "a.csv", "--plan", "plan.toml", "--json")
    told = json.loads(said)

    assert code == 0
    assert [(each["year"], each["amount"], each["value"]) for each in told["quantities"]] == [
        (2017, 4, "40"),
        (2018, 7, "70"),
    ]
    assert [(each["kind"], each["count"]) for each in told["fault_counts"]] == [
        ("gap", 1),
        ("reset", 1),
    ]
    (register,) = told["conservation"]
    assert (register["span"], register["counted"], register["excluded"]) == (-8, 11, -19)
    assert (register["unit"], register["unit_of_last_digit"]) == ("MWh", "10")
    assert told["plan"]["sha256"] == sha256(PLAN.encode()).hexdigest()
    assert told["basis"] == "illustrative"
    assert "days" not in told


@pytest.mark.usefixtures("folder")
def test_days_profile_and_rows_are_json_if_asked_for(run: Run) -> None:
    """One reading lacks on 1 January; the header is row 1."""
    asked = ("summarise", "a.csv", "--plan", "plan.toml", "--json", "--days")
    told = json.loads(run(*asked, "--basis", "measured")[1])

    assert told["basis"] == "measured"
    assert told["days"] == [
        {"meter": "M", "first": "2017-12-31", "read": [4, 3, 4], "expected": [4, 4, 4]}
    ]
    assert told["rows"][1] == dict(zip(SPAN, ("M", 2018, "a.csv", 6, 13, 8), strict=True))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("−8 = 11 counted − 19 excluded", "row 11", "no basis was stated")),
        ("ja", ("−8 ＝ 計上 11 − 除外 19", "11行目", "根拠の記載がない")),
    ],
)
def test_people_read_aligned_lines(run: Run, language: str, words: tuple[str, ...]) -> None:
    """Quantities, conservation, faults with their rows, in either language."""
    asked = ("summarise", "a.csv", "--plan", "plan.toml", "--language", language)
    code, said, _ = run(*asked)

    assert code == 0
    assert all(word in said for word in words)
    assert "tCO2e" in said


@pytest.mark.usefixtures("folder")
def test_the_report_is_a_page_and_a_pdf(run: Run) -> None:
    """Where they are is said on standard error; the answer is the same as without them."""
    asked = ("summarise", "a.csv", "--plan", "plan.toml")
    code, said, told = run(*asked, "--html", "r.html", "--pdf", "r.pdf")
    page = Path("r.html").read_text(encoding="utf-8")

    assert code == 0
    assert said == run(*asked)[1]
    assert told == "written: r.html\nwritten: r.pdf\n"
    assert Path("r.pdf").read_bytes().startswith(b"%PDF")
    assert "openjcm meter rows a.csv --plan plan.toml --meter M --year 2018" in page
    for setting in ("multiplier 10", "turns over at 1,000,000", "stuck after 48 h", "C-1", "Main"):
        assert setting in page


@pytest.mark.usefixtures("folder")
def test_the_rows_behind_a_quantity_are_listed(run: Run) -> None:
    """In order of time with their standing; what the multiplier makes of them stands beside."""
    asked = ("rows", "a.csv", "--plan", "plan.toml", "--meter", "M")
    code, said, _ = run(*asked, "--year", "2018")
    told = json.loads(run(*asked, "--year", "2018", "--json")[1])
    lines = [" ".join(line.split()) for line in said.splitlines()]

    assert code == 0
    assert lines[:3] == [
        "M, 2018",
        "File Row Instant Register Unit",
        "a.csv 6 2018-01-01T00:00:00+06:00 140 MWh counted",
    ]
    assert len(lines) == 2 + 8
    assert (told["meter"], told["year"], told["left_out"], len(told["rows"])) == ("M", 2018, 0, 8)
    assert run(*asked, "--year", "2018", "--language", "ja")[1].startswith("M、2018年\n")


def test_more_rows_than_a_thousand_are_counted(run: Run, tmp_path: Path) -> None:
    """Every minute of a day and 561 minutes more."""
    minutes = PLAN.replace('"6h"', '"1min"').replace("capacity = 1000\n", "")
    (tmp_path / "plan.toml").write_text(minutes, encoding="utf-8")
    rows = [f"M,{(START + timedelta(minutes=at)).isoformat()},{at}" for at in range(4321)]
    (tmp_path / "a.csv").write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")

    said = run("rows", "a.csv", "--plan", "plan.toml", "--meter", "M", "--year", "2018")[1]

    assert said.endswith("\n1,881 more rows follow.\n")


def test_a_year_without_readings_is_said(run: Run, folder: Path) -> None:
    """The plan knows it, the file does not."""
    (folder / "plan.toml").write_text(PLAN.replace("2018-01-02", "2019-01-02"), encoding="utf-8")

    said = run("rows", "a.csv", "--plan", "plan.toml", "--meter", "M", "--year", "2019")[1]

    assert said == "No reading of M stands in 2019.\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "code", "word"),
    [
        (("summarise", "a.csv", "--plan", "plan.toml", "--html", "r.htm"), 2, "not-a-page"),
        (("summarise", "a.csv", "--plan", "plan.toml", "--pdf", "r.doc"), 2, "not-a-pdf"),
        (("summarise", "a.csv", "--plan", "plan.toml", "--html", "no/r.html"), 2, "not-writable"),
        (("summarise", "a.csv", "--plan", "plan.toml", "--basis", "published"), 2, "usage"),
        (("summarise", "a.csv", "--plan", "no.toml"), 3, "no-plan"),
        (("summarise", "no.csv", "--plan", "plan.toml"), 2, "readings-refused"),
        (("rows", "a.csv", "--plan", "plan.toml", "--meter", "X", "--year", "2018"), 3, "unknown"),
        (("rows", "a.csv", "--plan", "plan.toml", "--meter", "M", "--year", "2030"), 3, "unknown"),
    ],
)
def test_what_cannot_be_done_is_refused(
    run: Run, words: tuple[str, ...], code: int, word: str
) -> None:
    """With a code of its own, and before anything is worked where that can be told."""
    ended, said, told = run(*words, "--json")

    assert ended == code
    assert word in said + told


def test_every_faulty_row_is_named_with_its_fix(run: Run, folder: Path) -> None:
    """And nothing is written."""
    with (folder / "a.csv").open("a", encoding="utf-8") as file:
        file.write("\nM,yesterday,3\nM,2018-01-02T23:00:00+06:00,x\n")

    code, _, told = run("summarise", "a.csv", "--plan", "plan.toml", "--html", "r.html")

    assert code == 2
    assert "a.csv row 14" in told
    assert "a.csv row 15" in told
    assert "write it as in" in told
    assert not (folder / "r.html").exists()


@pytest.mark.usefixtures("folder")
def test_steps_are_shown_to_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the language of the answer; nothing of it stays on the line."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    asked = ("a.csv", "--plan", "plan.toml", "--language", "ja")
    _, _, told = run("summarise", *asked, "--days")

    assert "ファイルを開いています" in told
    assert told.endswith("\r\x1b[2K")


def test_a_second_source_is_compared(run: Run, folder: Path) -> None:
    """Bills of 36 and 69 MWh against 40 and 70: beyond one percent, and the meter is taken."""
    bill = """
[[meter]]
id = "B"
parameter = "EC_PJ"
equipment = "chiller 1"
register_unit = "MWh"
expected_interval = "day"
reads = "interval"
stamp = "start"
checks = "M"
tolerance = 1
"""
    rules = '[rules]\nsources-differ = "count"\n'
    (folder / "plan.toml").write_text(PLAN + bill + rules, encoding="utf-8")
    days = [(0, 36), (24, 35), (48, 34)]
    rows = [f"B,{(START + timedelta(hours=at)).isoformat()},{amount}" for at, amount in days]
    (folder / "b.csv").write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")

    asked = ("summarise", "a.csv", "b.csv", "--plan", "plan.toml")
    told = json.loads(run(*asked, "--json")[1])
    run(*asked, "--html", "r.html")
    page = Path("r.html").read_text(encoding="utf-8")

    assert [(each["year"], each["other"], each["taken"]) for each in told["comparisons"]] == [
        (2017, "36", "40"),
        (2018, "69", "70"),
    ]
    assert "The quantity of the meter is taken." in page
    assert "checks M, tolerance 1 %, stamped at the start" in page


def test_the_case_for_the_methodology_is_written_whole_or_not(run: Run, folder: Path) -> None:
    """40 and 70 MWh; what somebody wrote into the file since is never lost."""
    asked = ("summarise", "a.csv", "--plan", "plan.toml", "--basis", "measured", "--case")
    code, _, said = run(*asked, "case.toml")
    text = (folder / "case.toml").read_text(encoding="utf-8")

    assert code == 0
    assert "openjcm methodology work OJ_cop_ratio_ver1 case.toml" in said
    assert "[vintage.2017]\nEC_PJ = [40]" in text
    assert 'evidence = "measured"' in text
    assert run(*asked, "case.toml")[0] == 0
    (folder / "case.toml").write_text(text + "# more\n", encoding="utf-8")
    assert "is left as it is" in run(*asked, "case.toml")[2]
    assert (folder / "case.toml").read_text(encoding="utf-8") == text + "# more\n"
    (folder / "binary.toml").write_bytes(b"\xff")
    assert "is left as it is" in run(*asked, "binary.toml")[2]
    assert not list(folder.glob(".*"))


def test_a_case_that_cannot_be_is_refused_before_reading(run: Run, folder: Path) -> None:
    """Another name, no methodology in the plan, no such folder."""
    asked = ("summarise", "a.csv", "--plan", "plan.toml", "--case")

    assert "ends in .toml" in run(*asked, "case.json")[2]
    assert "cannot be written" in run(*asked, "nowhere/case.toml")[2]
    meters = PLAN[PLAN.index("[[meter]]") :]
    head = PLAN[: PLAN.index("[methodology]")]
    (folder / "plan.toml").write_text(head + meters, encoding="utf-8")
    assert "the plan names no methodology" in run(*asked, "case.toml")[2]


def test_a_case_that_cannot_be_put_in_place_leaves_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full at the end: neither half a file nor what it was written to."""

    def full(_: Path, __: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    _, _, said = run("summarise", "a.csv", "--plan", "plan.toml", "--case", "case.toml")

    assert "case.toml cannot be written: No space left on device" in said
    assert sorted(each.name for each in folder.iterdir() if each.is_file()) == [
        "a.csv",
        "plan.toml",
    ]


def test_the_head_of_a_case_names_so_many_files(run: Run, folder: Path) -> None:
    """Of more the rest is counted."""
    (folder / "many").mkdir()
    rows = (folder / "a.csv").read_text(encoding="utf-8").splitlines()
    for at in range(21):
        own = rows[1:] if at == 0 else rows[1:2]
        (folder / "many" / f"{at:02}.csv").write_text("\n".join([rows[0], *own]), encoding="utf-8")

    run("summarise", "many", "--plan", "plan.toml", "--case", "case.toml")

    assert "names: 1\n" in (folder / "case.toml").read_text(encoding="utf-8")
