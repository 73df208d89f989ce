"""Encodings: told by a mark or by the words, said for the file, and refused where mixed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from openjcm.metering import Plan
from openjcm.metering.files import older_encoding
from openjcm.metering.files.encoding import blank_lines, scan_text

Put = Callable[..., Path]
Take = Callable[..., Any]

SOUND = [("M", "2017-12-31T18:00:00Z", 1005), ("M", "2018-01-13T18:00:00Z", 2500)]


def _text(header: str, name: str = "M") -> str:
    rows = (header, f"{name};2018-01-01 00:00;100,5", f"{name};2018-01-14 00:00;250")
    return "\r\n".join(rows) + "\r\n"


@pytest.mark.parametrize(
    ("encoding", "header", "name", "said"),
    [
        ("utf-8", "計器;日時;指示値", "冷凍機", ""),
        ("utf-8-sig", "計器;日時;指示値", "冷凍機", ""),
        ("utf-16", "計器;日時;指示値", "冷凍機", "text in utf-16"),
        ("utf-16-le", "\ufeff計器;日時;指示値", "冷凍機", "text in utf-16"),
        ("utf-16-be", "\ufeff計器;日時;指示値", "冷凍機", "text in utf-16"),
        ("cp932", "計器;日時;指示値（ｋＷｈ）", "冷凍機①", "text in cp932"),
        ("cp932", "ﾒｰﾀｰ;日時;指示値", "ﾃﾞﾝﾘｮｸ", "text in cp932"),
        ("cp932", "meter;read_at;value", "ﾃﾞﾝﾘｮｸ", "text in cp932"),
        ("cp1252", "Medidor;Fecha y hora;Medición (kWh)", "Nº 3 – Cámara", "text in cp1252"),
        ("cp1252", "meter;Zeitstempel;Zählerstand", "Kälte Größe", "text in cp1252"),
        ("cp1252", "meter;horodatage;Énergie (kWh)", "l’été à 5°", "text in cp1252"),
    ],
)
def test_an_encoding_is_told_and_said(  # noqa: PLR0913, PLR0917 - what is written and what is said
    put: Put, take: Take, plan: Plan, encoding: str, header: str, name: str, said: str
) -> None:
    """The words come out as they were written, whichever encoding wrote them."""
    under = replace(plan, meters=(replace(plan.meters[0], names=(name, "ﾒｰﾀｰ")), plan.meters[1]))
    header = header.replace("ﾒｰﾀｰ", "meter")

    taken = take(put(content=_text(header, name).encode(encoding)), under=under)

    assert (taken.readings, taken.findings) == (SOUND, [])
    assert [each for each in taken.read_as if each.startswith("text in")] == [said] * bool(said)


@pytest.mark.parametrize("older", ["cp932", "cp1252"])
def test_mixed_encodings_are_refused(put: Put, take: Take, older: str) -> None:
    """Two exports that were joined: neither encoding reads both."""
    words = {"cp932": "冷凍機", "cp1252": "Kältemaschine"}[older]
    content = (
        b"meter;read_at;value;note\n"
        + f"M;2018-01-01 00:00;1;{words}\n".encode()
        + f"M;2018-01-14 00:00;2;{words}\n".encode(older)
    )

    taken = take(put(content=content))

    assert [(f.rule, f.place) for f in taken.findings] == [("mixed-encodings", "a.csv row 1")]


@pytest.mark.parametrize("end", [b"\x81\xff", b"\x8d", "計器".encode("cp932")[:3], b"\x81 \x82"])
def test_bytes_of_no_known_encoding_are_refused(put: Put, take: Take, end: bytes) -> None:
    """Nearly all bytes can be read as Windows-1252; that does not make them so."""
    content = b"meter;read_at;value;note\nM;2018-01-01 00:00;1;" + end

    assert take(put(content=content)).rules == ["unknown-encoding"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (_text("計器;日時;指示値").encode() + "計".encode()[:2], "a.csv row 4"),
        (_text("計器;日時;指示値").encode("utf-16")[:-1], "a.csv row 1"),
    ],
)
def test_a_file_that_ends_in_half_a_character_is_refused(
    put: Put, take: Take, content: bytes, place: str
) -> None:
    """It was cut off, and nobody knows how much of it is missing."""
    taken = take(put(content=content))

    assert [(f.rule, f.place) for f in taken.findings] == [("cut-off", place)]


def test_utf_16_is_looked_at_like_other_text(put: Put, take: Take) -> None:
    """A control character is none the better for two bytes."""
    taken = take(put(content="meter;read_at;value\nM;\x01;1\n".encode("utf-16")))

    assert [(f.rule, f.place) for f in taken.findings] == [("control-character", "a.csv row 2")]


def test_a_character_over_the_end_of_a_chunk_is_whole(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read in pieces is judged as one, wherever it is cut."""
    for size in (1, 2, 3, 5, 7, 64):
        monkeypatch.setattr("openjcm.metering.files.encoding.CHUNK_BYTES", size)
        monkeypatch.setattr("openjcm.metering.files.encoding.LINE_BYTES_MAX", size)
        monkeypatch.setattr(older_encoding, "CHUNK_BYTES", size)
        path = put(content="é,計\r\nab,é\r\n\r\nx".encode())
        other = put(content="a\n計器\n\nb".encode("cp932"), name="b.csv")
        lone = put(content=b"ab\rcd\n", name="c.csv")

        if size >= 64:
            assert scan_text(path).fault is None
            assert scan_text(path).lines == 4
            assert scan_text(other).encoding == "cp932"
            assert scan_text(lone).fault == (
                "line-ends",
                "lines end in a lone carriage return; save as CSV with usual line ends",
            )
        assert [line for part in blank_lines(path) for line in part] == [3]
        assert [line for part in blank_lines(other) for line in part] == [3]
        assert older_encoding.older_encoding(other) == "cp932"


def test_many_words_are_enough_to_tell(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of millions of words is not learned by heart."""
    monkeypatch.setattr(older_encoding, "_WORDS_MAX", 3)
    monkeypatch.setattr(older_encoding, "CHUNK_BYTES", 16)
    path = put(content="".join(f"Kälte{at:c}é\n" for at in range(65, 90)).encode("cp1252"))

    assert older_encoding.older_encoding(path) == "cp1252"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_carriage_return_at_the_end_of_a_chunk_is_no_lone_one(put: Put, ends: str) -> None:
    """The newline may stand in the next chunk."""
    half = ends.join(["x" * 20] * 60000)[: (1 << 20) - 1]
    path = put(content=(half[: half.rfind(ends)].ljust((1 << 20) - 1, "y") + ends + "z").encode())

    assert scan_text(path).fault is None
