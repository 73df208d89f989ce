"""Where the story is played: one demonstration database for the module, with its own folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from openjcm.store.database import Database, close, configure
from told.stage import Server, Told, told


@pytest.fixture(scope="module")
def empty(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Give a demonstration that has the published record and nothing else."""
    with told(cluster, tmp_path_factory.mktemp("demonstration"), steps=0) as made:
        yield made


@pytest.fixture
def database(empty: Told) -> Iterator[Database]:
    """Configure that demonstration."""
    found = Database(empty.addresses.app_url, empty.addresses.owner_url, empty.data / "files")
    configure(found)
    yield found
    close()
