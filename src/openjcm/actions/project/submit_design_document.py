"""Submit a project design document (F_PDD)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.project.funding import Funding
from openjcm.actions.request import Receipt, Request, json_value
from openjcm.actions.taking import opening, step
from openjcm.cycle import Actor, Subject
from openjcm.measure.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDesignDocument(Request):
    """A project as its design document describes it; ``methodology`` is a version's id.

    ``funding`` is None where no programme pays a part of it, as far as is known.
    """

    project: str
    title_en: str
    title_ja: str
    methodology: str
    funding: Funding | None = None


def submit_design_document(
    request: SubmitDesignDocument, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Submit a design document; the project appears at its first stage.

    Rules: INDEPENDENT_HANDS.

    Raises:
        Conflict: the project's design document was submitted before.
        NotAllowed: the actor is no project participant.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = opening(record, Subject.PROJECT, request.project, request.project)
        taken = step(record, case, "submit-design-document", by, on)
        says = {
            "title_en": request.title_en,
            "title_ja": request.title_ja,
            "methodology": request.methodology,
            "funding": json_value(request.funding),
        }
        body = {"project": request.project, **says, "steps": [{**taken, "says": says}]}
        return record.append("DesignDocumentSubmitted", body)


def designed_as(record: OpenRecord, project: str) -> Mapping[str, Any]:
    """Return what a project's design document said.

    Raises:
        NotFound: there is none.
    """
    found = record.last("DesignDocumentSubmitted", project=project)
    if found is None:
        raise NotFound(
            f"{project} has no design document", code="no-design-document", about=project
        )
    return found
