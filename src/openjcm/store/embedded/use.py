"""Use a PostgreSQL for as long as a block of code runs."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from openjcm.measure.errors import Malformed, Stopped
from openjcm.store.embedded.cluster import make_cluster
from openjcm.store.embedded.lease import PAUSE_SECONDS, Lease, Say, only_one
from openjcm.store.embedded.place import Place, Wanted, find_place, foreseen
from openjcm.store.embedded.roles import Addresses, addresses_of, check_settings, prepare_roles
from openjcm.store.embedded.server import (
    Server,
    answers,
    process_id,
    start_server,
    stop_server,
)

_JOIN_SECONDS = 60


def _silent(_: str) -> None:
    pass


@contextmanager
def running(wanted: Wanted, *, say: Say = _silent) -> Iterator[Addresses]:
    """Give the addresses of a running database.

    With an address of one's own that database is used. Otherwise the embedded server of the data
    directory is started or, when another openjcm runs it, joined; who started it stops it, after
    the others are done. Should the starter be killed, the server stops itself.

    Args:
        wanted: The data directory, or a database of one's own.
        say: Told in one line what takes time.

    Raises:
        Malformed: the data directory cannot be used, or DATABASE_URL cannot be read.
        Stopped: the disk is full, or no safe database answers.
    """
    if wanted.app_url is not None:
        yield _own_database(wanted.app_url, wanted.owner_url)
        return
    # The server is tied to the life of the thread that starts it.
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("PostgreSQL is started from the main thread only")
    place = find_place(wanted)
    with foreseen(place.data):
        lease = Lease(place.data / "use.lock")
    try:
        with only_one(place.data / "start.lock", say):
            lease.share()
            server = None if _joined(place, say) else _started(place, say)
        try:
            yield addresses_of(place.socket, process_id=process_id(place))
        finally:
            if server is not None:
                _leave(lease, server, say)
    finally:
        lease.give_up()


def _own_database(app_url: str, owner_url: str | None) -> Addresses:
    try:
        check_settings(app_url, embedded=False)
    except psycopg.ProgrammingError as error:
        # The driver's own message repeats what it was given, and so perhaps a password.
        raise Malformed(
            "DATABASE_URL cannot be read: write postgresql://user@host/database",
            code="database-url-unreadable",
        ) from error
    except psycopg.OperationalError as error:
        raise Stopped(
            "the database named in DATABASE_URL does not answer", code="no-database"
        ) from error
    return Addresses(app_url, owner_url or app_url)


def _joined(place: Place, say: Say) -> bool:
    """Tell whether a server is there to be joined; waits while one is on its way down."""
    until = time.monotonic() + _JOIN_SECONDS
    url = addresses_of(place.socket, process_id=None).app_url
    told = False
    while answers(place):
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError as error:
            if time.monotonic() > until:
                raise Stopped(
                    f"PostgreSQL runs but does not answer; what it says is in {place.log}",
                    code="no-database",
                ) from error
        else:
            return True
        if not told:
            say("waiting for an interrupted PostgreSQL to end")
            told = True
        time.sleep(PAUSE_SECONDS)
    return False


def _started(place: Place, say: Say) -> Server:
    make_cluster(place, say)
    user = f" as the user {place.user.name}" if place.user else ""
    say(f"starting PostgreSQL{user}")
    server = start_server(place, say)
    try:
        prepare_roles(place.socket)
        check_settings(addresses_of(place.socket, process_id=None).app_url, embedded=True)
    except BaseException:
        stop_server(server, say)
        raise
    return server


def _leave(lease: Lease, server: Server, say: Say) -> None:
    try:
        if server.poll() is None:
            lease.wait_to_be_last(say)
    finally:
        stop_server(server, say)
