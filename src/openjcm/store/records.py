"""The records of the journal as they stand in its rows, read one after another."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any

import psycopg

from openjcm.store import canonical
from openjcm.store.canonical import Record
from openjcm.store.cursors import streamed

Connection = psycopg.Connection[dict[str, Any]]


def records(connection: Connection) -> Iterator[Record]:
    """Yield every record in an order in which each chain is in order.

    Raises:
        Malformed: a record's text is not canonical JSON.
    """
    # One chain's instants never go back, so this order keeps every chain's own.
    question = "SELECT * FROM journal ORDER BY at, partnership, (side <> 'joint'), side, seq"
    for row in streamed(connection, question):
        yield record_of(row)


def record_of(row: Mapping[str, Any]) -> Record:
    """Return the record of a row of the journal.

    Raises:
        Malformed: its text is not canonical JSON.
    """
    name = f"{row['partnership']}/{row['side']} record {row['seq']}"
    return Record(
        partnership=row["partnership"],
        side=row["side"],
        seq=row["seq"],
        request_id=row["request_id"],
        on=row["on_day"],
        at=row["at"].astimezone(UTC),
        actor=canonical.parse(row["actor"], f"{name}, actor"),
        edition=row["edition"],
        kind=row["kind"],
        body=canonical.parse(row["body"], f"{name}, body"),
        version=row["version"],
    )
