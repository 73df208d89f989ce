"""A notice as a PDF: its sheet, drawn as every paper is."""

from openjcm.papers.notice.sheet import notice_sheet
from openjcm.papers.pdf import sheet_pdf
from openjcm.views.notice import Notice


def notice_pdf(notice: Notice, language: str) -> bytes:
    """Set the whole notice as an A4 document.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    return sheet_pdf(notice_sheet(notice, language))
