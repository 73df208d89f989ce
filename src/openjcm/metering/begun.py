"""What a staging has read so far, kept on disk so that the same command goes on from there.

It stands in a hidden folder beside the one that is to be made. Files are read in groups; the note
of a group names its files by SHA-256 and is written when all of the group's readings are on the
disk, so whatever breaks a run off, what a note names is whole.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from openjcm.measure.errors import Conflict
from openjcm.metering.files.opening import ReadFile

_NOTE = "note.json"
_LOCK = "lock"
WALLS = "walls.parquet"


@dataclass(frozen=True, slots=True)
class Basis:
    """What reading rested on besides the files: digests of the plan and of the software."""

    plan: str
    software: str


@dataclass(frozen=True, slots=True)
class Group:
    """Files that were read together.

    ``first`` is the number that their first source has in the readings on disk, and ``sizes`` are
    the bytes of the files there.
    """

    basis: Basis
    first: int
    files: tuple[ReadFile, ...]
    sources: tuple[str, ...]
    sizes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """A group on disk."""

    folder: Path
    group: Group

    @property
    def readings(self) -> list[tuple[Path, int]]:
        """Its files of readings, with their bytes."""
        sizes = sorted(self.group.sizes.items())
        return [(self.folder / name, size) for name, size in sizes if name != WALLS]

    @property
    def walls(self) -> Path | None:
        """Its file of rows whose clock without offset was at no one instant, if it has any."""
        return self.folder / WALLS if WALLS in self.group.sizes else None


@dataclass(frozen=True, slots=True)
class Begun:
    """The hidden folder of a staging, held by this process alone.

    ``work`` is for what is of no use to another run, ``whole`` becomes the folder of the staging.
    """

    folder: Path

    @property
    def work(self) -> Path:
        """The folder of what this run alone needs."""
        return self.folder / "work"

    @property
    def whole(self) -> Path:
        """The folder that is to appear."""
        return self.folder / "whole"

    def kept(self) -> Iterator[Kept]:
        """Yield the groups that are whole, in the order in which they were read."""
        for note in sorted(self.folder.glob(f"group-*/{_NOTE}")):
            try:
                group = _group(json.loads(note.read_text(encoding="utf-8")))
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
            if all(_is_whole(note.parent / name, size) for name, size in group.sizes.items()):
                yield Kept(note.parent, group)

    def clear(self) -> int:
        """Remove all but the groups that are whole, and return how many these are."""
        kept = {each.folder for each in self.kept()}
        for folder in (self.work, self.whole, *self.folder.glob("group-*")):
            if folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)
        return len(kept)

    def new_group(self) -> Path:
        """Make a folder for the readings of a group."""
        numbers = (int(each.name.partition("-")[2]) for each in self.folder.glob("group-*"))
        folder = self.folder / f"group-{max(numbers, default=0) + 1:06}"
        folder.mkdir()
        return folder

    def keep(self, folder: Path, group: Group) -> Kept:
        """Note a group when all of its readings are on the disk."""
        sizes = dict[str, int]()
        for path in folder.rglob("*"):
            _to_disk(path)
            if path.is_file():
                sizes[path.relative_to(folder).as_posix()] = path.stat().st_size
        group = replace(group, sizes=sizes)
        half = folder / f"{_NOTE}.half"
        half.write_text(json.dumps(asdict(group), ensure_ascii=False), encoding="utf-8")
        _to_disk(half)
        half.replace(folder / _NOTE)
        _to_disk(folder)
        _to_disk(self.folder)
        return Kept(folder, group)

    def drop(self, kept: Kept) -> None:
        """Remove a group."""
        shutil.rmtree(kept.folder)

    def finish(self, into: Path, moves: Mapping[Path, Path]) -> None:
        """Let the whole folder appear, when all of it is on the disk, and remove the hidden one.

        Args:
            into: Where it appears.
            moves: Files of groups, each with its place in the whole folder. They are moved last:
                without them a group would have to be read again.
        """
        for path in (*self.whole.rglob("*"), self.whole):
            _to_disk(path)
        for path, place in moves.items():
            path.replace(place)
        for folder in {place.parent for place in moves.values()}:
            _to_disk(folder)
        self.whole.replace(into)
        _to_disk(into.parent)
        shutil.rmtree(self.folder, ignore_errors=True)


def _hidden(into: Path) -> Path:
    """Return where a staging into a folder keeps what it has read."""
    into = into.absolute()
    return into.with_name(f".{into.name}.half")


@contextmanager
def begun(into: Path) -> Iterator[Begun]:
    """Hold the hidden folder beside the one to be made; it stays if something in it is of use.

    Raises:
        Conflict: another process holds it.
    """
    half = Begun(_hidden(into))
    with _held(half.folder):
        half.clear()
        half.work.mkdir()
        try:
            yield half
        finally:
            if not half.clear():
                shutil.rmtree(half.folder, ignore_errors=True)


def remove_left(into: Path) -> None:
    """Remove what a run left that was broken off when its folder had just appeared.

    Raises:
        Conflict: another process holds it.
    """
    folder = _hidden(into)
    if folder.is_dir():
        with _held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def files_kept(into: Path) -> tuple[int, Path]:
    """Return how many files of a staging that was broken off are read, and where that stands."""
    half = Begun(_hidden(into))
    return sum(len(each.group.files) for each in half.kept()), half.folder


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder by a lock that the kernel releases when its holder dies."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _LOCK
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Another run may have finished, and removed the file, since it was opened.
            is_ours = os.fstat(lock.fileno()).st_ino == path.stat().st_ino
        except (BlockingIOError, FileNotFoundError):
            is_ours = False
        if not is_ours:
            said = (
                "another run stages into this folder; wait until it has finished, or name another "
                "folder"
            )
            raise Conflict(said, code="staging-runs", about="folder")
        yield


def _group(said: Mapping[str, Any]) -> Group:
    return Group(
        Basis(str(said["basis"]["plan"]), str(said["basis"]["software"])),
        int(said["first"]),
        tuple(
            ReadFile(
                str(each["name"]), str(each["sha256"]), int(each["rows"]), tuple(each["read_as"])
            )
            for each in said["files"]
        ),
        tuple(map(str, said["sources"])),
        {str(name): int(size) for name, size in said["sizes"].items()},
    )


def _is_whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _to_disk(path: Path) -> None:
    """Wait until a file or folder is on the disk.

    Raises:
        OSError: there is no room.
    """
    place = os.open(path, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
