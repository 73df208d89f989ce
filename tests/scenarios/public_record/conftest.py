"""The published record alone, entered once and only read."""

from collections.abc import Iterator

import pytest

from openjcm.store.database import Database, close, configure, reader
from openjcm.views.reader import Reader
from told.stage import Server, Told, told


@pytest.fixture(scope="session")
def published(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Enter the published record, and play nothing."""
    with told(cluster, tmp_path_factory.mktemp("record"), steps=0) as made:
        yield made


@pytest.fixture
def record(published: Told) -> Iterator[Reader]:
    """Give the reader of the published record."""
    addresses = published.addresses
    configure(Database(addresses.app_url, addresses.owner_url, published.data / "files"))
    yield reader()
    close()
