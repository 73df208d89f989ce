"""Which step of a case may be taken when, and what a refusal says."""

import pytest

from fakes.cases import (
    CHAIRS,
    CHECKER,
    DAY,
    EDITION,
    MANAGERS,
    OWNER,
    SECRETARIAT,
    SIDES,
    decided_report,
    registered_project,
    verified_report,
    walk,
)
from openjcm.cycle import (
    Actor,
    Case,
    Role,
    Stage,
    StepTaken,
    Subject,
    allowed,
    can_take,
    stage_for,
    take,
)
from openjcm.measure.errors import Conflict, Malformed, NotFound, RuleBroken
from openjcm.rulebook import Rule


def test_a_project_walks_from_its_design_document_to_registration() -> None:
    """Four steps lead a project to registration, and each leaves its hands."""
    project = registered_project()

    assert project.stage is Stage.REGISTERED
    assert [hand.person for hand in project.hands] == ["Ayesha", "Ken", "Ayesha", "Yuki", "Rahim"]


def test_the_fact_of_a_step_says_who_when_and_under_which_edition() -> None:
    """What the journal keeps of a step is complete."""
    case = Case(Subject.PROJECT, "BD002", SIDES)

    taken = take(case, "submit-design-document", by=OWNER, on=DAY, edition=EDITION)

    assert isinstance(taken, StepTaken)
    assert (taken.event, taken.on, taken.edition) == (
        "DesignDocumentSubmitted",
        DAY,
        "JCM_BD_PCP_ver_not_confirmed",
    )
    assert taken.hands[0].organisation == "Label Factory"


def test_each_side_issues_at_its_own_pace() -> None:
    """Japan can have issued while the other side has not been notified; the case waits for both."""
    case = walk(
        decided_report(),
        ("notify", SECRETARIAT, "JP"),
        ("issue", MANAGERS["JP"], "JP"),
    )

    assert case.stage is Stage.ISSUANCE_DECIDED
    assert stage_for(case, "JP") is Stage.ISSUED
    assert stage_for(case, "BD") is Stage.ISSUANCE_DECIDED

    case = walk(case, ("notify", SECRETARIAT, "BD"))
    assert case.stage is Stage.NOTIFIED

    case = walk(case, ("issue", MANAGERS["BD"], "BD"))
    assert case.stage is Stage.ISSUED
    assert stage_for(case, "BD") is Stage.ISSUED


def test_a_case_that_has_not_begun_is_at_no_stage_for_either_side() -> None:
    """Before the first step there is no stage."""
    assert stage_for(Case(Subject.REPORT, "BD002-1", SIDES), "JP") is None


def test_a_table_tells_what_waits_for_whom() -> None:
    """What is allowed follows from the table and the stage alone."""
    fresh = Case(Subject.PROJECT, "BD002", SIDES)
    decided = decided_report()
    half_notified = walk(decided, ("notify", SECRETARIAT, "JP"))

    assert [step.stem for step in allowed(fresh, Role.PARTICIPANT)] == ["submit-design-document"]
    assert allowed(fresh, Role.CO_CHAIR) == ()
    assert [step.stem for step in allowed(decided, Role.SECRETARIAT)] == ["notify"]
    assert [step.stem for step in allowed(half_notified, Role.SECRETARIAT)] == ["notify"]
    assert [step.stem for step in allowed(half_notified, Role.REGISTRY_MANAGER)] == ["issue"]


def test_asking_is_the_same_as_trying() -> None:
    """A door may ask before it shows a button."""
    case = Case(Subject.PROJECT, "BD002", SIDES)

    assert can_take(case, "submit-design-document", by=OWNER, on=DAY, edition=EDITION)
    assert not can_take(case, "submit-design-document", by=CHECKER, on=DAY, edition=EDITION)


def test_monitoring_may_begin_before_registration() -> None:
    """Rule.MONITORING_MAY_BEGIN_BEFORE_REGISTRATION: only the request needs registration."""
    unregistered = walk(
        Case(Subject.PROJECT, "BD002", SIDES), ("submit-design-document", OWNER, None)
    )

    assert verified_report(unregistered).stage is Stage.VERIFIED


