"""Files of several kinds, and a staging of them that is broken off."""

import gzip
import threading
import zipfile
from pathlib import Path

from openjcm.metering import Plan, stage_files

HEADER = "meter,read_at,register_wh"
# On 13 May 2018 at 03:00 UTC the clock went from 24:00 back to 23:00: two readings at 23:00, each
# in a file of its own.
TEXTS = {
    "a.csv": ("M,2018-01-01 00:00,1", "M,2018-02-01 00:00,10"),
    "b.csv": ("M,2018-05-12 23:00,20",),
    "c.csv": ("N,2018-01-01 00:00,5", "N,2018-03-01 00:00,6"),
    "d.csv": ("N,2018-04-01 00:00,7",),
    "e.csv": ("M,2018-05-12 23:00,30",),
    "f.csv.gz": ("M,2018-06-01 00:00,40", "M,2018-07-01 00:00,50"),
    "g.zip": ("M,2018-08-01 00:00,60",),
    "h.csv": ("N,2018-09-01 00:00,8", "N,2018-10-01 00:00,9"),
    "i.csv": ("M,2018-11-01 00:00,70",),
}
# By hand: nine rows of M, those of the zip twice, and five of N.
ROWS = 14
REGISTERS = 1 + 10 + 20 + 5 + 6 + 7 + 30 + 40 + 50 + 60 + 60 + 8 + 9 + 70


class Broken(BaseException):
    """Stands for whatever breaks a run off."""


def put(folder: Path, name: str, *rows: str) -> None:
    """Write a file of readings, packed as its name says."""
    text = "\n".join((HEADER, *rows)) + "\n"
    if name.endswith(".zip"):
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.writestr("one.csv", text)
            archive.writestr("two.csv", text)
    elif name.endswith(".gz"):
        (folder / name).write_bytes(gzip.compress(text.encode()))
    else:
        (folder / name).write_text(text, encoding="utf-8")


def broken(folder: Path, plan: Plan, into: Path, after: int) -> bool:
    """Stage, and break off when so many steps and movements were told; say whether it was."""
    told = 0

    def tell(_done: float, _total: int, _step: str) -> None:
        nonlocal told
        told += threading.current_thread() is threading.main_thread()
        if told > after:
            raise Broken

    try:
        stage_files([folder], plan, into, tell=tell)
    except Broken:
        return True
    return False


def manifest(folder: Path) -> str:
    """Return the manifest of a staged folder, which names files, sources and sums."""
    return (folder / "manifest.json").read_text(encoding="utf-8")
