"""Small files that are read alike, written together, so that one statement reads all of them.

To plan a statement costs as much as to read megabytes, and a year of daily files of a fleet are a
hundred thousand. A row of a joined text begins with the number of its file and with what leads
from its row there to its own; of joined Parquet files the same stands in columns. What cannot be
joined beyond doubt, such as a text with a stray quotation mark or a blank line, stays alone.
"""

import re
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb

from openjcm.metering.files.clocks import Shape
from openjcm.metering.files.parquet import ROW_NUMBER, looker, quoted
from openjcm.metering.files.relation import JOINED_FILE, JOINED_ROW, literal
from openjcm.metering.files.source import Member, Source
from openjcm.metering.files.tables import Table

SMALL_BYTES = 1 << 20
# Of fewer files each is read by itself: it costs little, and tells more of each.
JOINED_LEAST = 16
# What is held in memory while it is joined, and is one file then.
JOINED_BYTES = 32 << 20
# Parquet files stand open side by side while they are joined.
JOINED_PARQUET = 500
_BLANK_LINE = re.compile(rb"(\A|\n)\r?\n")
# Types that come out of a Parquet file as they were written.
_PLAIN_TYPES = re.compile(
    r"VARCHAR|U?(TINY|SMALL|BIG)INT|U?INTEGER|DOUBLE|FLOAT|BOOLEAN|DATE|DECIMAL\(\d+,\d+\)"
    r"|TIMESTAMP( WITH TIME ZONE)?"
)
_JOIN_PARQUET = """
COPY (
    SELECT {columns}, CAST(parse_filename(filename) AS INTEGER) AS {file}, {number} AS {row}
    FROM read_parquet([{places}], filename = true, {number} = true)
) TO {into} (FORMAT parquet)
"""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """A file that was looked at: where it stands, how large it is, and its first instant."""

    member: Member
    path: Path
    lines: int
    size: int
    sample: str


