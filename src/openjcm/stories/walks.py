"""Walks with their readings: the wiring between a walk and the filed documents."""

from collections.abc import Mapping
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.metering import ReadingRows
from openjcm.store.files import FileStore
from openjcm.stories.meters import FiledMeters
from openjcm.views.reader import Reader
from openjcm.views.walk import Walk
from openjcm.views.walks import Readings, ReadRow, walk_block


def credit_walk(
    reader: Reader, serial: str, *, files: FileStore, partnership: str | None = None
) -> Walk:
    """Walk a block of credits back to the rows of its reading files, where these are public.

    Raises:
        Malformed: the serial number cannot be read.
        NotFound: no such credits were issued here, or a reading file is not kept here.
    """
    return walk_block(reader, serial, readings=filed_readings(files), partnership=partnership)


def filed_readings(files: FileStore) -> Readings:
    """Return the public readings of filed documents, as walks ask for them."""
    meters = FiledMeters(files)

    def rows(reported: Mapping[str, Any], meter: str, year: int) -> tuple[ReadRow, ...]:
        documents = [Filed(**each) for each in reported["documents"]]
        found = meters.rows(documents, reported["plan"], meter, year)
        shown = tuple(
            ReadRow(each.read_at, str(each.register), each.file, each.row, each.standing)
            for each in found.rows
        )
        middle = len(shown) // 2
        return (*shown[:middle], *_left_out(found), *shown[middle:])

    return rows


def _left_out(found: ReadingRows) -> tuple[ReadRow, ...]:
    # A row between says how many more there are, and after which row of which file.
    if not found.left_out:
        return ()
    last = found.rows[len(found.rows) // 2 - 1]
    return (ReadRow(f"+ {found.left_out}", "", last.file, last.row, "not shown"),)
