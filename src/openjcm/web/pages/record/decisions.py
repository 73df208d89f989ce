"""Decisions on credits: the list with filters, and one with everything that was printed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.rulebook import all_partners
from openjcm.views.record.decisions import DecisionFilter, find_decision, list_decisions
from openjcm.views.record.projects import project_titles
from openjcm.web.pages.record.asking import partner, query, text, year
from openjcm.web.rendering import page

_NAMES = ("partner", "year", "project")


@require_safe
def decisions(request: HttpRequest, language: str) -> HttpResponse:
    """Show decisions, latest first, a page at a time."""
    number = text(request, "project")
    project = number.upper() if number else None
    which = DecisionFilter(partner=partner(request), year=year(request), project=project)
    found = list_decisions(store.reader(), which, cursor=text(request, "cursor"))
    asked = {name: text(request, name) for name in _NAMES}
    return page(
        request,
        "record/decisions.html",
        found=found,
        asked=asked,
        filtered=any(asked.values()),
        partners=all_partners(),
        next_page=query(asked, cursor=found.next) if found.next else "",
        first_page=query(asked) or "?" if text(request, "cursor") else "",
    )


@require_safe
def decision(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Show a decision: the whole, its lines, both sides, rival amounts, and the blanks."""
    reader = store.reader()
    found = find_decision(reader, key)
    return page(
        request,
        "record/decision.html",
        decision=found,
        titles=project_titles(reader, {each for line in found.lines for each in line.projects}),
    )
