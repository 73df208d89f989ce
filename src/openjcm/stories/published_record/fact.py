"""One published fact as a file gives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """One fact as a file gives it; ``on`` is its legal day, ``says`` what was printed.

    ``place`` is its file and row.
    """

    partnership: str
    fact: str
    key: str
    on: date
    says: Mapping[str, Any]
    place: str = field(default="", compare=False)
