"""``openjcm report``: the calculation of a rehearsed monitoring report, every value laid open."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.pdf_file import PdfFile, check_pdf_name, write_pdf
from openjcm.measure.errors import Malformed
from openjcm.papers.columns import table_lines
from openjcm.papers.methodologies.calculations import report_sheet
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.sheet_text import sheet_text
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.methodologies.calculations import (
    ReportName,
    find_report_calculation,
    list_report_calculations,
)


def command(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="The rehearsal, e.g. BD-R.")],
    report: Annotated[str, typer.Argument(help="Its report, e.g. BD002-MR-1.")] = "",
    out: PdfFile = None,
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> int:
    """Show every intermediate value of a report, write it as PDF, or list the reports.

    Raises:
        NotFound: there is no such rehearsal or report.
        Conflict: the definitions that came with this installation work it otherwise.
        Malformed: the PDF cannot be written there.
    """
    if out:
        check_pdf_name(out)
        if not report:
            raise Malformed(
                "-o writes one report: name it too, e.g. BD-R BD002-MR-1", code="no-report-named"
            )
    with wiring_of(context).opened(say):
        if not report:
            listed = found_as(reader(), list_report_calculations, key)
            answer(listed, as_json=as_json, text=lambda: _list(listed))
            return 0
        found = found_as(reader(), find_report_calculation, key, report)
    if out:
        write_pdf(out, sheet_pdf(report_sheet(found, language)), as_json=as_json)
        return 0
    answer(found, as_json=as_json, text=lambda: sheet_text(report_sheet(found, language)))
    return 0


def _list(listed: tuple[ReportName, ...]) -> str:
    return "\n".join(table_lines([[each.report, each.project_id] for each in listed]))
