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
from openjcm.actions.taking import existing, step
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
    """Report a positive verification; the amounts are recomputed from the filed readings.

    Rules: INDEPENDENT_HANDS, VERIFIED_BEFORE_REQUEST.

    Raises:
        RuleBroken: the opinion is negative, or the recomputation differs from the report.
        NotFound: there is no such report.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = existing(record, Subject.REPORT, request.report)
        taken = step(record, case, "report-verification", by, on)
        reported = reported_as(record, request.report)
        recomputed = rederive(reported, meters=meters, edition=record.edition)
        record.edition.require(
            Rule.VERIFIED_BEFORE_REQUEST,
            request.positive and json_value(recomputed.years) == reported["derived"]["years"],
            f"{request.report}: the opinion is negative, or recomputing gives other figures",
            request.report,
        )
        return record.append("VerificationReported", _body(request, reported, recomputed, taken))


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
        plan=reported["plan"],
        documents=[Filed(**each) for each in reported["documents"]],
        parameters=[
            Parameter(
                symbol=each["symbol"],
                values=tuple(Decimal(value) for value in each["values"]),
                basis=Basis(each["basis"]),
                note=each["note"],
            )
            for each in reported["parameters"]
        ],
        readings_basis=Basis(reported["readings_basis"]),
    )
    return derive(given, meters=meters, edition=edition)


def _body(
    request: ReportVerification,
    reported: Mapping[str, Any],
    recomputed: Derivation,
    taken: Mapping[str, Any],
) -> dict[str, Any]:
    names = ("year", "re", "pe", "er", "credits")
    return {
        "project": reported["project"],
        "report": request.report,
        "positive": request.positive,
        "basis": recomputed.basis,
        "verified": [{name: year[name] for name in names} for year in recomputed.years],
        "steps": [taken],
    }
