"""Reading files as they are handed in: named, hashed, unpacked, and looked at as tables.

Every file is kept as it is and known by its SHA-256. What is taken out of an archive, written
again in UTF-8, or taken out of a workbook stands in a folder that is removed afterwards; how it
was read is said, so that anybody can do it again.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from openjcm.measure.errors import Finding
from openjcm.metering.files.encoding import CHUNK_BYTES, Scan, in_utf_8, scan_text, unseen
from openjcm.metering.files.folders.joining import Joining
from openjcm.metering.files.folders.kinds import (
    begins_of,
    is_document,
    no_file,
    unread_form,
    unread_text,
)
from openjcm.metering.files.folders.listing import Listed, list_files
from openjcm.metering.files.parquet import parquet_table
from openjcm.metering.files.source import Member, Source
from openjcm.metering.files.tables import Table, is_cover, is_prose, text_table
from openjcm.metering.files.units_beside import units_beside
from openjcm.metering.files.unpacking import (
    GZIP,
    Unpackable,
    gunzip,
    holds_workbook,
    is_zip,
    printable,
    unzip,
)
from openjcm.metering.files.workbook import sheets_of
from openjcm.metering.plan.plan import Plan

_PARQUET = b"PAR1"
_PASSED = "not read, as it holds no readings"
_UNREAD = "it is {form}, which is not read; save it as .xlsx or CSV"
# How many times the bytes of a file are gone through before it can be read: its hash, what it
# unpacks to, and that looked at.
_PASSES_OF_GZIP = 3
_PASSES_OF_ZIP = 2


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

    ``members`` are what can be read of them, numbered from ``first`` on, and ``of_member`` leads
    from one to the file that it came from. ``sources`` are what is read by one statement each.
    """

    first: int = 0
    names: list[str] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    states: list[tuple[int, int, int]] = field(default_factory=list)
    read_as: list[list[str]] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    of_member: list[int] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def outside(self) -> list[Path]:
        """What is read and stands elsewhere than in the folder of what was opened."""
        return [each.path for each in self.sources if each.path.is_symlink()]

    def changed(self) -> Iterator[Finding]:
        """Find files that were written while they were read."""
        for name, path, state in zip(self.names, self.paths, self.states, strict=True):
            if not path.exists() or state_of(path) != state:
                yield changed_file(name)

    def files(self, rows: Counter[int]) -> tuple[ReadFile, ...]:
        """Return the files with the rows that were read of each of their sources."""
        counts: Counter[int] = Counter()
        for source, count in rows.items():
            counts[self.of_member[source - self.first]] += count
        return tuple(
            ReadFile(name, self.hashes[at], counts[at], tuple(self.read_as[at]))
            for at, name in enumerate(self.names)
        )


def changed_file(name: str) -> Finding:
    """Say that a file is not what it was when it was opened."""
    return Finding("file-changed", name, "the file was written while it was read")


def open_files(
    paths: Sequence[Path],
    plan: Plan,
    folder: Path,
    *,
    first: int = 0,
    moved: Callable[[float], None] = unmoved,
) -> Opened:
    """Look at every file, into ``folder`` where it must be unpacked or written again.

    All that is wrong is found at once. What is read is numbered from ``first`` on. ``moved`` is
    told the share of the bytes that was seen.
    """
    listed, findings = list_files(paths)
    opened = Opened(first, findings=findings)
    open_listed(opened, listed, plan, folder, moved=moved)
    if listed and not opened.members and not opened.findings:
        opened.findings.append(nothing_read(paths))
    return opened


def nothing_read(paths: Sequence[Path]) -> Finding:
    """Say that nothing that was handed in holds readings."""
    place = printable(paths[0].name) if len(paths) == 1 else "readings"
    return Finding("no-file", place, "no file in it holds readings; name one that does")


def open_listed(
    opened: Opened,
    listed: Sequence[Listed],
    plan: Plan,
    folder: Path,
    *,
    moved: Callable[[float], None] = unmoved,
) -> None:
    """Look at files that are listed, and add what is read of them, as ``open_files`` does."""
    joining = Joining(folder.resolve())
    sizes = [each.size for each in listed]
    before, total = 0, max(sum(sizes), 1)
    for each, size in zip(listed, sizes, strict=True):
        if not each.path.is_file():
            opened.findings.append(Finding("no-file", each.name, no_file(each.path)))
            continue

        def tell(share: float, before: int = before, size: int = size) -> None:
            moved((before + share * size) / total)

        try:
            _Opening(opened, plan, joining, each, tell).open()
        except OSError as refusal:
            said = f"the file cannot be read: {refusal.strerror or refusal}"
            opened.findings.append(Finding("no-file", each.name, said))
        before += size
    sources = joining.finish()
    for source in sources:
        opened.findings += units_beside(source, plan)
    opened.sources += sources


