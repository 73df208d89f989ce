"""Request issuance (F_Iss_Req): explicit whole numbers per recipient and vintage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openjcm.actions.issuance.report_verification import reported_as
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, Request, json_value
from openjcm.actions.taking import existing, refuse, step
from openjcm.cycle import Actor, Allotment, OpenAccount, Subject, check_allotments
from openjcm.ledger import AccountKind
from openjcm.methodology import load_definition
from openjcm.rulebook import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestIssuance(Request):
    """Who is to get how many credits of which vintage, in which registry."""

    report: str
    allotments: tuple[Allotment, ...]


def request_issuance(request: RequestIssuance, *, by: Actor, on: date, journal: Journal) -> Receipt:
    """Request issuance of verified reductions.

    Rules: VERIFIED_BEFORE_REQUEST, ONLY_REGISTERED_PROJECTS_ARE_ISSUED, CONFIRMED_METHODOLOGY,
    ALLOCATION_SUMS_TO_VERIFIED, EXPLICIT_INTEGERS, RECIPIENT_HOLDS_AN_ACCOUNT.

    Raises:
        RuleBroken: a rule above does not hold; every finding is attached.
        NotFound: there is no such report.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = existing(record, Subject.REPORT, request.report)
        taken = step(record, case, "request-issuance", by, on)
        _require_a_confirmed_methodology(record, request.report)
        verified = verified_by_vintage(record, request.report)
        findings = check_allotments(
            verified,
            request.allotments,
            edition=record.edition,
            accounts=_open_accounts(record, request.allotments),
        )
        refuse(findings, request.report)
        body = {
            "report": request.report,
            "project": taken["project"],
            "allotments": json_value(request.allotments),
            "steps": [taken],
        }
        return record.append("IssuanceRequested", body)


def verified_by_vintage(record: OpenRecord, report: str) -> Mapping[int, int]:
    """Return the verified credits of a report by vintage, zero years left out."""
    found = record.last("VerificationReported", report=report) or {"verified": []}
    return {year["year"]: year["credits"] for year in found["verified"] if year["credits"]}


def _open_accounts(record: OpenRecord, allotments: Sequence[Allotment]) -> dict[str, OpenAccount]:
    found = {each.account: record.account(each.account) for each in allotments}
    return {
        number: OpenAccount(account.side, account.kind is AccountKind.HOLDING)
        for number, account in found.items()
        if account is not None
    }


def _require_a_confirmed_methodology(record: OpenRecord, report: str) -> None:
    if record.partnership.kind != "live":
        return
    name = reported_as(record, report)["methodology"]
    record.edition.require(
        Rule.CONFIRMED_METHODOLOGY,
        load_definition(name).is_confirmed,
        f"{name} is not confirmed against its adopted document; the committee approves it first",
        report,
    )
