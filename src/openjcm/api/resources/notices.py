"""Notices of decisions, and the walk back from one of their lines."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openjcm.api.answers import REFUSALS, paged
from openjcm.api.asked import DecisionKey, Paged, ProjectKey
from openjcm.api.schemas import page_of, schema_of
from openjcm.store import reader
from openjcm.views import notices as published
from openjcm.views import walks
from openjcm.views.identifiers import found_as
from openjcm.views.notice import Notice
from openjcm.views.walk import Walk

router = Router(tags=["notices"])


class NoticeQuestion(Paged):
    """Which notices: the published ones, a page at a time."""


@router.get("/notices", response={200: page_of(Notice), **REFUSALS}, operation_id="notices")
def notices(request: HttpRequest, response: HttpResponse, asked: Query[NoticeQuestion]) -> Any:
    """Return the published notices, latest first; none of a decision without its published day."""
    found = published.list_notices(reader(), cursor=asked.cursor, limit=asked.limit)
    return paged(request, response, found)


@router.get("/notices/{key}", response={200: schema_of(Notice), **REFUSALS}, operation_id="notice")
def notice(request: HttpRequest, key: DecisionKey) -> Any:
    """Return the notice of one decision, published or rehearsed."""
    return found_as(reader(), published.find_notice, key)


@router.get(
    "/notices/{key}/{project}/walk",
    response={200: schema_of(Walk), **REFUSALS},
    operation_id="walk",
)
def walk(request: HttpRequest, key: DecisionKey, project: ProjectKey) -> Any:
    """Walk one line of a notice back as far as its record is public."""
    return found_as(reader(), walks.walk_published, key, project)
