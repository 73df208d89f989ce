"""Whether each decision's total is what both sides were notified of, and what each has issued.

Every decision of one partner country, earliest first. Figures are those that were published or
follow from them; what is not known is counted and stands in no sum.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openjcm.measure.basis import Basis
from openjcm.rulebook import load_partner
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName, Source
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, DecisionLine, SideFigures, name_of
from openjcm.views.record.decisions import DecisionFilter, every_decision

Pick = Callable[[Decision | DecisionLine], Figure]


class Agreement(StrEnum):
    """Whether a total is what both sides were notified of together.

    ``no-check``: one of the three was worked out from the other two, so their sum proves
    nothing. ``open``: one of them is not published.
    """

    AGREES = "agrees"
    CONTRADICTED = "contradicted"
    NO_CHECK = "no-check"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Shares:
    """A total with the share and the issuance of each side: of a decision, or of one line."""

    projects: tuple[str, ...]
    unnamed: int
    notified: Figure
    japan: SideFigures
    host: SideFigures
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class SharedDecision:
    """A decision as a whole; ``parts`` are its lines, none where there is only one."""

    decision: str
    day: date | None
    whole: Shares
    parts: tuple[Shares, ...]
    remarks: tuple[str, ...]

    @property
    def contradicted(self) -> tuple[Shares, ...]:
        """The whole, or those of its parts, whose total is not the sum of both sides."""
        found = (self.whole, *self.parts)
        return tuple(each for each in found if each.agreement is Agreement.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class SideSum:
    """What is published of one measure, added up over decisions.

    ``unknown`` counts decisions without a published amount, or with one only in part; ``open``
    those of which something is known not to be issued. Neither is a zero.
    """

    total: Figure
    unknown: int
    open: int


@dataclass(frozen=True, slots=True)
class BothSides:
    """The decisions of a partner country with both sides, and the sums by side."""

    host: PartnerName
    decisions: tuple[SharedDecision, ...]
    notified: SideSum
    notified_japan: SideSum
    notified_host: SideSum
    issued_japan: SideSum
    issued_host: SideSum
    sources: tuple[Source, ...]

    @property
    def contradicted(self) -> tuple[str, ...]:
        """The decisions of which a total is not the sum of both sides."""
        return tuple(each.decision for each in self.decisions if each.contradicted)


def both_sides(reader: Reader, partner: str) -> BothSides:
    """Return the decisions of a partner country (ISO 3166 alpha-2) with both their sides.

    Raises:
        NotFound: there is no such partner country.
    """
    host = name_of(load_partner(partner))
    return both_sides_of(host, every_decision(reader, DecisionFilter(partner=partner)))


def both_sides_of(host: PartnerName, decisions: Iterable[Decision]) -> BothSides:
    """Set both sides of decisions beside each other, in the order in which they are given."""
    found = tuple(decisions)
    sources = {each.url: each for decision in found for each in decision.sources}
    return BothSides(
        host=host,
        decisions=tuple(_shared(each) for each in found),
        notified=_sum(found, lambda said: said.notified),
        notified_japan=_sum(found, lambda said: said.sides[0].notified),
        notified_host=_sum(found, lambda said: said.sides[1].notified),
        issued_japan=_sum(found, lambda said: said.sides[0].issued, side=0),
        issued_host=_sum(found, lambda said: said.sides[1].issued, side=1),
        sources=tuple(sources.values()),
    )


def _shared(decision: Decision) -> SharedDecision:
    lines = decision.lines
    parts = tuple(_part(each) for each in lines) if len(lines) > 1 else ()
    named = tuple(dict.fromkeys(project for line in lines for project in line.projects))
    japan, host = decision.sides
    whole = Shares(
        projects=named,
        unnamed=decision.unnamed,
        notified=decision.notified,
        japan=japan,
        host=host,
        agreement=_agreement(decision, parts),
    )
    return SharedDecision(decision.key, decision.day, whole, parts, decision.remarks)


def _part(line: DecisionLine) -> Shares:
    japan, host = line.sides
    return Shares(line.projects, line.unnamed, line.notified, japan, host, _agreement(line))


def _agreement(said: Decision | DecisionLine, parts: tuple[Shares, ...] = ()) -> Agreement:
    japan, host = (side.notified for side in said.sides)
    total = said.notified
    if total.amount is None or japan.amount is None or host.amount is None:
        return Agreement.OPEN
    if total.amount != japan.amount + host.amount:
        return Agreement.CONTRADICTED
    if _adds_up_unchecked(total, parts) if parts else _follows(total, japan, host):
        return Agreement.NO_CHECK
    return Agreement.AGREES


def _follows(total: Figure, japan: Figure, host: Figure) -> bool:
    """Whether one of the three was worked out from the other two."""
    return (
        total.calculation == f"{japan.amount} + {host.amount}"
        or japan.calculation == f"{total.amount} − {host.amount}"
        or host.calculation == f"{total.amount} − {japan.amount}"
    )


def _adds_up_unchecked(total: Figure, parts: tuple[Shares, ...]) -> bool:
    """Whether a total that nobody printed is made only of parts that prove nothing."""
    unchecked = all(each.agreement is Agreement.NO_CHECK for each in parts)
    return total.basis is Basis.DERIVED and unchecked


def _sum(decisions: tuple[Decision, ...], pick: Pick, side: int | None = None) -> SideSum:
    """Add up what is known: the whole of a decision, else those of its lines that are known."""
    blank = [each for each in decisions if pick(each).amount is None]
    still_open = [each for each in blank if side is not None and _is_open(each, side)]
    figures = [pick(each) for each in decisions]
    figures += [pick(line) for each in blank for line in each.lines]
    amounts = [each.amount for each in figures if each.amount is not None]
    total = Figure(sum(amounts), Basis.DERIVED) if amounts else UNDISCLOSED
    return SideSum(total, len(blank) - len(still_open), len(still_open))


def _is_open(decision: Decision, side: int) -> bool:
    sides = (decision.sides, *(line.sides for line in decision.lines))
    return any(each[side].standing == "open" for each in sides)
