"""Photos and invoices that show a typed value: told by what they hold, kept as they came.

Until the value is taken, a file is held for a while, so that nobody has to choose it twice. What
is kept is never altered: a photo shows where and when it was taken, so it is given only to those
who have the intake's link.
"""

import hashlib
import re
import struct
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from openjcm.intake.parts import parts_of
from openjcm.measure.errors import Malformed, NotFound
from openjcm.store.database import configured
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Evidence, Intake

EVIDENCE_MAX = 10 << 20
"""Bytes of one photo or invoice."""
HELD_MAX = 100
"""Files that are held at an intake for values that nobody has taken yet."""
HELD_SECONDS = 2 * 24 * 60 * 60
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "image/jpeg": "jpg",
        "image/png": "png",
        "image/webp": "webp",
        "image/heic": "heic",
        "application/pdf": "pdf",
    }
)
"""The kinds that are taken, and how their names end."""
_NAME_MAX = 80
_HEAD, _TAIL = 1024, 2048
# What a browser, a reader of PDFs or an unpacker would look for in a file of another kind.
_MARKUP = re.compile(rb"<(?:html|script|svg|body|iframe|!doctype|\?php)", re.IGNORECASE)
_PDF = re.compile(rb"%PDF-\d\.\d")
_ZIP_END, _ZIP_END_SIZE, _ZIP_NOTE_MAX = b"PK\x05\x06", 22, 1 << 16
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _BOX_LONG, _BOX_HEAD = 0xDA, 16, 8
_SHA256 = re.compile(r"[0-9a-f]{64}")


def media_type_of(content: bytes) -> str:
    """Return the media type of a photo or an invoice, told by its content alone.

    Raises:
        Malformed: it is empty, too large, of another kind or damaged, or of two kinds at once.
    """
    if not content:
        raise _refusal("evidence-empty", "the file is empty; take the photo again")
    if len(content) > EVIDENCE_MAX:
        most = EVIDENCE_MAX >> 20
        raise _refusal("evidence-too-large", f"the file is larger than {most} MB; send a smaller")
    found = [media for media, is_one in _KINDS.items() if is_one(content)]
    if not found:
        said = "the file is no whole photo (JPEG, PNG, WebP, HEIC) and no PDF; take the photo again"
        raise _refusal("evidence-not-known", said)
    if _is_something_else(content, found[0]):
        said = "the file is of two kinds at once; take a photo of what it shows"
        raise _refusal("evidence-two-kinds", said)
    return found[0]


def hold(intake: Intake, content: bytes, name: str) -> Evidence:
    """Hold a file until the value that it shows is taken.

    Raises:
        Malformed: it is no photo or invoice, or too many are held already.
    """
    media = media_type_of(content)
    folder = _held_at(intake)
    folder.mkdir(parents=True, exist_ok=True)
    held = list(_still_held(folder))
    sha256 = hashlib.sha256(content).hexdigest()
    if len(held) >= HELD_MAX and folder / sha256 not in held:
        said = "too many photos wait for their values; take those in, or come again in two days"
        raise _refusal("evidence-no-room", said)
    draft = folder / f".{sha256}-{time.monotonic_ns()}"
    draft.write_bytes(content)
    draft.replace(folder / sha256)
    return Evidence(_plain(name, media), media, len(content), sha256)


def held(intake: Intake, sha256: str, name: str, arrived: Sequence[Arrived] = ()) -> Evidence:
    """Return what is held under a SHA-256, or was kept with a batch of this intake.

    Raises:
        NotFound: neither.
    """
    for batch in arrived:
        for each in batch.evidence:
            if each.sha256 == sha256:
                return each
    if not _SHA256.fullmatch(sha256):
        raise _gone()
    content = _content_held(_held_at(intake) / sha256)
    media = media_type_of(content)
    return Evidence(_plain(name, media), media, len(content), sha256)


def keep(intake: Intake, evidence: Sequence[Evidence]) -> None:
    """Keep what is held for good, as it came; what is kept already stays.

    Raises:
        NotFound: it is neither held nor kept; a value must not be taken with evidence that is gone.
    """
    files = FileStore(configured().files)
    for each in evidence:
        try:
            files.path(each.sha256)
        except NotFound:
            files.put(_content_held(_held_at(intake) / each.sha256))


def let_go(intake: Intake, evidence: Sequence[Evidence]) -> None:
    """Hold no longer what was taken with its value: it is kept, and others need the room."""
    for each in evidence:
        (_held_at(intake) / each.sha256).unlink(missing_ok=True)


