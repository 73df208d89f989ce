"""Views are asked of a database in which the story was told and a rehearsal was planted.

Each database is made once for the run and only read.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from openjcm.store.database import Database, close, configure, reader
from openjcm.stories.play import play
from openjcm.stories.story_file import read_story
from openjcm.views.reader import Reader
from told.acts import move, moved, two
from told.canary import plant
from told.further import further_facts
from told.holders import with_other_holders
from told.stage import NOTIFIED, Server, Told, copied, told

Asking = Callable[[Told], Reader]


@pytest.fixture(scope="session")
def story(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story, and plant a rehearsal beside it."""
    with told(cluster, tmp_path_factory.mktemp("story")) as made:
        with made.journal() as journal:
            plant(journal, made.files)
        yield made


@pytest.fixture(scope="session")
def halfway(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story as far as both sides are notified."""
    with told(cluster, tmp_path_factory.mktemp("halfway"), steps=NOTIFIED) as made:
        yield made


@pytest.fixture(scope="session")
def other_holders(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story with other holders: a company in Japan, and the host's own government."""
    with told(cluster, tmp_path_factory.mktemp("holders"), steps=0) as made:
        with made.journal() as journal:
            others = with_other_holders(read_story("first-issuance"))
            play(others, journal=journal, files=made.files)
        yield made


@pytest.fixture(scope="session")
def longer(
    cluster: Server, story: Told, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """Add further published facts to a copy of the story: some of them with blanks."""
    with copied(cluster, story, tmp_path_factory.mktemp("longer") / "data") as made:
        with made.journal() as journal:
            further_facts(journal)
        yield made


@pytest.fixture(scope="session")
def moved_on(
    cluster: Server, story: Told, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """Transfer 5 credits in a copy of the story, which cuts the block of BD002's vintage 2017."""
    with copied(cluster, story, tmp_path_factory.mktemp("moved") / "data") as made:
        with made.journal() as journal:
            moved(made, journal, two(made, move()))
        yield made


@pytest.fixture
def ask() -> Iterator[Asking]:
    """Give readers; what was asked last is closed afterwards."""

    def asking(record: Told) -> Reader:
        addresses = record.addresses
        configure(Database(addresses.app_url, addresses.owner_url, record.data / "files"))
        return reader()

    yield asking
    close()


@pytest.fixture
def public(ask: Asking, story: Told) -> Reader:
    """Give the reader of the story's record."""
    return ask(story)


@pytest.fixture
def filled(ask: Asking, longer: Told) -> Reader:
    """Give the reader of the record with further facts."""
    return ask(longer)


@pytest.fixture
def cut(ask: Asking, moved_on: Told) -> Reader:
    """Give the reader of the record in which a block was cut."""
    return ask(moved_on)
