"""``openjcm notice``: the notice of a decision as text, PDF or JSON; without a key, the list."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Cursor, Limit
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure.errors import Malformed
from openjcm.papers.notice.pdf import notice_pdf
from openjcm.papers.notice.text import notice_text
from openjcm.papers.record_text.decisions import notices_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.notices import find_notice, list_notices


def command(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The decision, e.g. BD-2022-03-28.")] = "",
    out: PdfFile = None,
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
        check_pdf_name(out)
        if not key:
            raise Malformed(
                "-o writes one notice: name the decision too, e.g. BD-2022-03-28", code="no-key"
            )
    with wiring_of(context).opened(say):
        if not key:
            listed = list_notices(reader(), cursor=cursor, limit=limit)
            answer(listed, as_json=as_json, text=lambda: notices_text(listed, language))
            return 0
        found = found_as(reader(), find_notice, key)
    if out:
        write_pdf(out, notice_pdf(found, language), as_json=as_json)
        return 0
    answer(found, as_json=as_json, text=lambda: notice_text(found, language))
    return 0
