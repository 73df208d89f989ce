"""What views need: a reader of the record, implemented by ``store``. It cannot write."""

from collections.abc import Mapping
from typing import Any, Protocol


class Reader(Protocol):
    """Questions to the record: SQL in, rows out."""

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return the rows of a question as dictionaries."""
