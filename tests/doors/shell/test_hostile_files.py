"""Files made to hurt, through the commands that people run: refused quickly, in little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 1
MEGABYTES = 100
LINES = 250
TEMPLATE = "OJ_cop_ratio_ver1"
# In a process of its own, which is stopped before it could take the machine with it.
TIMED = """
import contextlib, io, json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from openjcm.app import entry
from openjcm.cli.commands import methodology
from openjcm.measure import unit
unit("tCO2e/MWh")
size = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, told = size(), []
for words in json.loads(sys.argv[1]):
    sys.argv = ["openjcm", "methodology", *words]
    said, started = io.StringIO(), time.process_time()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = entry.main()
    told.append([code, time.process_time() - started, said.getvalue()])
print(json.dumps([told, (size() - before) / 1024]))
"""
HOSTILE = {
    "deep-keys": "a" + ".a" * 60_000 + " = 1",
    "deep-lists": "[monitored]\na = " + "[" * 100_000,
    "huge": "#" * 50_000_000,
    "unknown-keys": "".join(f'"k {n}" = "{n}"\n' for n in range(9000)),
    "unknown-formulas": "".join(f'[[formula]]\ngives = "X{n}"\n' for n in range(5000)),
    "unknown-values": "[monitored]\n" + "".join(f'"k {n}" = "x"\n' for n in range(9000)),
    "wrong-values": "[monitored]\n" + "".join(f"k{n} = true\n" for n in range(9000)),
    "vintages": "".join(f"[vintage.{n}]\nEC_PJ = [1]\n" for n in range(1000, 9000)),
    "long-number": "[monitored]\nEC_PJ = " + "9" * 190_000,
}
DOORS = {
    "check": ("check", "{file}"),
    "work": ("work", TEMPLATE, "{file}"),
    "work-a-draft": ("work", "{file}", "{file}"),
    "show": ("show", "{file}"),
}


def _run(data: Path, *commands: list[str]) -> tuple[list[tuple[int, float, str]], float]:
    """Run commands; returns code, seconds and words of each, and the megabytes of all."""
    done = subprocess.run(
        [sys.executable, "-c", TIMED, json.dumps(commands)],
        check=True,
        capture_output=True,
        text=True,
        timeout=90,
        env={**os.environ, "OPENJCM_DATA": str(data)},
    )
    told, megabytes = json.loads(done.stdout)
    return told, megabytes


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS)
def test_a_command_refuses_what_is_made_to_hurt_at_once(tmp_path: Path, door: str) -> None:
    """Each in under a second, all in a hundred megabytes; slow, for there are many of them."""
    commands = []
    for name, text in HOSTILE.items():
        file = tmp_path / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        commands.append([word.format(file=file) for word in DOORS[door]])

    told, megabytes = _run(tmp_path / "data", *commands)

    for name, (code, seconds, said) in zip(HOSTILE, told, strict=True):
        assert code in {1, 2}, (name, said[-2000:])
        assert seconds < SECONDS, name
        assert len(said.splitlines()) < LINES, name
    assert megabytes < MEGABYTES


def test_how_many_more_faults_there_are_is_told(tmp_path: Path) -> None:
    """A hundred are listed; who sees a hundred will not need the others one by one."""
    file = tmp_path / "definition.toml"
    file.write_text(HOSTILE["unknown-keys"], encoding="utf-8")

    ((_, _, said),), _ = _run(tmp_path / "data", ["check", str(file)])

    # What a head must have, and three results, are missing too.
    assert "8912 more faults are not listed: there are 9012 in all" in said
    assert said.endswith("100 faults, and more\n")
