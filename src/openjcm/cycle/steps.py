"""The project cycle as one table: every step, from which stage, to which, by whom, by which rule.

In: the table and how to look a row up. Not in: whether a step may be taken now (``case``).
"""

from dataclasses import dataclass
from enum import StrEnum

from openjcm.cycle.roles import Role
from openjcm.measure.errors import NotFound
from openjcm.rulebook import Rule


class Subject(StrEnum):
    """What walks through stages: a project, or one monitoring report and what follows from it."""

    PROJECT = "project"
    REPORT = "report"


class Stage(StrEnum):
    """How far a subject has come."""

    DESIGN_SUBMITTED = "design-submitted"
    VALIDATED = "validated"
    REGISTRATION_REQUESTED = "registration-requested"
    REGISTERED = "registered"

    MONITORING_REPORTED = "monitoring-reported"
    VERIFIED = "verified"
    ISSUANCE_REQUESTED = "issuance-requested"
    ISSUANCE_DECIDED = "issuance-decided"
    NOTIFIED = "notified"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the cycle.

    ``before`` is None for the step that opens a case. ``event`` is the kind of the journal
    record. A step ``per_side`` is taken once for each side, and each side goes at its own pace.
    ``second`` is the role that confirms the step beside who takes it, None where one is enough.
    """

    stem: str
    subject: Subject
    before: Stage | None
    after: Stage
    role: Role
    rule: Rule
    event: str
    per_side: bool = False
    second: Role | None = None


# The rule of a row is the one cited when the step comes too early.
STEPS = (
    Step(
        "submit-design-document",
        Subject.PROJECT,
        None,
        Stage.DESIGN_SUBMITTED,
        Role.PARTICIPANT,
        Rule.PUBLIC_INPUT_DAYS,
        "DesignDocumentSubmitted",
    ),
    Step(
        "report-validation",
        Subject.PROJECT,
        Stage.DESIGN_SUBMITTED,
        Stage.VALIDATED,
        Role.THIRD_PARTY_ENTITY,
        Rule.INDEPENDENT_HANDS,
        "ValidationReported",
    ),
    Step(
        "request-registration",
        Subject.PROJECT,
        Stage.VALIDATED,
        Stage.REGISTRATION_REQUESTED,
        Role.PARTICIPANT,
        Rule.VALIDATION_POSITIVE,
        "RegistrationRequested",
    ),
    Step(
        "decide-registration",
        Subject.PROJECT,
        Stage.REGISTRATION_REQUESTED,
        Stage.REGISTERED,
        Role.CO_CHAIR,
        Rule.REGISTERED_BY_THE_COMMITTEE,
        "RegistrationDecided",
    ),
    Step(
        "submit-monitoring-report",
        Subject.REPORT,
        None,
        Stage.MONITORING_REPORTED,
        Role.PARTICIPANT,
        Rule.MONITORING_MAY_BEGIN_BEFORE_REGISTRATION,
        "MonitoringReportSubmitted",
    ),
    Step(
        "report-verification",
        Subject.REPORT,
        Stage.MONITORING_REPORTED,
        Stage.VERIFIED,
        Role.THIRD_PARTY_ENTITY,
        Rule.INDEPENDENT_HANDS,
        "VerificationReported",
    ),
    Step(
        "request-issuance",
        Subject.REPORT,
        Stage.VERIFIED,
        Stage.ISSUANCE_REQUESTED,
        Role.PARTICIPANT,
        Rule.VERIFIED_BEFORE_REQUEST,
        "IssuanceRequested",
    ),
    Step(
        "decide-issuance",
        Subject.REPORT,
        Stage.ISSUANCE_REQUESTED,
        Stage.ISSUANCE_DECIDED,
        Role.CO_CHAIR,
        Rule.DECIDED_BY_BOTH_CHAIRS,
        "IssuanceDecided",
    ),
    Step(
        "notify",
        Subject.REPORT,
        Stage.ISSUANCE_DECIDED,
        Stage.NOTIFIED,
        Role.SECRETARIAT,
        Rule.COMMITTEE_NOTIFIES_EACH_SIDE,
        "SideNotified",
        per_side=True,
    ),
    Step(
        "issue",
        Subject.REPORT,
        Stage.NOTIFIED,
        Stage.ISSUED,
        Role.REGISTRY_MANAGER,
        Rule.EACH_SIDE_ISSUES_ITS_SHARE,
        "CreditsIssued",
        per_side=True,
        second=Role.SECOND_OFFICER,
    ),
)


def step_named(stem: str, *, subject: Subject) -> Step:
    """Return the row of a step.

    Raises:
        NotFound: the cycle of this subject has no step of that name.

    >>> step_named("request-issuance", subject=Subject.REPORT).event
    'IssuanceRequested'
    """
    for step in STEPS:
        if step.stem == stem and step.subject is subject:
            return step
    raise NotFound(
        f"the cycle of a {subject} has no step {stem!r}", code="no-such-step", about=stem
    )


def steps_to(stage: Stage | None) -> tuple[Step, ...]:
    """Return the steps that lead to a stage, first to last.

    >>> [step.stem for step in steps_to(Stage.VALIDATED)]
    ['submit-design-document', 'report-validation']
    """
    led = [step for step in STEPS if step.after is stage]
    return tuple(earlier for step in led for earlier in (*steps_to(step.before), step))
