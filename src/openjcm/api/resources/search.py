"""Search over the whole public record."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS
from openjcm.api.asked import Asked, Words
from openjcm.api.schemas import page_of
from openjcm.store import reader
from openjcm.views.record.finding import Found, find
from openjcm.views.record.pages import LARGEST_PAGE, PAGE_SIZE

router = Router(tags=["search"])


class SearchQuestion(Asked):
    """What is looked for."""

    q: Words = Field(..., description="Words, a name or a number; the last letters may be missing.")
    limit: int = Field(PAGE_SIZE, description="How many at most.", ge=1, le=LARGEST_PAGE)


@router.get("/search", response={200: page_of(Found), **REFUSALS}, operation_id="search")
def search(request: HttpRequest, asked: Query[SearchQuestion]) -> Any:
    """Find partner countries, projects, decisions and methodologies; a rehearsal is never found."""
    return find(reader(), asked.q, limit=asked.limit)
