"""Roles, database and the settings that a commit relies on, on a running server."""

from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote

import psycopg
from psycopg import sql

from openjcm.measure.errors import Stopped
from openjcm.store.embedded.settings import APP, DATABASE, DURABLE, OWNER, SUPERUSER, TIMEOUTS

_ROLES = (OWNER, APP)


@dataclass(frozen=True, slots=True)
class Addresses:
    """How to reach the database: as the application, and as the owner for migrations.

    ``process_id`` is that of the embedded server; None for a PostgreSQL of one's own.
    """

    app_url: str
    owner_url: str
    process_id: int | None = None


def addresses_of(socket: Path, *, database: str = DATABASE, process_id: int | None) -> Addresses:
    """Return the addresses of a database on the embedded server."""
    return Addresses(_url(socket, APP, database), _url(socket, OWNER, database), process_id)


def superuser_url(socket: Path) -> str:
    """Return the address of the server itself, for the few acts that only its superuser may do."""
    return _url(socket, SUPERUSER, "postgres")


def prepare_roles(socket: Path) -> None:
    """Make both roles and the database when they are missing, and set the application's limits."""
    with psycopg.connect(superuser_url(socket), autocommit=True) as connection:
        for role in _ROLES:
            if not _exists(connection, "SELECT FROM pg_roles WHERE rolname = %s", role):
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        for name, value in TIMEOUTS.items():
            statement = sql.SQL("ALTER ROLE {} SET {} = {}")
            connection.execute(
                statement.format(sql.Identifier(APP), sql.Identifier(name), sql.Literal(value))
            )
        if not _exists(connection, "SELECT FROM pg_database WHERE datname = %s", DATABASE):
            create_database(connection, DATABASE)


def create_database(
    connection: psycopg.Connection[tuple[object, ...]], name: str, *, template: str = "template1"
) -> None:
    """Make a database that belongs to the owner and lets nobody in but the two roles."""
    names = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
    roles = {"owner": sql.Identifier(OWNER), "app": sql.Identifier(APP)}
    for statement in (
        "CREATE DATABASE {name} OWNER {owner} TEMPLATE {template}",
        "REVOKE ALL ON DATABASE {name} FROM PUBLIC",
        # Temporary tables: verify makes the projections again on copies. A copied or restored
        # database does not bring this right with it.
        "GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {app}",
    ):
        connection.execute(sql.SQL(statement).format(**names, **roles))


def check_settings(url: str, *, embedded: bool) -> None:
    """Check what durability and the timeouts rely on, as the application's role sees it.

    Args:
        url: The application's address.
        embedded: Whether the server is ours, so that checksums and timeouts are checked too.

    Raises:
        Stopped: a setting is not as the record needs it.
    """
    needed = DURABLE | (TIMEOUTS | {"data_checksums": "on"} if embedded else {})
    with psycopg.connect(url, autocommit=True) as connection:
        found = {name: _setting(connection, name) for name in needed}
    wrong = sorted(name for name in needed if found[name] != needed[name])
    if wrong:
        told = ", ".join(f"{name} is {found[name]} and must be {needed[name]}" for name in wrong)
        raise Stopped(f"the database cannot keep the record safely: {told}", code="unsafe-settings")


def _setting(connection: psycopg.Connection[tuple[object, ...]], name: str) -> str:
    row = connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
    return str(row[0]) if row else ""


def _exists(
    connection: psycopg.Connection[tuple[object, ...]], question: LiteralString, name: str
) -> bool:
    return connection.execute(question, (name,)).fetchone() is not None


def _url(socket: Path, role: str, database: str) -> str:
    return f"postgresql://{role}@/{database}?host={quote(str(socket), safe='')}"
