"""Plant each known fault and see that the test named for it fails: ``python tools/canaries.py``.

A canary is a patch in ``tests/canaries`` whose first lines say what it plants and which test
must fail (``# plants: …``, ``# must fail: tests/…::test_…``). Patches are applied to a copy of
the checkout in a temporary folder; the checkout itself is never touched.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from source import ROOT, TESTS, tracked_files

_MUST_FAIL = "# must fail:"
_PLANTS = "# plants:"
_FAILED = 1
_SECONDS_A_TEST = 300
_SECONDS_TO_END = 60
# No exit code of pytest.
_NO_RESULT = -1


@dataclass(frozen=True)
class Canary:
    """One planted fault, and the test that must notice it."""

    patch: Path
    plants: str
    test: str


def main() -> int:
    """Run every canary, a line for each as it comes; 1 if a fault went unnoticed."""
    wanted = sys.argv[1:]
    canaries = [
        canary
        for canary in map(read_canary, sorted((TESTS / "canaries").glob("*.patch")))
        if not wanted or canary.patch.stem in wanted
    ]
    with tempfile.TemporaryDirectory(prefix="openjcm-canaries-") as folder:
        copy = Path(folder)
        _copy_checkout(copy)
        faults = [_told(canary, _try_out(canary, copy)) for canary in canaries]
    print(f"{len(canaries)} canaries, {faults.count('')} noticed")
    return 1 if not canaries or any(faults) else 0


def _told(canary: Canary, fault: str) -> str:
    """Say at once what came of a canary, since all of them together take a while."""
    line = f"{fault or 'noticed':<40} {canary.patch.stem}: {canary.plants} ({canary.test})"
    print(line, flush=True)
    return fault


def read_canary(patch: Path) -> Canary:
    """Read the first lines of a patch."""
    lines = patch.read_text(encoding="utf-8").splitlines()
    return Canary(patch, _after(_PLANTS, lines), _after(_MUST_FAIL, lines))


def _after(mark: str, lines: list[str]) -> str:
    return next((line.removeprefix(mark).strip() for line in lines if line.startswith(mark)), "")


def _copy_checkout(copy: Path) -> None:
    for path in tracked_files():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)


def _try_out(canary: Canary, copy: Path) -> str:
    """Return what is wrong with a canary; nothing if its fault was noticed."""
    if not canary.test:
        return "names no test that must fail"
    without = _run_test(canary.test, copy)
    if without != 0:
        return f"its test fails without the fault ({_ended(without)})"
    if not _apply(canary.patch, copy):
        return "the patch no longer applies"
    outcome = _run_test(canary.test, copy)
    if not _apply(canary.patch, copy, "--reverse"):
        return "the patch cannot be taken back"
    return "" if outcome == _FAILED else f"NOT NOTICED ({_ended(outcome)})"


def _ended(outcome: int) -> str:
    return f"no result in {_SECONDS_A_TEST} s" if outcome == _NO_RESULT else f"pytest: {outcome}"


def _apply(patch: Path, copy: Path, *options: str) -> bool:
    command = ["git", "apply", *options, str(patch)]
    ceiling = {**os.environ, "GIT_CEILING_DIRECTORIES": str(copy.parent)}
    return subprocess.run(command, cwd=copy, env=ceiling, check=False).returncode == 0


def _run_test(test: str, copy: Path) -> int:
    """Return how pytest ended; a test that hangs is interrupted, so that its database stops too."""
    options = ["-q", "-x", "--no-header", "--no-summary", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, *test.split()]
    source = {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command,
        cwd=copy,
        env={**os.environ, **source},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            return running.wait(_SECONDS_A_TEST)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)
        try:
            running.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            running.kill()
    return _NO_RESULT


if __name__ == "__main__":
    sys.exit(main())
