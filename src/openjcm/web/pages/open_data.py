"""The public record as files: every table in three formats, its columns, sizes and checksums."""

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.measure.errors import NotFound
from openjcm.papers.exports.column_words import column_sentence, table_sentence, unit_words
from openjcm.papers.exports.data_file import DataFile
from openjcm.papers.exports.open_data import open_data_files
from openjcm.papers.exports.schema import licences
from openjcm.views.record.tables import Filled, RecordState, Table, every_table, record_state
from openjcm.web.pages.answers import tagged
from openjcm.web.rendering import page

_SHOWN_IN_PLACE = ("application/json", "text/plain")
_making = Lock()


@dataclass(frozen=True, slots=True)
class OpenData:
    """All tables, and all files that were made of them."""

    tables: tuple[Filled, ...]
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column as the page explains it; ``type`` is the stem of its type."""

    name: str
    type: str
    unit: str
    sentence: str
    needed: bool


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table as the page shows it."""

    name: str
    sentence: str
    rows: int
    files: tuple[DataFile, ...]
    licences: tuple[str, ...]
    columns: tuple[ColumnShown, ...]


@require_safe
def about_the_data(request: HttpRequest, language: str) -> HttpResponse:
    """Say which files there are, what each holds, and how each column is to be read."""
    made = _open_data()
    shown = [_shown(each, made, language) for each in made.tables]
    # The archive comes last because it holds the others, and is shown first.
    about_all = [each for each in reversed(made.files) if not each.table]
    return page(request, "open_data.html", tables=shown, about_all=about_all)


@require_safe
def data_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give one file; whoever has it already is told so.

    Raises:
        NotFound: there is no such file.
    """
    files = {each.name: each for each in _open_data().files}
    if name not in files:
        raise NotFound(f"there is no file {name!r} of open data", code="no-data-file", about=name)
    file = files[name]
    saved_as = "" if file.media.startswith(_SHOWN_IN_PLACE) else file.name
    return tagged(request, file.content, file.media, sha256=file.sha256, name=saved_as)


def _open_data() -> OpenData:
    state = record_state(store.reader())
    # One reader makes the files anew, the others wait for them.
    with _making:
        return _made(state)


@lru_cache(maxsize=1)
def _made(state: RecordState) -> OpenData:
    tables = every_table(store.reader())
    return OpenData(tables, open_data_files(tables, recorded_at=state.at))


def _shown(of: Filled, made: OpenData, language: str) -> TableShown:
    return TableShown(
        name=of.table.name,
        sentence=table_sentence(language, of.table.name),
        rows=len(of.rows),
        files=tuple(each for each in made.files if each.table == of.table.name),
        licences=licences(of, made.tables),
        columns=_columns(of.table, language),
    )


def _columns(table: Table, language: str) -> tuple[ColumnShown, ...]:
    return tuple(
        ColumnShown(
            name=each.name,
            type=each.type.value,
            unit=unit_words(language, each.unit) if each.unit else "",
            sentence=column_sentence(language, table.name, each.name),
            needed=each.needed,
        )
        for each in table.columns
    )
