"""Bring the schema up to date, and say what kind of data directory it is; quick when it is."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module, resources

import psycopg

from openjcm.app.environment import Environment
from openjcm.store.embedded import Addresses
from openjcm.store.projecting.rebuilding import rebuild_if_needed

APPS = ("openjcm.store", "openjcm.people")
_HAS_KIND = "SELECT kind FROM jcm.data_directory"
_KIND = "INSERT INTO jcm.data_directory (kind) VALUES (%s) ON CONFLICT DO NOTHING"


def migrate(
    environment: Environment, addresses: Addresses, say: Callable[[str], None] = lambda _line: None
) -> None:
    """Apply the migrations that are missing; nothing is loaded when none is.

    The embedded database is a demonstration, in which stories are played; a database of one's
    own is live, and refuses them.

    Raises:
        psycopg.Error: a migration failed; it was rolled back whole.
    """
    with psycopg.connect(addresses.owner_url, autocommit=True) as connection:
        if not set(_wanted()) <= _applied(connection):
            _apply()
        if connection.execute(_HAS_KIND).fetchone() is None:
            connection.execute(_KIND, ["live" if environment.app_url else "demonstration"])
    rebuild_if_needed(addresses.owner_url, say)


def _wanted() -> Iterator[tuple[str, str]]:
    for app in APPS:
        for file in (resources.files(app) / "migrations").iterdir():
            name = file.name.removesuffix(".py")
            if file.name.endswith(".py") and name[0].isdigit():
                yield app.rpartition(".")[2], name


def _applied(connection: psycopg.Connection) -> set[tuple[str, str]]:
    if connection.execute("SELECT to_regclass('public.django_migrations')").fetchone() == (None,):
        return set()
    return {
        (app, name)
        for app, name in connection.execute("SELECT app, name FROM public.django_migrations")
    }


def _apply() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "openjcm.app.settings"
    import_module("django").setup()
    management = import_module("django.core.management")
    management.call_command("migrate", database="owner", verbosity=0, interactive=False)
    # The site's worker processes are born of this one, and a connection does not survive that.
    import_module("django.db").connections.close_all()
