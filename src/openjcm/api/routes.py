"""The routes of ``/api/v1``: one a question."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from openjcm.api.schemas import (
    Comparison,
    DecisionRows,
    Hits,
    Measures,
    Notice,
    Notices,
    Refusal,
    Rehearsals,
    Walk,
)
from openjcm.measure.errors import Malformed, NotFound, SchemeError
from openjcm.store import configured, reader
from openjcm.store.files import FileStore
from openjcm.stories.walks import credit_walk
from openjcm.views import comparison as comparisons
from openjcm.views import measures as five
from openjcm.views import notices as published
from openjcm.views import open_data, walks
from openjcm.views import search as finding

REFUSALS = {404: Refusal, 422: Refusal, 503: Refusal}

api = NinjaAPI(
    title="OpenJCM",
    version="1",
    description="The record of the Joint Crediting Mechanism: every figure with its basis. "
    "Published facts carry their source; a rehearsal stands apart, under /rehearsals "
    "and its own keys, and in no measure, search or open data.",
    docs_url=None,
    urls_namespace="api",
)


@api.exception_handler(SchemeError)
def refuse(request: HttpRequest, error: SchemeError) -> HttpResponse:
    """Answer a refusal with its kind's status, its code and a sentence."""
    said = {
        "code": error.code,
        "message": error.message,
        "findings": [asdict(finding) for finding in error.findings],
    }
    return api.create_response(request, said, status=error.status)


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer a request that cannot be read, naming every field."""
    fields = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors)
    return refuse(request, Malformed(fields, code="request-unreadable"))


@api.get("/measures", response={200: Measures, **REFUSALS}, operation_id="measures")
def measures(request: HttpRequest) -> Any:  # noqa: ANN401, ARG001 - the schema types the answer
    """Return the five measures of tonnes of the published record."""
    return five.measures(reader())


@api.get("/notices", response={200: Notices, **REFUSALS}, operation_id="notices")
def notices(request: HttpRequest) -> Any:  # noqa: ANN401, ARG001 - as above
    """Return the published notices, latest first."""
    return list(published.list_notices(reader()))


@api.get("/notices/{key}", response={200: Notice, **REFUSALS}, operation_id="notice")
def notice(request: HttpRequest, key: str) -> Any:  # noqa: ANN401, ARG001 - as above
    """Return the notice of one decision, published or rehearsed."""
    return published.find_notice(reader(), key)


@api.get("/notices/{key}/{project}/walk", response={200: Walk, **REFUSALS}, operation_id="walk")
def walk(request: HttpRequest, key: str, project: str) -> Any:  # noqa: ANN401, ARG001 - as above
    """Walk one line of a notice back as far as its record is public."""
    return walks.walk_published(reader(), key, project)


@api.get("/credits/{serial}", response={200: Walk, **REFUSALS}, operation_id="credit")
def credit(
    request: HttpRequest,  # noqa: ARG001 - as above
    serial: str,
    partnership: str | None = None,
) -> Any:  # noqa: ANN401 - as above
    """Walk one block of credits back to its readings."""
    files = FileStore(configured().files)
    return credit_walk(reader(), serial, files=files, partnership=partnership)


@api.get("/rehearsals", response={200: Rehearsals, **REFUSALS}, operation_id="rehearsals")
def rehearsals(request: HttpRequest) -> Any:  # noqa: ANN401, ARG001 - as above
    """Return the rehearsals that came to a decision."""
    return list(comparisons.list_rehearsals(reader()))


@api.get("/rehearsals/{key}", response={200: Comparison, **REFUSALS}, operation_id="rehearsal")
def rehearsal(request: HttpRequest, key: str) -> Any:  # noqa: ANN401, ARG001 - as above
    """Return published and rehearsed figures side by side."""
    return comparisons.comparison(reader(), key)


@api.get("/search", response={200: Hits, **REFUSALS}, operation_id="search")
def search(request: HttpRequest, q: str) -> Any:  # noqa: ANN401, ARG001 - as above
    """Find projects and decisions of the public record."""
    return list(finding.search(reader(), q))


@api.get("/open-data", response={200: DecisionRows, **REFUSALS}, operation_id="open-data")
def rows(request: HttpRequest) -> Any:  # noqa: ANN401, ARG001 - as above
    """Return one row a project in a published decision."""
    return list(open_data.decision_rows(reader()))


@api.api_operation(
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], "/{path:address}", include_in_schema=False
)
def nothing_here(request: HttpRequest, address: str) -> HttpResponse:
    """Refuse an address that leads nowhere, in the words of the interface and not of the site."""
    refusal = NotFound(f"there is no address {address!r} here", code="no-address", about=address)
    return refuse(request, refusal)
