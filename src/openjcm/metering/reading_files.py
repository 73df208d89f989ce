"""The reading files as bytes: whether they can be text at all, and their SHA-256.

Nothing here knows what stands in a cell.
"""

import codecs
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openjcm.measure.errors import Finding

CHUNK_BYTES = 1 << 20
# No chunk without a line end passes, so no line that passes is longer than two chunks.
LINE_BYTES_MAX = 2 * CHUNK_BYTES

_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\r") + b"\x7f"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """One file that can be read as lines of text; ``state`` tells when it was last written."""

    name: str
    path: Path
    sha256: str
    has_carriage_returns: bool
    state: tuple[int, int, int]

    @property
    def is_unchanged(self) -> bool:
        """Whether the file is still the one that was hashed."""
        return self.path.exists() and _state(self.path) == self.state


@dataclass(slots=True)
class _Scan:
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    decoder: codecs.IncrementalDecoder = field(
        default_factory=codecs.getincrementaldecoder("utf-8")
    )
    lines: int = 1
    returns: int = 0
    lone_returns: int = 0
    ends_in_return: bool = False


def open_files(paths: Sequence[Path]) -> tuple[list[ReadingFile], list[Finding]]:
    """Look at every file and return those that are text, and what is wrong with the others."""
    names = Counter(path.name for path in paths)
    files, findings = list[ReadingFile](), list[Finding]()
    if not paths:
        findings.append(Finding("no-file", "readings", "no reading file was given; name one"))
    for path in paths:
        name = path.name if names[path.name] == 1 else str(path)
        seen = _look_at(name, path)
        if isinstance(seen, Finding):
            findings.append(seen)
        else:
            files.append(seen)
    return files, findings


def _look_at(name: str, path: Path) -> ReadingFile | Finding:
    if not path.is_file():
        return Finding("no-file", name, "there is no such file; name a CSV file")
    scan = _Scan()
    try:
        state = _state(path)
        fault = _scan_file(path, scan)
    except OSError as refusal:
        return Finding("no-file", name, f"the file cannot be read: {refusal.strerror}")
    if fault:
        return Finding(fault[0], f"{name} row {scan.lines}", fault[1])
    return ReadingFile(name, path, scan.digest.hexdigest(), scan.returns > 0, state)


def _scan_file(path: Path, scan: _Scan) -> tuple[str, str] | None:
    with path.open("rb") as stream:
        chunk = stream.read(CHUNK_BYTES)
        if not chunk.strip():
            return "empty-file", "the file is empty; it needs the header and readings"
        while chunk:
            fault = _fault_of_chunk(chunk, scan)
            if fault:
                return fault
            scan.digest.update(chunk)
            scan.lines += chunk.count(b"\n")
            chunk = stream.read(CHUNK_BYTES)
    if scan.decoder.getstate()[0]:
        return "not-utf-8", "the file ends in half a character; it was cut off"
    if scan.lone_returns or scan.ends_in_return:
        return "line-ends", "lines end in a lone carriage return; save as CSV with usual line ends"
    return None


def _fault_of_chunk(chunk: bytes, scan: _Scan) -> tuple[str, str] | None:
    is_first = scan.lines == 1
    if is_first and chunk.startswith(_UTF16):
        return "not-utf-8", "the file is UTF-16; save it as CSV UTF-8"
    try:
        scan.decoder.decode(chunk)
    except UnicodeDecodeError as fault:
        scan.lines += fault.object[: fault.start].count(b"\n")
        return "not-utf-8", "the row is not UTF-8 text; save the file as CSV UTF-8"
    if chunk.translate(None, _CONTROL) != chunk:
        place = min(chunk.find(code) for code in _CONTROL if code in chunk)
        scan.lines += chunk.count(b"\n", 0, place)
        return "control-character", "the row holds a control character; save the file as plain CSV"
    if len(chunk) == CHUNK_BYTES and b"\n" not in chunk and b"\r" not in chunk:
        return "line-too-long", f"a line is longer than {CHUNK_BYTES} bytes; is this a CSV file?"
    _count_returns(chunk, scan)
    return None


def _count_returns(chunk: bytes, scan: _Scan) -> None:
    returns = chunk.count(b"\r")
    followed = chunk.count(b"\r\n")
    lone = returns - followed - chunk.endswith(b"\r")
    scan.lone_returns += lone + (scan.ends_in_return and not chunk.startswith(b"\n"))
    scan.returns += returns
    scan.ends_in_return = chunk.endswith(b"\r")


def _state(path: Path) -> tuple[int, int, int]:
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ino
