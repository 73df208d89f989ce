"""The timeline of a project: registration, monitoring periods, decisions and issuances, by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openjcm.measure.period import Period
from openjcm.views.figures import Figure
from openjcm.views.record.decision import Decision, DecisionLine
from openjcm.views.record.projects import Project


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a project.

    ``stem`` is registered, monitoring, decided, announced or issued. ``day`` sorts it: the last
    day of a period, None where no day is printed. ``side`` issued. ``before_registration`` says
    that a monitoring period begins before the project was registered, which is allowed.
    """

    stem: str
    day: date | None
    decision: str = ""
    period: Period | None = None
    side: str = ""
    amount: Figure | None = None
    before_registration: bool = False


def timeline_of(project: Project) -> tuple[Moment, ...]:
    """Return what happened to a project, earliest first; what has no day stands last.

    What stands on one day follows the way of a tonne.
    """
    registered = project.row.registered_on
    moments = [Moment("registered", registered)] if registered else []
    for decision in project.decisions:
        moments += _of_decision(decision, project.row.id, registered)
    return tuple(sorted(moments, key=_place))


# The way of a tonne, from a registered project to credits in a registry.
_WAY = ("registered", "monitoring", "decided", "announced", "issued")


def _place(moment: Moment) -> tuple[bool, date, int]:
    return moment.day is None, moment.day or date.max, _WAY.index(moment.stem)


def _of_decision(decision: Decision, project: str, registered: date | None) -> Iterator[Moment]:
    lines = [line for line in decision.lines if project in line.projects]
    for line in lines:
        if line.period:
            early = registered is not None and line.period.first < registered
            yield Moment(
                "monitoring",
                line.period.last,
                decision.key,
                period=line.period,
                before_registration=early,
            )
        yield Moment("decided", decision.decided_on, decision.key, amount=_own(line))
        yield from _issued(line, decision)
    if decision.announced_on and decision.announced_on != decision.decided_on:
        yield Moment("announced", decision.announced_on, decision.key)


def _own(line: DecisionLine) -> Figure | None:
    """Return the amount of the line where it is the project's alone."""
    return line.notified if len(line.projects) == 1 else None


def _issued(line: DecisionLine, decision: Decision) -> Iterator[Moment]:
    for side in line.sides:
        if side.issued_on:
            amount = side.issued if len(line.projects) == 1 else None
            yield Moment("issued", side.issued_on, decision.key, side=side.side, amount=amount)
    if decision.issued_on:
        yield Moment("issued", decision.issued_on, decision.key)
