"""The readings of each batch in their normal form, so that many batches are worked at once.

A part follows from the kept file alone: one that is missing is made again. Many small ones are put
together into one now and then.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from openjcm.metering.working.bench import workbench
from openjcm.store.database import configured
from openjcm.store.intakes import Arrived

LOOSE_MAX = 200
"""How many single parts stand before they are put together."""
_LEFT_AFTER = 3600
"""Seconds after which a folder of work that nobody finished is what a crash left behind."""
_TOGETHER = """
COPY (SELECT CAST(parse_filename(filename, true) AS INTEGER) AS file, meter, instant, register, row
    FROM read_parquet({files}, filename = true) ORDER BY meter, instant, file, row)
TO {place} (FORMAT parquet, COMPRESSION zstd)
"""
_LOOSE = """
SELECT meter, instant, register, CAST(parse_filename(filename, true) AS INTEGER) AS file, row
FROM read_parquet([{files}], filename = true)
"""
_PACKS = "SELECT meter, instant, register, file, row FROM read_parquet([{files}])"


def parts_of(name: str) -> Path:
    """Return the folder in which an intake's parts stand."""
    return configured().files.parent / "intakes" / name


def parts_sql(files: Sequence[Path]) -> str:
    """Return SQL of the readings of parts: meter, instant, register, number of the batch, row."""
    packs = [each for each in files if each.name.startswith("pack-")]
    loose = [each for each in files if not each.name.startswith("pack-")]
    asked = [(_PACKS, packs), (_LOOSE, loose)]
    return " UNION ALL ".join(
        select.format(files=", ".join(_text(each) for each in some))
        for select, some in asked
        if some
    )


def parts_standing(folder: Path) -> list[Path]:
    """Return the parts of a folder: what was put together, and single ones that came since."""
    packs = sorted(folder.glob("pack-*.parquet"), key=_last)
    packed = max(map(_last, packs), default=0)
    loose = [each for each in folder.glob("[0-9]*.parquet") if _last(each) > packed]
    return [*packs, *sorted(loose, key=_last)]


def numbers_missing(folder: Path, arrived: Sequence[Arrived]) -> list[Arrived]:
    """Return the batches that have no part."""
    standing = parts_standing(folder)
    packed = max((_last(each) for each in standing if each.name.startswith("pack-")), default=0)
    loose = {_last(each) for each in standing if not each.name.startswith("pack-")}
    return [each for each in arrived if each.number > packed and each.number not in loose]


def put_together(folder: Path) -> None:
    """Put single parts together where there are many, without a gap between their numbers.

    Nothing is done while anybody reads them, or does the same.
    """
    with _held(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) as is_held:
        if is_held:
            _clear(folder)
            _put_together(folder)


@contextmanager
def kept_still(folder: Path) -> Iterator[None]:
    """Keep parts where they are for as long as somebody reads them."""
    with _held(folder, fcntl.LOCK_SH):
        yield


def _put_together(folder: Path) -> None:
    loose = [each for each in parts_standing(folder) if not each.name.startswith("pack-")]
    packed = max(map(_last, folder.glob("pack-*.parquet")), default=0)
    run = [each for number, each in enumerate(loose, start=packed + 1) if _last(each) == number]
    if len(run) < LOOSE_MAX:
        return
    with tempfile.TemporaryDirectory(prefix=".packing-", dir=folder) as name:
        place = Path(name) / "pack.parquet"
        files = "[" + ", ".join(_text(each) for each in run) + "]"
        with workbench(Path(name), run, folders=[Path(name)]) as bench:
            bench.run(_TOGETHER.format(files=files, place=_text(place)))
        # The single parts go when it stands, so it must be on the disk first.
        with place.open("rb") as made:
            os.fsync(made.fileno())
        place.replace(folder / f"pack-{_last(run[0])}-{_last(run[-1])}.parquet")
    for each in run:
        each.unlink()


def _clear(folder: Path) -> None:
    """Remove what a crash left: single parts that are in a pack, folders of work long ago."""
    packed = max(map(_last, folder.glob("pack-*.parquet")), default=0)
    for each in folder.glob("[0-9]*.parquet"):
        if _last(each) <= packed:
            each.unlink()
    for each in folder.glob(".*-*"):
        if each.is_dir() and time.time() - each.stat().st_mtime > _LEFT_AFTER:
            shutil.rmtree(each, ignore_errors=True)


@contextmanager
def _held(folder: Path, how: int) -> Iterator[bool]:
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, how)
        except BlockingIOError:
            yield False
            return
        yield True


def _last(part: Path) -> int:
    return int(part.stem.rpartition("-")[2])


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