def _content_held(file: Path) -> bytes:
    try:
        if file.stat().st_mtime < time.time() - HELD_SECONDS:
            file.unlink(missing_ok=True)
            raise _gone()
        return file.read_bytes()
    except FileNotFoundError:
        raise _gone() from None


def _gone() -> NotFound:
    said = "the photo is no longer held; choose it again"
    return NotFound(said, code="evidence-gone", about="evidence")


def _held_at(intake: Intake) -> Path:
    return parts_of(intake.name) / "held"


def _still_held(folder: Path) -> Iterator[Path]:
    """Yield what is held, and let go of what nobody came back for."""
    oldest = time.time() - HELD_SECONDS
    for each in folder.iterdir():
        try:
            held_since = each.stat().st_mtime
        except FileNotFoundError:
            # Another request took or renamed it meanwhile.
            continue
        if held_since < oldest:
            each.unlink(missing_ok=True)
        elif _SHA256.fullmatch(each.name):
            yield each


def _plain(name: str, media: str) -> str:
    """Return a name that can stand anywhere; how it ends follows from the content."""
    stem = Path(name.replace("\\", "/")).name.rpartition(".")[0] or "evidence"
    letters = "".join(each if each.isalnum() or each in "-_" else "-" for each in stem)
    return f"{letters[:_NAME_MAX].strip('-') or 'evidence'}.{ENDINGS[media]}"


def _refusal(code: str, message: str) -> Malformed:
    return Malformed(message, code=code, about="evidence")


def _is_something_else(content: bytes, media: str) -> bool:
    head = content[:_HEAD]
    is_pdf_too = media != "application/pdf" and _PDF.search(head) is not None
    return is_pdf_too or _MARKUP.search(head) is not None or _is_archive(content)


def _is_archive(content: bytes) -> bool:
    """Whether an unpacker would find the end of an archive at the end of the file."""
    tail = content[-(_ZIP_END_SIZE + _ZIP_NOTE_MAX) :]
    at = tail.rfind(_ZIP_END)
    if at < 0 or len(tail) - at < _ZIP_END_SIZE:
        return False
    (note,) = struct.unpack_from("<H", tail, at + _ZIP_END_SIZE - 2)
    return len(tail) - at == _ZIP_END_SIZE + int(note)


def _is_jpeg(content: bytes) -> bool:
    if not content.startswith(b"\xff\xd8\xff"):
        return False
    at, has_frame = 2, False
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = content[at + 1]
        (length,) = struct.unpack_from(">H", content, at + 2)
        if marker in _FRAMES and at + 9 <= len(content):
            has_frame = struct.unpack_from(">HH", content, at + 5) > (0, 0)
        if marker == _SCAN:
            return has_frame and b"\xff\xd9" in content[at:]
        at += 2 + length
    return False


def _is_png(content: bytes) -> bool:
    if not content.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"):
        return False
    at = _BOX_HEAD
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        name, end = content[at + 4 : at + 8], at + 8 + length
        if content[end : end + 4] != struct.pack(">I", zlib.crc32(content[at + 4 : end])):
            return False
        at = end + 4
        if name == b"IEND":
            return at == len(content)
    return False


def _is_webp(content: bytes) -> bool:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return False
    (size,) = struct.unpack_from("<I", content, 4)
    is_whole: bool = size + _BOX_HEAD == len(content)
    return is_whole and content[12:16] in {b"VP8 ", b"VP8L", b"VP8X"}


def _is_heic(content: bytes) -> bool:
    if content[4:8] != b"ftyp" or content[8:12] not in _HEIC_BRANDS:
        return False
    at, names = 0, set[bytes]()
    while at + _BOX_HEAD <= len(content):
        (size,) = struct.unpack_from(">I", content, at)
        names.add(content[at + 4 : at + 8])
        if size == 1 and at + _BOX_LONG <= len(content):
            (size,) = struct.unpack_from(">Q", content, at + 8)
        size = size or len(content) - at
        if size < _BOX_HEAD:
            return False
        at += size
    return at == len(content) and b"meta" in names


def _is_pdf(content: bytes) -> bool:
    return _PDF.match(content) is not None and b"%%EOF" in content[-_TAIL:]


_KINDS: Mapping[str, Callable[[bytes], bool]] = MappingProxyType(
    {
        "image/jpeg": _is_jpeg,
        "image/png": _is_png,
        "image/webp": _is_webp,
        "image/heic": _is_heic,
        "application/pdf": _is_pdf,
    }
)
