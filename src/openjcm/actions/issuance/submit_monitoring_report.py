"""Submit a monitoring report: readings, plan and fixed values, worked out to whole tonnes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from openjcm.actions.derivation import (
    Derivation,
    Filed,
    Given,
    Meters,
    Parameter,
    bases_of,
    derive,
    worked,
)
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.project.submit_design_document import designed_as
from openjcm.actions.request import Receipt, Request, json_value
from openjcm.actions.taking import opening, refuse, step
from openjcm.cycle import (
    Actor,
    Filing,
    Reckoning,
    Subject,
    check_as_designed,
    check_bases,
    check_period,
    check_readings_once,
    check_worked_as_stated,
)
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding
from openjcm.measure.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitMonitoringReport(Request):
    """A report on one monitoring period of a project.

    ``plan`` names the meters over the days of ``period``, in the legal time of the partnership;
    ``documents`` are the reading files; ``readings_basis`` says how the readings came to be.
    ``worked_by`` is the unofficial template that stands in for the methodology; empty where the
    methodology itself works the figures.
    """

    project: str
    report: str
    methodology: str
    period: Period
    plan: Mapping[str, Any]
    documents: tuple[Filed, ...]
    parameters: tuple[Parameter, ...]
    readings_basis: Basis = field(default=Basis.MEASURED)
    worked_by: str = ""


def submit_monitoring_report(
    request: SubmitMonitoringReport, *, by: Actor, on: date, journal: Journal, meters: Meters
) -> Receipt:
    """Submit a monitoring report; its figures are worked out here, never typed in.

    Readings may take longer than the lane can be held, so they are worked out between two looks
    at the record, and everything is checked at both.

    Rules: NO_PERIOD_TWICE, REPORTED_AS_DESIGNED, WORKED_AS_STATED, READINGS_COUNT_ONCE,
    REHEARSAL_IS_APART, MONITORING_MAY_BEGIN_BEFORE_REGISTRATION, WHOLE_TONNES_PER_VINTAGE.

    Raises:
        Malformed: a reading file, the plan or a parameter cannot be read; all faults at once.
        RuleBroken: the period shares a day with an earlier report of the project, the report is
            not worked out as the project was designed or by what a source states, a reading file
            counts already, or a rehearsal calls a figure more than reconstructed; all findings at
            once.
        NotFound: there is no such project.
    """
    given = Given(
        methodology=request.methodology,
        worked_by=request.worked_by,
        plan=request.plan,
        documents=request.documents,
        parameters=request.parameters,
        readings_basis=request.readings_basis,
    )
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        _take(record, request, given, by, on)
        edition = record.edition
    derivation = derive(given, meters=meters, edition=edition)
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        taken = _take(record, request, given, by, on)
        return record.append("MonitoringReportSubmitted", _body(request, derivation, taken))


def _take(
    record: OpenRecord, request: SubmitMonitoringReport, given: Given, by: Actor, on: date
) -> dict[str, Any]:
    case = opening(record, Subject.REPORT, request.report, request.project)
    taken = step(record, case, "submit-monitoring-report", by, on)
    edition = record.edition
    files = [each.private_sha256 for each in request.documents]
    findings = [
        *check_period(request.period, record.claimed(request.project), edition=edition),
        *_not_as_designed(record, request),
        *check_worked_as_stated(
            worked(request.methodology, request.worked_by),
            live=record.partnership.kind == "live",
            edition=edition,
        ),
        *check_readings_once(_filings(request), record.filings(files), edition=edition),
    ]
    if record.partnership.kind == "rehearsal":
        findings += check_bases(bases_of(given), edition=edition)
    refuse(findings, request.report)
    return taken


def _not_as_designed(record: OpenRecord, request: SubmitMonitoringReport) -> list[Finding]:
    designed = designed_as(record, request.project)
    zone, *days = (str(request.plan.get(name)) for name in ("zone", "first", "last"))
    return check_as_designed(
        Reckoning(request.methodology, zone, *days),
        Reckoning(
            designed["methodology"],
            record.partnership.zone,
            str(request.period.first),
            str(request.period.last),
        ),
        edition=record.edition,
    )


def _filings(request: SubmitMonitoringReport) -> list[Filing]:
    return [
        Filing(each.private_sha256, request.project, request.report, request.period)
        for each in request.documents
    ]


def _body(
    request: SubmitMonitoringReport, derivation: Derivation, taken: Mapping[str, Any]
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "project": request.project,
        "report": request.report,
        "period": request.period,
        "methodology": request.methodology,
        **_worked_by(request),
        "plan": request.plan,
        "documents": request.documents,
        "parameters": request.parameters,
        "readings_basis": request.readings_basis,
        "derived": asdict(derivation),
        "steps": [taken],
    }
    answer: dict[str, Any] = json_value(said)
    return answer


def _worked_by(request: SubmitMonitoringReport) -> dict[str, str]:
    # Said only where it is another: a record in which the methodology works says nothing more.
    is_other = request.worked_by not in {"", request.methodology}
    return {"worked_by": request.worked_by} if is_other else {}
