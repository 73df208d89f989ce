"""Connections: one place that knows where the database is, and how it is spoken to.

The entry point calls ``configure`` once. Reads go through ``reader``, writes through
``journal.PostgresJournal`` alone.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from openjcm.measure.errors import Malformed, Stopped

_OPTIONS = "-c search_path=jcm,public -c timezone=UTC"
_BUSY = (psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled)


@dataclass(frozen=True, slots=True)
class Database:
    """Where the record stands: two addresses (app, owner) and the folder of filed documents."""

    app_url: str
    owner_url: str
    files: Path


class _Current(threading.local):
    connection: psycopg.Connection[dict[str, Any]] | None = None


_current = _Current()
_configured: list[Database] = []


def configure(database: Database) -> None:
    """Say where the record stands; called once by the entry point (again only by tests)."""
    _configured[:] = [database]
    close()


def configured() -> Database:
    """Return where the record stands.

    Raises:
        Stopped: nothing has been configured.
    """
    if not _configured:
        raise Stopped("no database is configured", code="no-database")
    return _configured[0]


def close() -> None:
    """Close this thread's reading connection."""
    if _current.connection is not None:
        _current.connection.close()
        _current.connection = None


def connect(url: str) -> psycopg.Connection[dict[str, Any]]:
    """Open a connection that sees the ledger's schema.

    Raises:
        Stopped: the database does not answer.
    """
    try:
        return psycopg.connect(url, row_factory=dict_row, autocommit=True, options=_OPTIONS)
    except psycopg.OperationalError as error:
        raise stopped(error) from error


def stopped(error: psycopg.Error) -> Stopped:
    """Turn a lost, full or busy database into one sentence that says what to do."""
    text = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if "No space left" in str(error) or isinstance(error, psycopg.errors.DiskFull):
        return Stopped(
            "the disk is full; nothing was half-written. Free some room and try again",
            code="disk-full",
        )
    if isinstance(error, _BUSY):
        return Stopped(
            "the registry is busy with another act; nothing was written. Try again in a moment",
            code="registry-busy",
        )
    if isinstance(error, psycopg.errors.IdleInTransactionSessionTimeout):
        return Stopped(
            "the act took too long while others waited for it; nothing was written. Try again, "
            "and with less at once if it happens again",
            code="act-too-slow",
        )
    return Stopped(
        f"the database stopped answering ({text}); nothing was half-written. Start again",
        code="database-stopped",
    )


class Reader:
    """Questions to the record: SQL in, rows out. It cannot write."""

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows of a question.

        Raises:
            Malformed: what is asked for holds a character that no text can hold.
            Stopped: the database does not answer.
        """
        try:
            return self._ask(sql, params)
        except (psycopg.DataError, UnicodeEncodeError) as error:
            raise Malformed(
                "the question holds a character that no text can hold", code="question-unreadable"
            ) from error
        except psycopg.OperationalError:
            close()  # The server was restarted: ask once more on a new connection.
        try:
            return self._ask(sql, params)
        except psycopg.OperationalError as error:
            close()
            raise stopped(error) from error

    def _ask(self, sql: str, params: Mapping[str, Any] | None) -> list[dict[str, Any]]:
        if _current.connection is None or _current.connection.closed:
            _current.connection = connect(configured().app_url)
            _current.connection.read_only = True
        return _current.connection.execute(sql.encode(), params).fetchall()


def reader() -> Reader:
    """Return the reader of the configured database."""
    return Reader()
