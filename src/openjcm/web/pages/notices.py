"""Notices of decisions on credits: the list, one notice, and its papers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.notice.sections import closing_sections
from openjcm.papers.notice.sheet import notice_sheet
from openjcm.views.notices import find_notice, list_notices
from openjcm.web.pages.notice_files import files_of
from openjcm.web.pages.record.asking import query, text
from openjcm.web.rendering import page


@require_safe
def notices(request: HttpRequest, language: str) -> HttpResponse:
    """List the published decisions, latest first, a page at a time."""
    cursor = text(request, "cursor")
    found = list_notices(store.reader(), cursor=cursor)
    return page(
        request,
        "notices.html",
        notices=found.items,
        next_page=query({}, cursor=found.next) if found.next else "",
        first_page="?" if cursor else "",
    )


@require_safe
def one_notice(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Show one notice in the form of the ministry's."""
    found = find_notice(store.reader(), key)
    return page(
        request,
        "notice.html",
        rehearsal=found.rehearsal,
        notice=found,
        sheet=notice_sheet(found, language),
        # The last section explains the marks, which the legend of every page does.
        closing=closing_sections(found, language)[:-1],
        papers=files_of(found, language),
    )
