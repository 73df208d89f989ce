"""``openjcm notice``: the notice of a decision as text, PDF or JSON; without a key, the list."""

from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Malformed
from openjcm.papers.notice_pdf import notice_pdf
from openjcm.papers.notice_text import notice_text
from openjcm.store import reader
from openjcm.views.notices import find_notice, list_notices


def command(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The decision, e.g. BD-2022-03-28.")] = "",
    out: Annotated[Path | None, typer.Option("-o", help="Write a PDF to this file.")] = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Print a notice, write it as PDF, or list the published ones.

    Raises:
        NotFound: there is no such decision.
        Malformed: the PDF cannot be written there.
    """
    with wiring_of(context).opened(say):
        if not key:
            notices = list_notices(reader())
            answer(notices, as_json=as_json, text=lambda: "\n".join(each.key for each in notices))
            return 0
        found = find_notice(reader(), key)
    if out:
        _write(out, notice_pdf(found, language))
        say(f"written: {out}")
        return 0
    answer(found, as_json=as_json, text=lambda: notice_text(found, language))
    return 0


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Malformed(
            f"{out} cannot be written: {error.strerror}", code="not-writable", about=str(out)
        ) from error
