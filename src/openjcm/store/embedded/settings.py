"""The server's settings, written by us at every start and kept out of PostgreSQL's own reach."""

import os
from pathlib import Path

from openjcm.store.embedded.place import Place
from openjcm.store.embedded.programs import View

OWNER = "openjcm_owner"
APP = "openjcm_app"
SUPERUSER = "postgres"
DATABASE = "openjcm"
# What a hung client may hold at most (reliability T46).
TIMEOUTS = {
    "idle_in_transaction_session_timeout": "10s",
    "lock_timeout": "5s",
    "statement_timeout": "15s",
}
# What makes a commit durable; each is checked on the running server too.
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}

_MEGABYTE = 1024 * 1024
_SHARED_BUFFERS_MB = (32, 1024)
_SHARE_OF_MEMORY = 8
_WAL_MB = (256, 2048)


def write_settings(place: Place, view: View) -> None:
    """Write postgresql.conf, pg_hba.conf and pg_ident.conf."""
    _write(place.settings / "postgresql.conf", _conf(place, view, _memory_mb()))
    _write(place.settings / "pg_hba.conf", f"local all {OWNER},{APP},{SUPERUSER} peer map=us\n")
    names = sorted({place.ourselves.name, "root"})
    lines = [f'us "{name}" {role}\n' for name in names for role in (OWNER, APP, SUPERUSER)]
    _write(place.settings / "pg_ident.conf", "".join(lines))


def _conf(place: Place, view: View, memory_mb: int) -> str:
    values = {
        "listen_addresses": "",
        "unix_socket_directories": view.seen(place.socket),
        "unix_socket_permissions": "0700",
        "hba_file": view.seen(place.settings / "pg_hba.conf"),
        "ident_file": view.seen(place.settings / "pg_ident.conf"),
        "allow_alter_system": "off",
        "max_connections": "50",
        "shared_buffers": f"{_between(memory_mb // _SHARE_OF_MEMORY, _SHARED_BUFFERS_MB)}MB",
        "max_wal_size": f"{_between(memory_mb // _SHARE_OF_MEMORY, _WAL_MB)}MB",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] ",
        **DURABLE,
    }
    return "".join(f"{name} = '{_quoted(value)}'\n" for name, value in values.items())


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "''")


def _between(value: int, limits: tuple[int, int]) -> int:
    return max(limits[0], min(value, limits[1]))


def _memory_mb() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE


def _write(path: Path, text: str) -> None:
    """Replace a file whole, so that a full disk leaves the old one."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.chmod(0o644)
    new.replace(path)
