"""Rows that come as they are read, so that a long journal never stands in memory whole."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

import psycopg

Connection = psycopg.Connection[dict[str, Any]]
_ROWS_AT_ONCE = 500


def streamed(
    connection: Connection, question: str, params: Mapping[str, Any] | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a question; other questions may be asked in between."""
    with connection.cursor(name=f"rows_{uuid4().hex}", withhold=True) as cursor:
        cursor.itersize = _ROWS_AT_ONCE
        yield from cursor.execute(question.encode(), params)
