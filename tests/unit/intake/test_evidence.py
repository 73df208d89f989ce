"""Photos and invoices: told by what they hold, held until a value is taken, kept as they came."""

import hashlib
import os
import struct
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from openjcm.intake import evidence
from openjcm.intake.evidence import EVIDENCE_MAX, held, hold, keep, let_go, media_type_of
from openjcm.intake.parts import parts_of
from openjcm.measure.errors import Malformed, NotFound
from openjcm.store.database import Database, close, configure
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived, Evidence, Intake
from told.intakes.photos import archive, heic, invoice, photo

INTAKE = Intake("roof", "BD", "BD002", "", "illustrative", datetime(2026, 1, 1, tzinfo=UTC))
KINDS = {
    "image/jpeg": photo(),
    "image/png": photo("PNG"),
    "image/webp": photo("WEBP"),
    "image/heic": heic(),
    "application/pdf": invoice(),
}
PAGE = b"<!doctype html><html><script>alert(1)</script></html>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
JPEG = KINDS["image/jpeg"]
# What is refused, and by which code.
REFUSED = {
    "empty": (b"", "evidence-empty"),
    "11 MB": (JPEG + b"\0" * (11_000_000 - len(JPEG)), "evidence-too-large"),
    "a page": (PAGE, "evidence-not-known"),
    "a drawing": (DRAWING, "evidence-not-known"),
    "a drawing with its first line": (b'<?xml version="1.0"?>' + DRAWING, "evidence-not-known"),
    "text": (b"3012.5 kWh", "evidence-not-known"),
    "the beginning of a photo": (JPEG[:60], "evidence-not-known"),
    "a photo with no picture": (b"\xff\xd8\xff\xda\x00\x04\x00\x00\xff\xd9", "evidence-not-known"),
    "a photo that ends in its markers": (b"\xff\xd8\xff\xe0\x00\x04ab", "evidence-not-known"),
    "a photo cut off": (JPEG[:-2].replace(b"\xff\xd9", b"\0\0"), "evidence-not-known"),
    "half a PNG": (KINDS["image/png"][:-20], "evidence-not-known"),
    "a PNG without its end": (KINDS["image/png"][:-12], "evidence-not-known"),
    "a PNG that was altered": (
        KINDS["image/png"].replace(b"IDAT", b"IDAX", 1),
        "evidence-not-known",
    ),
    "a PNG with something behind": (KINDS["image/png"] + PAGE, "evidence-not-known"),
    "a WebP with something behind": (KINDS["image/webp"] + PAGE, "evidence-not-known"),
    "a film": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "evidence-not-known"),
    "a HEIC with a box of no size": (heic() + struct.pack(">I", 4) + b"free", "evidence-not-known"),
    "a HEIC with nothing in it": (heic()[:24], "evidence-not-known"),
    "half a PDF": (invoice()[:-8], "evidence-not-known"),
    "a photo that is a page": (photo(text=PAGE), "evidence-two-kinds"),
    "a photo that is a PDF": (photo(text=b"%PDF-1.4 "), "evidence-two-kinds"),
    "a photo that is an archive": (JPEG + archive(), "evidence-two-kinds"),
    "a PDF that is a page": (b"%PDF-1.4\n" + PAGE + invoice(), "evidence-two-kinds"),
}


@pytest.fixture
def files(tmp_path: Path) -> Iterator[FileStore]:
    """Configure a place for files, and no database."""
    configure(Database("", "", tmp_path / "files"))
    yield FileStore(tmp_path / "files")
    close()


@pytest.mark.parametrize("media", KINDS)
def test_each_kind_is_told_by_its_content(media: str) -> None:
    """Photos of every usual phone, and a PDF."""
    assert media_type_of(KINDS[media]) == media


def test_what_phones_add_to_a_photo_is_no_fault() -> None:
    """A film behind the photo, a box as long as the file, and one whose size has eight bytes."""
    assert media_type_of(JPEG + heic()) == "image/jpeg"
    to_the_end = heic()[:-107] + b"\0\0\0\0mdat" + b"x" * 50
    long = heic() + struct.pack(">I", 1) + b"free" + struct.pack(">Q", 20) + b"abcd"
    assert media_type_of(to_the_end) == media_type_of(long) == "image/heic"
    # The end of an archive is found by chance only where all behind it fits.
    assert media_type_of(JPEG + b"PK\x05\x06") == "image/jpeg"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_and_no_invoice_is_refused(name: str) -> None:
    """Whatever its name says; each with its reason."""
    content, code = REFUSED[name]
    with pytest.raises(Malformed) as refusal:
        media_type_of(content)

    assert refusal.value.code == code


