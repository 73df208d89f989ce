"""The ``[table.X]`` tables of a definition file, and rows that a project gives for one.

Rows are in rising order without gap or overlap; what lies outside is refused or has a value that
the file says, and is never extrapolated.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from openjcm.measure import Basis
from openjcm.methodology.checks import Check
from openjcm.methodology.definition import Closed, Hands, LookupTable, Row
from openjcm.methodology.files.forms import KNOWN, ROW_KEYS, TABLE, TABLE_KEY
from openjcm.methodology.files.parameters import (
    check_symbol,
    read_kind,
    read_known,
    read_unit,
)
from openjcm.methodology.files.toml import Table
from openjcm.methodology.language.shapes import Kind

ROWS_MAX = 1000
"""Rows of a table."""
_REFUSE = "refuse"


def read_tables(table: Table, seen: Sequence[str]) -> tuple[LookupTable, ...]:
    """Read the tables in the order of the file; faults go into the table's findings."""
    taken = set(seen)
    tables = []
    for symbol, entry in table.tables("table"):
        check_symbol(entry, symbol, taken)
        taken.add(symbol)
        tables.append(_table(symbol, entry))
    return tuple(tables)


def rows_given(given: LookupTable, rows: object, table: Table) -> LookupTable:
    """Return a table with the rows that a project gives for it, as declared.

    Rows of options take the place of those that stand there for the same; other rows of all.

    Args:
        given: The table as declared.
        rows: A list of rows in the form of the file.
        table: Where what is wrong is noted.
    """
    read = replace(table, entries={"row": rows})
    own = tuple(_row(row, given) for row in read.rows("row"))
    named = {row.option for row in own}
    left = [row for row in given.rows if row.option not in named and given.kind is Kind.CHOICE]
    filled = replace(given, rows=(*left, *own))
    _check_rows(table, filled)
    return filled


def _table(symbol: str, entry: Table) -> LookupTable:
    entry.only(*TABLE)
    key = entry.table("key")
    key.only(*TABLE_KEY)
    kind, key_unit, options = read_kind(key)
    table = LookupTable(
        symbol=symbol,
        unit=read_unit(entry),
        says=entry.text("says"),
        known=read_known(entry),
        kind=kind,
        key=key_unit,
        options=options,
        closed=_closed(entry, kind),
        may_be_given=entry.entries.get("value_from") == Hands.EITHER,
    )
    if entry.entries.get("outside", _REFUSE) != _REFUSE:
        table = replace(table, outside=entry.number("outside"))
    elif "outside" not in entry.entries:
        entry.refuse(
            Check.KEY_GIVEN, f"'outside' is missing: \"{_REFUSE}\", or the value beyond the rows"
        )
    table = replace(table, rows=tuple(_row(row, table) for row in entry.rows("row")))
    _check_hands(entry, table)
    return table


def _closed(entry: Table, kind: Kind) -> Closed | None:
    if kind is Kind.NUMBER:
        return entry.member("closed", Closed)
    if "closed" in entry.entries:
        entry.refuse(Check.KEY_KNOWN, "only intervals have ends that are 'closed'")
    return None


def _row(row: Table, table: LookupTable) -> Row:
    row.only(*ROW_KEYS[table.kind], "value", *KNOWN)
    for key in {"value", *ROW_KEYS[table.kind]} - {"from", "to"}:
        if key not in row.entries:
            row.refuse(Check.KEY_GIVEN, f"'{key}' is missing")
    return Row(
        value=row.number("value") or Decimal(0),
        start=row.number("from"),
        end=row.number("to"),
        option=row.text("option", ""),
        since=row.day("since"),
        known=read_known(row) if set(row.entries) & set(KNOWN) else None,
    )


def _check_hands(entry: Table, table: LookupTable) -> None:
    source = entry.member("value_from", Hands) if "value_from" in entry.entries else None
    if source is Hands.PROJECT and table.rows:
        entry.refuse(
            Check.VALUE_IN_THE_RIGHT_HANDS, "rows that the project gives do not stand here"
        )
    if source is not Hands.PROJECT and not table.rows:
        entry.refuse(
            Check.VALUE_IN_THE_RIGHT_HANDS,
            f'a table has rows, or value_from = "{Hands.PROJECT}"; nothing stands in for them',
        )
    if table.known.evidence is Basis.UNDISCLOSED and table.rows:
        entry.refuse(Check.VALUE_IN_THE_RIGHT_HANDS, "an undisclosed table cannot be given")
    if table.rows:
        _check_rows(entry, table)


def _check_rows(entry: Table, table: LookupTable) -> None:
    if len(table.rows) > ROWS_MAX:
        entry.refuse(Check.TABLE_IN_ORDER, f"a table has at most {ROWS_MAX} rows")
    elif table.kind is Kind.NUMBER:
        _check_intervals(entry, table.rows)
    elif table.kind is Kind.CHOICE:
        _check_options(entry, table)
    else:
        _check_days(entry, table.rows)


def _check_intervals(entry: Table, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, start=1):
        if row.start is not None and row.end is not None and row.start >= row.end:
            entry.refuse(Check.TABLE_IN_ORDER, f"row {number} ends where it begins, or before")
    for number, (one, other) in enumerate(pairwise(rows), start=1):
        if one.end is None or other.start is None:
            said = f"rows {number} and {number + 1} overlap: an open end stands inside the table"
        elif other.start < one.end:
            said = f"rows {number} and {number + 1} overlap, or are out of order"
        elif other.start > one.end:
            said = f"between {one.end:f} and {other.start:f} is a gap"
        else:
            continue
        entry.refuse(Check.TABLE_IN_ORDER, said)


def _check_options(entry: Table, table: LookupTable) -> None:
    named = [row.option for row in table.rows]
    unknown = [each for each in named if each and each not in table.options]
    if unknown:
        entry.refuse(
            Check.OPTION_KNOWN,
            f"{', '.join(unknown)} is none of the options {', '.join(table.options)}",
        )
    for option in table.options:
        if named.count(option) > 1:
            entry.refuse(Check.TABLE_IN_ORDER, f"'{option}' has {named.count(option)} rows")
        if option not in named and table.outside is None and not table.may_be_given:
            entry.refuse(Check.TABLE_IN_ORDER, f"'{option}' has no row, and no value outside")


def _check_days(entry: Table, rows: Sequence[Row]) -> None:
    for number, (one, other) in enumerate(pairwise(rows), start=1):
        if one.since and other.since and one.since >= other.since:
            entry.refuse(
                Check.TABLE_IN_ORDER, f"rows {number} and {number + 1} are not in rising order"
            )
