"""Files of readings taken as far as single readings, with what was found wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from openjcm.measure.errors import Finding
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan
from openjcm.metering.files.opening import open_files
from openjcm.metering.working.bench import workbench
from openjcm.metering.working.staging import prepare, stage


@dataclass(frozen=True)
class Taken:
    """The readings as ``meter, instant in UTC, register``, in order, and where they stand."""

    readings: list[tuple[str, str, int]]
    places: list[tuple[str, int]]
    findings: list[Finding]
    read_as: list[str]
    names: list[str]

    @property
    def rules(self) -> list[str]:
        """Return the rules that were broken."""
        return [finding.rule for finding in self.findings]


@pytest.fixture
def plan() -> Plan:
    """Two meters in Dhaka over a turn of the year, and a clock for times without an offset."""
    meters = (
        Meter("M", "EC_PJ", "chiller 1", "kWh", digits=1),
        Meter("N", "EC_PJ", "chiller 2", "kWh", digits=1),
    )
    period = Period(date(2017, 11, 1), date(2018, 2, 28))
    return Plan("Asia/Dhaka", period, meters, clock="Asia/Dhaka")


@pytest.fixture
def take(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Taken]:
    """Take the readings out of files."""

    def taken(*paths: Path, under: Plan = plan) -> Taken:
        folder = tmp_path_factory.mktemp("taken")
        opened = open_files(paths, under, folder)
        with workbench(folder, [each.path for each in opened.sources]) as bench:
            prepare(bench, under)
            _, found = stage(bench, opened.sources, under)
            rows = bench.rows(
                "SELECT meter, strftime(make_timestamp(instant), '%Y-%m-%dT%H:%M:%SZ'), register, "
                "file, row FROM reading ORDER BY ALL"
            )
        return Taken(
            [(under.meters[meter].id, at, register) for meter, at, register, _, _ in rows],
            sorted((opened.members[file].name, row) for *_, file, row in rows),
            [*opened.findings, *found],
            [said for each in opened.read_as for said in each],
            opened.names,
        )

    return taken


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Write lines, or bytes, as a file."""

    def written(*lines: str, name: str = "a.csv", content: bytes | None = None) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if content is not None else ("\n".join(lines) + "\n").encode())
        return path

    return written
