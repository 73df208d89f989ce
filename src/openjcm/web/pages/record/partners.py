"""Partner countries as of any day, and one of them with all that came of it."""

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.rulebook import kana_order, load_partner
from openjcm.views.record.decisions import DecisionFilter, list_decisions
from openjcm.views.record.methodologies import list_methodologies
from openjcm.views.record.pages import LARGEST_PAGE
from openjcm.views.record.partners import find_partner, list_partners
from openjcm.views.record.projects import ProjectFilter, list_projects
from openjcm.web.days import chosen_day, day_to_come
from openjcm.web.pages.record.asking import choice, text
from openjcm.web.pictures import partners_picture
from openjcm.web.rendering import page


class PartnerOrder(StrEnum):
    """The order of a list of countries: of signing, or of the Japanese syllabary."""

    SIGNING = "signing"
    KANA = "kana"


@require_safe
def partners(request: HttpRequest, language: str) -> HttpResponse:
    """Show who had signed by the end of a day."""
    on = chosen_day(text(request, "on"))
    order = choice(request, "order", PartnerOrder, PartnerOrder.SIGNING)
    reader = store.reader()
    rows = list_partners(reader, on)
    if order is PartnerOrder.KANA:
        places = {
            each.iso2: place
            for place, each in enumerate(kana_order([load_partner(row.iso2) for row in rows]))
        }
        rows = tuple(sorted(rows, key=lambda row: places[row.iso2]))
    return page(
        request,
        "record/partners.html",
        about_day=on,
        to_come=day_to_come(text(request, "on")),
        partners=rows,
        on=on,
        order=order.value,
        map=partners_picture(reader, on, language),
    )


@require_safe
def partner(request: HttpRequest, language: str, iso2: str) -> HttpResponse:
    """Show a partner country: its decisions with both sides, its projects, its methodologies."""
    reader = store.reader()
    found = find_partner(reader, iso2)
    code = found.row.iso2
    return page(
        request,
        "record/partner.html",
        partner=found,
        decisions=list_decisions(reader, DecisionFilter(partner=code), limit=LARGEST_PAGE),
        projects=list_projects(reader, ProjectFilter(partner=code)),
        methodologies=list_methodologies(reader, code),
    )
