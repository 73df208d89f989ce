"""Which encoding a text file has, said and not silently assumed, and the same text in UTF-8.

A file is UTF-16 if its mark says so, UTF-8 if all of it is, and otherwise Windows-31J (Japanese)
or Windows-1252 (western European), as its words tell; what neither can have written is refused.
"""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openjcm.metering.files.older_encoding import older_encoding

CHUNK_BYTES = 1 << 20
# No chunk without a line end passes, so no line that passes is longer than two chunks.
LINE_BYTES_MAX = 2 * CHUNK_BYTES

_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\r") + b"\x7f"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANK = re.compile(rb"^\r?\n", re.MULTILINE)


@dataclass(slots=True)
class Scan:
    """What was seen in a file's bytes; ``fault`` is a rule and what to do, or ``None``.

    ``lines`` is the number of the last line, or of the one with the fault.
    """

    encoding: str = "utf-8"
    sha256: str = ""
    lines: int = 1
    fault: tuple[str, str] | None = None
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    decoder: codecs.IncrementalDecoder = field(
        default_factory=codecs.getincrementaldecoder("utf-8")
    )
    pending: bool = False
    lone: bool = False
    ends_in_return: bool = False
    is_utf_8: bool = True


def marked(begins: bytes) -> str:
    """Return the encoding that a mark at the beginning of a file says; blank: none does."""
    return next((name for mark, name in _MARKS if begins.startswith(mark)), "")


def unseen(_bytes: int) -> None:
    """Tell nobody how many bytes of a file were seen."""


def scan_text(path: Path, seen: Callable[[int], None] = unseen) -> Scan:
    """Hash a file and find its encoding, in one pass of bounded memory; tell of the bytes seen."""
    scan = Scan()
    ends_in_newline = False
    with path.open("rb") as stream:
        chunk = stream.read(CHUNK_BYTES)
        if not chunk.strip():
            scan.fault = "empty-file", "the file is empty; it needs a header and readings"
        is_marked = marked(chunk[:4])
        scan.encoding = is_marked or "utf-8"
        while chunk:
            scan.digest.update(chunk)
            if scan.fault is None and is_marked != "utf-16":
                _look_at(chunk, scan)
            ends_in_newline = chunk.endswith(b"\n")
            seen(stream.tell())
            chunk = stream.read(CHUNK_BYTES)
    scan.sha256 = scan.digest.hexdigest()
    if scan.fault is None:
        scan.lines -= ends_in_newline and scan.encoding != "utf-16"
        _judge(path, scan)
    return scan


def _judge(path: Path, scan: Scan) -> None:
    if scan.is_utf_8 and scan.decoder.getstate()[0]:
        scan.fault = "cut-off", "the file ends in half a character; hand in the whole file"
    elif not scan.is_utf_8:
        found = older_encoding(path)
        if isinstance(found, str):
            scan.encoding = found
        else:
            scan.fault, scan.lines = found, 1
    if scan.fault is None and (scan.lone or scan.ends_in_return):
        scan.fault = (
            "line-ends",
            "lines end in a lone carriage return; save as CSV with usual line ends",
        )


def in_utf_8(path: Path, encoding: str, into: Path) -> None:
    """Write a file again in UTF-8 without a mark.

    Raises:
        UnicodeError: the file is cut off within a character.
    """
    with (
        path.open(encoding=encoding, newline="") as read,
        into.open("w", encoding="utf-8", newline="") as write,
    ):
        while text := read.read(CHUNK_BYTES):
            write.write(text)


def blank_lines(path: Path) -> Iterator[list[int]]:
    """Yield the numbers of lines without any character, some at a time; the first line is 1."""
    line = 1
    with path.open("rb") as stream:
        rest = b""
        while chunk := stream.read(CHUNK_BYTES):
            whole, end, rest = (rest + chunk).rpartition(b"\n")
            whole, since, found = whole + end, 0, list[int]()
            for blank in _BLANK.finditer(whole):
                line += whole.count(b"\n", since, blank.start())
                since = blank.start()
                found.append(line)
            line += whole.count(b"\n", since)
            yield found


def _look_at(chunk: bytes, scan: Scan) -> None:
    if chunk.translate(None, _CONTROL) != chunk:
        place = min(chunk.find(code) for code in _CONTROL if code in chunk)
        scan.lines += chunk.count(b"\n", 0, place)
        scan.fault = (
            "control-character",
            "the row holds a control character; save the file as plain CSV",
        )
        return
    if len(chunk) == CHUNK_BYTES and b"\n" not in chunk and b"\r" not in chunk:
        scan.fault = (
            "line-too-long",
            f"a line is longer than {CHUNK_BYTES} bytes; is this a CSV file?",
        )
        return
    if scan.is_utf_8 and (scan.pending or not chunk.isascii()):
        try:
            scan.decoder.decode(chunk)
        except UnicodeDecodeError:
            scan.is_utf_8 = False
        scan.pending = bool(scan.decoder.getstate()[0])
    _count_returns(chunk, scan)
    scan.lines += chunk.count(b"\n")


def _count_returns(chunk: bytes, scan: Scan) -> None:
    if b"\r" not in chunk:
        scan.lone = scan.lone or (scan.ends_in_return and not chunk.startswith(b"\n"))
        scan.ends_in_return = False
        return
    lone = chunk.count(b"\r") - chunk.count(b"\r\n") - chunk.endswith(b"\r")
    scan.lone = bool(scan.lone or lone or (scan.ends_in_return and not chunk.startswith(b"\n")))
    scan.ends_in_return = chunk.endswith(b"\r")
