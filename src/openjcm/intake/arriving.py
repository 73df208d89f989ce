"""Take a batch in: check it, keep it, say what it was. Once is enough, twice does no harm."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from openjcm.intake.parts import parts_of
from openjcm.measure.errors import Conflict, Finding, Malformed, Stopped
from openjcm.store.database import configured, reader
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Evidence, Intake, add_batch, batches

BATCH_MAX = 16 << 20
"""Bytes of a batch as it is sent, packed or not."""
SECONDS_MAX = 20
# Isolated: neither the folder that the site was started in nor the environment counts.
_WORDS = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "openjcm.intake.child")
_TRACE_MAX = 4_000
_NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch that is sent: its bytes, and what is said of it.

    ``name`` is what messages call it; ``replaces`` the SHA-256 of the batch that it corrects;
    ``evidence`` are photos or invoices that are kept already.
    """

    content: bytes
    name: str = "batch"
    replaces: str = ""
    evidence: Sequence[Evidence] = ()
    note: str = ""


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
    known = _found(intake, sha256)
    if known is not None:
        return _the_same(known, sent), False
    folder = parts_of(intake.name)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".arriving-", dir=folder) as name:
        place = Path(name)
        file = place / (Path(sent.name).name.replace("\0", "")[:_NAME_MAX] or "batch")
        file.write_bytes(sent.content)
        seen = checked(intake, file, place / "part.parquet")
        FileStore(configured().files).put(sent.content)
        is_new = add_batch(configured().app_url, intake.name, _entry(sent, sha256, seen))
        arrived = _found(intake, sha256)
        assert arrived is not None, "what was added stands there"
        # Should this be missed, the part is made again of the kept file.
        (place / "part.parquet").replace(folder / f"{arrived.number}.parquet")
    return _the_same(arrived, sent), is_new


def checked(intake: Intake, file: Path, into: Path) -> dict[str, Any]:
    """Read a batch in a process that may use only so much, and return what it holds.

    Raises:
        Malformed: the batch is refused.
        Stopped: the machine has no room, or too much else to do.
    """
    now = reader().rows("SELECT ledger_now() AS now")[0]["now"].isoformat()
    question = {"plan": intake.plan, "file": str(file), "into": str(into), "now": now}
    try:
        done = subprocess.run(
            _WORDS,
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=SECONDS_MAX,
            check=False,
            env={"TMPDIR": str(into.parent)},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise Malformed(_TOO_LARGE, code="batch-too-large", about="batch") from None
    if done.returncode < 0:
        raise Malformed(_TOO_LARGE, code="batch-too-large", about="batch")
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-_TRACE_MAX:])
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        _refuse(answer["refused"])
    return answer


_TOO_LARGE = "the batch takes too long or too much memory to read; send it in smaller ones"


def _refuse(said: dict[str, Any]) -> None:
    kind = Stopped if said["kind"] == Stopped.__name__ else Malformed
    findings = tuple(Finding(**each) for each in said["findings"])
    raise kind(said["message"], code=said["code"], about="batch", findings=findings)


def _require_size(sent: Sent) -> None:
    if not sent.content:
        said = "the batch is empty; send the readings as its content"
        raise Malformed(said, code="empty-batch", about="batch")
    if len(sent.content) > BATCH_MAX:
        said = f"the batch is larger than {BATCH_MAX >> 20} MiB; send it in smaller ones"
        raise Malformed(said, code="batch-too-large", about="batch")


def _found(intake: Intake, sha256: str) -> Arrived | None:
    return next((each for each in batches(reader(), intake.name) if each.sha256 == sha256), None)


def _the_same(known: Arrived, sent: Sent) -> Arrived:
    """Refuse a batch that is known, and of which something else is said now."""
    if (known.replaces or "") != sent.replaces:
        said = "this batch arrived before, and was said to replace another one or none"
        raise Conflict(said, code="batch-said-otherwise", about=known.sha256)
    return known


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
    }
