"""Report a validation (F_Val_Rep)."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.actions.taking import existing, opinion
from openjcm.cycle import Actor, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportValidation(Request):
    """The third-party entity's opinion on a project; ``positive`` is the overall opinion."""

    project: str
    positive: bool


def report_validation(
    request: ReportValidation, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Report a validation; after a negative one the project waits for a positive one.

    Rules: INDEPENDENT_HANDS.

    Raises:
        RuleBroken: the hands are not independent.
        NotFound: there is no such project.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = existing(record, Subject.PROJECT, request.project)
        taken = opinion(record, case, "report-validation", by, on, positive=request.positive)
        body = {"project": request.project, "positive": request.positive, "steps": [taken]}
        return record.append("ValidationReported", body)
