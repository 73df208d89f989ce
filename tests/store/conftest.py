"""The story on PostgreSQL, a copy of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from openjcm.store.journal import PostgresJournal
from told.stage import NOTIFIED, Server, Told, copied, told


@pytest.fixture(scope="session")
def whole_story(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the whole story once."""
    with told(cluster, tmp_path_factory.mktemp("told")) as new:
        yield new


@pytest.fixture(scope="session")
def notified_story(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story once as far as both sides are notified."""
    with told(cluster, tmp_path_factory.mktemp("notified"), steps=NOTIFIED) as new:
        yield new


@pytest.fixture
def issued(cluster: Server, whole_story: Told, tmp_path: Path) -> Iterator[Told]:
    """Give a copy of the whole story: credits are issued on both sides."""
    with copied(cluster, whole_story, tmp_path / "data") as copy:
        yield copy


@pytest.fixture
def notified(cluster: Server, notified_story: Told, tmp_path: Path) -> Iterator[Told]:
    """Give a copy of the story in which both sides are notified and none has issued."""
    with copied(cluster, notified_story, tmp_path / "data") as copy:
        yield copy


@pytest.fixture(scope="session")
def whole_story_copy(
    cluster: Server, whole_story: Told, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """Give one copy of the whole story to all tests that leave it as it is."""
    with copied(cluster, whole_story, tmp_path_factory.mktemp("shared") / "data") as copy:
        yield copy


@pytest.fixture
def journal(issued: Told) -> Iterator[PostgresJournal]:
    """Open the journal of a story in which credits are issued."""
    with issued.journal() as journal:
        yield journal
