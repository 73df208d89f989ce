"""The outside of a file that calls itself a workbook: a bounded zip without programs.

Nothing of what is inside is read before this has been passed.
"""

import zipfile
from pathlib import Path, PurePosixPath

from openjcm.measure import Malformed, NotFound

FILE_MAX = 25_000_000
WHOLE_MAX = 200_000_000
RATIO_MAX = 200
PARTS_MAX = 2_000
_SIGNATURE = b"PK\x03\x04"
_CHUNK = 1 << 20
# A part smaller than this may be squeezed as much as it likes.
_SMALL = 1 << 20
# Names of parts know no case.
_REFUSED = {
    "vbaproject.bin": "a macro",
    "externallinks": "links to other files",
    "connections.xml": "a connection to other data",
    "embeddings": "an embedded file",
    "activex": "a control",
}
_NESTED = {".zip", ".xlsx", ".xlsm", ".xls", ".docx", ".jar"}


def check_package(path: Path) -> None:
    """Refuse a file that is no workbook, is too large inside, or brings programs or links.

    Raises:
        NotFound: there is no such file.
        Malformed: what is wrong with it, and what to do.
    """
    if path.is_dir():
        raise _refused(path, "is a folder; name the workbook in it")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(len(_SIGNATURE))
    except OSError:
        raise NotFound(f"there is no file {path}", code="file-not-found", about=path.name) from None
    if size > FILE_MAX:
        raise _refused(path, f"has {size} bytes; at most {FILE_MAX} are read")
    if begins != _SIGNATURE:
        raise _refused(path, "is no workbook; save it as .xlsx, without a password")
    try:
        with zipfile.ZipFile(path) as package:
            _check_parts(path, package)
    except (zipfile.BadZipFile, EOFError, RuntimeError, OSError) as error:
        raise _refused(path, f"cannot be unpacked ({error}); save it as .xlsx again") from error


def _check_parts(path: Path, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if len(parts) > PARTS_MAX or len({each.lower() for each in names}) < len(names):
        raise _refused(path, f"has {len(parts)} parts, or one of them twice")
    if sum(part.file_size for part in parts) > WHOLE_MAX:
        raise _refused(path, f"says it holds more than {WHOLE_MAX} bytes; it is not opened")
    for part in parts:
        for piece in PurePosixPath(part.filename).parts:
            if held := _REFUSED.get(piece.lower()):
                raise _refused(path, f"holds {held}; save it as .xlsx without")
        if PurePosixPath(part.filename).suffix.lower() in _NESTED:
            raise _refused(path, f"holds another file, {part.filename[:60]}; save it without")
    if "xl/workbook.xml" not in names:
        raise _refused(path, "is no workbook of the form .xlsx; save it as .xlsx")
    left = WHOLE_MAX
    for part in parts:
        left = _unpacked(path, package, part, left)


def _unpacked(path: Path, package: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Unpack a part to nowhere, since what a part says of its size need not be true."""
    size = 0
    with package.open(part) as content:
        while chunk := content.read(_CHUNK):
            size += len(chunk)
            if size > left or (size > _SMALL and size > RATIO_MAX * max(part.compress_size, 1)):
                raise _refused(path, f"unpacks to far more than it is, in {part.filename[:60]}")
    return left - size


def _refused(path: Path, said: str) -> Malformed:
    return Malformed(f"{path.name} {said}", code="workbook-refused", about=path.name)
