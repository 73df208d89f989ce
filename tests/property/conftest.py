"""Machines that write to PostgreSQL begin where the told story ends."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from told.stage import NOTIFIED, Server, Told, told


@pytest.fixture(scope="session")
def notified_story(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story once as far as both sides are notified."""
    with told(cluster, tmp_path_factory.mktemp("notified"), steps=NOTIFIED) as new:
        yield new
