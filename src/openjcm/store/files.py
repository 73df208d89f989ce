"""Filed documents, kept by their SHA-256 and never altered."""

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from openjcm.measure.errors import Conflict, NotFound


class FileStore:
    """A folder of files named by their content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return its SHA-256 in hexadecimal; safe to repeat.

        The file is complete on disk before its name exists, so a crash leaves no half file.
        """
        name = hashlib.sha256(content).hexdigest()
        target = self._path(name)
        if target.exists():
            return name
        target.parent.mkdir(parents=True, exist_ok=True)
        # Two who file the same at one moment must not write into one draft.
        draft = target.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with draft.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
        _keep_name(target.parent)
        return name

    def path(self, sha256: str) -> Path:
        """Return where a kept file stands, after checking that it is what its name says.

        Raises:
            NotFound: no such file is kept.
            Conflict: the file on disk is not what was filed.
        """
        target = self._path(sha256)
        if not target.exists():
            raise NotFound(f"file {sha256[:12]} is not kept here", code="file-missing")
        if hashlib.sha256(target.read_bytes()).hexdigest() != sha256:
            raise Conflict(
                f"file {sha256[:12]} is not what was filed: its SHA-256 differs",
                code="file-altered",
                about=sha256,
            )
        return target

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


@contextmanager
def under_names(kept: Sequence[tuple[str, Path]]) -> Iterator[list[Path]]:
    """Give kept files under the names they were handed in with, which a finding must say."""
    with TemporaryDirectory(prefix="openjcm-files-") as folder:
        paths = []
        for number, (name, path) in enumerate(kept):
            named = Path(folder) / str(number) / Path(name).name
            named.parent.mkdir()
            named.symlink_to(path)
            paths.append(named)
        yield paths


def _keep_name(folder: Path) -> None:
    """Let the name of a file outlast a loss of power, as its content does."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
