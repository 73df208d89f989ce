"""The sheets of a workbook as text files, taken out in a process of its own with little memory.

A sheet is what persons type or export: at most about a million rows. It is the only form whose
cells pass through Python.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from openjcm.measure.errors import Finding

SECONDS_MAX = 60


def sheets_of(path: Path, into: Path) -> list[tuple[str, Path, Sequence[str]]] | Finding:
    """Write each sheet that is not blank as a text file; return its name, place and formulas."""
    into.mkdir()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "openjcm.metering.files.workbook_child", str(path), str(into)],
            capture_output=True,
            timeout=SECONDS_MAX,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Finding(
            "too-large", path.name, "the workbook takes too long to read; save it as CSV"
        )
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1][:200]
        return Finding(
            "workbook-refused",
            path.name,
            f"the workbook cannot be read ({said}); save its sheet as CSV UTF-8",
        )
    return [(name, into / place, formulas) for name, place, formulas in json.loads(done.stdout)]
