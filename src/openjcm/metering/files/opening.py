"""Reading files as they are handed in: named, hashed, unpacked, and looked at as tables.

Every file is kept as it is and known by its SHA-256. What is taken out of an archive, written
again in UTF-8, or taken out of a workbook stands in a folder that is removed afterwards; how it
was read is said, so that anybody can do it again.
"""

import glob
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from openjcm.measure.errors import Finding
from openjcm.metering.files.encoding import CHUNK_BYTES, Scan, in_utf_8, scan_text, unseen
from openjcm.metering.files.parquet import parquet_table
from openjcm.metering.files.relation import Source
from openjcm.metering.files.tables import Table, holds_no_readings, text_table
from openjcm.metering.files.units_beside import units_beside
from openjcm.metering.files.unpacking import (
    GZIP,
    Unpackable,
    gunzip,
    holds_workbook,
    is_hidden,
    is_zip,
    printable,
    unzip,
)
from openjcm.metering.files.workbook import sheets_of
from openjcm.metering.plan.plan import Plan

SUFFIXES = (".csv", ".tsv", ".txt", ".dat", ".prn", ".gz", ".zip", ".xlsx", ".parquet")
_PARQUET = b"PAR1"
# How many times the bytes of a file are gone through before it can be read: its hash, what it
# unpacks to, and that looked at.
_PASSES_OF_GZIP = 3
_PASSES_OF_ZIP = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that was handed in, and what it is called."""

    path: Path
    name: str

    @property
    def size(self) -> int:
        """How many bytes it has; 0 if it is not there."""
        return self.path.stat().st_size if self.path.is_file() else 0


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A reading file as it was read: its SHA-256, how it was read, and its readings.

    ``rows`` are the readings, without headers and blank lines; of an archive those of all of it.
    """

    name: str
    sha256: str
    rows: int
    read_as: tuple[str, ...] = ()


def unmoved(_share: float) -> None:
    """Tell nobody which share of the bytes was seen."""


@dataclass(slots=True)
class Opened:
    """The files that were handed in: what can be read of them, and what is wrong.

    ``of_source`` leads from a source to the file that it came from. Sources are numbered from
    ``first`` on.
    """

    first: int = 0
    names: list[str] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    states: list[tuple[int, int, int]] = field(default_factory=list)
    read_as: list[list[str]] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    of_source: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def changed(self) -> Iterator[Finding]:
        """Find files that were written while they were read."""
        for name, path, state in zip(self.names, self.paths, self.states, strict=True):
            if not path.exists() or state_of(path) != state:
                yield changed_file(name)

    def files(self, rows: Counter[int]) -> tuple[ReadFile, ...]:
        """Return the files with the rows that were read of each of their sources."""
        counts: Counter[int] = Counter()
        for source, count in rows.items():
            counts[self.of_source[source - self.first]] += count
        return tuple(
            ReadFile(name, self.hashes[at], counts[at], tuple(self.read_as[at]))
            for at, name in enumerate(self.names)
        )


def changed_file(name: str) -> Finding:
    """Say that a file is not what it was when it was opened."""
    return Finding("file-changed", name, "the file was written while it was read")


def list_files(paths: Sequence[Path]) -> tuple[list[Listed], list[Finding]]:
    """Name every file that is handed in, and find what names none.

    A folder stands for the reading files in it, a pattern such as ``2018-*.csv`` for those that
    fit.
    """
    findings = list[Finding]()
    every = list(_every(paths, findings))
    names = Counter(path.name for path in every)
    if not paths:
        findings.append(Finding("no-file", "readings", "no reading file was given; name one"))
    listed = [
        Listed(path, printable(path.name if names[path.name] == 1 else str(path))) for path in every
    ]
    return listed, findings


def open_files(
    paths: Sequence[Path], plan: Plan, folder: Path, *, moved: Callable[[float], None] = unmoved
) -> Opened:
    """Look at every file, into ``folder`` where it must be unpacked or written again.

    All that is wrong is found at once. ``moved`` is told the share of the bytes that was seen.
    """
    listed, findings = list_files(paths)
    opened = Opened(findings=findings)
    open_listed(opened, listed, plan, folder, moved=moved)
    return opened


