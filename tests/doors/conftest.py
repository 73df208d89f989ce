"""The three doors over one record in which the story was told and a rehearsal was planted."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from openjcm.app import entry
from openjcm.store.database import Database, close, configure
from told.asking import Answers, Shell
from told.canary import plant
from told.stage import Server, Told, told

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture(scope="session")
def story(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story, and plant a rehearsal beside it."""
    with told(cluster, tmp_path_factory.mktemp("doors")) as made:
        with made.journal() as journal:
            plant(journal, made.files)
        yield made


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Load the site once; its pages ask the record that is configured at the time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OPENJCM_SECRET_KEY", "of the tests")
        patched.setenv("OPENJCM_DATA", str(tmp_path_factory.mktemp("data")))
        patched.setenv("DJANGO_SETTINGS_MODULE", "openjcm.app.settings")
        import django  # noqa: PLC0415 - reads its settings when it is imported

        django.setup()


@pytest.fixture
def record(story: Told) -> Iterator[Told]:
    """Configure the story's record."""
    addresses = story.addresses
    configure(Database(addresses.app_url, addresses.owner_url, story.data / "files"))
    yield story
    close()


@pytest.fixture
def client(site: None, record: Told) -> "Client":
    """Give a visitor of the site."""
    assert (site, record) == (None, record)
    from django.test import Client  # noqa: PLC0415 - after the settings

    return Client(headers={"host": "localhost"}, raise_request_exception=False)


@pytest.fixture
def api(client: "Client") -> Answers:
    """Ask the API and return the answer."""

    def ask(*words: str, **query: str) -> Any:  # noqa: ANN401 - any answer
        response = client.get(f"/api/v1/{'/'.join(words)}", query)
        assert response.status_code == 200, response.content
        assert response.headers["Content-Type"].startswith("application/json")
        return json.loads(response.content)

    return ask


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


@pytest.fixture
def cli(shell: Shell) -> Answers:
    """Run a command with ``--json`` and return its one line, read."""

    def ask(*words: str, **query: str) -> Any:  # noqa: ANN401 - any answer
        assert not query, "the shell takes words"
        code, said, _ = shell(*words, "--json")
        assert code == 0
        assert said.count("\n") == 1, "one line"
        return json.loads(said)

    return ask
