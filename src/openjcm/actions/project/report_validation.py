"""Report a validation (F_Val_Rep)."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.actions.taking import existing, step
from openjcm.cycle import Actor, Subject
from openjcm.rulebook import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportValidation(Request):
    """The third-party entity's opinion on a project; ``positive`` is the overall opinion."""

    project: str
    positive: bool


def report_validation(
    request: ReportValidation, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Report a positive validation.

    Rules: INDEPENDENT_HANDS, VALIDATION_POSITIVE.

    Raises:
        RuleBroken: the opinion is negative, or the hands are not independent.
        NotFound: there is no such project.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        record.edition.require(
            Rule.VALIDATION_POSITIVE,
            request.positive,
            f"{request.project}: the opinion is negative, so the project stays unvalidated",
            request.project,
        )
        case = existing(record, Subject.PROJECT, request.project)
        taken = step(record, case, "report-validation", by, on)
        body = {"project": request.project, "positive": request.positive, "steps": [taken]}
        return record.append("ValidationReported", body)
