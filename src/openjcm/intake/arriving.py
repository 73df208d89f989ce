"""Take a batch in: check it, keep it, say what it was. Once is enough, twice does no harm."""

import errno
import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from openjcm.intake.checking import checked
from openjcm.intake.parts import parts_of
from openjcm.intake.seats import Seats
from openjcm.measure.errors import Conflict, Malformed, Stopped
from openjcm.store.database import configured, reader
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Evidence, Intake, add_batch, find_batch

BATCH_MAX = 16 << 20
"""Bytes of a batch as it is sent, packed or not."""
SEATS = Seats(2)
"""For batches that one process that serves takes in, and for questions about them."""
NAME_MAX = 100
"""Characters of a batch's name that are kept."""
_NO_NAME = "batch"
_SHA256 = re.compile(r"[0-9a-f]{64}")
# The longest name that a file system takes is of 255 bytes.
_FILE_NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch that is sent: its bytes, and what is said of it.

    ``name`` is what messages call it; ``replaces`` the SHA-256 of the batch that it corrects;
    ``evidence`` are photos or invoices that are kept already; ``sender`` whose key it came with.
    """

    content: bytes
    name: str = _NO_NAME
    replaces: str = ""
    evidence: Sequence[Evidence] = ()
    note: str = ""
    sender: str = ""


def deliver(intake: Intake, sent: Sent) -> tuple[Arrived, bool]:
    """Take a batch in, and return it with whether it is new.

    It is safe on disk, its file and its entry, before this returns.

    Raises:
        Malformed: the batch is refused; every fault with its row. Nothing of it is kept.
        Conflict: it replaces a batch that never arrived, or that was replaced already.
        Stopped: the database does not answer, or the machine has no room.
    """
    _require_size(sent)
    sha256 = hashlib.sha256(sent.content).hexdigest()
    known = find_batch(reader(), intake.name, sha256)
    if known is not None:
        return _the_same(known, sent), False
    _require_replaceable(intake, sent)
    with _arriving(parts_of(intake.name)) as place:
        file = place / _file_name(sent.name)
        file.write_bytes(sent.content)
        seen = checked(intake, file, place / "part.parquet")
        FileStore(configured().files).put(sent.content)
        is_new = add_batch(configured().app_url, intake.name, _entry(sent, sha256, seen))
        arrived = find_batch(reader(), intake.name, sha256)
        assert arrived is not None, "what was added stands there"
        # Should this be missed, the part is made again of the kept file.
        (place / "part.parquet").replace(parts_of(intake.name) / f"{arrived.number}.parquet")
    return _the_same(arrived, sent), is_new


@contextmanager
def _arriving(folder: Path) -> Iterator[Path]:
    """Give a folder for one batch, and say in a sentence that the disk is full."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".arriving-", dir=folder) as name:
            yield Path(name)
    except OSError as fault:
        if fault.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        said = "the disk is full; nothing was half-kept. Send the batch again later"
        raise Stopped(said, code="disk-full", about="batch") from fault


def _require_size(sent: Sent) -> None:
    if not sent.content:
        said = "the batch is empty; send the readings as its content"
        raise Malformed(said, code="empty-batch", about="batch")
    if len(sent.content) > BATCH_MAX:
        raise too_large()


def too_large() -> Malformed:
    """Return the refusal of a batch that is larger than any may be."""
    said = f"the batch is larger than {BATCH_MAX >> 20} MiB; send it in smaller ones"
    return Malformed(said, code="batch-too-large", about="batch")


def _require_replaceable(intake: Intake, sent: Sent) -> None:
    if not sent.replaces:
        return
    if not _SHA256.fullmatch(sent.replaces):
        said = (
            "replaces is the SHA-256 of the batch that this one corrects: 64 digits from 0 to 9 "
            "and a to f, as its receipt has them"
        )
        raise Malformed(said, code="replaces-unreadable", about="replaces")
    if find_batch(reader(), intake.name, sent.replaces) is None:
        said = (
            "the batch that it replaces has not arrived; send that one first, or this one without "
            "replaces"
        )
        code = "a-batch-replaces-one-that-came-before"
        raise Conflict(said, code=code, about=sent.replaces)


def _the_same(known: Arrived, sent: Sent) -> Arrived:
    """Refuse a batch that is known, and of which something else is said now."""
    if (known.replaces or "") != sent.replaces:
        before = f"to replace {known.replaces}" if known.replaces else "to replace none"
        said = (
            f"this batch arrived before, as number {known.number}, and was said {before}; send it "
            "as it was said then, or with a change in its bytes"
        )
        raise Conflict(said, code="batch-said-otherwise", about=known.sha256)
    return known


def _file_name(name: str) -> str:
    """Return a name for the file of a batch, for what it holds is told with it."""
    kept = re.sub(r"[^\w.-]", "_", Path(name.replace("\\", "/")).name)[-_FILE_NAME_MAX:]
    return kept.lstrip(".") or _NO_NAME


def _entry(sent: Sent, sha256: str, seen: dict[str, Any]) -> dict[str, Any]:
    return {
        "sha256": sha256,
        "bytes": len(sent.content),
        "readings": seen["readings"],
        "meters": seen["meters"],
        "first_at": seen["first_at"],
        "last_at": seen["last_at"],
        "read_as": seen["read_as"],
        "replaces": sent.replaces or None,
        "evidence": [asdict(each) for each in sent.evidence],
        "note": sent.note,
        "name": _printable(sent.name),
        "sender": sent.sender,
    }


def _printable(name: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in name)[:NAME_MAX]
