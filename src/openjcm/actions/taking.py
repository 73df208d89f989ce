"""Taking a step of the cycle inside an action: load the case, decide, and say it to the record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from openjcm.actions.journal import JAPAN, OpenRecord, Signer
from openjcm.cycle import Actor, Case, Role, StepTaken, Subject, apply, take
from openjcm.measure.errors import Finding, NotAllowed, NotFound, RuleBroken
from openjcm.rulebook import Rule


def opening(record: OpenRecord, subject: Subject, case_id: str, project: str) -> Case:
    """Return the case of a project or report, a new one where there is none yet."""
    found = record.case(subject, case_id)
    if found:
        return found
    sides = (JAPAN, record.partnership.host)
    parent = existing(record, Subject.PROJECT, project) if subject is Subject.REPORT else None
    related = record.hands_on(project)
    return Case(subject, case_id, sides, project=parent, related=related)


def existing(record: OpenRecord, subject: Subject, case_id: str) -> Case:
    """Return the case of a project or report.

    Raises:
        NotFound: there is none.
    """
    found = record.case(subject, case_id)
    if found is None:
        raise NotFound(
            f"{record.partnership.key} has no {subject.value} {case_id!r}",
            code=f"no-{subject.value}",
            about=case_id,
        )
    return found


def step(
    record: OpenRecord,
    case: Case,
    stem: str,
    by: Actor | tuple[Actor, ...],
    on: date,
    side: str | None = None,
) -> dict[str, Any]:
    """Take a step and return it as the record keeps it: who, and the stage reached."""
    taken = take(case, stem, by=by, on=on, edition=record.edition, side=side)
    return _said(taken, case)


def opinion(
    record: OpenRecord, case: Case, stem: str, by: Actor, on: date, *, positive: bool
) -> dict[str, Any]:
    """Take a step that gives an opinion; one that is not positive leaves the stage as it is."""
    taken = take(case, stem, by=by, on=on, edition=record.edition)
    return _said(replace(taken, positive=positive), case)


def require_filer(signers: Sequence[Signer], by: Actor, about: str) -> None:
    """Refuse a decision that is brought by somebody whose business it is not.

    A decision is the co-chairs' by their two signatures; one of them files it, or the
    secretariat does for both.

    Raises:
        NotAllowed: the actor neither signed nor acts for the secretariat.
    """
    signed = {signer.actor.person for signer in signers}
    if by.person not in signed and by.role is not Role.SECRETARIAT:
        raise NotAllowed(
            f"{about}: a decision is filed by a co-chair who signed it or by the secretariat, "
            f"and {by.person} acts as {by.role}",
            code="filer-does-not-fit",
            about=by.person,
        )


def require_two_persons(
    record: OpenRecord, signers: Sequence[Signer], by: Actor, about: str
) -> None:
    """Refuse what the acting registry manager and a second officer did not both sign.

    Rules: TWO_PERSONS.

    Args:
        record: The open record.
        signers: Whose signatures were checked.
        by: The registry manager who acts; both signers are of that side's registry.
        about: What is issued or moved.

    Raises:
        RuleBroken: one of the two did not sign, or somebody else did.
    """
    hands = {(signer.actor.role, signer.actor.side) for signer in signers}
    persons = {signer.actor.person for signer in signers}
    record.edition.require(
        Rule.TWO_PERSONS,
        hands == {(Role.REGISTRY_MANAGER, by.side), (Role.SECOND_OFFICER, by.side)}
        and by.person in persons
        and len(persons) > 1,
        f"{about} needs two signatures: of the registry manager who acts and of a second officer",
        about,
    )


def refuse(findings: list[Finding], about: str) -> None:
    """Raise when a check found anything, with all of it attached.

    Raises:
        RuleBroken: there are findings; the message is the first.
    """
    if findings:
        first = findings[0]
        raise RuleBroken(first.message, code=first.rule, about=about, findings=tuple(findings))


def _said(taken: StepTaken, case: Case) -> dict[str, Any]:
    after = apply(case, taken)
    assert after.stage is not None, "a step leads somewhere"
    hands: list[Mapping[str, Any]] = [
        {
            "role": hand.role.value,
            "person": hand.person,
            "organisation": hand.organisation,
            "side": hand.side,
        }
        for hand in taken.hands
    ]
    return {
        "subject": taken.subject.value,
        "id": taken.id,
        "stem": taken.stem,
        "stage": after.stage.value,
        "project": case.project.id if case.project else taken.id,
        "hands": hands,
    }
