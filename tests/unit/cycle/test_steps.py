"""The one table of the project cycle is complete and says nothing twice."""

import re

import pytest

from openjcm.cycle import STEPS, Role, Stage, Subject, step_named, steps_to
from openjcm.measure.errors import NotFound


def test_every_stage_is_reached_by_exactly_one_step() -> None:
    """Every stage is where exactly one step leads."""
    assert sorted(step.after for step in STEPS) == sorted(Stage)


def test_every_step_but_the_first_starts_where_another_of_its_subject_ended() -> None:
    """Every step but the first starts where another step of the same subject ended."""
    for step in STEPS:
        ends = {other.after for other in STEPS if other.subject is step.subject}
        assert step.before is None or step.before in ends, step.stem


@pytest.mark.parametrize("subject", Subject)
def test_each_subject_has_one_opening_step(subject: Subject) -> None:
    """A case is opened by one step only."""
    assert [s.before for s in STEPS if s.subject is subject].count(None) == 1


def test_no_two_steps_share_a_stem_or_an_event() -> None:
    """Stems and events name one step each, so that a record says which step it was."""
    assert len({step.stem for step in STEPS}) == len(STEPS)
    assert len({step.event for step in STEPS}) == len(STEPS)


def test_every_role_has_a_step_but_those_who_confirm_what_others_do() -> None:
    """Every role takes a step, save the second officer, who confirms, and the recorder."""
    acting = {step.role for step in STEPS}

    assert set(Role) - acting == {Role.SECOND_OFFICER, Role.RECORDER}


def test_events_are_in_the_past_tense_and_stems_in_the_words_of_the_forms() -> None:
    """Stems and events are spelled as the house style says."""
    for step in STEPS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", step.stem)
        assert re.fullmatch(r"([A-Z][a-z]+)+(ed)", step.event)


def test_only_what_each_registry_does_for_itself_is_taken_once_a_side() -> None:
    """Each side is notified, and each side issues; everything else happens once."""
    assert [step.stem for step in STEPS if step.per_side] == ["notify", "issue"]


def test_the_way_to_a_stage_is_the_steps_in_their_order() -> None:
    """The way to registration is the four steps of a project."""
    stems = [step.stem for step in steps_to(Stage.REGISTERED)]

    assert stems == [
        "submit-design-document",
        "report-validation",
        "request-registration",
        "decide-registration",
    ]
    assert steps_to(None) == ()


def test_a_step_of_another_subject_is_not_found() -> None:
    """A project has no step of a report."""
    with pytest.raises(NotFound, match="project has no step 'issue'"):
        step_named("issue", subject=Subject.PROJECT)
