"""Which of the older encodings a text has that is not UTF-8, told by all of its words.

Nearly any bytes can be read as Windows-1252, and many as Windows-31J too, so what can be read
need not be what was written. Western words hold single letters with accents between plain ones;
Japanese words are runs of bytes. Where some words are UTF-8 and some are not, nobody can tell.
"""

import re
from collections.abc import Iterator
from pathlib import Path

CHUNK_BYTES = 1 << 20
_WORDS_MAX = 10_000
_WORD = re.compile(rb"[\x80-\xff][\x40-\x7e\x80-\xff]*")
_RUN = re.compile(rb"[\x80-\xff]{3}")
# Letters with accents, and the marks that stand in headers and names; no others.
_WESTERN = re.compile(
    rb"[\x40-\x7e\x80\x92\x96\xa0\xa1\xaa\xab\xb0-\xb3\xb5\xb7\xba\xbb\xbf\xc0-\xff]+"
)
# Two and more Japanese letters of half width can be read as UTF-8 by accident.
_HALF_WIDTH = re.compile(rb"[\xa1-\xdf]{4,}")
MIXED = (
    "mixed-encodings",
    "some of the text is UTF-8 and some is not; save each part as CSV UTF-8",
)
UNKNOWN = (
    "unknown-encoding",
    "the file is not UTF-8, UTF-16, Windows-31J or Windows-1252, or was cut off; save it as UTF-8",
)


def older_encoding(path: Path) -> str | tuple[str, str]:
    """Return ``cp932`` or ``cp1252``, or the rule that is broken and what to do."""
    words = set[bytes]()
    for found in _words(path):
        words |= found
        if len(words) > _WORDS_MAX:
            break
    if any(_reads(word, "utf-8") and not _HALF_WIDTH.fullmatch(word) for word in words):
        return MIXED
    if all(_WESTERN.fullmatch(word) and not _RUN.search(word) for word in words):
        return "cp1252"
    return "cp932" if all(_reads(word, "cp932") for word in words) else UNKNOWN


def _words(path: Path) -> Iterator[set[bytes]]:
    with path.open("rb") as stream:
        rest = b""
        while chunk := stream.read(CHUNK_BYTES):
            whole, end, rest = (rest + chunk).rpartition(b"\n")
            yield set(_WORD.findall(whole + end))
        yield set(_WORD.findall(rest))


def _reads(word: bytes, encoding: str) -> bool:
    try:
        word.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
