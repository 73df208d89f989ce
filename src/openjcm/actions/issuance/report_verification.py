"""Report a verification (F_Vrf_Rep): the third-party entity recomputes from the readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openjcm.actions.derivation import (
    Derivation,
    Filed,
    Given,
    Meters,
    Parameter,
    derive,
)
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, Request, json_value
from openjcm.actions.taking import existing, opinion
from openjcm.cycle import Actor, Subject
from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotFound
from openjcm.rulebook import Edition, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVerification(Request):
    """The third-party entity's opinion on a monitoring report, by reference to the report."""

    report: str
    positive: bool


def report_verification(
    request: ReportVerification, *, by: Actor, on: date, journal: Journal, meters: Meters
) -> Receipt:
    """Report a verification; the amounts are recomputed from the filed readings.

    Readings may take longer than the lane can be held, so they are worked out between two looks
    at the record. A negative opinion verifies nothing, and the report waits for a positive one.

    Rules: INDEPENDENT_HANDS, VERIFIED_BEFORE_REQUEST.

    Raises:
        RuleBroken: the recomputation differs from the report, or the hands are not independent.
        NotFound: there is no such report.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        taken = _take(record, request, by, on)
        reported = reported_as(record, request.report)
        if not request.positive:
            return record.append("VerificationReported", _negative(reported, taken))
        edition = record.edition
    recomputed = rederive(reported, meters=meters, edition=edition)
    edition.require(
        Rule.VERIFIED_BEFORE_REQUEST,
        json_value(recomputed.years) == reported["derived"]["years"],
        f"{request.report}: recomputing gives other figures than were reported; "
        "give a negative opinion or have the report put right",
        request.report,
    )
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        taken = _take(record, request, by, on)
        return record.append("VerificationReported", _positive(reported, recomputed, taken))


def _take(record: OpenRecord, request: ReportVerification, by: Actor, on: date) -> dict[str, Any]:
    case = existing(record, Subject.REPORT, request.report)
    return opinion(record, case, "report-verification", by, on, positive=request.positive)


def reported_as(record: OpenRecord, report: str) -> Mapping[str, Any]:
    """Return what a monitoring report said.

    Raises:
        NotFound: there is none.
    """
    found = record.last("MonitoringReportSubmitted", report=report)
    if found is None:
        raise NotFound(f"there is no monitoring report {report!r}", code="no-report", about=report)
    return found


def rederive(reported: Mapping[str, Any], *, meters: Meters, edition: Edition) -> Derivation:
    """Work a recorded monitoring report out again, from its filed readings."""
    given = Given(
        methodology=reported["methodology"],
        worked_by=reported.get("worked_by", ""),
        plan=reported["plan"],
        documents=[Filed(**each) for each in reported["documents"]],
        parameters=[
            Parameter(
                symbol=each["symbol"],
                values=tuple(Decimal(value) for value in each["values"]),
                unit=each["unit"],
                basis=Basis(each["basis"]),
                note=each["note"],
            )
            for each in reported["parameters"]
        ],
        readings_basis=Basis(reported["readings_basis"]),
    )
    return derive(given, meters=meters, edition=edition)


def _positive(
    reported: Mapping[str, Any], recomputed: Derivation, taken: Mapping[str, Any]
) -> dict[str, Any]:
    names = ("year", "re", "pe", "er", "credits")
    verified = [{name: year[name] for name in names} for year in recomputed.years]
    return {
        **_about(reported, taken),
        "positive": True,
        "basis": recomputed.basis,
        "verified": verified,
    }


def _negative(reported: Mapping[str, Any], taken: Mapping[str, Any]) -> dict[str, Any]:
    # No figure of a report that was not verified is one that was.
    return {**_about(reported, taken), "positive": False, "basis": None, "verified": []}


def _about(reported: Mapping[str, Any], taken: Mapping[str, Any]) -> dict[str, Any]:
    return {"project": reported["project"], "report": reported["report"], "steps": [taken]}
