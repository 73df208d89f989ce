"""Files written whole or not at all, also when the disk is full."""

import errno
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from openjcm.measure.errors import Malformed, SchemeError, Stopped
from openjcm.papers.exports.data_file import DataFile

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_file(path: Path, content: bytes) -> None:
    """Write one file beside its place, then put it there; a device or pipe is written to.

    Raises:
        Malformed: nothing can be written there.
        Stopped: there is no room; what stood there before still does.
    """
    if path.is_dir():
        raise Malformed(f"{path} is a folder; name a file", code="not-a-file", about=str(path))
    # What a link leads to is replaced, not the link.
    place = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        with tempfile.TemporaryDirectory(prefix=".openjcm-", dir=place.parent) as beside:
            _put(Path(beside) / place.name, content).replace(place)
    except OSError as error:
        raise _refusal(error, path) from error


def write_folder(folder: Path, files: Sequence[DataFile]) -> None:
    """Write files into a folder: first all of them beside it, then each to its place.

    They take their places in their order, so that checksums follow what they are of.

    Raises:
        Malformed: nothing can be written there.
        Stopped: there is no room; what stood there before still does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".openjcm-", dir=folder) as beside:
            written = [_put(Path(beside) / each.name, each.content) for each in files]
            for path in written:
                path.replace(folder / path.name)
    except OSError as error:
        raise _refusal(error, folder) from error


def _put(path: Path, content: bytes) -> Path:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path


def _refusal(error: OSError, path: Path) -> SchemeError:
    if error.errno in _NO_ROOM:
        return Stopped(
            f"there is no room for {path}; nothing was half-written. Free some room and try again",
            code="disk-full",
            about=str(path),
        )
    return Malformed(
        f"{path} cannot be written ({os.strerror(error.errno or 0)}); name another place with -o",
        code="not-writable",
        about=str(path),
    )
