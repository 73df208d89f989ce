"""``openjcm methodology attach`` and ``confirm``: what makes a version of a checkout executable."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Conflict, Malformed, NotFound
from openjcm.methodology.confirming import (
    Comparison,
    Confirmation,
    Document,
    acts,
    is_address,
)
from openjcm.methodology.drafting import (
    Version,
    catalogue_around,
    check_sound,
    files_of,
    open_version,
    status_of,
)
from openjcm.papers.exports.whole_files import write_file
from openjcm.papers.methodologies.confirmations import confirmation_status_text
from openjcm.store.files import FileStore

DOCUMENT_BYTES_MAX = 100_000_000
_PDF = b"%PDF-"

Name = Annotated[str, typer.Argument(help="A number with its version, e.g. TH_AM005_ver03.0.")]
Catalogue = Annotated[
    Path | None,
    typer.Option(help="The folder of the versions; without: that of the checkout you are in."),
]

Paper = Annotated[Path, typer.Argument(help="The adopted document, a PDF.")]
Source = Annotated[str, typer.Option(help="The address where it was got.")]
Dated = Annotated[str | None, typer.Option(metavar="DATE", help="The day that the document bears.")]
Parts = Annotated[
    list[str] | None,
    typer.Option(help="A part by its name: RE, EF, 'criterion 1'; may be given several times."),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Every part that you have not compared yet.")
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who compared it.")]
Paragraph = Annotated[
    str, typer.Option(help="Where it stands; the second person may leave it out.")
]
Undo = Annotated[bool, typer.Option("--undo", help="Take back all that NAME compared.")]


def attach(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    name: Name,
    document: Paper,
    *,
    source: Source,
    dated: Dated = None,
    catalogue: Catalogue = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Attach the adopted document: kept by its SHA-256, with its source and day.

    The file goes to the data directory, its name, hash and source beside the entry. The same
    document again keeps a copy here, and changes nothing else.

    Raises:
        Malformed: it is no PDF, the source is no address, the day no day.
        NotFound: there is no such file, version or catalogue.
        Conflict: persons compare with another document already.
    """
    version = _opened(catalogue, name)
    content = _content(document)
    if not is_address(source):
        raise Malformed(
            f"--source {source!r} is no address; write where the document was got, as https://…",
            code="no-address-given",
            about="source",
        )
    known = acts.attach(
        version.confirmation,
        Document(
            name=_printed(document.name, "the name of the document"),
            sha256=hashlib.sha256(content).hexdigest(),
            source=source,
            dated=_day(dated),
            attached_on=_today(),
        ),
        version=version.id,
    )
    _files(context).put(content)
    _record(version, known)
    _tell(_opened(catalogue, name), in_full=False, as_json=as_json, language=language)


def confirm(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    name: Name,
    *,
    formula: Parts = None,
    everything: Everything = False,
    by: By = None,
    paragraph: Paragraph = "",
    undo: Undo = False,
    catalogue: Catalogue = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Confirm a definition against its document, part by part, by two persons.

    Without options: what is still to be confirmed. When two persons compared every part, the
    version is executable, and its definition is never changed again.

    Raises:
        Malformed: no such part, no paragraph, no name, or a fault of the version.
        NotFound: there is no such version, definition or document.
        NotAllowed: this person compared it already, or two others do.
        Conflict: it is confirmed, or the definition changed since somebody compared it.
    """
    version = _opened(catalogue, name)
    if not (formula or everything or undo or by or paragraph):
        _tell(version, in_full=True, as_json=as_json, language=language)
        return
    if by is None or [bool(formula), everything, undo].count(True) != 1:
        raise Malformed(
            "name yourself by --by, and one of --formula PART, --all and --undo",
            code="usage",
            about=name,
        )
    parts = None if everything else tuple(formula or ())
    done = Comparison(_printed(by, "--by"), parts, _printed(paragraph, "--paragraph"), _today())
    _record(version, _after(context, version, done, undo=undo))
    _tell(_opened(catalogue, name), in_full=False, as_json=as_json, language=language)


def _after(
    context: typer.Context, version: Version, done: Comparison, *, undo: bool
) -> Confirmation:
    """Return what is to be recorded after one person compared parts, or took them back."""
    known = _attached(version)
    if version.definition is None:
        raise NotFound(
            f"no definition of {version.id} is written; openjcm methodology new begins one",
            code="no-definition",
            about=version.id,
        )
    if undo:
        return acts.take_back(known, version.definition, by=done.by)
    after = acts.confirm(known, version.definition, done)
    check_sound(version)
    _kept(context, version.id, known)
    return after


def _opened(catalogue: Path | None, name: str) -> Version:
    return open_version(catalogue or catalogue_around(Path.cwd()), name)


def _attached(version: Version) -> Confirmation:
    if version.confirmation is None:
        raise NotFound(
            f"no document is attached to {version.id}: openjcm methodology attach {version.id} "
            f"DOCUMENT.pdf --source ADDRESS",
            code="no-document",
            about=version.id,
        )
    return version.confirmation


def _kept(context: typer.Context, name: str, known: Confirmation) -> None:
    """Refuse to compare with a document of which no copy is here."""
    try:
        _files(context).path(known.document.sha256)
    except NotFound as error:
        raise NotFound(
            f"{known.document.name} is not kept on this machine, and is what you compare with; "
            f"keep a copy: openjcm methodology attach {name} DOCUMENT.pdf --source "
            f"{known.document.source}",
            code="document-not-here",
            about=name,
        ) from error


def _record(version: Version, after: Confirmation) -> None:
    """Write what is to be recorded, each file whole or not at all.

    Raises:
        Conflict: somebody else recorded something since the version was read.
    """
    if after == version.confirmation:
        return
    if open_version(version.folder.parent, version.id).confirmation != version.confirmation:
        raise Conflict(
            f"somebody else recorded something of {version.id} just now; look at it, and try again",
            code="recorded-meanwhile",
            about=version.id,
        )
    for path, text in files_of(version, after).items():
        write_file(path, text.encode())
        say(f"written: {path}")


def _tell(version: Version, *, in_full: bool, as_json: bool, language: str) -> None:
    status = status_of(version)
    answer(
        status,
        as_json=as_json,
        text=lambda: confirmation_status_text(status, language, in_full=in_full),
    )


def _files(context: typer.Context) -> FileStore:
    return FileStore(wiring_of(context).environment.data / "files")


def _content(document: Path) -> bytes:
    try:
        with document.open("rb") as file:
            content = file.read(DOCUMENT_BYTES_MAX + 1)
    except OSError:
        raise NotFound(
            f"{document} cannot be read", code="file-not-found", about=document.name
        ) from None
    if not content.startswith(_PDF) or len(content) > DOCUMENT_BYTES_MAX:
        raise Malformed(
            f"{document} is no PDF of up to {DOCUMENT_BYTES_MAX // 1_000_000} MB; a page of the "
            f"web that was saved in its place is none",
            code="not-a-pdf",
            about=document.name,
        )
    return content


def _printed(text: str, what: str) -> str:
    words = " ".join(text.split())
    if not words.isprintable():
        raise Malformed(f"{what} holds characters that do not print", code="usage", about=what)
    return words


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Malformed(
            f"--dated {text!r} is not a day; write it as 2022-03-31",
            code="day-unreadable",
            about="dated",
        ) from None


def _today() -> date:
    # The day where the person sits, who is at this door.
    return datetime.now(UTC).astimezone().date()  # noqa: TID251 - a door reads the clock
