"""Projects: the table with filters, search and order, and one project with its timeline."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.rulebook import all_partners
from openjcm.views.record.methodologies import where_to_read
from openjcm.views.record.projects import Order, ProjectFilter, find_project, list_projects
from openjcm.views.record.timeline import timeline_of
from openjcm.web.days import today
from openjcm.web.pages.record.asking import choice, known, partner, query, text, year, yes_or_no
from openjcm.web.pictures import projects_picture
from openjcm.web.rendering import page

STATUSES = ("registered", "validation", "registration-request-withdrawn")
_NAMES = ("q", "partner", "status", "methodology", "year", "decided", "order")


@require_safe
def projects(request: HttpRequest, language: str) -> HttpResponse:
    """Show the projects that a reader asked for, a page at a time."""
    which = ProjectFilter(
        partner=partner(request),
        status=known(request, "status", STATUSES),
        methodology=text(request, "methodology"),
        year=year(request),
        decided=yes_or_no(request, "decided"),
        words=text(request, "q") or "",
    )
    order = choice(request, "order", Order, Order.NUMBER)
    reader, cursor = store.reader(), text(request, "cursor")
    found = list_projects(reader, which, order=order, cursor=cursor)
    asked = {name: text(request, name) for name in _NAMES}
    filtered = any(asked[name] for name in _NAMES if name != "order")
    shown = which if filtered else None
    return page(
        request,
        "record/projects.html",
        found=found,
        asked=asked,
        filtered=filtered,
        map=projects_picture(reader, today(), language, which=shown) if found.items else None,
        orders=tuple(each.value for each in Order),
        order=order.value,
        statuses=STATUSES,
        partners=all_partners(),
        next_page=query(asked, cursor=found.next) if found.next else "",
        first_page=query(asked) or "?" if cursor else "",
    )


@require_safe
def project(request: HttpRequest, language: str, project_id: str) -> HttpResponse:
    """Show everything that was published about a project."""
    reader = store.reader()
    found = find_project(reader, project_id)
    return page(
        request,
        "record/project.html",
        project=found,
        methodologies=where_to_read(reader, found.row.methodologies),
        timeline=timeline_of(found),
    )
