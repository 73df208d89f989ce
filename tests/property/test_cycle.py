"""What no walk through the project cycle may break, whoever tries whatever."""

from dataclasses import replace
from datetime import date

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from openjcm.cycle import (
    STEPS,
    Actor,
    Case,
    Party,
    Role,
    Stage,
    Step,
    StepTaken,
    Subject,
    allowed,
    apply,
    can_take,
    party_of,
    stage_for,
    steps_to,
    take,
)
from openjcm.measure.errors import SchemeError
from openjcm.rulebook import load_edition

DAY = date(2022, 3, 28)
EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
SIDES = ("JP", "BD")

# Everybody who belongs, and everybody once more in a role that is not theirs.
PEOPLE = [
    Actor("Ayesha", "Label Factory", Role.PARTICIPANT),
    Actor("Ken", "Verifier", Role.THIRD_PARTY_ENTITY),
    Actor("Ken", "Verifier", Role.PARTICIPANT),
    Actor("Nadia", "Label Factory", Role.THIRD_PARTY_ENTITY),
    Actor("Sato", "Secretariat", Role.SECRETARIAT),
    Actor("Mori", "Registry of Japan", Role.REGISTRY_MANAGER, "JP"),
    Actor("Karim", "Registry of Bangladesh", Role.REGISTRY_MANAGER, "BD"),
    Actor("Ayesha", "Registry of Bangladesh", Role.REGISTRY_MANAGER, "BD"),
]
CHAIRS = (
    Actor("Yuki", "Ministry of Japan", Role.CO_CHAIR, "JP"),
    Actor("Rahim", "Ministry of Bangladesh", Role.CO_CHAIR, "BD"),
)
WHO = st.integers(0, 3)


def hands_for(step: Step, who: int) -> tuple[Actor, ...]:
    """Choose among those who act in the role of a step, and a stranger to it."""
    stranger = next(person for person in PEOPLE if person.role is not step.role)
    fitting: list[tuple[Actor, ...]] = [(each,) for each in PEOPLE if each.role is step.role]
    if step.role is Role.CO_CHAIR:
        fitting = [CHAIRS, CHAIRS, CHAIRS[:1]]
    choices = [*fitting, (stranger,)]
    return choices[who % len(choices)]


class AnyWalk(RuleBasedStateMachine):
    """A project and one report of it, and everybody trying every step."""

    def __init__(self) -> None:
        super().__init__()
        self.cases = {subject: Case(subject, f"BD002 {subject}", SIDES) for subject in Subject}
        self.facts: list[StepTaken] = []

    def current(self, subject: Subject) -> Case:
        """Return a case as it stands; a report sees its project, and each the other's hands."""
        project, report = self.cases[Subject.PROJECT], self.cases[Subject.REPORT]
        if subject is Subject.REPORT:
            return replace(report, project=project)
        return replace(project, related=report.hands)

    def attempt(self, subject: Subject, stem: str, by: tuple[Actor, ...], side: str | None) -> None:
        """Try a step; a refusal is one of the scheme's and leaves everything as it was."""
        case = self.current(subject)
        may = can_take(case, stem, by=by, on=DAY, edition=EDITION, side=side)
        try:
            taken = take(case, stem, by=by, on=DAY, edition=EDITION, side=side)
        except SchemeError:
            assert not may, "asking and trying agree"
            return
        assert may, "asking and trying agree"
        waiting = {step.stem for step in allowed(case, by[0].role)}
        assert stem in waiting, "what is taken was waiting for its role"
        self.cases[subject] = apply(self.cases[subject], taken)
        self.facts.append(taken)

    @initialize(depth=st.integers(0, len(STEPS)))
    def somebody_has_walked_properly(self, depth: int) -> None:
        """Begin anywhere on the proper way."""
        proper: dict[Role, tuple[Actor, ...]] = {
            person.role: (person,) for person in (*PEOPLE[:2], *PEOPLE[4:6])
        }
        proper[Role.CO_CHAIR] = CHAIRS
        for step in STEPS[:depth]:
            side = "JP" if step.per_side else None
            self.attempt(step.subject, step.stem, proper[step.role], side)

    @rule(step=st.sampled_from(STEPS), who=WHO, side=st.sampled_from(SIDES))
    def somebody_tries_something(self, step: Step, who: int, side: str) -> None:
        """Anyone tries any step for any side."""
        self.attempt(step.subject, step.stem, hands_for(step, who), side if step.per_side else None)

    @invariant()
    def no_step_is_taken_twice(self) -> None:
        """Each step is taken at most once, or once for each side."""
        taken = [(fact.subject, fact.stem, fact.side) for fact in self.facts]
        assert len(taken) == len(set(taken))

    @invariant()
    def the_steps_taken_are_those_that_lead_to_the_stage(self) -> None:
        """A stage is never reached but by its own steps."""
        for case in self.cases.values():
            stems = {hand.stem for hand in case.hands}
            assert {step.stem for step in steps_to(case.stage)} <= stems

    @invariant()
    def each_side_does_for_itself_what_both_must_do(self) -> None:
        """A side issues after its own notification, and a stage of both waits for both."""
        taken = [(fact.stem, fact.side) for fact in self.facts]
        for side in SIDES:
            own = [stem for stem, of in taken if of == side]
            assert own in ([], ["notify"], ["notify", "issue"])
            for step in steps_to(self.cases[Subject.REPORT].stage):
                assert not step.per_side or step.stem in own

    @invariant()
    def no_side_is_behind_the_case(self) -> None:
        """The stage of a case is what both sides have reached."""
        for case in self.cases.values():
            for side in SIDES:
                assert set(steps_to(case.stage)) <= set(steps_to(stage_for(case, side)))

    @invariant()
    def nothing_is_requested_before_registration(self) -> None:
        """Rule.ONLY_REGISTERED_PROJECTS_ARE_ISSUED holds in the order of all facts."""
        events = [fact.event for fact in self.facts]
        if "IssuanceRequested" in events:
            assert "RegistrationDecided" in events[: events.index("IssuanceRequested")]
            assert self.cases[Subject.PROJECT].stage is Stage.REGISTERED

    @invariant()
    def nobody_acts_for_two_parts(self) -> None:
        """Rule.INDEPENDENT_HANDS holds for persons and for organisations."""
        parts: dict[str, set[Party]] = {}
        for fact in self.facts:
            for hand in fact.hands:
                parts.setdefault(hand.person, set()).add(party_of(hand.role))
                parts.setdefault(hand.organisation, set()).add(party_of(hand.role))
        assert all(len(taken) == 1 for taken in parts.values())


AnyWalk.TestCase.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestAnyWalk = AnyWalk.TestCase