def test_a_file_is_held_and_then_kept_as_it_came(files: FileStore) -> None:
    """Byte by byte, by its SHA-256, its name told by its kind; the second time nothing changes."""
    sha256 = hashlib.sha256(JPEG).hexdigest()

    found = hold(INTAKE, JPEG, "C:\\me\\IMG 0001.html.JPG")
    again = held(INTAKE, sha256, "a/b/../IMG 0001.html.JPG")
    for _ in range(2):
        keep(INTAKE, [found])

    assert found == Evidence("IMG-0001-html.jpg", "image/jpeg", len(JPEG), sha256)
    assert again == found
    assert files.path(sha256).read_bytes() == JPEG
    assert hold(INTAKE, KINDS["image/png"], "").name == "evidence.png"


@pytest.mark.usefixtures("files")
def test_what_is_not_held_cannot_be_named() -> None:
    """Neither another file nor a path; what came with a batch is found without being held."""
    hold(INTAKE, JPEG, "a.jpg")
    for sha256 in ("0" * 64, "../../files", "", "."):
        with pytest.raises(NotFound):
            held(INTAKE, sha256, "a.jpg")
    kept = Evidence("b.jpg", "image/jpeg", 3, "1" * 64)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    batch = Arrived(1, "2" * 64, 9, at, 1, 1, at, at, (), None, (kept,), "")
    assert held(INTAKE, "1" * 64, "x", [batch]) == kept


@pytest.mark.usefixtures("files")
def test_what_nobody_came_back_for_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two days; and while too many are held, no more are taken."""
    first = hold(INTAKE, JPEG, "a.jpg")
    folder = parts_of(INTAKE.name) / "held"
    monkeypatch.setattr(evidence, "HELD_MAX", 1)
    with pytest.raises(Malformed) as refusal:
        hold(INTAKE, KINDS["image/png"], "b.png")
    assert refusal.value.code == "evidence-no-room"
    assert hold(INTAKE, JPEG, "a.jpg") == first

    long_ago = time.time() - evidence.HELD_SECONDS - 1
    os.utime(folder / first.sha256, (long_ago, long_ago))
    second = hold(INTAKE, KINDS["image/png"], "b.png")

    assert [each.name for each in folder.iterdir()] == [second.sha256]


def test_what_was_taken_makes_room_for_others(
    files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept for good with its value, it waits no longer; kept again it stays what it was."""
    monkeypatch.setattr(evidence, "HELD_MAX", 1)
    one = hold(INTAKE, JPEG, "a.jpg")

    keep(INTAKE, [one])
    let_go(INTAKE, [one])

    assert hold(INTAKE, KINDS["image/png"], "b.png").sha256 != one.sha256
    keep(INTAKE, [one])
    assert files.path(one.sha256).read_bytes() == JPEG


@pytest.mark.usefixtures("files")
def test_a_value_is_not_taken_with_evidence_that_is_gone() -> None:
    """Neither held nor kept: the receipt would name a photo that nobody has."""
    with pytest.raises(NotFound, match="no longer held"):
        keep(INTAKE, [Evidence("a.jpg", "image/jpeg", 3, "0" * 64)])


@pytest.mark.usefixtures("files")
def test_what_is_too_old_is_gone_whoever_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nobody has sent another photo since."""
    one = hold(INTAKE, JPEG, "a.jpg")
    monkeypatch.setattr(evidence, "HELD_SECONDS", -1)

    with pytest.raises(NotFound, match="no longer held"):
        held(INTAKE, one.sha256, "a.jpg")


def test_ten_megabytes_are_the_most() -> None:
    """One byte more is refused, and so many are taken."""
    most = JPEG + b"\0" * (EVIDENCE_MAX - len(JPEG))

    assert media_type_of(most) == "image/jpeg"
    with pytest.raises(Malformed):
        media_type_of(most + b"\0")
