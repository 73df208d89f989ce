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
    derive,
)
from openjcm.actions.journal import Journal, OpenRecord
from openjcm.actions.request import Receipt, Request, json_value
from openjcm.actions.taking import opening, refuse, step
from openjcm.cycle import Actor, Subject, check_period
from openjcm.measure.basis import Basis
from openjcm.measure.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitMonitoringReport(Request):
    """A report on one monitoring period of a project.

    ``plan`` names the meters; ``documents`` are the reading files; ``readings_basis`` says how
    the readings came to be.
    """

    project: str
    report: str
    methodology: str
    period: Period
    plan: Mapping[str, Any]
    documents: tuple[Filed, ...]
    parameters: tuple[Parameter, ...]
    readings_basis: Basis = field(default=Basis.MEASURED)


def submit_monitoring_report(
    request: SubmitMonitoringReport, *, by: Actor, on: date, journal: Journal, meters: Meters
) -> Receipt:
    """Submit a monitoring report; its figures are worked out here, never typed in.

    Rules: NO_PERIOD_TWICE, MONITORING_MAY_BEGIN_BEFORE_REGISTRATION, WHOLE_TONNES_PER_VINTAGE.

    Raises:
        Malformed: a reading file, the plan or a parameter cannot be read; all faults at once.
        RuleBroken: the period shares a day with an earlier report of the project.
        NotFound: there is no such project.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        case = opening(record, Subject.REPORT, request.report, request.project)
        taken = step(record, case, "submit-monitoring-report", by, on)
        _refuse_a_period_twice(record, request)
        given = Given(
            methodology=request.methodology,
            plan=request.plan,
            documents=request.documents,
            parameters=request.parameters,
            readings_basis=request.readings_basis,
        )
        derivation = derive(given, meters=meters, edition=record.edition)
        return record.append("MonitoringReportSubmitted", _body(request, derivation, taken))


def _refuse_a_period_twice(record: OpenRecord, request: SubmitMonitoringReport) -> None:
    earlier = record.claimed(request.project)
    findings = check_period(request.period, earlier, edition=record.edition)
    refuse(findings, request.report)


def _body(
    request: SubmitMonitoringReport, derivation: Derivation, taken: Mapping[str, Any]
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "project": request.project,
        "report": request.report,
        "period": request.period,
        "methodology": request.methodology,
        "plan": request.plan,
        "documents": request.documents,
        "parameters": request.parameters,
        "readings_basis": request.readings_basis,
        "derived": asdict(derivation),
        "steps": [taken],
    }
    answer: dict[str, Any] = json_value(said)
    return answer
