"""Open a partnership: Japan and one partner country, or a rehearsal of theirs."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import available_timezones

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.cycle import Actor
from openjcm.measure.errors import Malformed
from openjcm.rulebook import edition_in_force

KINDS = ("record", "rehearsal", "live")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPartnership(Request):
    """``kind`` is record (published facts only), rehearsal (of ``rehearses``) or live."""

    host: str
    kind: str
    zone: str
    title: str
    rehearses: str | None = None


def open_partnership(request: OpenPartnership, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Open a partnership; its three chains start empty.

    Rules: EDITION_KNOWN.

    Raises:
        Malformed: the kind is not one of record, rehearsal, live, what it rehearses is unclear, or
            there is no such time zone.
        RuleBroken: a live partnership whose edition nobody has confirmed.
        Conflict: it was opened before.
    """
    if request.kind not in KINDS:
        raise Malformed(f"kind: {request.kind!r} is not one of {', '.join(KINDS)}", about="kind")
    if (request.kind == "rehearsal") != (request.rehearses is not None):
        raise Malformed(
            "rehearses: a rehearsal says which decision it rehearses, and nothing else does",
            code="rehearses-unclear",
            about="rehearses",
        )
    if request.zone not in available_timezones():
        raise Malformed(
            f"zone: {request.zone!r} is not a time zone such as Asia/Dhaka",
            code="zone-unknown",
            about="zone",
        )
    if request.kind == "live":
        edition_in_force(request.host, on=on).require_live()
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        body = {
            "host": request.host,
            "kind": request.kind,
            "zone": request.zone,
            "title": request.title,
            "rehearses": request.rehearses,
        }
        return record.append("PartnershipOpened", body)
