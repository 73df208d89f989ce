"""The secret key of a data directory: made once, readable by its owner alone."""

import base64
import os
import tempfile
from pathlib import Path

from openjcm.store.embedded.place import foreseen, make_data_directory

_KEY_BYTES = 48


def secret_key(data: Path) -> str:
    """Return the data directory's key; the first who asks makes it.

    Raises:
        Malformed: the data directory cannot be used.
        Stopped: the disk is full.
    """
    with foreseen(data):
        path = make_data_directory(data) / "secret_key"
        if not path.exists():
            _make(path)
        return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    """Put a whole key in place, unless someone else was faster."""
    with tempfile.NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as new:
        new.write(base64.urlsafe_b64encode(os.urandom(_KEY_BYTES)).decode() + "\n")
        new.flush()
        if not path.exists():
            path.hardlink_to(new.name)
