"""From a step of a story to the request that its action takes: one builder a stem."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from openjcm.actions.derivation import Parameter
from openjcm.actions.issuance.decide_issuance import DecideIssuance, decide_issuance
from openjcm.actions.issuance.issue import Issue, issue
from openjcm.actions.issuance.notify import Notify, notify
from openjcm.actions.issuance.report_verification import ReportVerification, report_verification
from openjcm.actions.issuance.request_issuance import RequestIssuance, request_issuance
from openjcm.actions.issuance.submit_monitoring_report import (
    SubmitMonitoringReport,
    submit_monitoring_report,
)
from openjcm.actions.project.decide_registration import DecideRegistration, decide_registration
from openjcm.actions.project.funding import Funding, terms_of
from openjcm.actions.project.report_validation import ReportValidation, report_validation
from openjcm.actions.project.request_registration import (
    RequestRegistration,
    request_registration,
)
from openjcm.actions.project.submit_design_document import (
    SubmitDesignDocument,
    submit_design_document,
)
from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.registry.open_account import OpenAccount, open_account
from openjcm.actions.request import Receipt, Request
from openjcm.cycle import Share, propose_by_financing_share
from openjcm.ledger import AccountKind
from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.stories.played import Played
from openjcm.stories.published_record.facts import title_of
from openjcm.stories.story_file import OWN_BASIS, Case, StoryStep

Act = Callable[..., Receipt]
MEASURING: tuple[Act, ...] = (submit_monitoring_report, report_verification)


def request_for(played: Played, step: StoryStep, request_id: UUID) -> tuple[Act, Request]:
    """Return the action of a step and the request it takes.

    Raises:
        KeyError: the story names a stem that no action has.
    """
    common = {"request_id": request_id, "partnership": played.story.partnership}
    act, build = _BUILDERS[step.do]
    return act, build(played, step, common)


def report_id(project: str) -> str:
    """Return how a story names the one monitoring report of a project."""
    return f"{project}-MR-1"


def parameters_of(case: Case) -> tuple[Parameter, ...]:
    """Return the values that a case fixes ex ante, each with its basis."""
    return tuple(
        Parameter(
            symbol=symbol,
            values=_values(said["value"]),
            unit=said["unit"],
            basis=Basis(said.get("basis", OWN_BASIS)),
            note=said.get("note", ""),
        )
        for symbol, said in case.fixed.items()
    )


def funding_of(case: Case) -> Funding | None:
    """Return the funding of a case's project, None where it has none."""
    if case.funding is None:
        return None
    share = case.funding.get("minimum_share")
    basis = Basis(case.funding["basis"])
    said = {**case.funding, "minimum_share": Fraction(share) if share else None, "basis": basis}
    return Funding(**said)


def _open_partnership(played: Played, _step: StoryStep, common: dict[str, Any]) -> Request:
    story = played.story
    return OpenPartnership(
        **common,
        host=story.host,
        kind="rehearsal",
        zone=story.zone,
        title=story.title,
        rehearses=story.rehearses,
    )


def _submit_design_document(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    project = step.says["project"]
    title_en, title_ja = title_of(played.story.host, project)
    return SubmitDesignDocument(
        **common,
        project=project,
        title_en=title_en,
        title_ja=title_ja,
        methodology=played.story.cases[project].methodology,
        funding=funding_of(played.story.cases[project]),
    )


def _report_validation(_played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return ReportValidation(**common, project=step.says["project"], positive=True)


def _request_registration(_played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return RequestRegistration(**common, project=step.says["project"])


def _decide_registration(_played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return DecideRegistration(**common, project=step.says["project"])


def _submit_monitoring_report(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    case = played.story.cases[step.says["project"]]
    days = [date.fromisoformat(case.plan[name]) for name in ("first", "last")]
    return SubmitMonitoringReport(
        **common,
        project=case.project,
        report=report_id(case.project),
        methodology=case.methodology,
        period=Period(*days),
        plan=case.plan,
        documents=(played.documents[case.project],),
        parameters=parameters_of(case),
        readings_basis=Basis(case.readings_basis),
        worked_by=case.worked_by,
    )


def _report_verification(_played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return ReportVerification(**common, report=report_id(step.says["project"]), positive=True)


def _request_issuance(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    report = report_id(step.says["project"])
    verified = played.last("VerificationReported", report=report)["verified"]
    project = played.last("DesignDocumentSubmitted", project=step.says["project"])
    allotments = propose_by_financing_share(
        {year["year"]: year["credits"] for year in verified},
        terms_of(project["funding"], project["project"]),
        goj=_recipient(played, step.says["goj"], is_goj=True),
        remainder=_recipient(played, step.says["rest"]),
    )
    return RequestIssuance(**common, report=report, allotments=allotments)


def _decide_issuance(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return DecideIssuance(
        **common,
        decision=played.story.decision,
        reports=tuple(report_id(project) for project in step.says["projects"]),
        manner=step.says["manner"],
    )


def _open_account(_played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return OpenAccount(
        **common,
        side=step.says["side"],
        kind=AccountKind(step.says["kind"]),
        holder=step.says["holder"],
        government=step.says.get("government", False),
    )


def _notify(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    return Notify(**common, decision=played.story.decision, side=step.says["side"])


def _issue(played: Played, step: StoryStep, common: dict[str, Any]) -> Request:
    notified = played.last("SideNotified", side=step.says["side"])
    return Issue(**common, notification=notified["number"], side=step.says["side"])


def _recipient(played: Played, name: str, *, is_goj: bool = False) -> Share:
    opened = played.last("AccountOpened", number=played.accounts[name])
    return Share(opened["number"], opened["side"], opened["holder"], is_goj)


def _values(said: Decimal | int | list[Decimal]) -> tuple[Decimal, ...]:
    several = said if isinstance(said, list) else [said]
    return tuple(Decimal(each) for each in several)


_BUILDERS: dict[str, tuple[Act, Callable[[Played, StoryStep, dict[str, Any]], Request]]] = {
    "open-partnership": (open_partnership, _open_partnership),
    "submit-design-document": (submit_design_document, _submit_design_document),
    "report-validation": (report_validation, _report_validation),
    "request-registration": (request_registration, _request_registration),
    "decide-registration": (decide_registration, _decide_registration),
    "submit-monitoring-report": (submit_monitoring_report, _submit_monitoring_report),
    "report-verification": (report_verification, _report_verification),
    "open-account": (open_account, _open_account),
    "request-issuance": (request_issuance, _request_issuance),
    "decide-issuance": (decide_issuance, _decide_issuance),
    "notify": (notify, _notify),
    "issue": (issue, _issue),
}
