"""Decide on the registration of a project: the Joint Committee, by both co-chairs."""

from dataclasses import dataclass
from datetime import date

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, SignedRequest
from openjcm.actions.taking import existing, require_filer, step
from openjcm.cycle import Actor, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRegistration(SignedRequest):
    """The decision to register a project, signed by both co-chairs."""

    project: str


def decide_registration(
    request: DecideRegistration, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Register a project.

    Rules: REGISTERED_BY_THE_COMMITTEE, DECIDED_BY_BOTH_CHAIRS, INDEPENDENT_HANDS.

    Raises:
        RuleBroken: a co-chair's signature is missing, or registration was not requested.
        NotAllowed: a signature does not hold, or the actor neither signed nor is the secretariat.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        signers = record.signers(request.signatures)
        case = existing(record, Subject.PROJECT, request.project)
        chairs = tuple(signer.actor for signer in signers)
        if signers:
            require_filer(signers, by, request.project)
        taken = step(record, case, "decide-registration", chairs or by, on)
        body = {"project": request.project, "steps": [taken]}
        return record.append("RegistrationDecided", body, signers)