def open_listed(
    opened: Opened,
    listed: Sequence[Listed],
    plan: Plan,
    folder: Path,
    *,
    moved: Callable[[float], None] = unmoved,
) -> None:
    """Look at files that are listed, and add what is read of them, as ``open_files`` does."""
    sizes = [each.size for each in listed]
    before, total = 0, max(sum(sizes), 1)
    for each, size in zip(listed, sizes, strict=True):
        if not each.path.is_file():
            said = "there is no such file; name a file of readings"
            opened.findings.append(Finding("no-file", each.name, said))
            continue

        def tell(share: float, before: int = before, size: int = size) -> None:
            moved((before + share * size) / total)

        try:
            _Opening(opened, plan, folder, each, tell).open()
        except OSError as refusal:
            said = f"the file cannot be read: {refusal.strerror or refusal}"
            opened.findings.append(Finding("no-file", each.name, said))
        before += size


def _every(paths: Sequence[Path], findings: list[Finding]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = [
                each
                for each in sorted(path.rglob("*"))
                if each.suffix.lower() in SUFFIXES
                and each.is_file()
                and not is_hidden(each.relative_to(path))
            ]
            if not inside:
                said = "the folder holds no reading file; name another"
                findings.append(Finding("no-file", printable(path.name), said))
            yield from inside
        elif not path.exists() and glob.has_magic(str(path)):
            # A pattern that fits nothing stays, and is named as a file that is not there.
            yield from map(Path, sorted(glob.glob(str(path), recursive=True)) or [str(path)])  # noqa: PTH207 - a Path has no pattern of its own
        else:
            yield path


class _Opening:
    """One file that was handed in, on its way to the sources that are read of it."""

    def __init__(
        self,
        opened: Opened,
        plan: Plan,
        folder: Path,
        listed: Listed,
        moved: Callable[[float], None],
    ) -> None:
        self.opened, self.plan, self.folder = opened, plan, folder
        self.path, self.name, self.moved = listed.path, listed.name, moved
        self.at = len(opened.names)
        # Which time through the file looking at its text is, of how many; the many texts of a zip
        # are none.
        self.scanning: tuple[int, int] | None = (0, 1)

    def open(self) -> None:
        """Look at the file.

        Raises:
            OSError: it cannot be read.
        """
        state, begins = state_of(self.path), _begins(self.path)
        self.opened.names.append(self.name)
        self.opened.paths.append(self.path)
        self.opened.states.append(state)
        hashed = "" if _is_text(begins) else hash_of(self.path, self._seen(0, _passes(begins)))
        self.opened.hashes.append(hashed)
        self.opened.read_as.append([])
        try:
            self._open(self.name, self.path, is_outer=True)
        except Unpackable as fault:
            self._found(fault.rule, self.name, str(fault))

    def _open(self, name: str, path: Path, *, is_outer: bool) -> None:
        begins = _begins(path)
        if begins.startswith(GZIP) and is_outer:
            into = self.folder / f"gz{self.at}"
            gunzip(path, into, self._seen(1, _PASSES_OF_GZIP))
            self.scanning = (_PASSES_OF_GZIP - 1, _PASSES_OF_GZIP)
            self._say("unpacked from gzip")
            self._open(name, into, is_outer=False)
        elif is_zip(begins) and holds_workbook(path):
            self._open_workbook(name, path)
        elif is_zip(begins) and is_outer:
            inside = self.folder / f"zip{self.at}"
            inside.mkdir()
            self.scanning = None
            self._say("unpacked from zip")
            for member, place in unzip(path, inside, self._seen(1, _PASSES_OF_ZIP)):
                self._open(f"{name}:{member}", place, is_outer=False)
        elif begins == _PARQUET:
            self._add(name, path, parquet_table(path, name, self.plan))
        elif _is_text(begins):
            self._open_text(name, path, is_outer=is_outer)
        else:
            raise Unpackable("nested", f"{name} is an archive within an archive; unpack it first")

    def _open_text(self, name: str, path: Path, *, is_outer: bool) -> None:
        scan = scan_text(path, self._seen(*self.scanning, path) if self.scanning else unseen)
        if is_outer:
            self.opened.hashes[self.at] = scan.sha256
        if scan.fault is not None:
            self._found(scan.fault[0], f"{name} row {scan.lines}", scan.fault[1])
            return
        if scan.encoding != "utf-8":
            path = self._in_utf_8(name, path, scan)
        if scan.fault is None:
            self._add(name, path, text_table(path, name, self.plan), lines=scan.lines)

    def _in_utf_8(self, name: str, path: Path, scan: Scan) -> Path:
        again = self.folder / f"utf8-{self.at}-{len(self.opened.sources)}"
        self._say(f"text in {scan.encoding}")
        try:
            in_utf_8(path, scan.encoding, again)
        except UnicodeError:
            said = f"the file ends in half a character of {scan.encoding}; hand in the whole file"
            scan.fault = "cut-off", said
        else:
            seen = scan_text(again)
            scan.fault, scan.lines = seen.fault, seen.lines
        if scan.fault is not None:
            self._found(scan.fault[0], f"{name} row {scan.lines}", scan.fault[1])
        return again

    def _open_workbook(self, name: str, path: Path) -> None:
        into = self.folder / f"book{self.at}-{len(self.opened.sources)}"
        sheets = sheets_of(path, into)
        if isinstance(sheets, Finding):
            self._found(sheets.rule, name, sheets.message)
            return
        if not sheets:
            self._found("empty-file", name, "every sheet of the workbook is blank; add readings")
        for sheet, place, formulas in sheets:
            where = f"{name}[{printable(sheet)}]"
            if len(sheets) > 1 and holds_no_readings(place, self.plan):
                self._say(f"sheet {printable(sheet)} not read, as it holds no instants")
                continue
            self._say(f"sheet {printable(sheet)}")
            for cell in formulas:
                said = "the cell holds a formula; paste its value"
                self._found("formula", f"{where} {cell}", said)
            if not formulas:
                self._add(where, place, text_table(place, where, self.plan))

    def _add(self, name: str, path: Path, table: Table | list[Finding], *, lines: int = 0) -> None:
        if isinstance(table, list):
            self.opened.findings += table
            return
        number = self.opened.first + len(self.opened.sources)
        # A plain name, since DuckDB reads * and [ in names as patterns.
        link = self.folder / f"source-{number}"
        link.symlink_to(path.resolve())
        source = Source(number, name, link, table, lines)
        self.opened.findings += units_beside(source, self.plan)
        self.opened.sources.append(source)
        self.opened.of_source.append(self.at)
        for each in table.said:
            self._say(each)

    def _seen(self, nth: int, of: int, path: Path | None = None) -> Callable[[int], None]:
        """Give what is told of the bytes seen in the n-th of so many times through the file."""
        size = max((path or self.path).stat().st_size, 1)
        return lambda seen: self.moved((nth + seen / size) / of)

    def _say(self, said: str) -> None:
        if said not in self.opened.read_as[self.at]:
            self.opened.read_as[self.at].append(said)

    def _found(self, rule: str, place: str, message: str) -> None:
        self.opened.findings.append(Finding(rule, place, message))


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _is_text(begins: bytes) -> bool:
    return not (begins.startswith((GZIP, _PARQUET)) or is_zip(begins))


def _passes(begins: bytes) -> int:
    """Return how many times the bytes of a file that is no text are gone through."""
    if begins.startswith(GZIP):
        return _PASSES_OF_GZIP
    return _PASSES_OF_ZIP if is_zip(begins) else 1


def hash_of(path: Path, seen: Callable[[int], None]) -> str:
    """Return the SHA-256 of a file, and tell how many bytes of it were seen.

    Raises:
        OSError: it cannot be read.
    """
    digest, buffer, number = sha256(), bytearray(CHUNK_BYTES), 0
    with path.open("rb", buffering=0) as file:
        while read := file.readinto(buffer):
            digest.update(memoryview(buffer)[:read])
            number += read
            seen(number)
    return digest.hexdigest()


def state_of(path: Path) -> tuple[int, int, int]:
    """Return what is another when a file was written: its size, time and place.

    Raises:
        OSError: it is not there.
    """
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ino
