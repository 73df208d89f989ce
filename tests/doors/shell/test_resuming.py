"""``openjcm meter stage`` that is broken off, by a kill or by hand, and asked again.

Slow: it runs commands as processes of their own, over seventy files.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from openjcm.metering import TakenOver, Tell, begun, resumable, silent
from openjcm.metering.begun import Begun, Group, Kept
from told.asking import Shell

pytestmark = pytest.mark.slow

FILES, ROWS = 70, 400
# Groups are smaller here, so that there are some to be broken off between.
GROUP = 32
_MAIN = f"""
from openjcm.metering import resumable
resumable.GROUP_FILES = {GROUP}
from openjcm.app.entry import main
raise SystemExit(main())
"""
PLAN = """
zone = "UTC"
first = 2018-01-01
last = 2018-12-31
turn = "by-time"

[[meter]]
id = "M"
parameter = "EG"
equipment = "panel 1"
expected_interval = "1h"
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Write many files and a plan, and give the command that stages them."""
    monkeypatch.setattr(resumable, "GROUP_FILES", GROUP)
    (tmp_path / "files").mkdir()
    for at in range(FILES):
        rows = (
            f"M,2018-{at // 28 + 1:02}-{at % 28 + 1:02}T00:00:{row // 100:02}.{row % 100:02}Z,{row}"
            for row in range(ROWS)
        )
        text = "\n".join(("meter,read_at,register_wh", *rows)) + "\n"
        (tmp_path / "files" / f"{at:02}.csv").write_text(text, encoding="utf-8")
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return ("meter", "stage", "files", "--plan", "plan.toml", "-o", "staged")


def _killed(asked: tuple[str, ...], number: int) -> None:
    """Run the command as a process, and send it a signal when its first group is noted."""
    program = [sys.executable, "-c", _MAIN]
    with subprocess.Popen(
        [*program, *asked], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        until = time.monotonic() + 60
        while not list(Path().glob(".staged.half/group-*/note.json")):
            assert process.poll() is None, "it ended before it could be broken off"
            assert time.monotonic() < until
            time.sleep(0.001)
        os.kill(process.pid, number)
        assert process.wait() in {-signal.SIGKILL, 130}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_staging_that_was_killed_goes_on(
    shell: Shell, asked: tuple[str, ...], number: int
) -> None:
    """What was read is said, and the folder is that of a run in one go."""
    _killed(asked, number)
    assert not Path("staged").exists()

    ended, _, err = shell(*asked)

    assert ended == 0
    read, of = err.split()[0], err.split()[2]
    assert int(read) in {32, 64}
    assert (of, err.count("\n")) == (str(FILES), 1)
    assert not Path(".staged.half").exists()
    assert shell(*asked[:-1], "unbroken")[::2] == (0, "")
    assert Path("staged/manifest.json").read_bytes() == Path("unbroken/manifest.json").read_bytes()
    said = json.loads(Path("staged/manifest.json").read_text(encoding="utf-8"))["readings"]
    # By hand: the numbers from 0 to 399 in each of seventy files.
    assert (said["rows"], said["sums"]["register"]) == (28_000, str(70 * 399 * 400 // 2))


@pytest.mark.parametrize(
    ("language", "goes_on", "taken"),
    [
        ("en", "32 of the files are read and kept in", "32 of 70 files were read before"),
        ("ja", "読み込み済みの32ファイル", "全70ファイルのうち32ファイル"),
    ],
)
def test_a_staging_that_ends_early_says_how_to_go_on(
    shell: Shell,
    asked: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    goes_on: str,
    taken: str,
) -> None:
    """By Ctrl-C or by a fault; where what was read stands is named, and then what is read again."""
    keep = Begun.keep

    def broken(half: Begun, folder: Path, group: Group) -> Kept:
        if group.first:
            raise KeyboardInterrupt
        return keep(half, folder, group)

    with monkeypatch.context() as patched:
        patched.setattr(begun.Begun, "keep", broken)
        ended, out, err = shell(*asked, "--language", language)
    assert (ended, out) == (130, "")
    assert goes_on in err
    assert ".staged.half" in err

    with Path("files/69.csv").open("a", encoding="utf-8") as file:
        file.write("M,never,1\n")
    ended, _, err = shell(*asked, "--language", language)
    assert ended == 2
    assert taken in err
    assert "69.csv row 402" in err
    assert "64" in err


def test_what_is_dropped_is_said(
    shell: Shell, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed files by name, the first five; another plan in a sentence; with JSON nothing."""
    names = tuple(f"{at}.csv" for at in range(7))
    said = TakenOver(3, 70, names, has_other_basis=True)

    def staged(*_asked: object, taken_over: Callable[[TakenOver], None], tell: Tell) -> None:
        assert tell is silent
        taken_over(said)
        raise KeyboardInterrupt

    monkeypatch.setattr("openjcm.cli.commands.meters.staging.stage_files", staged)

    _, _, err = shell(*asked)

    assert "3 of 70 files were read before" in err
    assert "0.csv, 1.csv, 2.csv, 3.csv, 4.csv …" in err
    assert "another version of OpenJCM" in err
    assert "read before" not in shell(*asked, "--json")[2]
