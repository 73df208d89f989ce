"""Files made to hurt, through the commands that people run: refused quickly, in little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 1
MEGABYTES = 100
TEMPLATE = "OJ_cop_ratio_ver1"
# In a process of its own, which is stopped before it could take the machine with it.
TIMED = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from openjcm.app import entry
from openjcm.cli.commands import methodology
from openjcm.measure import unit
unit("tCO2e/MWh")
size = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, started = size(), time.process_time()
sys.argv = ["openjcm", "methodology", *sys.argv[1:]]
code = entry.main()
sys.stdout.flush()
print(json.dumps([code, time.process_time() - started, (size() - before) / 1024]))
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


def _run(tmp_path: Path, *words: str) -> tuple[int, float, float, str]:
    """Run a command and return exit code, seconds, megabytes, and all that it said."""
    done = subprocess.run(
        [sys.executable, "-c", TIMED, *words],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "OPENJCM_DATA": str(tmp_path / "data")},
    )
    code, seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return code, seconds, megabytes, done.stdout + done.stderr


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("door", DOORS)
def test_a_command_refuses_what_is_made_to_hurt_at_once(
    tmp_path: Path, door: str, name: str
) -> None:
    """In under a second and a hundred megabytes, with a few hundred lines at most."""
    file = tmp_path / "hostile.toml"
    file.write_text(HOSTILE[name], encoding="utf-8")

    words = (word.format(file=file) for word in DOORS[door])
    code, seconds, megabytes, said = _run(tmp_path, *words)

    assert code in {1, 2}, said[-2000:]
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    assert len(said.splitlines()) < 250


def test_how_many_more_faults_there_are_is_told(tmp_path: Path) -> None:
    """A hundred are listed; who sees a hundred will not need the others one by one."""
    file = tmp_path / "definition.toml"
    file.write_text(HOSTILE["unknown-keys"], encoding="utf-8")

    assert " more" in _run(tmp_path, "check", str(file))[-1]
