"""Gzip and zip: taken out as they are, within bounds, and never out of their folder."""

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openjcm.metering.files import unpacking

Put = Callable[..., Path]
Take = Callable[..., Any]

FIRST = b"meter,read_at,value\nM,2018-01-01 00:00,100.5\n"
SECOND = b"meter,read_at,value\nM,2018-01-14 00:00,250\n"
SOUND = [("M", "2017-12-31T18:00:00Z", 1005), ("M", "2018-01-13T18:00:00Z", 2500)]


def _zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def _damaged(content: bytes) -> bytes:
    return content[:60] + bytes(each ^ 0xFF for each in content[60:80]) + content[80:]


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a.csv"))
    return packed.getvalue()


def test_a_gzip_is_read_as_what_it_holds(put: Put, take: Take) -> None:
    """Several gzips one after another are one."""
    taken = take(
        put(content=gzip.compress(FIRST) + gzip.compress(b"M,2018-01-14,250"), name="a.gz")
    )

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert "unpacked from gzip" in taken.read_as


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_all_files_of_a_zip_are_read(put: Put, take: Take, method: int) -> None:
    """Each is named with its archive; what macOS and Excel put beside them is no reading."""
    content = _zip(
        ("2018/01.csv", FIRST),
        ("2018/", b""),
        ("__MACOSX/2018/._01.csv", b"\0\5\x16\7"),
        (".DS_Store", b"\0\0\0\1Bud1"),
        ("2018/02.csv", SECOND),
        method=method,
    )

    taken = take(put(content=content, name="a.zip"))

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert taken.places == [("a.zip:2018/01.csv", 2), ("a.zip:2018/02.csv", 2)]
    assert taken.names == ["a.zip"]


def test_a_fault_within_a_zip_is_named_with_its_file(put: Put, take: Take) -> None:
    """What a terminal would obey is not passed on."""
    taken = take(put(content=_zip(("\x1b[2J.csv", FIRST + b"M,2018-01-14,x\n")), name="a.zip"))

    assert [f.place for f in taken.findings] == ["a.zip:\N{REPLACEMENT CHARACTER}[2J.csv row 3"]


@pytest.mark.parametrize(
    "name", ["../a.csv", "/etc/a.csv", "a/../../b.csv", "..\\a.csv", "C:\\a.csv", "C:a.csv"]
)
def test_a_path_that_leads_out_is_refused(put: Put, take: Take, name: str, tmp_path: Path) -> None:
    """Nothing of such an archive is read."""
    taken = take(put(content=_zip(("0.csv", FIRST), (name, SECOND)), name="in/a.zip"))

    assert (taken.rules, taken.readings) == (["leads-out"], [])
    assert "leads out of the zip" in taken.findings[0].message
    assert not list(tmp_path.rglob("*.csv"))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (gzip.compress(FIRST * 500)[:-20], "cut-off"),
        (gzip.compress(FIRST)[:12], "cut-off"),
        (gzip.compress(FIRST)[:-8] + b"\0" * 8, "cut-off"),
        (gzip.compress(FIRST)[:10] + b"\xff" * 40, "cut-off"),
        (gzip.compress(FIRST) + b"rest", "cut-off"),
        (_zip(("a.csv", FIRST * 500))[:-30], "cut-off"),
        (_zip(("a.csv", FIRST))[:20], "cut-off"),
        (_damaged(_zip(("a.csv", FIRST * 500))), "cut-off"),
        (_zip(("a.csv", FIRST), method=zipfile.ZIP_STORED).replace(b"100.5", b"900.5"), "cut-off"),
        (_zip(), "empty-file"),
        (_zip(("a/", b"")), "empty-file"),
        (_zip(("a.csv", FIRST), method=zipfile.ZIP_LZMA), "unusual-packing"),
        (_zip(("a.zip", _zip(("a.csv", FIRST)))), "nested"),
        (_zip(("a.csv.gz", gzip.compress(FIRST))), "nested"),
        (gzip.compress(gzip.compress(FIRST)), "nested"),
        (gzip.compress(_zip(("a.csv", FIRST))), "nested"),
        (_tar(), "control-character"),
        (gzip.compress(b""), "empty-file"),
    ],
    # An archive holds the time at which it was made, so its bytes name no test.
    ids=lambda value: value if isinstance(value, str) else "archive",
)
def test_an_archive_that_is_not_whole_or_not_plain_is_refused(
    put: Put, take: Take, content: bytes, rule: str
) -> None:
    """A part of the readings is not the readings."""
    taken = take(put(content=content, name="packed"))

    assert taken.rules == [rule]
    assert taken.findings[0].place.startswith("packed")


def test_a_file_without_a_name_is_read(put: Put, take: Take) -> None:
    """A name of a single point has no parts at all."""
    assert take(put(content=_zip((".", FIRST)), name="a.zip")).readings == SOUND[:1]


def test_a_locked_zip_is_refused(put: Put, take: Take) -> None:
    """Nobody can verify what nobody can open."""
    content = bytearray(_zip(("a.csv", FIRST)))
    for place in (content.index(b"PK\3\4") + 6, content.index(b"PK\1\2") + 8):
        content[place] |= 1

    taken = take(put(content=bytes(content), name="a.zip"))

    assert taken.rules == ["cut-off"]
    assert "unlocked" in taken.findings[0].message


@pytest.mark.parametrize("number", [1, 8])
def test_a_bomb_is_not_unpacked(
    put: Put, take: Take, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file of nothing, or many small ones: bytes are counted for all of the archive."""
    monkeypatch.setattr(unpacking, "SMALL_BYTES", 2 << 20)
    members = [(f"{at}.csv", FIRST + b"\n" * ((8 << 20) // number)) for at in range(number)]

    for content in (_zip(*members), gzip.compress(members[0][1] * number)):
        taken = take(put(content=content, name="bomb"))

        assert taken.rules[-1] == "bomb"
        assert "not opened" in taken.findings[-1].message


def test_an_archive_of_too_many_files_is_refused(
    put: Put, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its files nor the list of them may be endless."""
    monkeypatch.setattr(unpacking, "MEMBERS_MAX", 2)
    content = _zip(*((f"{at}.csv", FIRST) for at in range(3)))

    assert take(put(content=content, name="a.zip")).rules == ["too-many-files"]

    monkeypatch.setattr(unpacking, "DIRECTORY_BYTES_MAX", 100)

    taken = take(put(content=content, name="a.zip"))

    assert "list of files is too long" in taken.findings[0].message


def test_a_directory_that_lies_of_its_size_is_not_believed(put: Put, take: Take) -> None:
    """A zip may say that its list of files has four gigabytes."""
    content = bytearray(_zip(("a.csv", FIRST)))
    struct.pack_into("<L", content, len(content) - 10, 0xFFFFFFF0)

    assert take(put(content=bytes(content), name="a.zip")).rules == ["cut-off"]


def test_a_full_disk_is_said(put: Put, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked must leave room for the work."""
    monkeypatch.setattr(unpacking, "SMALL_BYTES", 64)
    monkeypatch.setattr(unpacking, "FREE_BYTES_MIN", 1 << 60)

    assert take(put(content=gzip.compress(FIRST * 9), name="a.gz")).rules == ["no-room"]
