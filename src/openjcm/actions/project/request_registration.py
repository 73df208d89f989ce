"""Request registration of a project (F_Reg_Req)."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.actions.taking import existing, step
from openjcm.cycle import Actor, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRegistration(Request):
    """A validated project's request."""

    project: str


def request_registration(
    request: RequestRegistration, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Request registration of a validated project.

    Rules: VALIDATION_POSITIVE.

    Raises:
        RuleBroken: the project is not validated.
        NotFound: there is no such project.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = existing(record, Subject.PROJECT, request.project)
        taken = step(record, case, "request-registration", by, on)
        return record.append(
            "RegistrationRequested", {"project": request.project, "steps": [taken]}
        )
