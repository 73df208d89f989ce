"""A file of open data: its name, its bytes, and how to check that they arrived."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file; ``table`` and ``format`` are empty for those that are about all tables."""

    name: str
    media: str
    content: bytes
    sha256: str
    table: str = ""
    format: str = ""

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.content)


def data_file(
    name: str, media: str, content: bytes, *, table: str = "", form: str = ""
) -> DataFile:
    """Return a file with its checksum."""
    return DataFile(name, media, content, hashlib.sha256(content).hexdigest(), table, form)
