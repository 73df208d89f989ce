"""``openjcm notice``: the notice of a decision as text, PDF or JSON; without a key, the list."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Cursor, Limit
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Malformed
from openjcm.papers.notice.pdf import notice_pdf
from openjcm.papers.notice.text import notice_text
from openjcm.papers.record_text.decisions import notices_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.notices import find_notice, list_notices

_PDF = ".pdf"


def command(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The decision, e.g. BD-2022-03-28.")] = "",
    out: Annotated[
        Path | None, typer.Option("-o", help="Write it to this file, whose name ends in .pdf.")
    ] = None,
    *,
    cursor: Cursor = None,
    limit: Limit = None,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """Print a notice, write it as PDF, or list the published ones, a page at a time.

    Raises:
        NotFound: there is no such decision.
        Malformed: the PDF cannot be written there.
    """
    if out:
        _check_name(out, key)
    with wiring_of(context).opened(say):
        if not key:
            listed = list_notices(reader(), cursor=cursor, limit=limit)
            answer(listed, as_json=as_json, text=lambda: notices_text(listed, language))
            return 0
        found = found_as(reader(), find_notice, key)
    if out:
        content = notice_pdf(found, language)
        _write(out, content)
        said = {
            "written": str(out),
            "bytes": len(content),
            "sha256": sha256(content).hexdigest(),
        }
        say(f"written: {out}")
        if as_json:
            answer(said, as_json=True, text=str)
        return 0
    answer(found, as_json=as_json, text=lambda: notice_text(found, language))
    return 0


def _check_name(out: Path, key: str) -> None:
    if out.suffix.lower() != _PDF:
        raise Malformed(
            f"{out}: -o writes a PDF; give the file a name that ends in {_PDF}",
            code="not-a-pdf",
            about=str(out),
        )
    if not key:
        raise Malformed(
            "-o writes one notice: name the decision too, e.g. BD-2022-03-28", code="no-key"
        )


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Malformed(
            f"{out} cannot be written: {error.strerror}", code="not-writable", about=str(out)
        ) from error
