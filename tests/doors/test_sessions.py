"""Server-side sessions on PostgreSQL: the key is the browser's alone, and what ended stays so."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from told.stage import Told

if TYPE_CHECKING:
    from openjcm.people.sessions import SessionStore


@pytest.fixture
def store(site: None, record: Told) -> Iterator[type["SessionStore"]]:
    """Point Django at the story's record for one test."""
    assert site is None
    from django.db import connections  # noqa: PLC0415 - after the settings

    from openjcm.app.settings import _database  # noqa: PLC0415 - as above
    from openjcm.people.sessions import SessionStore  # noqa: PLC0415 - as above

    connection = connections["default"]
    before = connection.settings_dict.copy()
    connection.close()
    connection.settings_dict.update(_database(record.addresses.app_url))
    yield SessionStore
    connection.close()
    connection.settings_dict.clear()
    connection.settings_dict.update(before)


def _rows(record: Told) -> list[dict[str, Any]]:
    with record.owner() as connection:
        return connection.execute("SELECT * FROM people_session").fetchall()


def test_a_session_is_found_again_by_its_key(store: type["SessionStore"]) -> None:
    """What was put in comes out, in another process as well."""
    session = store()
    session["language"] = "ja"
    session.create()

    again = store(session.session_key)

    assert again["language"] == "ja"
    assert again.exists(str(session.session_key))


def test_the_table_never_holds_the_key(store: type["SessionStore"], record: Told) -> None:
    """Who reads the table or its backup cannot take over a session."""
    session = store()
    session.create()
    key = str(session.session_key)

    kept = _rows(record)

    assert key not in repr(kept)
    assert all(len(bytes(row["key_sha256"])) == 32 for row in kept)


def test_an_ended_session_never_comes_back(store: type["SessionStore"]) -> None:
    """Signed out in one window, a second window cannot write it alive again."""
    from django.contrib.sessions.backends.base import UpdateError  # noqa: PLC0415 - as above

    session = store()
    session.create()
    elsewhere = store(session.session_key)
    elsewhere["draft"] = "kept"
    session.delete()

    with pytest.raises(UpdateError):
        elsewhere.save()

    assert store(session.session_key).load() == {}


def test_a_session_that_is_over_is_not_loaded_and_is_cleared(
    store: type["SessionStore"], record: Told
) -> None:
    """After its time it holds nothing, and the clearing removes it alone."""
    over, alive = store(), store()
    over.set_expiry(timedelta(seconds=-1))
    over.create()
    alive.create()

    assert store(over.session_key).load() == {}
    before = len(_rows(record))
    store.clear_expired()

    assert len(_rows(record)) == before - 1
    assert store().exists(str(alive.session_key))


@pytest.mark.parametrize("key", ["", "short", "x" * 44])
def test_a_key_that_is_none_is_not_asked_for(store: type["SessionStore"], key: str) -> None:
    """A cookie of another shape opens a new session instead."""
    session = store(key)

    assert session.session_key is None
    assert session.load() == {}


def test_a_new_key_is_taken_when_someone_signs_in(store: type["SessionStore"]) -> None:
    """The old key is worth nothing after it, and what was in it stays."""
    session = store()
    session["draft"] = "kept"
    session.create()
    old = str(session.session_key)

    session.cycle_key()

    assert session.session_key != old
    assert store(old).load() == {}
    assert store(session.session_key)["draft"] == "kept"
