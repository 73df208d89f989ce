"""The calculation of a rehearsed monitoring report: as a page, and as a file beside it."""

import json
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.methodologies.calculations import report_sheet
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.sheet_text import sheet_text
from openjcm.papers.words import LANGUAGES
from openjcm.views.methodologies.calculations import ReportCalculation, find_report_calculation
from openjcm.views.shown import plain
from openjcm.web.pages.notice_files import NoticeFile
from openjcm.web.rendering import page, words

_KINDS = ("pdf", "txt")
_KEPT = 64


@require_safe
def report(request: HttpRequest, language: str, key: str, report: str) -> HttpResponse:
    """Show every intermediate value of a report, year by year."""
    found = find_report_calculation(store.reader(), key, report)
    return page(
        request,
        "report.html",
        rehearsal=True,
        found=found,
        sheet=report_sheet(found, language),
        papers=_files_of(found, language),
    )


@require_safe
def as_pdf(request: HttpRequest, language: str, key: str, report: str) -> HttpResponse:
    """Give the calculation as it is printed."""
    found = find_report_calculation(store.reader(), key, report)
    return _file(found, _pdf(found, language), "application/pdf", f"{language}.pdf")


@require_safe
def as_text(request: HttpRequest, language: str, key: str, report: str) -> HttpResponse:
    """Give the calculation as plain text."""
    found = find_report_calculation(store.reader(), key, report)
    said = sheet_text(report_sheet(found, language)).encode()
    return _file(found, said, "text/plain; charset=utf-8", f"{language}.txt")


@require_safe
def as_json(request: HttpRequest, language: str, key: str, report: str) -> HttpResponse:
    """Give the calculation as data: each value with its unit and its basis."""
    found = find_report_calculation(store.reader(), key, report)
    said = json.dumps(plain(found), ensure_ascii=False, indent=1)
    return _file(found, f"{said}\n".encode(), "application/json; charset=utf-8", "json")


def _files_of(found: ReportCalculation, language: str) -> tuple[NoticeFile, ...]:
    written = [
        NoticeFile(
            of,
            words(language, f"paper-{of}-{kind}"),
            reverse(f"report-{kind}", args=[of, found.partnership, found.report]),
        )
        for kind in _KINDS
        for of in LANGUAGES
    ]
    data = reverse("report-json", args=[language, found.partnership, found.report])
    return (*written, NoticeFile(language, words(language, "paper-json"), data))


@lru_cache(maxsize=_KEPT)
def _pdf(found: ReportCalculation, language: str) -> bytes:
    # A report never changes; setting one takes a second that the next reader need not wait.
    return sheet_pdf(report_sheet(found, language))


def _file(found: ReportCalculation, content: bytes, media: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media)
    name = f"rehearsal-{found.partnership}-{found.report}-calculation.{ending}"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
