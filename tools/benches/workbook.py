"""Workbooks measured: written and read back, against two programs that work the same file.

A hundred pieces of equipment and three vintages. LibreOffice starts, opens and saves the file;
``formulas`` works it in Python. Neither writes it from a definition, nor checks what was typed.
"""

import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from statistics import median

import formulas

from openjcm.measure.period import Period
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.asking import chosen, ordered, workbook
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook

EQUIPMENT, RUNS = 100, 5
WHOLE = Period(date(2017, 3, 1), date(2019, 7, 31))


@cache
def written_and_read() -> float:
    """Return the seconds to write the workbook and to read it back, worked and compared."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hundred.xlsx"
        return _timed(lambda: _there_and_back(path))


def against_libreoffice() -> float:
    """Return the seconds of ours by those of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hundred.xlsx"
        _write(path)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        words = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir"]
        words += [f"{folder}/out", str(path)]
        # The first run of a profile makes it, which is not what is measured.
        subprocess.run(words, check=True, capture_output=True)
        theirs = _timed(lambda: subprocess.run(words, check=True, capture_output=True))
    return written_and_read() / theirs


def against_formulas() -> float:
    """Return the seconds of ours by those of the ``formulas`` package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hundred.xlsx"
        _write(path)
        theirs = _once(lambda: formulas.ExcelModel().loads(str(path)).finish().calculate())
    return written_and_read() / theirs


def _there_and_back(path: Path) -> None:
    _write(path)
    if not outcome_of(read_workbook(path)).agrees:
        raise SystemExit("the workbook and the engine do not agree; nothing was measured")


def _write(path: Path) -> None:
    count = range(EQUIPMENT)
    values: dict[str, Given] = {
        "EC_PJ": [Decimal(300 + at) for at in count],
        "COP_PJ": [Decimal("6.05") for _ in count],
        "COP_RE": [Decimal("4.92") for _ in count],
        "EF": Decimal("0.67"),
    }
    order, worked = ordered(
        chosen("OJ_cop_ratio_ver1"),
        members={},
        periods=tuple(part for _, part in WHOLE.by_year()),
        estimated=values,
        measured=[values, values, values],
    )
    path.write_bytes(workbook(order, worked, "en").content)


def _timed(act: Callable[[], object]) -> float:
    return median(_once(act) for _ in range(RUNS))


def _once(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
