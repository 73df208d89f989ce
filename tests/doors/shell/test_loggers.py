"""The page that leads from a logger's files to a monitoring report, done step by step."""

import gzip
import json
import re
import runpy
import shlex
import shutil
from pathlib import Path

import pytest
from source import DOCS

from told.asking import Shell

PAGE = DOCS / "from-a-loggers-files.md"
LOGGERS = DOCS / "examples" / "loggers"
_COMMAND = re.compile(r"```console\n\$ openjcm (?P<command>[^\n]*)\n(?P<printed>.*?)```", re.DOTALL)
_FILE = re.compile(r"```toml\n(?P<text>.*?)```", re.DOTALL)


def _saved() -> tuple[str, str]:
    """Return the plan that the page has its reader save, and the case that it shows."""
    plan, case = (found["text"] for found in _FILE.finditer(PAGE.read_text(encoding="utf-8")))
    return plan, case


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the files of the loggers, and what the page has its reader save."""
    shutil.copytree(LOGGERS, tmp_path / "loggers", ignore=shutil.ignore_patterns("*.py"))
    plan, _ = _saved()
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_is_what_its_commands_print(shell: Shell, folder: Path) -> None:
    """From the files to whole tonnes, word for word."""
    summarised, rows, cased, worked = _COMMAND.finditer(PAGE.read_text(encoding="utf-8"))

    ended, _, said = shell(*shlex.split(cased["command"]))
    assert (ended, (folder / "case.toml").read_text(encoding="utf-8")) == (0, _saved()[1])
    # What the next command is stands below it.
    assert f"openjcm {worked['command']}" in said
    for each in (summarised, worked):
        ended, out, _ = shell(*shlex.split(each["command"]))
        assert (ended, out) == (0, each["printed"])

    ended, out, _ = shell(*shlex.split(rows["command"]))
    assert ended == 0
    told = json.loads(out)
    # January has 31 days of 96 quarter hours, and the reading at its end.
    assert len(told["rows"]) + told["left_out"] == 31 * 96 + 1
    assert {each["standing"] for each in told["rows"]} == {"counted"}


def test_the_files_are_those_that_their_script_makes(tmp_path: Path) -> None:
    """The example can be made again, and nothing in it was typed."""
    script = shutil.copy(LOGGERS / "make.py", tmp_path)

    runpy.run_path(str(script), run_name="__main__")

    for path in LOGGERS.glob("*.gz"):
        made = gzip.decompress((tmp_path / path.name).read_bytes())
        assert made == gzip.decompress(path.read_bytes())
