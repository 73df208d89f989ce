"""Intakes: meter readings that arrive in batches, with a key, and what has arrived."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Status
from ninja.security import HttpBearer
from pydantic import Field

from openjcm.api.answers import paged
from openjcm.api.asked import Asked, Paged
from openjcm.api.schemas import Refusal, list_of, page_of, schema_of
from openjcm.api.sending import BATCH_BODY, batch_body
from openjcm.intake import (
    READERS,
    SEATS,
    IntakeState,
    Receipt,
    Sent,
    Use,
    deliver,
    receipt_of,
    receipts,
    require_key,
    state_of,
)
from openjcm.intake.arriving import NAME_MAX
from openjcm.intake.differing import ReportDifference, differences_of
from openjcm.measure.errors import NotAllowed
from openjcm.store import reader
from openjcm.store.intakes import find_intake

KEPT_BY_NOBODY = {"Cache-Control": "no-store"}
_ASKED: dict[int, Any] = {401: Refusal, 422: Refusal, 503: Refusal}
_SENT: dict[int, Any] = {**_ASKED, 408: Refusal, 409: Refusal, 413: Refusal, 415: Refusal}
IntakeName = Annotated[str, Path(description="The intake's name.", examples=["bd002-roof"])]


class IntakeKey(HttpBearer):
    """The key of a sender; the answer is the same for an intake that does not exist."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """Return whose key it is; nothing where it is none of this intake."""
        assert request.resolver_match is not None, "a route was found before its key is asked for"
        try:
            return require_key(token, request.resolver_match.kwargs["name"], Use.DELIVER)
        except NotAllowed:
            return None


router = Router(tags=["intakes"], auth=IntakeKey())


class DeliveryQuestion(Asked):
    """What is said of a batch."""

    replaces: str | None = Field(
        None,
        description="The SHA-256 of the batch that this one corrects, as its receipt has it.",
        pattern=r"^[0-9a-f]{64}$",
    )
    file: str | None = Field(
        None,
        description="The name of the file, for messages and lists.",
        min_length=1,
        max_length=NAME_MAX,
    )


class BatchesQuestion(Paged):
    """Which batches: all of them, the latest first, a page at a time."""


@router.post(
    "/intakes/{name}/batches",
    response={201: schema_of(Receipt), 200: schema_of(Receipt), **_SENT},
    operation_id="deliver_batch",
    openapi_extra={"requestBody": BATCH_BODY},
)
def deliver_batch(
    request: HttpRequest, response: HttpResponse, name: IntakeName, asked: Query[DeliveryQuestion]
) -> Any:
    """Deliver a batch of readings: the body is the file itself.

    The same batch may be sent again whenever an answer was lost: it is kept once, and its receipt
    stays the same. Batches may arrive late and in any order.
    """
    _keep_from_others(response)
    with SEATS.one():
        # What reads the batch loads while the body comes in.
        READERS.ready()
        sent = Sent(
            batch_body(request),
            name=asked.file or "batch",
            replaces=asked.replaces or "",
            sender=getattr(request, "auth", ""),
        )
        intake = find_intake(reader(), name)
        arrived, is_new = deliver(intake, sent)
    return Status(201 if is_new else 200, receipt_of(intake, arrived))


@router.get(
    "/intakes/{name}",
    response={200: schema_of(IntakeState), **_ASKED},
    operation_id="intake",
)
def intake(request: HttpRequest, response: HttpResponse, name: IntakeName) -> Any:
    """Return how an intake stands: the last reading of each meter, and how late the next one is."""
    _keep_from_others(response)
    with SEATS.one():
        return state_of(find_intake(reader(), name))


@router.get(
    "/intakes/{name}/batches",
    response={200: page_of(Receipt), **_ASKED},
    operation_id="batches",
)
def batches(
    request: HttpRequest, response: HttpResponse, name: IntakeName, asked: Query[BatchesQuestion]
) -> Any:
    """Return what arrived, the latest batch first, a page at a time."""
    _keep_from_others(response)
    found = receipts(find_intake(reader(), name), cursor=asked.cursor, limit=asked.limit)
    return paged(request, response, found)


@router.get(
    "/intakes/{name}/differences",
    response={200: list_of(ReportDifference), **_ASKED},
    operation_id="differences",
)
def differences(request: HttpRequest, response: HttpResponse, name: IntakeName) -> Any:
    """Return what arrived beside the submitted reports of the intake's project.

    Late readings, and ones with another value: what the reports would say with them. They stay as
    they were submitted.
    """
    _keep_from_others(response)
    with SEATS.one():
        return differences_of(find_intake(reader(), name))


def _keep_from_others(response: HttpResponse) -> None:
    for header, value in KEPT_BY_NOBODY.items():
        response[header] = value
