"""Partner countries, as of any day."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS
from openjcm.api.asked import Asked, CountryKey, Day
from openjcm.api.schemas import list_of, schema_of
from openjcm.store import reader
from openjcm.views.identifiers import found_as
from openjcm.views.record.partners import PartnerPage, PartnerRow, find_partner, list_partners
from openjcm.views.record.state import day_of_question

router = Router(tags=["partner countries"])


class PartnerQuestion(Asked):
    """As of which day."""

    on: Day | None = Field(
        None,
        description="Who had signed by the end of this day; today, also for a day to come.",
    )


@router.get("/partners", response={200: list_of(PartnerRow), **REFUSALS}, operation_id="partners")
def partners(request: HttpRequest, asked: Query[PartnerQuestion]) -> Any:
    """Return the partner countries of a day in signing order.

    Projects and decisions are counted as the record has them today.
    """
    record = reader()
    return list(list_partners(record, day_of_question(record, asked.on)))


@router.get(
    "/partners/{iso2}", response={200: schema_of(PartnerPage), **REFUSALS}, operation_id="partner"
)
def partner(request: HttpRequest, iso2: CountryKey) -> Any:
    """Return a partner country with its totals, by its ISO 3166 alpha-2 code."""
    return found_as(reader(), find_partner, iso2)
