"""Every file of open data, made of the tables: contents, sizes, checksums, one archive."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from openjcm.papers.exports.csv_file import write_csv
from openjcm.papers.exports.data_file import DataFile, data_file
from openjcm.papers.exports.json_file import json_bytes, write_json
from openjcm.papers.exports.parquet_file import write_parquet
from openjcm.papers.exports.schema import licences, package, resource
from openjcm.views.record.tables import Filled

DESCRIPTION = "datapackage.json"
CHECKSUMS = "SHA256SUMS"
ARCHIVE = "openjcm-open-data.zip"
# An archive of the same files has the same bytes: the oldest day that the format knows.
_ARCHIVED_AT = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Format:
    """How a table is written: the file's ending, its media type, and what writes it."""

    ending: str
    media: str
    write: Callable[[Filled], bytes]


FORMATS = (
    Format("csv", "text/csv; charset=utf-8", write_csv),
    Format("json", "application/json; charset=utf-8", write_json),
    Format("parquet", "application/vnd.apache.parquet", write_parquet),
)


def table_file(of: Filled, form: Format) -> DataFile:
    """Return a table as a file.

    Raises:
        Stopped: the machine has no room to write it.
    """
    name = f"{of.table.name}.{form.ending}"
    return data_file(name, form.media, form.write(of), table=of.table.name, form=form.ending)


def open_data_files(
    tables: Sequence[Filled], *, recorded_at: datetime | None
) -> tuple[DataFile, ...]:
    """Return every file: the tables, their description, the checksums, and all in one archive.

    Raises:
        Stopped: the machine has no room to write them.
    """
    written = [(of, table_file(of, form)) for of in tables for form in FORMATS]
    said = [resource(of, file, licences(of, tables)) for of, file in written]
    sources = next(of for of in tables if of.table.name == "sources")
    about = json_bytes(package(said, sources, recorded_at))
    files = [file for _, file in written]
    files.append(data_file(DESCRIPTION, "application/json; charset=utf-8", about))
    sums = "".join(_sums(files)).encode()
    files.append(data_file(CHECKSUMS, "text/plain; charset=utf-8", sums))
    return (*files, data_file(ARCHIVE, "application/zip", _archive(files)))


def _sums(files: Sequence[DataFile]) -> Iterator[str]:
    """Yield the lines that ``sha256sum --check`` reads."""
    for each in sorted(files, key=lambda file: file.name):
        yield f"{each.sha256}  {each.name}\n"


def _archive(files: Sequence[DataFile]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            entry = zipfile.ZipInfo(each.name, _ARCHIVED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, each.content)
    return held.getvalue()
