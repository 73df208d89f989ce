"""One project or monitoring report on its way: which step may be taken now, and what it changes.

Pure: ``take`` decides and may refuse, ``apply`` replays and never does. Not in: what the papers
of a step contain (``reduction``, ``allocation``), and how a step is signed and kept.
"""

from dataclasses import dataclass, replace
from datetime import date

from openjcm.cycle.roles import Actor, Role, party_of
from openjcm.cycle.steps import STEPS, Stage, Step, Subject, step_named, steps_to
from openjcm.measure.errors import Conflict, Malformed, NotAllowed, SchemeError
from openjcm.rulebook import Edition, Rule


@dataclass(frozen=True, slots=True)
class Hand:
    """Who had a hand in a step; ``side`` is the side acted for, None for neither."""

    stem: str
    role: Role
    person: str
    organisation: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A subject and how far it has come.

    ``sides`` are the two sides of the partnership. ``stage`` is what the subject as a whole has
    reached: where each side goes at its own pace, what both have reached (``stage_for`` asks for
    one). ``project`` is the case of the project that a report belongs to. ``related`` are the
    hands in the other cases of the same project: a participant of one report is one of them all.
    """

    subject: Subject
    id: str
    sides: tuple[str, ...]
    stage: Stage | None = None
    hands: tuple[Hand, ...] = ()
    project: "Case | None" = None
    related: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken: what the journal keeps of it; ``edition`` is the document's code.

    A step that is not ``positive`` leaves its hands and no stage: an opinion against a project or
    report is recorded, and the case waits where it was for another.
    """

    subject: Subject
    id: str
    stem: str
    event: str
    on: date
    edition: str
    hands: tuple[Hand, ...]
    side: str | None = None
    positive: bool = True


def take(
    case: Case,
    stem: str,
    *,
    by: Actor | tuple[Actor, ...],
    on: date,
    edition: Edition,
    side: str | None = None,
) -> StepTaken:
    """Decide whether a step may be taken, and take it.

    Rules: INDEPENDENT_HANDS, DECIDED_BY_BOTH_CHAIRS, EACH_SIDE_ISSUES_ITS_SHARE,
    ONLY_REGISTERED_PROJECTS_ARE_ISSUED, and the rule of the step's own row.

    Args:
        case: The subject as it stands.
        stem: The step, by its name in the table.
        by: Who takes it; both co-chairs together for a decision, and whoever confirms it.
        on: The legal day at the place of the partnership.
        edition: The edition that the subject is under on that day.
        side: For which side, where each side takes the step for itself.

    Raises:
        NotFound: there is no such step.
        Malformed: the side is missing, is not one of the partnership's, or does not belong here.
        NotAllowed: the step is not for this role.
        RuleBroken: a rule above does not hold, or the step comes too early.
        Conflict: the step has been taken already.
    """
    step = step_named(stem, subject=case.subject)
    actors = (by,) if isinstance(by, Actor) else by
    _require_side(case, step, side)
    _require_role(step, actors)
    earlier = case.hands + (case.project.hands if case.project else ()) + case.related
    require_independent_hands(actors, earlier, about=case.id, edition=edition)
    _require_own_rules(case, step, actors, side, edition)
    _require_stage(case, step, side, edition)
    hands = tuple(
        Hand(step.stem, actor.role, actor.person, actor.organisation, side or actor.side)
        for actor in actors
    )
    return StepTaken(
        case.subject, case.id, step.stem, step.event, on, edition.document, hands, side
    )


def apply(case: Case, taken: StepTaken) -> Case:
    """Return the case after a step; never refuses."""
    step = step_named(taken.stem, subject=case.subject)
    after = replace(case, hands=case.hands + taken.hands)
    if not taken.positive:
        return after
    done = not step.per_side or all(_has_taken(after, step, side) for side in case.sides)
    return replace(after, stage=step.after) if done else after


def can_take(
    case: Case,
    stem: str,
    *,
    by: Actor | tuple[Actor, ...],
    on: date,
    edition: Edition,
    side: str | None = None,
) -> bool:
    """Answer whether ``take`` would go through."""
    try:
        take(case, stem, by=by, on=on, edition=edition, side=side)
    except SchemeError:
        return False
    return True


def allowed(case: Case, role: Role) -> tuple[Step, ...]:
    """Return the steps that wait for this role, in the order of the table."""
    return tuple(
        step
        for step in STEPS
        if step.subject is case.subject and step.role is role and _waits(case, step)
    )


