"""The routes of ``/api/v1``: one a question, and what is said to whoever asks for another."""

import secrets
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import AuthenticationError, ValidationError

from openjcm.api.answers import REFUSALS, Renderer
from openjcm.api.asked import only_known, unreadable
from openjcm.api.document import DESCRIPTION, INFO, TAGS, DescribedApi, Start, start_of
from openjcm.api.resources import (
    decisions,
    facts,
    figures,
    intakes,
    methodologies,
    notices,
    nowhere,
    partners,
    projects,
    rehearsals,
    search,
)
from openjcm.intake import Busy
from openjcm.measure.errors import Finding, NotAllowed, SchemeError, Stopped

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
    intakes,
    nowhere,
)

# HTTP has a word of its own for these.
_STATUS = {
    "wrong-key": 401,
    "batch-cut-off": 408,
    "batch-too-large": 413,
    "form-instead-of-batch": 415,
}
_RETRY_SECONDS = 10

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
    status = _STATUS.get(error.code, error.status)
    response = api.create_response(request, said, status=status)
    if status == Stopped.status:
        # Spread, so that many who were sent away do not come back at once.
        response["Retry-After"] = str(1 + secrets.randbelow(_RETRY_SECONDS))
    return response


@api.exception_handler(Busy)
def refuse_for_now(request: HttpRequest, _: Busy) -> HttpResponse:
    """Ask who finds no seat to come again."""
    busy = "others are being served; nothing was kept. Send it again after Retry-After seconds"
    return refuse(request, Stopped(busy, code="busy"))


@api.exception_handler(AuthenticationError)
def refuse_key(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    """Answer who has no key, or a wrong one, and whoever tries a name."""
    said = (
        "there is no intake of this name with this key; send the key that was given out for it: "
        "Authorization: Bearer KEY"
    )
    response = refuse(request, NotAllowed(said, code="wrong-key"))
    response["WWW-Authenticate"] = 'Bearer realm="intake"'
    return response


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
