"""Meters over filed documents: the one wiring between the filed readings and ``metering``."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.measure.errors import NotFound
from openjcm.metering import (
    ReadingRows,
    reading_rows,
    recorded_plan,
    summarise,
    summary_as_json,
)
from openjcm.store.files import FileStore, under_names

# The first and the last of a year; the file has them all.
_ROWS_SHOWN = 24
_ROWS_KEPT = 1024


class FiledMeters:
    """Answers actions' question for period quantities from documents kept by their SHA-256."""

    def __init__(self, files: FileStore) -> None:
        self._files = files

    def __call__(self, documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return quantities, faults and conservation of the filed readings.

        Raises:
            Malformed: the readings or the plan are refused; all faults at once.
            Conflict: a file on disk is not what was filed.
        """
        kept = [(each.name, self._files.path(each.private_sha256)) for each in documents]
        with under_names(kept) as paths:
            return summary_as_json(summarise(paths, recorded_plan(plan)), recorded_plan(plan))

    def rows(
        self, documents: Sequence[Filed], plan: Mapping[str, Any], meter: str, year: int
    ) -> ReadingRows:
        """Return the readings behind one quantity, as they stand in the public rendition.

        A file as it was handed in is for those who check it; anybody may see these rows.

        Raises:
            NotFound: a document has no public rendition, or it is not kept here.
        """
        kept = tuple((each.name, self._files.path(_public(each))) for each in documents)
        return _rows(kept, json.dumps(plan, sort_keys=True), meter, year)


# A kept file is named by its content and was just checked against its name, so the same files,
# plan, meter and year give the same rows for ever.
@lru_cache(maxsize=_ROWS_KEPT)
def _rows(documents: tuple[tuple[str, Path], ...], plan: str, meter: str, year: int) -> ReadingRows:
    with under_names(documents) as paths:
        return reading_rows(paths, recorded_plan(json.loads(plan)), meter, year, most=_ROWS_SHOWN)


def _public(document: Filed) -> str:
    if document.public_sha256 is None:
        raise NotFound(
            f"the readings of {document.name} are not public: ask for a public rendition of them",
            code="not-public",
            about=document.name,
        )
    return document.public_sha256
