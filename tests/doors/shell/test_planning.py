"""``openjcm meter plan``: from the monitoring plan of a workbook to a plan of meters, and on."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from told.asking import Shell

CHILLERS = """
[monitored]
EC_PJ = [100, 200]
[fixed]
COP_PJ = [6, 6.5]
COP_RE = [4, 4]
EF = 0.5
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _answered(text: str, **answers: str) -> str:
    """Answer open lines by their key; remove the others."""
    lines = []
    for line in text.splitlines():
        key = line.removeprefix("#? ").partition(" = ")[0]
        if line.startswith("#? ") and key in answers:
            lines.append(f"{key} = {answers[key]}")
        elif not line.startswith("#?"):
            lines.append(line)
    return "\n".join(lines)


def test_a_plan_of_chillers_leads_to_the_case(shell: Shell, folder: Path) -> None:
    """What the sheet says stands in the plan; the rest is answered, and readings are worked."""
    (folder / "values.toml").write_text(CHILLERS, encoding="utf-8")
    made = ("methodology", "workbook", "OJ_cop_ratio_ver1", "-o", "book.xlsx")
    chosen = ("--member", "chiller=No. 1,No. 2", "--period", "2017-12-01..2018-01-31")
    assert shell(*made, *chosen, "--values", "values.toml")[0] == 0

    asked = ("meter", "plan", "book.xlsx", "-o", "plan.toml")
    ended, said, _ = shell(*asked, "--zone", "Asia/Dhaka", "--json")
    told = json.loads(said)
    text = (folder / "plan.toml").read_text(encoding="utf-8")

    assert (ended, told["meters"], told["methodology"]) == (0, 2, "OJ_cop_ratio_ver1")
    assert told["open"] == text.count("\n#? ")
    assert 'zone = "Asia/Dhaka"\nfirst = 2017-12-01  #' in text
    assert 'fixed.COP_PJ = { value = [6.0, 6.5], unit = "1" }' in text
    assert 'parameter = "EC_PJ"\nequipment = "No. 2"' in text
    rows = [
        f"EC {n},{day}T00:00:00+06:00,{at}"
        for n, register in ((1, (0, 5, 12)), (2, (0, 1, 3)))
        for day, at in zip(("2017-12-01", "2018-01-01", "2018-02-01"), register, strict=True)
    ]
    (folder / "a.csv").write_text("\n".join(["meter,read_at,value", *rows]), encoding="utf-8")
    summarise = ("meter", "summarise", "a.csv", "--plan", "plan.toml")
    ended, _, refused = shell(*summarise)
    assert ended != 0
    assert f"{told['open']} lines are still open" in refused
    assert 'still open: register_unit = "MWh"' in refused
    plan = _answered(text, register_unit='"MWh"', expected_interval='"month"', id='"EC @"')
    plan = plan.replace("@", "1", 1).replace("@", "2", 1)
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    ended, _, said = shell(*summarise, "--case", "case.toml")
    assert ended == 0, said
    assert "EC_PJ = [7, 2]" in (folder / "case.toml").read_text(encoding="utf-8")
    assert shell("methodology", "work", "OJ_cop_ratio_ver1", "case.toml")[0] == 0


def test_a_blank_sheet_leaves_its_values_open(shell: Shell, folder: Path) -> None:
    """Of the methodology of a country the zone is known; a frequency that is typed is taken."""
    shell("methodology", "workbook", "BD_AM002_ver01.0", "--count", "system=1", "-o", "book.xlsx")
    book = load_workbook("book.xlsx")
    book["MPS(input)"]["I10"] = "Every 15 minutes"
    book.save("book.xlsx")

    asked = ("meter", "plan", "book.xlsx", "--first", "2024-01-01", "--last", "2024-12-31")
    ended, said, _ = shell(*asked, "-o", "plan.toml", "--language", "ja")
    text = (folder / "plan.toml").read_text(encoding="utf-8")

    assert ended == 0
    assert "計器1台" in said
    assert 'zone = "Asia/Dhaka"  # the legal time of the methodology' in text
    assert "first = 2024-01-01\nlast = 2024-12-31\n" in text
    assert '#? fixed.EF_RE = { value = 0, unit = "tCO2e/MWh" }' in text
    assert 'equipment = "system 1"' in text
    assert 'expected_interval = "15min"  # the sheet: Every 15 minutes' in text
    assert "is left as it is" in shell(*asked[:3], "-o", "plan.toml")[2]


def test_what_is_wrong_with_the_sheet_is_said(shell: Shell, folder: Path) -> None:
    """Blanks are open, another unit is a fault; what is no workbook of ours is refused."""
    shell("methodology", "workbook", "BD_AM002_ver01.0", "--count", "system=1", "-o", "book.xlsx")
    book = load_workbook("book.xlsx")
    book["MPS(input)"]["E10"] = "kWh"
    book.save("book.xlsx")
    asked = ("meter", "plan", "book.xlsx", "-o", "plan.toml")

    assert "MPS(input)!E10" in shell(*asked)[2]
    book["MPS(input)"]["E10"] = "MWh"
    for column in "ABCDEFGHIJK":
        book["MPS(input)"][f"{column}9"] = None
    book.save("book.xlsx")
    assert "has no table of parameters" in shell(*asked)[2]
    del book["MSS"]
    book.save("book.xlsx")
    assert "MSS" in shell(*asked)[2]
    assert not (folder / "plan.toml").exists()
