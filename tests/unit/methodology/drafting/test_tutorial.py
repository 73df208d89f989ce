"""The tutorial, done again: its files written, its commands run, what they print compared."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from source import DOCS

from openjcm.app import entry
from openjcm.cli.commands.methodologies import confirming

TUTORIAL = (DOCS / "write-a-methodology.md").read_text(encoding="utf-8")
_STEP = re.compile(
    r"<!-- (?P<does>write|change|append): (?P<file>\S+) -->\n```\w+\n(?P<text>.*?)```"
    r"|```console\n\$ openjcm (?P<command>[^\n]*)\n(?P<printed>.*?)```",
    re.DOTALL,
)
_CHANGED = re.compile(r"^-(.*)\n\+(.*)$", re.MULTILINE)


def test_every_command_prints_what_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the empty draft to the case that comes out, character by character."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(confirming, "_today", lambda: date(2026, 11, 30))
    ran = 0
    for step in _STEP.finditer(TUTORIAL):
        if step["does"]:
            _edit(Path(step["file"]), step["does"], step["text"])
            continue
        monkeypatch.setattr(sys, "argv", ["openjcm", *step["command"].split()])
        entry.main()
        assert capsys.readouterr().out == step["printed"], step["command"]
        ran += 1

    assert ran == 12


def _edit(path: Path, does: str, text: str) -> None:
    if does == "write":
        path.write_text(text, encoding="utf-8")
    elif does == "append":
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    else:
        changed = path.read_text(encoding="utf-8")
        for old, new in _CHANGED.findall(text):
            assert old in changed
            changed = changed.replace(old, new)
        path.write_text(changed, encoding="utf-8")
