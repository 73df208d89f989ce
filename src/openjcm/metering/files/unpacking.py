"""Take reading files out of gzip and zip, without leaving the folder and without end.

What an archive says of its sizes need not be true, so bytes are counted as they come out.
"""

import gzip
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path, PurePath, PurePosixPath
from typing import IO

CHUNK_BYTES = 1 << 20
MEMBERS_MAX = 10_000
DIRECTORY_BYTES_MAX = 8 << 20
RATIO_MAX = 250
# Below this a file may be squeezed as much as it likes.
SMALL_BYTES = 64 << 20
# What must stay free on the disk while files are unpacked.
FREE_BYTES_MIN = 1 << 30

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
# What macOS puts beside every file.
_HIDDEN = (".", "__MACOSX")


class Unpackable(Exception):
    """An archive that is not unpacked: the rule, and what to do."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


class _Bounded(FileIO):
    """A file of which no more is read at once than a sound archive needs."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read so many bytes; the rest of the file is never asked for but at its end.

        Raises:
            BadZipFile: its directory is larger than one of so many files can be.
        """
        if size is None or size < 0:
            size = DIRECTORY_BYTES_MAX
        if size > DIRECTORY_BYTES_MAX:
            raise zipfile.BadZipFile("its list of files is too long")
        return super().read(size) or b""


class _Room:
    """What an archive may unpack to: a multiple of its size, all of its files together."""

    def __init__(self, path: Path) -> None:
        self.size, self.written = max(path.stat().st_size, 1), 0

    def take(self, number: int, into: Path) -> None:
        """Count bytes that are to be written.

        Raises:
            Unpackable: they are too many.
        """
        before, self.written = self.written, self.written + number
        if self.written > SMALL_BYTES and self.written > RATIO_MAX * self.size:
            raise Unpackable(
                "bomb", f"it unpacks to more than {RATIO_MAX} times its size; it is not opened"
            )
        if before // SMALL_BYTES != self.written // SMALL_BYTES and not _has_room(into):
            raise Unpackable("no-room", "there is no room on the disk to unpack it")


def is_zip(begins: bytes) -> bool:
    """Whether a file begins like a zip, an empty one too."""
    return begins.startswith((ZIP, _EMPTY_ZIP))


def gunzip(path: Path, into: Path, seen: Callable[[int], None]) -> None:
    """Write what a gzip holds, and tell how many bytes of it were seen.

    Raises:
        Unpackable: it is cut off, damaged, or unpacks to far more than it is.
    """
    try:
        with path.open("rb") as file, gzip.open(file) as packed:
            _copy(packed, into, _Room(path), lambda: seen(file.tell()))
    except (EOFError, OSError, zlib.error) as fault:
        raise Unpackable(
            "cut-off", f"the gzip cannot be unpacked ({fault}); hand in the whole file"
        ) from fault


def unzip(path: Path, into: Path, seen: Callable[[int], None]) -> Iterator[tuple[str, Path]]:
    """Write the files of a zip into a folder, under numbers of ours; yield name and place.

    ``seen`` is told where in the zip the reading stands.

    Raises:
        Unpackable: it is cut off, damaged, locked, unpacks to far more than it is, or holds a
            path that leads out of it.
    """
    room = _Room(path)
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            _check(members)
            for number, member in enumerate(members):
                if not is_hidden(PurePosixPath(member.filename)):
                    place = into / str(number)
                    with archive.open(member) as packed:
                        _copy(packed, place, room, lambda: seen(file.tell()))
                    yield printable(member.filename), place
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, zlib.error) as fault:
        raise Unpackable(
            "cut-off", f"the zip cannot be unpacked ({fault}); hand in the whole file, unlocked"
        ) from fault


def is_hidden(path: PurePath) -> bool:
    """Whether a file is none of a person's, but what an operating system or Excel puts there."""
    return path.name.startswith("~$") or any(
        part.startswith(_HIDDEN) and part not in {".", ".."} for part in path.parts
    )


def printable(name: str) -> str:
    """Return a name without characters that a terminal would obey."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in name)


def bounded_names(path: Path) -> list[str]:
    """Return the names in a zip, with and without macros; none where it cannot be read."""
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return []


def holds_workbook(path: Path) -> bool:
    """Whether a zip is a workbook and not an archive of files."""
    return "xl/workbook.xml" in bounded_names(path)


def _check(members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise Unpackable("empty-file", "the zip holds no file; put the reading files into it")
    if len(members) > MEMBERS_MAX:
        raise Unpackable("too-many-files", f"the zip holds more than {MEMBERS_MAX} files")
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in "".join(name.parts[:1]):
            raise Unpackable(
                "leads-out",
                f"{printable(member.filename[:60])!r} leads out of the zip; pack it again",
            )
        if member.compress_type not in _METHODS:
            raise Unpackable(
                "unusual-packing",
                f"{printable(member.filename[:60])!r} is packed in an unusual way; pack it again "
                "as a plain zip",
            )


def _copy(
    packed: IO[bytes] | gzip.GzipFile, into: Path, room: _Room, tell: Callable[[], None]
) -> None:
    with into.open("wb") as file:
        while chunk := packed.read(CHUNK_BYTES):
            room.take(len(chunk), into)
            file.write(chunk)
            tell()


def _has_room(into: Path) -> bool:
    return shutil.disk_usage(into.parent).free >= FREE_BYTES_MIN