def stage_for(case: Case, side: str) -> Stage | None:
    """Return how far one side has come, which may be further than the case as a whole."""
    own = [step.after for step in STEPS if step.per_side and _has_taken(case, step, side)]
    return own[-1] if own else _common_stage(case)


def require_independent_hands(
    actors: tuple[Actor, ...], earlier: tuple[Hand, ...], *, about: str, edition: Edition
) -> None:
    """Refuse whoever had a hand in the same project in another part.

    Rules: INDEPENDENT_HANDS.

    Args:
        actors: Who acts now.
        earlier: Every hand in the project and its reports so far.
        about: The project or report that is acted on.
        edition: The edition that it is under.

    Raises:
        RuleBroken: a person, or somebody of the same organisation, took another part before.
    """
    for actor in actors:
        part = party_of(actor.role)
        for hand in earlier:
            same = actor.person == hand.person or actor.organisation == hand.organisation
            edition.require(
                Rule.INDEPENDENT_HANDS,
                not same or party_of(hand.role) is part,
                f"{actor.person} of {actor.organisation} cannot act as {actor.role}: "
                f"{hand.person} of {hand.organisation} had a hand in {hand.stem} as {hand.role}",
                about,
            )


def _common_stage(case: Case) -> Stage | None:
    common = [step.after for step in steps_to(case.stage) if not step.per_side]
    return common[-1] if common else None


def _waits(case: Case, step: Step) -> bool:
    if step.per_side:
        return any(stage_for(case, side) is step.before for side in case.sides)
    return case.stage is step.before


def _has_taken(case: Case, step: Step, side: str) -> bool:
    return any(hand.stem == step.stem and hand.side == side for hand in case.hands)


def _require_side(case: Case, step: Step, side: str | None) -> None:
    expected = case.sides if step.per_side else (None,)
    if side not in expected:
        wanted = f"one of the sides {', '.join(case.sides)}" if step.per_side else "no side"
        raise Malformed(
            f"{step.stem} is taken for {wanted}, not for {side}",
            code="side-does-not-fit",
            about="side",
        )


def _require_role(step: Step, actors: tuple[Actor, ...]) -> None:
    if not actors:
        raise Malformed(f"{step.stem}: nobody takes it", code="nobody-acts", about="by")
    fitting: tuple[Role | None, ...] = (step.role,)
    for actor in actors:
        if actor.role not in fitting:
            raise NotAllowed(
                f"{step.stem} is for a {step.role}, and {actor.person} acts as {actor.role}",
                code="role-does-not-fit",
                about=actor.person,
            )
        # The first takes the step; only beside them does the second role confirm it.
        fitting = (step.role, step.second)


def _require_own_rules(
    case: Case, step: Step, actors: tuple[Actor, ...], side: str | None, edition: Edition
) -> None:
    if step.role is Role.CO_CHAIR:
        chairs = {(actor.person, actor.side) for actor in actors}
        persons = {actor.person for actor in actors}
        sides = {actor.side for actor in actors}
        edition.require(
            Rule.DECIDED_BY_BOTH_CHAIRS,
            sides == set(case.sides) and len(chairs) == len(persons) == len(case.sides),
            f"{step.stem} needs the co-chairs of {' and '.join(case.sides)}, each for their side",
            case.id,
        )
    if step.rule is Rule.EACH_SIDE_ISSUES_ITS_SHARE:
        for actor in actors:
            edition.require(
                Rule.EACH_SIDE_ISSUES_ITS_SHARE,
                actor.side == side,
                f"{actor.person} keeps the registry of {actor.side} and cannot issue for {side}",
                case.id,
            )
    if step.stem == "request-issuance":
        registered = case.project is not None and case.project.stage is Stage.REGISTERED
        edition.require(
            Rule.ONLY_REGISTERED_PROJECTS_ARE_ISSUED,
            registered,
            f"{case.id}: the project is not registered",
            case.id,
        )


def _require_stage(case: Case, step: Step, side: str | None, edition: Edition) -> None:
    stage = stage_for(case, side) if side else case.stage
    if stage is step.before:
        return
    if step in steps_to(stage):
        raise Conflict(
            f"{case.id}: {step.stem} has been done already; it is at {stage}",
            code="step-taken-already",
            about=case.id,
        )
    edition.require(
        step.rule,
        False,
        f"{case.id}: {step.stem} comes after {step.before}, and it is at {stage or 'its start'}",
        case.id,
    )
