"""Decide on credits: the Joint Committee, by both co-chairs, over one or more requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.issuance.request_issuance import verified_by_vintage
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, SignedRequest
from openjcm.actions.taking import existing, require_filer, step
from openjcm.cycle import Actor, Subject
from openjcm.measure.errors import Malformed, NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideIssuance(SignedRequest):
    """A decision on requests; ``manner`` is meeting, electronic or decision."""

    decision: str
    reports: tuple[str, ...]
    manner: str


def decide_issuance(request: DecideIssuance, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Decide the quantities as verified and allotted as requested.

    Rules: DECIDED_BY_BOTH_CHAIRS, INDEPENDENT_HANDS, ALLOCATION_SUMS_TO_VERIFIED.

    Raises:
        Malformed: no report is named, or one twice.
        RuleBroken: a co-chair's signature is missing, or issuance was not requested.
        NotAllowed: a signature does not hold, or the actor neither signed nor is the secretariat.
        Conflict: a report was decided on before.
    """
    _check_reports(request)
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        signers = record.signers(request.signatures)
        chairs = tuple(signer.actor for signer in signers) or (by,)
        if signers:
            require_filer(signers, by, request.decision)
        steps = [
            step(record, existing(record, Subject.REPORT, report), "decide-issuance", chairs, on)
            for report in request.reports
        ]
        requested = [_requested(record, report) for report in request.reports]
        body = {
            "decision": request.decision,
            "manner": request.manner,
            "reports": list(request.reports),
            "lines": [line for each in requested for line in _lines(record, each)],
            "allotments": [
                {**allotment, "report": each["report"], "project": each["project"]}
                for each in requested
                for allotment in each["allotments"]
            ],
            "steps": steps,
        }
        return record.append("IssuanceDecided", body, signers)


def _check_reports(request: DecideIssuance) -> None:
    # A decision on nothing would need nobody's signature that the cycle asks for.
    if not request.reports or len(set(request.reports)) < len(request.reports):
        raise Malformed(
            f"{request.decision}: a decision names at least one report, and each once",
            code="reports-unclear",
            about="reports",
        )


def _requested(record: OpenRecord, report: str) -> Mapping[str, Any]:
    found = record.last("IssuanceRequested", report=report)
    if found is None:
        raise NotFound(f"issuance of {report} was not requested", code="no-request", about=report)
    return found


def _lines(record: OpenRecord, requested: Mapping[str, Any]) -> list[dict[str, Any]]:
    verified = verified_by_vintage(record, requested["report"])
    return [
        {
            "report": requested["report"],
            "project": requested["project"],
            "vintage": vintage,
            "amount": amount,
        }
        for vintage, amount in verified.items()
    ]
