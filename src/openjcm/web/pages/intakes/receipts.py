"""What was typed: a receipt for each value, the list of them, and the photos that show them."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm.intake.evidence import ENDINGS
from openjcm.intake.looking import month_so_far, what_stands
from openjcm.intake.typed import TypedValue, typed_in
from openjcm.measure.errors import NotFound
from openjcm.store.database import configured
from openjcm.store.files import FileStore
from openjcm.store.intakes import Arrived
from openjcm.web.pages.intakes.private import (
    Link,
    followed,
    keep_private,
    private_page,
    seat_for,
)

SHOWN_MAX = 200
"""Typed values that one page lists, the latest first."""
# A file of a stranger opens without a script, a form or an address of this site.
_BOXED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_SHOWN = frozenset({"image/jpeg", "image/png", "image/webp"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A typed value with the batch that it became, and the one that corrects it."""

    batch: Arrived
    typed: TypedValue
    place: int
    unit: str
    replaced_by: Arrived | None
    replaces: Arrived | None


@require_safe
def receipt(request: HttpRequest, language: str, name: str, key: str, number: int) -> HttpResponse:
    """Show that a value was taken: number, SHA-256, and what its month comes to so far.

    Raises:
        NotFound: the link leads to no intake, or the batch is no typed value.
        Busy: the readings are many, and others look at such.
    """
    link = followed(name, key)
    entry = _entry(link, link.batch(number))
    if entry is None:
        raise NotFound("this batch is no typed value", code="no-batch")
    with seat_for(link):
        stands = what_stands(link.intake, link.plan, link.arrived, now=link.now)
        month = month_so_far(link.intake, link.plan, link.arrived, entry.typed)
    due = (
        (place, link.plan.meters[place - 1])
        for place, each in enumerate(stands, start=1)
        if not each.has_month and place != entry.place
    )
    return private_page(
        request,
        "receipt.html",
        link,
        entry=entry,
        meter=link.meter(entry.place),
        month=month,
        following=next(due, None),
    )


@require_safe
def typed(request: HttpRequest, language: str, name: str, key: str) -> HttpResponse:
    """List what was typed, the latest first, with its photos and invoices.

    Raises:
        NotFound: the link leads to no intake.
    """
    link = followed(name, key)
    found = (_entry(link, each) for each in reversed(link.arrived))
    entries = [
        each for each, _ in zip((one for one in found if one), range(SHOWN_MAX), strict=False)
    ]
    return private_page(request, "typed.html", link, entries=entries)


@require_safe
def evidence(request: HttpRequest, language: str, name: str, key: str, sha256: str) -> HttpResponse:
    """Give a photo or an invoice that came with a batch, as it came.

    Raises:
        NotFound: the link leads to no intake, or no batch of it came with this file.
        Conflict: the kept file is not what came.
    """
    link = followed(name, key)
    found = next(
        (one for batch in link.arrived for one in batch.evidence if one.sha256 == sha256), None
    )
    if found is None or found.media_type not in ENDINGS:
        raise NotFound("no batch came with this file", code="no-evidence")
    content = FileStore(configured().files).path(sha256).read_bytes()
    answer = HttpResponse(content, content_type=found.media_type)
    how = "inline" if found.media_type in _SHOWN else "attachment"
    saved_as = f"evidence-{sha256[:12]}.{ENDINGS[found.media_type]}"
    answer["Content-Disposition"] = f'{how}; filename="{saved_as}"'
    answer["Content-Security-Policy"] = _BOXED
    keep_private(answer)
    return answer


def _entry(link: Link, batch: Arrived) -> Entry | None:
    said = typed_in(batch, link.plan)
    if said is None:
        return None
    meter = link.plan.meter(said.meter)
    return Entry(
        batch,
        said,
        link.plan.meters.index(meter) + 1,
        meter.register_unit,
        link.replaced_by(batch),
        link.batch_of(batch.replaces or ""),
    )
