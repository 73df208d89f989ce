"""A table as JSON: an array of objects with sorted keys; a blank is null."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from openjcm.papers.exports.csv_file import instant
from openjcm.views.record.tables import Cell, Filled


def write_json(of: Filled) -> bytes:
    """Return a table as a JSON file; the same rows give the same bytes."""
    # As ``json_bytes`` writes it; Python's encoder takes three times as long where it indents.
    rows = [_indented(row) for row in json_rows(of)]
    return "".join(["[\n ", ",\n ".join(rows), "\n]\n"] if rows else ["[]\n"]).encode()


def json_rows(of: Filled) -> list[dict[str, str | int | bool | None]]:
    """Return the rows of a table as JSON values: days and instants as text."""
    return [{name: _value(cell) for name, cell in row.items()} for row in of.rows]


def json_bytes(value: object) -> bytes:
    """Return a value in the one form in which our JSON files are written."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def _indented(row: Mapping[str, object]) -> str:
    # A row holds no list and no object, so that commas stand between its members alone.
    members = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",\n  ", ": "))
    return f"{{\n  {members[1:-1]}\n }}"


def _value(cell: Cell) -> str | int | bool | None:
    match cell:
        case datetime():
            return instant(cell)
        case date():
            return cell.isoformat()
    return cell
