"""Every other address: it leads nowhere, and says so in JSON."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openjcm.measure.errors import NotFound

router = Router()


@router.api_operation(
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], "/{path:address}", include_in_schema=False
)
def nothing_here(request: HttpRequest, address: str) -> HttpResponse:
    """Refuse an address that leads nowhere, in the words of the interface and not of the site.

    Raises:
        NotFound: always.
    """
    raise NotFound(
        f"there is no address {address!r} here; /api/v1/ lists them",
        code="no-address",
        about=address,
    )
