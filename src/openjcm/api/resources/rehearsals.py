"""Rehearsals, which stand apart from everything published, and the walk back from their credits."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS
from openjcm.api.asked import Asked, RehearsalKey, Serial
from openjcm.api.schemas import list_of, schema_of
from openjcm.store import configured, reader
from openjcm.store.files import FileStore
from openjcm.stories.walks import credit_walk
from openjcm.views.comparison import Comparison, Rehearsal, comparison, list_rehearsals
from openjcm.views.identifiers import found_as
from openjcm.views.walk import Walk

router = Router(tags=["rehearsals"])


class CreditQuestion(Asked):
    """In which partnership."""

    partnership: str | None = Field(
        None,
        description="The partnership, where several rehearsals have this serial number.",
        max_length=100,
    )


@router.get("/credits/{serial}", response={200: schema_of(Walk), **REFUSALS}, operation_id="credit")
def credit(request: HttpRequest, serial: Serial, asked: Query[CreditQuestion]) -> Any:
    """Walk one block of credits back to its readings."""
    files = FileStore(configured().files)
    return credit_walk(reader(), serial, files=files, partnership=asked.partnership)


@router.get(
    "/rehearsals", response={200: list_of(Rehearsal), **REFUSALS}, operation_id="rehearsals"
)
def rehearsals(request: HttpRequest) -> Any:
    """Return the rehearsals that came to a decision."""
    return list(list_rehearsals(reader()))


@router.get(
    "/rehearsals/{key}", response={200: schema_of(Comparison), **REFUSALS}, operation_id="rehearsal"
)
def rehearsal(request: HttpRequest, key: RehearsalKey) -> Any:
    """Return published and rehearsed figures side by side."""
    return found_as(reader(), comparison, key)
