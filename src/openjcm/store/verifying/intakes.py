"""Whether every file that an intake rests on is kept, and is what arrived."""

from collections.abc import Iterator

from openjcm.measure.errors import Conflict, Finding, NotFound
from openjcm.store.database import Reader
from openjcm.store.files import FileStore
from openjcm.store.intakes import KeptFile, kept_files


def check_intakes(reader: Reader, files: FileStore) -> Iterator[Finding]:
    """Yield a finding for each file of a batch that is missing, or is not what arrived."""
    for each in kept_files(reader):
        try:
            files.path(each.sha256)
        except NotFound:
            yield _finding(each, "is not kept here any more; restore it from a copy")
        except Conflict:
            yield _finding(each, "is not what arrived: its SHA-256 differs; restore it from a copy")


def _finding(kept: KeptFile, says: str) -> Finding:
    place = f"intake {kept.intake} batch {kept.number}"
    what = "its evidence" if kept.is_evidence else "its file"
    return Finding("kept-file", place, f"{place}: {what} {kept.sha256} {says}")
