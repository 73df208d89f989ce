"""Where Mongolia is told: a demonstration into which only the published record was entered."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from openjcm.app import entry
from openjcm.store.database import Database, close, configure
from told.asking import Shell
from told.stage import Server, Told, told


@pytest.fixture(scope="module")
def empty(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Give a demonstration that has the published record and nothing else."""
    with told(cluster, tmp_path_factory.mktemp("mongolia"), steps=0) as made:
        yield made


@pytest.fixture
def record(empty: Told) -> Iterator[Told]:
    """Configure that demonstration."""
    addresses = empty.addresses
    configure(Database(addresses.app_url, addresses.owner_url, empty.data / "files"))
    yield empty
    close()


@pytest.fixture
def shell(
    record: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """Run one command line in this process; returns exit code, output and what was said."""
    monkeypatch.setenv("DATABASE_URL", record.addresses.app_url)
    monkeypatch.setenv("OPENJCM_OWNER_URL", record.addresses.owner_url)
    monkeypatch.setenv("OPENJCM_DATA", str(record.data))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["openjcm", *words])
        capsys.readouterr()
        code = entry.main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
