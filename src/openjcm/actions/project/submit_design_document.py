"""Submit a project design document (F_PDD)."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.actions.taking import opening, step
from openjcm.cycle import Actor, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDesignDocument(Request):
    """A project as its design document describes it; ``methodology`` is a version's id."""

    project: str
    title_en: str
    title_ja: str
    methodology: str


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
        }
        body = {"project": request.project, **says, "steps": [{**taken, "says": says}]}
        return record.append("DesignDocumentSubmitted", body)
