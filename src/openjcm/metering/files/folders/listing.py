"""The files that are handed in, by themselves, by a pattern or by their folder."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

from openjcm.measure.errors import Finding
from openjcm.metering.files.unpacking import is_hidden, printable

# A folder of more is refused: what is kept of each file stays in memory until the end.
FILES_MAX = 200_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that was handed in, and what it is called.

    One that is named itself holds readings, or is refused; of those in a folder some may not.
    """

    path: Path
    name: str
    is_named: bool = True

    @property
    def size(self) -> int:
        """How many bytes it has; 0 if it is not there."""
        return self.path.stat().st_size if self.path.is_file() else 0


def list_files(paths: Sequence[Path]) -> tuple[list[Listed], list[Finding]]:
    """Name every file that is handed in, and find what names none.

    A folder stands for the files in it, a pattern such as ``2018-*.csv`` for those that fit.
    """
    findings = list[Finding]()
    every = list(islice(_every(paths, findings), FILES_MAX + 1))
    if len(every) > FILES_MAX:
        said = (
            f"these are more than {FILES_MAX} files; join those of a month, or hand them in month "
            "by month"
        )
        return [], [Finding("too-many-files", "readings", said)]
    names = Counter(path.name for path, _ in every)
    if not paths:
        findings.append(Finding("no-file", "readings", "no reading file was given; name one"))
    listed = [
        Listed(path, printable(path.name if names[path.name] == 1 else str(path)), is_named)
        for path, is_named in every
    ]
    return listed, findings


def _every(paths: Sequence[Path], findings: list[Finding]) -> Iterator[tuple[Path, bool]]:
    """Yield the files, and whether each is named itself."""
    for path in paths:
        if path.is_dir():
            inside = sorted(islice(_inside(path), FILES_MAX + 1), key=lambda each: each.split("/"))
            if not inside:
                said = "the folder holds no file; name another"
                findings.append(Finding("no-file", printable(path.name), said))
            for each in inside:
                yield Path(each), False
        elif not path.exists() and glob.has_magic(str(path)):
            # A pattern that fits nothing stays, and is named as a file that is not there.
            for each in sorted(glob.glob(str(path), recursive=True)) or [str(path)]:  # noqa: PTH207 - a Path has no pattern of its own
                yield Path(each), True
        else:
            yield path, True


def _inside(folder: Path) -> Iterator[str]:
    """Yield the files in a folder and those below it, but for hidden ones."""
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not is_hidden(PurePath(each))]
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118 - a Path for each of many costs more
            if not is_hidden(PurePath(name)) and (os.path.isfile(path) or os.path.islink(path)):  # noqa: PTH113, PTH114 - as above
                yield path