class _Opening:
    """One file that was handed in, on its way to the sources that are read of it."""

    def __init__(
        self,
        opened: Opened,
        plan: Plan,
        joining: Joining,
        listed: Listed,
        moved: Callable[[float], None],
    ) -> None:
        self.opened, self.plan, self.joining, self.folder = opened, plan, joining, joining.folder
        self.path, self.name, self.moved = listed.path, listed.name, moved
        self.is_named = listed.is_named
        self.at = len(opened.names)
        # Which time through the file looking at its text is, of how many; the many texts of a zip
        # are none.
        self.scanning: tuple[int, int] | None = (0, 1)

    def open(self) -> None:
        """Look at the file.

        Raises:
            OSError: it cannot be read.
        """
        state, begins = state_of(self.path), begins_of(self.path)
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
        begins = begins_of(path)
        if self._is_left(name, path, begins):
            return
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
            self.is_named = False
            for member, place in unzip(path, inside, self._seen(1, _PASSES_OF_ZIP)):
                self._open(f"{name}:{member}", place, is_outer=False)
        elif begins.startswith(_PARQUET):
            self._add(name, path, parquet_table(path, name, self.plan))
        elif _is_text(begins):
            self._open_text(name, path, is_outer=is_outer)
        else:
            raise Unpackable("nested", f"{name} is an archive within an archive; unpack it first")

    def _open_text(self, name: str, path: Path, *, is_outer: bool) -> None:
        if not (self.is_named or path.suffix or path.stat().st_size):
            # A mark that a program left when it was done.
            self._pass(name, path)
            return
        scan = scan_text(path, self._seen(*self.scanning, path) if self.scanning else unseen)
        if is_outer:
            self.opened.hashes[self.at] = scan.sha256
        if scan.fault is not None:
            self._found(scan.fault[0], f"{name} row {scan.lines}", scan.fault[1] + self._or_out)
            return
        if scan.encoding != "utf-8":
            path = self._in_utf_8(name, path, scan)
        if scan.fault is None:
            self._open_table(name, path, scan.lines)

    def _open_table(self, name: str, path: Path, lines: int) -> None:
        """Add a text in UTF-8 as a table, if it is one."""
        table = text_table(path, name, self.plan)
        form = unread_text(begins_of(path))
        if form and isinstance(table, list):
            self._found("unread-form", name, _UNREAD.format(form=form) + self._or_out)
        elif not self.is_named and isinstance(table, list) and is_prose(path, self.plan):
            self._pass(name, path)
        else:
            self._add(name, path, table, lines=lines)

    def _is_left(self, name: str, path: Path, begins: bytes) -> bool:
        """Whether a file is a document that is passed over, or is refused for its form."""
        form = unread_form(path, begins)
        if form:
            self._found("unread-form", name, _UNREAD.format(form=form) + self._or_out)
        elif not self.is_named and is_document(name, path, begins):
            self._pass(name, path)
        else:
            return False
        return True

    def _pass(self, name: str, path: Path) -> None:
        """Pass over a file of a folder or archive, and say so."""
        if not self.opened.hashes[self.at]:
            self.opened.hashes[self.at] = hash_of(path, unseen)
        inner = name.removeprefix(self.name).removeprefix(":")
        self._say(f"{inner} {_PASSED}".strip())

    @property
    def _or_out(self) -> str:
        return "" if self.is_named else ", or take it out of the folder or archive"

    def _in_utf_8(self, name: str, path: Path, scan: Scan) -> Path:
        again = self.folder / f"utf8-{self.at}-{len(self.opened.members)}"
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
        into = self.folder / f"book{self.at}-{len(self.opened.members)}"
        sheets = sheets_of(path, into)
        if isinstance(sheets, Finding):
            self._found(sheets.rule, name, sheets.message)
            return
        if not sheets:
            self._found("empty-file", name, "every sheet of the workbook is blank; add readings")
        for sheet, place, formulas in sheets:
            where = f"{name}[{printable(sheet)}]"
            if len(sheets) > 1 and is_cover(place, self.plan):
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
        number = self.opened.first + len(self.opened.members)
        member = Member(number, name, len(table.columns.values) > 1)
        self.joining.add(member, path, table, lines)
        self.opened.members.append(member)
        self.opened.of_member.append(self.at)
        for each in table.said:
            self._say(each)

    def _seen(self, nth: int, of: int, path: Path | None = None) -> Callable[[int], None]:
        """Give what is told of the bytes seen in the n-th of so many times through the file."""
        size = max((path or self.path).stat().st_size, 1)
        return lambda seen: self.moved((nth + seen / size) / of)

    def _say(self, said: str) -> None:
        if said not in self.opened.read_as[self.at]:
            # Files that are read alike share the words.
            self.opened.read_as[self.at].append(sys.intern(said))

    def _found(self, rule: str, place: str, message: str) -> None:
        self.opened.findings.append(Finding(rule, place, message))


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
