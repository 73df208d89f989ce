"""Published decisions on credits: a list to filter, and one decision."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS, paged
from openjcm.api.asked import Country, DecisionKey, Paged, ProjectNumber, Year
from openjcm.api.schemas import page_of, schema_of
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.decision import Decision
from openjcm.views.record.decisions import DecisionFilter, find_decision, list_decisions

router = Router(tags=["decisions"])


class DecisionQuestion(Paged):
    """Which decisions."""

    partner: Country | None = Field(None, description="Of this partner country (ISO 3166).")
    year: Year | None = Field(
        None, description="Filed in this year: decided, else announced, else issued."
    )
    project: ProjectNumber | None = Field(None, description="On credits of this project.")


@router.get("/decisions", response={200: page_of(Decision), **REFUSALS}, operation_id="decisions")
def decisions(request: HttpRequest, response: HttpResponse, asked: Query[DecisionQuestion]) -> Any:
    """Return published decisions, latest first; those without a known day come last."""
    which = DecisionFilter(partner=asked.partner, year=asked.year, project=asked.project)
    found = list_decisions(reader(), which, cursor=asked.cursor, limit=asked.limit)
    return paged(request, response, found)


@router.get(
    "/decisions/{key}", response={200: schema_of(Decision), **REFUSALS}, operation_id="decision"
)
def decision(request: HttpRequest, key: DecisionKey) -> Any:
    """Return a published decision: its whole, its lines, both sides, and what is not known."""
    return found_as(reader(), find_decision, key)
