"""One row into one table, whose names come from the code and never from a person."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

Connection = psycopg.Connection[dict[str, Any]]


def insert_row(connection: Connection, table: str, row: Mapping[str, Any]) -> None:
    """Insert a row; columns that are not named take their defaults.

    Raises:
        psycopg.IntegrityError: a constraint refuses it; its name is a sentence.
    """
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    values = sql.SQL(", ").join(map(sql.Placeholder, row))
    connection.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, values),
        row,
    )