@dataclass(slots=True)
class Joining:
    """Files on their way to the sources that are read of them, in a folder of ours."""

    folder: Path
    tables: dict[Key, Table] = field(default_factory=dict)
    pending: dict[Key, list[Pending]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[Key, int] = field(default_factory=lambda: defaultdict(int))
    sources: list[Source] = field(default_factory=list)
    places: int = 0

    def add(self, member: Member, path: Path, table: Table, lines: int) -> None:
        """Add a file, which is read alone or with others."""
        one = Pending(member, path, lines, path.stat().st_size, table.sample)
        if one.size > SMALL_BYTES or not all(map(_PLAIN_TYPES.fullmatch, table.types)):
            self._alone(one, table)
            return
        key = _key(table)
        self.tables.setdefault(key, table)
        self.pending[key].append(one)
        self.sizes[key] += one.size
        is_full = table.types and len(self.pending[key]) >= JOINED_PARQUET
        if is_full or self.sizes[key] >= JOINED_BYTES:
            self._join(key)

    def finish(self) -> list[Source]:
        """Join what is left, and return all sources in the order of their first files."""
        for key in list(self.pending):
            self._join(key)
        return sorted(self.sources, key=lambda each: each.number)

    def _join(self, key: Key) -> None:
        table, some = self.tables[key], self.pending.pop(key)
        del self.sizes[key]
        if len(some) < JOINED_LEAST:
            for each in some:
                self._alone(each, table)
        elif table.types:
            self._join_parquet(sorted(some, key=lambda each: _order(each, table)), table)
        else:
            self._join_texts(some, table)

    def _join_texts(self, some: Sequence[Pending], table: Table) -> None:
        """Write texts together, the rows of a meter below each other as far as that can be told."""
        bodies = list[tuple[tuple[str, ...], bytes, Pending]]()
        head, ends = b"", set[bytes]()
        for each in some:
            text = each.path.read_bytes()
            before, body = _divided(text, table.header_row)
            end = b"\r\n" if b"\r" in text else b"\n"
            if not _is_plain(text, body, table, end) or (ends and end not in ends):
                self._alone(each, table)
                continue
            ends, head = {end}, head or before
            bodies.append((_order(each, table, body), body.rstrip(b"\r\n") + end, each))
        if len(bodies) < JOINED_LEAST:
            for _, _, each in bodies:
                self._alone(each, table)
            return
        bodies.sort(key=lambda each: (each[0], each[2].member.number))
        place, at, members = self._place(), table.header_row, list[Member]()
        with place.open("wb") as file:
            file.write(head)
            for _, body, each in bodies:
                member = replace(each.member, ahead=table.header_row - at)
                mark = table.delimiter
                begins = f"{member.number}{mark}{member.ahead}{mark}".encode()
                file.write(begins + body[:-1].replace(b"\n", b"\n" + begins) + b"\n")
                members.append(member)
                at += body.count(b"\n")
        self._joined(members, place, table, at)

    def _join_parquet(self, some: Sequence[Pending], table: Table) -> None:
        place, links = self._place(), self._place()
        links.mkdir()
        for each in some:
            (links / str(each.member.number)).symlink_to(each.path.resolve())
        columns = table.columns
        beside = [at for at in (columns.clock, columns.meter, columns.unit) if at is not None]
        asked = {columns.read_at, *beside, *columns.values}
        statement = _JOIN_PARQUET.format(
            columns=", ".join(f"{quoted(table.headers[at])} AS c{at}" for at in sorted(asked)),
            places=", ".join(literal(str(links / str(each.member.number))) for each in some),
            into=literal(str(place)),
            file=JOINED_FILE,
            row=JOINED_ROW,
            number=ROW_NUMBER,
        )
        try:
            with looker().cursor() as bench:
                bench.execute(statement)
        except duckdb.Error:
            # One of them is damaged, and is told when each is read by itself.
            for each in some:
                self._alone(each, table)
        else:
            self._joined([each.member for each in some], place, table, 0)
        shutil.rmtree(links)

    def _joined(self, members: Sequence[Member], place: Path, table: Table, lines: int) -> None:
        number = min(each.number for each in members)
        name = f"{members[0].name} and {len(members) - 1} more"
        self.sources.append(Source(number, name, place, table, lines, tuple(members)))

    def _alone(self, one: Pending, table: Table) -> None:
        """Let a file be read by itself, under a plain name: DuckDB reads * and [ as patterns."""
        place = self.folder / f"source-{one.member.number}"
        if one.size > SMALL_BYTES or one.path.is_relative_to(self.folder):
            place.symlink_to(one.path.resolve())
        else:
            # One place is allowed to the bench for all of them, and a link leads out of it.
            shutil.copyfile(one.path, place)
        own = replace(table, sample=one.sample)
        self.sources.append(Source(one.member.number, one.member.name, place, own, one.lines))

    def _place(self) -> Path:
        """Return where something may be written that is not there yet."""
        self.places += 1
        return self.folder / f"joined-{self.places}"


def _key(table: Table) -> Key:
    """Return what is the same in tables that one statement reads."""
    columns = table.columns
    return (
        table.headers,
        (columns.meter, columns.read_at, columns.clock, columns.unit),
        tuple((at, tuple(meter.id for meter in some)) for at, some in columns.values.items()),
        table.clock,
        # Texts of one form are read fast; what differs from the sample only slowly.
        re.sub(r"\d", "0", table.sample[:16]) + table.sample[16:],
        (table.header_row, table.delimiter, table.has_decimal_comma),
        table.types,
    )


def _divided(text: bytes, header_row: int) -> tuple[bytes, bytes]:
    """Return the rows of a text up to its header, and those below."""
    at = 0
    for _ in range(header_row):
        at = text.find(b"\n", at) + 1
        if not at:
            return text, b""
    return text[:at], text[at:]


def _is_plain(text: bytes, body: bytes, table: Table, end: bytes) -> bool:
    """Whether each line is a row, beyond doubt: quotation marks, line ends and blank lines."""
    if not body or _BLANK_LINE.search(body.rstrip(b"\r\n")):
        return False
    if end == b"\r\n" and text.count(b"\n") != text.count(b"\r\n"):
        return False
    if b'"' not in text:
        return True
    mark = re.escape(table.delimiter.encode())
    return b'"' not in re.sub(
        rb'(?:^|(?<=[MARK\n]))"[^"\r\n]*"(?=[MARK\r\n]|\Z)'.replace(b"MARK", mark), b"", text
    )


def _order(one: Pending, table: Table, body: bytes = b"") -> tuple[str, ...]:
    """Return by what files are put in order: their first meter, where it is seen, and instant."""
    meter, first = "", body.split(b"\n", 1)[0].decode(errors="replace")
    cells = first.split(table.delimiter)
    if table.columns.meter is not None and table.columns.meter < len(cells):
        meter = cells[table.columns.meter]
    parts = [each.zfill(4) for each in re.findall(r"\d+", one.sample)]
    order = {Shape.DAY_FIRST: (2, 1, 0), Shape.MONTH_FIRST: (2, 0, 1)}.get(table.clock.shape)
    if order is not None and len(parts) > max(order):
        parts[:3] = [parts[at] for at in order]
    return meter, *parts
