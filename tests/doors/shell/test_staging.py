"""``openjcm meter stage`` and what is summarised from it: what people read, and what is refused."""

from importlib.resources import files
from pathlib import Path

import pytest

from told.asking import Shell

READINGS = Path(str(files("openjcm.stories"))) / "first_issuance" / "months" / "BD002.csv"
PLAN = """
zone = "Asia/Dhaka"
first = 2017-03-01
last = 2019-07-31

[[meter]]
id = "BD002-EC-1"
parameter = "EC_PJ"
equipment = "chiller 1"
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """Write a plan of one meter."""
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    return str(tmp_path / "plan.toml")


def test_a_folder_is_staged_and_summarised(shell: Shell, plan: str, tmp_path: Path) -> None:
    """The files are named with SHA-256 and rows, and the folder gives what the file gives."""
    staged = str(tmp_path / "staged")

    ended, out, err = shell("meter", "stage", str(READINGS), "--plan", plan, "-o", staged)

    assert (ended, err) == (0, "")
    assert out.splitlines()[0].split()[0::2] == ["30", "BD002.csv"]
    from_file = shell("meter", "summarise", str(READINGS), "--plan", plan, "--json")
    assert from_file[1].startswith('{"by_equipment"')
    assert shell("meter", "summarise", staged, "--plan", plan, "--json") == from_file


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--engine", "spark"), 2, "--engine spark and --master go together"),
        (("--master", "local[1]"), 2, "--engine spark and --master go together"),
        (("--engine", "spark", "--master", "local[1]"), 2, "stage the files first"),
        (("--readings", "s3a://fleet/readings"), 2, "stage the files first"),
        (("--engine", "abacus"), 2, "abacus"),
    ],
)
def test_what_cannot_be_worked_so_is_refused(
    shell: Shell, plan: str, words: tuple[str, ...], code: int, said: str
) -> None:
    """The command that is missing is named, and nothing is worked."""
    ended, out, err = shell("meter", "summarise", str(READINGS), "--plan", plan, *words)

    assert (ended, out) == (code, "")
    assert said in " ".join(err.split())
