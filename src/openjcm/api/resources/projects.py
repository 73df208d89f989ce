"""Projects of the public record: a list to filter and order, and one project."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS, paged
from openjcm.api.asked import Country, Paged, ProjectKey, Truth, Words, Year
from openjcm.api.schemas import page_of, schema_of
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.projects import (
    Order,
    Project,
    ProjectFilter,
    ProjectRow,
    Status,
    find_project,
    list_projects,
)

router = Router(tags=["projects"])

_METHODOLOGY = r"^[A-Z]{2}_[AP]M[0-9]{3}(_ver[0-9]{2}\.[0-9])?$"


class ProjectQuestion(Paged):
    """Which projects, in which order."""

    partner: Country | None = Field(None, description="Of this partner country (ISO 3166).")
    status: Status | None = Field(None, description="With this status in the public table.")
    methodology: (
        Annotated[str, Field(pattern=_METHODOLOGY, examples=["BD_AM001", "BD_AM001_ver01.0"])]
        | None
    ) = Field(None, description="That use this methodology, in any version or in the one named.")
    year: Year | None = Field(None, description="Registered in this year.")
    decided: Truth | None = Field(
        None, description="Whether a decision on their credits was published."
    )
    q: Words = Field("", description="Words in title, number, participants or country.")
    order: Order = Field(
        Order.NUMBER, description="By number, by title, or the newest registration first."
    )


@router.get("/projects", response={200: page_of(ProjectRow), **REFUSALS}, operation_id="projects")
def projects(request: HttpRequest, response: HttpResponse, asked: Query[ProjectQuestion]) -> Any:
    """Return projects of the public record, a page at a time."""
    which = ProjectFilter(
        partner=asked.partner,
        status=asked.status,
        methodology=asked.methodology,
        year=asked.year,
        decided=asked.decided,
        words=asked.q,
    )
    found = list_projects(
        reader(), which, order=asked.order, cursor=asked.cursor, limit=asked.limit
    )
    return paged(request, response, found)


@router.get(
    "/projects/{id}", response={200: schema_of(Project), **REFUSALS}, operation_id="project"
)
def project(request: HttpRequest, id: ProjectKey) -> Any:  # noqa: A002 - the address says id
    """Return everything that was published about a project, with the decisions on its credits."""
    return found_as(reader(), find_project, id)
