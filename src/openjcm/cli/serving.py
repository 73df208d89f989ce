"""Serve the site from worker processes that cannot outlive this one."""

import ctypes
import os
import select
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from openjcm.measure.errors import Stopped
from openjcm.store import database

_APPLICATION = "openjcm.app.wsgi"
_HOST = "127.0.0.1"
_WORKERS_MAX = 2
# More than half are left to those who read when every draft and workbook has its seat.
THREADS = 8
# An idle reader's open connection would hold a worker back; the site only reads.
_KILL_AFTER_SECONDS = 1
_PR_SET_PDEATHSIG = 1
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve(port: int, *, server_process: int | None, ready: Callable[[], None]) -> None:
    """Serve the site until Ctrl-C.

    Args:
        port: Where, on this machine's own addresses only.
        server_process: The embedded PostgreSQL, without which serving ends.
        ready: Called once the port answers.

    Raises:
        Stopped: the database or the site ended by itself.
    """
    # The driver's connections do not survive the birth of a worker.
    database.close()
    site = Granian(
        _APPLICATION,
        address=_HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=min(_WORKERS_MAX, os.cpu_count() or 1),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=_KILL_AFTER_SECONDS,
        log_level=LogLevels.error,
    )
    site.on_startup(ready)
    loader = partial(load_application, os.getpid())
    with _signals_given_back(), _watched(server_process) as ended:
        try:
            site.serve(target_loader=loader, wrap_loader=False)
        except SystemExit as error:
            raise Stopped("the site stopped: its workers ended", code="site-stopped") from error
    if ended.is_set():
        raise Stopped(
            "PostgreSQL ended while the site was served; run again, and it recovers",
            code="database-stopped",
        )


def load_application(parent: int) -> Any:  # noqa: ANN401 -- a WSGI application is any callable
    """Tie a worker to the life of the process that supervises it, and load the site into it."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    return import_module(_APPLICATION).application


@contextmanager
def _signals_given_back() -> Iterator[None]:
    """Restore what the server of the site changes."""
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _watched(process: int | None) -> Iterator[threading.Event]:
    """Interrupt ourselves when a process ends; the event says that it did."""
    ended = threading.Event()
    if process is None:
        yield ended
        return
    watched, enough = os.pidfd_open(process), os.eventfd(0)
    watcher = threading.Thread(target=_wait_for_end, args=(watched, enough, ended))
    watcher.start()
    try:
        yield ended
    finally:
        os.eventfd_write(enough, 1)
        watcher.join()
        os.close(watched)
        os.close(enough)


def _wait_for_end(watched: int, enough: int, ended: threading.Event) -> None:
    readable, _, _ = select.select([watched, enough], [], [])
    if watched in readable and enough not in readable:
        ended.set()
        os.kill(os.getpid(), signal.SIGINT)
