"""The routes of ``/api/v1``: one a question, and what is said to whoever asks for another."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError

from openjcm.api.answers import REFUSALS, Renderer
from openjcm.api.asked import only_known, unreadable
from openjcm.api.document import DESCRIPTION, INFO, TAGS, DescribedApi, Start, start_of
from openjcm.api.resources import (
    decisions,
    facts,
    figures,
    methodologies,
    notices,
    nowhere,
    partners,
    projects,
    rehearsals,
    search,
)
from openjcm.measure.errors import Finding, SchemeError

# The last takes every address that no other takes.
RESOURCES = (
    partners,
    projects,
    decisions,
    notices,
    methodologies,
    figures,
    facts,
    search,
    rehearsals,
    nowhere,
)

api = DescribedApi(
    title="OpenJCM",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api",
    renderer=Renderer(),
    servers=[{"url": "/", "description": "This installation."}],
    openapi_extra={"info": INFO, "tags": TAGS},
)
api.add_decorator(only_known, mode="view")
for resource in RESOURCES:
    api.add_router("", resource.router)


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
def refuse_values(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer a request that cannot be read, naming every parameter."""
    return refuse(request, unreadable([_finding(each) for each in error.errors]))


@api.get("/", response={200: Start, **REFUSALS}, operation_id="start", tags=["start"])
def start(request: HttpRequest) -> Start:
    """Return the addresses of this API, each with what it answers."""
    return start_of(api.get_openapi_schema(), request.path)


def _finding(fault: dict[str, Any]) -> Finding:
    # ninja names where the value came from and the name of the schema before the parameter.
    return Finding("", str(fault["loc"][-1]), str(fault["msg"]))
