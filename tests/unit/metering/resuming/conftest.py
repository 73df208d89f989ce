"""Files of several kinds, read two by two."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan, TakenOver, resumable, stage_files
from openjcm.metering.plan.plan import Turn
from told.metering.broken_off import TEXTS, put


@pytest.fixture(autouse=True)
def _two_by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resumable, "GROUP_FILES", 2)


@pytest.fixture
def plan() -> Plan:
    """A year in Santiago, two meters, and a clock for times without an offset."""
    meters = (Meter("M", "EG", "panel 1"), Meter("N", "EG", "panel 2"))
    period = Period(date(2018, 1, 1), date(2018, 12, 31))
    return Plan("America/Santiago", period, meters, clock="America/Santiago", turn=Turn.BY_TIME)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of nine files; the zip holds its readings twice."""
    made = tmp_path / "files"
    made.mkdir()
    for name in TEXTS:
        put(made, name, *TEXTS[name])
    return made


@pytest.fixture
def resumed(folder: Path, plan: Plan, tmp_path: Path) -> Callable[[], TakenOver]:
    """Stage into the usual folder, and return what was taken over for it."""

    def stage() -> TakenOver:
        said = list[TakenOver]()
        stage_files([folder], plan, tmp_path / "staged", taken_over=said.append)
        (taken,) = said
        return taken

    return stage
