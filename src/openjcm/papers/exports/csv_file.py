"""A table as CSV: UTF-8 with a byte order mark, as RFC 4180, safe in a spreadsheet."""

import csv
import io
from datetime import date, datetime

from openjcm.views.record.tables import Cell, Filled

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(of: Filled) -> bytes:
    """Return a table as a CSV file; the same rows give the same bytes."""
    names = [column.name for column in of.table.columns]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([guarded(row[name]) for name in names] for row in of.rows)
    # Without the mark a spreadsheet takes the Japanese for something else.
    return f"\ufeff{text.getvalue()}".encode()


def guarded(cell: Cell) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded(144), guarded(None), guarded(True)
    ("'=1+1", '144', '', 'true')
    """
    text = plain(cell)
    risky = isinstance(cell, str) and text.lstrip(" ").startswith(_STARTS_A_FORMULA)
    return f"'{text}" if risky else text


def plain(cell: Cell) -> str:
    """Return a cell as text: days and instants as ISO 8601, a blank as nothing.

    >>> plain(date(2022, 3, 28)), plain(False)
    ('2022-03-28', 'false')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return instant(cell)
        case date():
            return cell.isoformat()
    return str(cell)


def instant(at: datetime) -> str:
    """Return an instant in UTC with its milliseconds.

    >>> from datetime import UTC
    >>> instant(datetime(2026, 6, 7, 9, 30, tzinfo=UTC))
    '2026-06-07T09:30:00.000Z'
    """
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
