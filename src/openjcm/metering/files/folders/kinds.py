"""What a file is, told by its first bytes: read, a document without readings, or of no known form.

In a folder or an archive a document is passed over, and that is said. What could hold readings and
cannot be read is refused: to leave it out would give a quantity that lacks them.
"""

import re
import stat
from pathlib import Path, PurePath

from openjcm.metering.files.unpacking import bounded_names, is_zip

HEAD_BYTES = 512
_DOCUMENTS = re.compile(
    rb"%PDF-|\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP|BM....\x00\x00\x00\x00"
    rb"|\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg\b",
    re.DOTALL,
)
_UNREAD = (
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an Excel or other document of before 2007"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "a 7z archive"),
    (re.compile(rb"Rar!\x1a\x07"), "a RAR archive"),
    (re.compile(rb"BZh[1-9](1AY&SY|\x17rE8P\x90)", re.DOTALL), "packed with bzip2"),
    (re.compile(rb"\xfd7zXZ\x00"), "packed with xz"),
    (re.compile(rb"\x28\xb5\x2f\xfd"), "packed with zstd"),
    (re.compile(rb"ARROW1\x00\x00"), "an Arrow file"),
    (re.compile(rb"Obj\x01"), "an Avro file"),
    (re.compile(rb"\x89HDF\r\n"), "an HDF5 file"),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database"),
)
_UNREAD_TEXTS = (
    (re.compile(rb"(\xef\xbb\xbf)?\s*<[?!a-zA-Z]"), "XML or HTML"),
    (re.compile(rb'(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*([{"\]]|-?\d|\[\s*["\d-]))'), "JSON"),
)
_PARTS = (
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
    ("content.xml", "an OpenDocument sheet"),
)
_PAPERS = ("word/document.xml", "ppt/presentation.xml")
# Plans, programs, notes and pages, such as people lay beside readings.
_WRITTEN = {
    ".toml", ".py", ".ipynb", ".md", ".rst", ".ini", ".cfg", ".yaml", ".yml", ".sh", ".bat", ".ps1",
    ".html", ".htm", ".css", ".js", ".sql", ".r",
}  # fmt: skip
_ODD = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def begins_of(path: Path) -> bytes:
    """Return the first bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def no_file(path: Path) -> str:
    """Say why a path is no file that can be read."""
    try:
        mode = path.stat().st_mode
    except OSError:
        if path.is_symlink():
            return "it is a link that leads to no file; name a file of readings"
        return "there is no such file; name a file of readings"
    what = next((said for is_one, said in _ODD if is_one(mode)), "no file")
    return f"it is {what} and no file; save what it gives as a file, and name that"


def is_document(name: str, path: Path, begins: bytes) -> bool:
    """Whether a file is a PDF, a picture, a letter, slides, a plan or a program.

    Such hold no readings. What a person wrote as text is told by its suffix alone: there may be
    days and numbers in it.
    """
    if PurePath(name).suffix.lower() in _WRITTEN:
        return True
    if is_zip(begins):
        return any(part in bounded_names(path) for part in _PAPERS)
    return bool(_DOCUMENTS.match(begins))


def unread_form(path: Path, begins: bytes) -> str:
    """Name the form of a file that may hold readings and cannot be read; blank: it is none."""
    if is_zip(begins):
        names = bounded_names(path)
        return next((said for part, said in _PARTS if part in names), "")
    return next((said for form, said in _UNREAD if form.match(begins)), "")


def unread_text(begins: bytes) -> str:
    """Name the form of a text that may hold readings in another way than as a table."""
    return next((said for form, said in _UNREAD_TEXTS if form.match(begins)), "")
