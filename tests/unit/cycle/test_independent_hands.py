"""Who may take a step: roles, sides, and hands that must be independent."""

from dataclasses import replace

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
    Hand,
    Role,
    Stage,
    Subject,
    apply,
    take,
)
from openjcm.measure.errors import NotAllowed, RuleBroken
from openjcm.rulebook import Rule


def test_the_same_third_party_entity_may_validate_and_verify() -> None:
    """No rule of the edition bars the entity that validated from verifying."""
    report = verified_report(registered_project())

    assert report.hands[-1].person == "Ken"


@pytest.mark.parametrize(
    "checker",
    [
        replace(CHECKER, person=OWNER.person),
        replace(CHECKER, organisation=OWNER.organisation),
        replace(CHECKER, person=CHAIRS[0].person),
    ],
    ids=["same person", "same organisation", "co-chair of the project's registration"],
)
def test_who_had_a_hand_in_the_project_does_not_verify(checker: Actor) -> None:
    """Rule.INDEPENDENT_HANDS looks at the hands in the project as well as in the report."""
    report = walk(
        Case(Subject.REPORT, "BD002-1", SIDES, project=registered_project()),
        ("submit-monitoring-report", OWNER, None),
    )

    with pytest.raises(RuleBroken, match="had a hand in") as refusal:
        walk(report, ("report-verification", checker, None))

    assert refusal.value.code == Rule.INDEPENDENT_HANDS.value


def test_who_had_a_hand_in_another_report_of_the_project_does_not_verify() -> None:
    """Rule.INDEPENDENT_HANDS speaks of the project as a whole, with all its reports."""
    monitored = Hand("submit-monitoring-report", Role.PARTICIPANT, CHECKER.person, "Elsewhere")
    report = walk(
        Case(Subject.REPORT, "BD002-2", SIDES, project=registered_project(), related=(monitored,)),
        ("submit-monitoring-report", OWNER, None),
    )

    with pytest.raises(RuleBroken, match="had a hand in submit-monitoring-report"):
        walk(report, ("report-verification", CHECKER, None))


def test_who_decides_is_no_party_to_the_project() -> None:
    """Rule.INDEPENDENT_HANDS keeps participants off the chair."""
    report = walk(verified_report(registered_project()), ("request-issuance", OWNER, None))
    chairs = (CHAIRS[0], replace(CHAIRS[1], organisation=OWNER.organisation))

    with pytest.raises(RuleBroken) as refusal:
        walk(report, ("decide-issuance", chairs, None))

    assert refusal.value.code == Rule.INDEPENDENT_HANDS.value


@pytest.mark.parametrize(
    "chairs",
    [
        CHAIRS[0],
        (CHAIRS[0], replace(CHAIRS[1], side="JP")),
        (CHAIRS[0], replace(CHAIRS[1], person="Yuki")),
        (*CHAIRS, replace(CHAIRS[1], person="Nadia")),
    ],
    ids=["one alone", "both for one side", "one person twice", "a third one"],
)
def test_a_decision_needs_the_co_chair_of_each_side(chairs: Actor | tuple[Actor, ...]) -> None:
    """Rule.DECIDED_BY_BOTH_CHAIRS asks for one person for each side."""
    report = walk(verified_report(registered_project()), ("request-issuance", OWNER, None))

    with pytest.raises(RuleBroken) as refusal:
        walk(report, ("decide-issuance", chairs, None))

    assert refusal.value.code == Rule.DECIDED_BY_BOTH_CHAIRS.value


def test_a_registry_manager_issues_for_their_own_side_only() -> None:
    """Rule.EACH_SIDE_ISSUES_ITS_SHARE keeps one side's hands off the other's registry."""
    case = walk(decided_report(), ("notify", SECRETARIAT, "BD"))

    with pytest.raises(RuleBroken, match="cannot issue for BD") as refusal:
        walk(case, ("issue", MANAGERS["JP"], "BD"))

    assert refusal.value.code == Rule.EACH_SIDE_ISSUES_ITS_SHARE.value


def test_a_step_is_for_its_role_only() -> None:
    """A participant does not validate."""
    case = walk(Case(Subject.PROJECT, "BD002", SIDES), ("submit-design-document", OWNER, None))

    with pytest.raises(NotAllowed, match="is for a third-party-entity"):
        walk(case, ("report-validation", OWNER, None))


def test_an_opinion_against_a_project_leaves_hands_and_no_stage() -> None:
    """The case waits where it was, and whoever gave the opinion is remembered."""
    case = walk(Case(Subject.PROJECT, "BD002", SIDES), ("submit-design-document", OWNER, None))
    against = replace(
        take(case, "report-validation", by=CHECKER, on=DAY, edition=EDITION), positive=False
    )

    after = apply(case, against)

    assert after.stage is Stage.DESIGN_SUBMITTED
    assert [hand.person for hand in after.hands] == [OWNER.person, CHECKER.person]
    assert walk(after, ("report-validation", CHECKER, None)).stage is Stage.VALIDATED


def test_a_second_officer_confirms_beside_the_manager_and_leaves_a_hand() -> None:
    """Rule.INDEPENDENT_HANDS: who confirmed an issuance took part in it."""
    report = walk(
        verified_report(registered_project()),
        ("request-issuance", OWNER, None),
        ("decide-issuance", CHAIRS, None),
        ("notify", SECRETARIAT, "JP"),
    )
    second = Actor("Abe", "Registry of Japan", Role.SECOND_OFFICER, "JP")

    taken = take(report, "issue", by=(MANAGERS["JP"], second), on=DAY, edition=EDITION, side="JP")

    assert [(hand.person, hand.role) for hand in taken.hands] == [
        ("Mori", Role.REGISTRY_MANAGER),
        ("Abe", Role.SECOND_OFFICER),
    ]
    with pytest.raises(RuleBroken) as refused:
        take(
            report,
            "issue",
            by=(MANAGERS["JP"], replace(second, person=OWNER.person)),
            on=DAY,
            edition=EDITION,
            side="JP",
        )
    assert refused.value.code == Rule.INDEPENDENT_HANDS


@pytest.mark.parametrize("stem", ["issue", "notify"])
def test_a_second_officer_takes_no_step_of_their_own(stem: str) -> None:
    """Confirming is beside somebody who acts, and only where the step has it."""
    second = Actor("Abe", "Registry of Japan", Role.SECOND_OFFICER, "JP")
    first = {"issue": second, "notify": SECRETARIAT}[stem]
    report = verified_report(registered_project())

    with pytest.raises(NotAllowed) as refused:
        take(report, stem, by=(first, second), on=DAY, edition=EDITION, side="JP")

    assert refused.value.about == "Abe"
