"""What was last seen of each chain, kept outside the database.

A chain that was cut, or rewritten with all its hashes, still agrees with itself; it no longer
agrees with what was seen of it before. This file is our own witness on this machine; that of
the other side's registry is a later step.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openjcm.measure.errors import Malformed


@dataclass(frozen=True, slots=True)
class Seen:
    """A chain as it was: how many records, and the last hash."""

    seq: int
    chain: bytes


class LastSeen:
    """A small file, replaced as a whole after each record that was committed."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def name(self) -> str:
        """The name of the file, as messages cite it."""
        return self._file.name

    def of(self, partnership: str, side: str) -> Seen | None:
        """Return what was last seen of a chain, None if nothing was."""
        return self._read().get((partnership, side))

    def chains(self) -> Iterator[tuple[str, str]]:
        """Yield the chains of which something was seen."""
        yield from self._read()

    def note(self, partnership: str, side: str, seen: Seen) -> None:
        """Note a chain's new end; a note that comes late never takes a newer one back."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            known = self._read()
            before = known.get((partnership, side))
            if before and before.seq >= seen.seq:
                return
            known[partnership, side] = seen
            self._write(known)

    def _read(self) -> dict[tuple[str, str], Seen]:
        if not self._file.exists():
            return {}
        try:
            said = json.loads(self._file.read_text(encoding="utf-8"))
            return {
                (each["partnership"], each["side"]): Seen(each["seq"], bytes.fromhex(each["chain"]))
                for each in said
            }
        except (ValueError, KeyError, TypeError) as error:
            raise Malformed(
                f"{self._file} cannot be read ({error}); put the copy of your last backup there",
                code="last-seen-unreadable",
                about=str(self._file),
            ) from error

    def _write(self, known: dict[tuple[str, str], Seen]) -> None:
        said = [
            {"partnership": key[0], "side": key[1], "seq": seen.seq, "chain": seen.chain.hex()}
            for key, seen in sorted(known.items())
        ]
        draft = self._file.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as out:
            out.write(json.dumps(said, indent=1) + "\n")
            out.flush()
            os.fsync(out.fileno())
        draft.replace(self._file)
