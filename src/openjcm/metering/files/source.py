"""What is read by one statement: a file, or several that were joined, with how it is read."""

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from openjcm.metering.files.tables import Table


@dataclass(frozen=True, slots=True)
class Member:
    """A file whose rows are read: its number, what it is called, and its layout.

    ``ahead`` leads from a row of the text that it was joined to, to its own.
    """

    number: int
    name: str
    is_wide: bool = False
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One file that can be read: its number, what it is called, where it is, and its table.

    ``lines`` is the number of the last line of a text, 0 if that is not known. ``members`` are the
    files that it was joined of, in the order of their rows; it has the least of their numbers.
    """

    number: int
    name: str
    path: Path
    table: Table
    lines: int = 0
    members: tuple[Member, ...] = ()

    @property
    def each(self) -> tuple[Member, ...]:
        """The files that people know, of which it is one or was joined."""
        return self.members or (Member(self.number, self.name, self.is_wide),)

    def at_line(self, line: int) -> tuple[str, int]:
        """Return the file that people know, and the row there, of a line of a text."""
        header = self.table.header_row
        first = bisect_right(self.each, line, key=lambda each: header + 1 - each.ahead)
        member = self.each[max(first - 1, 0)]
        return member.name, line + member.ahead

    @property
    def is_parquet(self) -> bool:
        """Whether the file is Parquet, and not text."""
        return bool(self.table.types)

    @property
    def is_wide(self) -> bool:
        """Whether each meter has a column of its own."""
        return len(self.table.columns.values) > 1

    @property
    def digits(self) -> int | None:
        """The decimals of all its meters; ``None`` where they differ."""
        all_of = {meter.digits for meters in self.table.columns.values.values() for meter in meters}
        return next(iter(all_of)) if len(all_of) == 1 else None