@pytest.mark.parametrize("project", [None, Case(Subject.PROJECT, "BD002", SIDES)])
def test_no_issuance_is_requested_for_a_project_that_is_not_registered(
    project: Case | None,
) -> None:
    """Rule.ONLY_REGISTERED_PROJECTS_ARE_ISSUED refuses the request."""
    with pytest.raises(RuleBroken) as refusal:
        walk(verified_report(project), ("request-issuance", OWNER, None))

    assert refusal.value.code == Rule.ONLY_REGISTERED_PROJECTS_ARE_ISSUED.value


def test_a_side_that_was_not_notified_does_not_issue() -> None:
    """A notification to one side is none to the other."""
    case = walk(decided_report(), ("notify", SECRETARIAT, "JP"))

    with pytest.raises(RuleBroken, match="issue comes after notified"):
        walk(case, ("issue", MANAGERS["BD"], "BD"))


def test_a_step_that_comes_too_early_is_refused_by_its_rule_with_the_citation() -> None:
    """Rule.VERIFIED_BEFORE_REQUEST refuses a request before verification, and cites its place."""
    report = walk(
        Case(Subject.REPORT, "BD002-1", SIDES, project=registered_project()),
        ("submit-monitoring-report", OWNER, None),
    )

    with pytest.raises(RuleBroken, match="paragraph not confirmed") as refusal:
        walk(report, ("request-issuance", OWNER, None))

    assert refusal.value.code == Rule.VERIFIED_BEFORE_REQUEST.value


@pytest.mark.parametrize(
    ("stem", "by", "rule"),
    [
        ("report-validation", CHECKER, Rule.INDEPENDENT_HANDS),
        ("request-registration", OWNER, Rule.VALIDATION_POSITIVE),
        ("decide-registration", CHAIRS, Rule.REGISTERED_BY_THE_COMMITTEE),
    ],
)
def test_each_step_of_a_project_cites_the_rule_of_its_own_row(
    stem: str, by: Actor | tuple[Actor, ...], rule: Rule
) -> None:
    """A project is validated, requested and decided on in this order, each by its rule."""
    with pytest.raises(RuleBroken) as refusal:
        walk(Case(Subject.PROJECT, "BD002", SIDES), (stem, by, None))

    assert refusal.value.code == rule.value


def test_nobody_is_notified_before_the_decision() -> None:
    """Rule.COMMITTEE_NOTIFIES_EACH_SIDE comes after the committee's decision."""
    report = walk(verified_report(registered_project()), ("request-issuance", OWNER, None))

    with pytest.raises(RuleBroken) as refusal:
        walk(report, ("notify", SECRETARIAT, "JP"))

    assert refusal.value.code == Rule.COMMITTEE_NOTIFIES_EACH_SIDE.value


def test_a_step_before_the_case_is_open_is_too_early() -> None:
    """A project without a design document cannot be validated."""
    with pytest.raises(RuleBroken, match="it is at its start"):
        walk(Case(Subject.PROJECT, "BD002", SIDES), ("report-validation", CHECKER, None))


def test_a_step_taken_already_is_a_conflict() -> None:
    """Whoever comes second learns that someone was faster."""
    with pytest.raises(Conflict, match="has been done already"):
        walk(registered_project(), ("report-validation", CHECKER, None))


def test_a_side_is_notified_once() -> None:
    """A second notification of the same side is a conflict."""
    case = walk(decided_report(), ("notify", SECRETARIAT, "JP"))

    with pytest.raises(Conflict):
        walk(case, ("notify", SECRETARIAT, "JP"))


@pytest.mark.parametrize(
    ("stem", "by", "side"),
    [
        ("notify", SECRETARIAT, None),
        ("notify", SECRETARIAT, "MN"),
        ("decide-issuance", CHAIRS, "JP"),
        ("decide-issuance", (), None),
    ],
    ids=["no side", "a foreign side", "a side too many", "nobody"],
)
def test_a_step_that_cannot_be_read_is_malformed(
    stem: str, by: tuple[Actor, ...], side: str | None
) -> None:
    """A step needs a side of the partnership, or none, and somebody who takes it."""
    with pytest.raises(Malformed):
        walk(decided_report(), (stem, by, side))


def test_an_unknown_step_is_not_found() -> None:
    """A step that the table does not have is not found."""
    with pytest.raises(NotFound):
        walk(Case(Subject.PROJECT, "BD002", SIDES), ("approve", OWNER, None))
