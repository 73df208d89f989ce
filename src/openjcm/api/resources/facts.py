"""Published facts: what was printed, where, and since when the record says so."""

from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS, paged
from openjcm.api.asked import FactKey, Paged, Partnership
from openjcm.api.schemas import page_of, schema_of
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.facts import Fact, FactRow, find_fact, list_facts

router = Router(tags=["facts"])


class FactKind(StrEnum):
    """What a fact is about."""

    PARTNER = "partner"
    PROJECT = "project"
    METHODOLOGY = "methodology"
    ISSUANCE_DECISION = "issuance-decision"
    PROGRESS = "progress"
    GOAL = "goal"


class FactQuestion(Paged):
    """Which facts."""

    kind: FactKind | None = Field(None, description="About this kind of thing.")
    partnership: Partnership | None = Field(
        None, description="Of this partner country (ISO 3166); JP: of the scheme as a whole."
    )


@router.get("/facts", response={200: page_of(FactRow), **REFUSALS}, operation_id="facts")
def facts(request: HttpRequest, response: HttpResponse, asked: Query[FactQuestion]) -> Any:
    """Return the facts that stand, by kind and key, a page at a time."""
    found = list_facts(
        reader(),
        kind=asked.kind,
        partnership=asked.partnership,
        cursor=asked.cursor,
        limit=asked.limit,
    )
    return paged(request, response, found)


@router.get("/facts/{kind}/{key}", response={200: schema_of(Fact), **REFUSALS}, operation_id="fact")
def fact(request: HttpRequest, kind: FactKind, key: FactKey) -> Any:
    """Return a published fact with every version that the record holds, the newest first."""
    return found_as(reader(), lambda record, said: find_fact(record, kind, said), key)
