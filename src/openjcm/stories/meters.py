"""Meters over filed documents: the one wiring between the filed readings and ``metering``."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.measure.errors import NotFound
from openjcm.metering import (
    Plan,
    ReadingRows,
    plan_from,
    reading_rows,
    summarise,
    summary_as_json,
)
from openjcm.store.files import FileStore


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
        with self._named([(each.name, each.private_sha256) for each in documents]) as paths:
            return summary_as_json(summarise(paths, plan_of(plan)))

    def rows(
        self, documents: Sequence[Filed], plan: Mapping[str, Any], meter: str, year: int
    ) -> ReadingRows:
        """Return the readings behind one quantity, as they stand in the public rendition.

        A file as it was handed in is for those who check it; anybody may see these rows.

        Raises:
            NotFound: a document has no public rendition, or it is not kept here.
        """
        with self._named([(each.name, _public(each)) for each in documents]) as paths:
            return reading_rows(paths, plan_of(plan), meter, year)

    @contextmanager
    def _named(self, documents: Sequence[tuple[str, str]]) -> Iterator[list[Path]]:
        # Kept files are named by their content; a finding must name the file as it was handed in.
        with TemporaryDirectory(prefix="openjcm-readings-") as folder:
            paths = []
            for number, (name, sha256) in enumerate(documents):
                named = Path(folder) / str(number) / Path(name).name
                named.parent.mkdir()
                named.symlink_to(self._files.path(sha256))
                paths.append(named)
            yield paths


def _public(document: Filed) -> str:
    if document.public_sha256 is None:
        raise NotFound(
            f"the readings of {document.name} are not public: ask for a public rendition of them",
            code="not-public",
            about=document.name,
        )
    return document.public_sha256


def plan_of(said: Mapping[str, Any]) -> Plan:
    """Read a plan as a record keeps it: days as text."""
    days = {name: date.fromisoformat(said[name]) for name in ("first", "last")}
    return plan_from({**said, **days}, place="plan")
