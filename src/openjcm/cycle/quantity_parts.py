"""The parts of what a decision notified, each with the days between which it was reduced.

Pure: the words of a recorded fact in, parts out; their amounts add up to what was notified, as
far as that is known. Not in: which vintages can be ITMOs (``article6``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.cycle.published import (
    IS_PART,
    WHOLE,
    Measure,
    PublishedAmount,
    amounts_of,
    projects_of,
    unnamed_in,
    unnamed_of,
)
from openjcm.measure.basis import Basis

_DAYS = ("decided_on", "announced_on", "issued_on")
_ITMOS = frozenset({"first-itmos", "itmos"})
_LAST_MONTH, _LAST_DAY = 12, 31
Says = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class QuantityPart:
    """A line of a decision, or what its printed total has beside its lines (line WHOLE).

    ``amount`` is None where it exists and is not published. ``first`` and ``last`` enclose the
    monitoring periods, None where nothing tells it. No period ends after the decision, its
    announcement or an issuance: where its end is not printed, ``ended_by`` is the first of those
    days, and ``last`` with it. ``are_itmos`` says that the source calls the credits so.
    """

    line: int
    projects: tuple[str, ...]
    unnamed: int
    amount: int | None
    basis: Basis
    source: str
    calculation: str
    first: date | None
    last: date | None
    ended_by: date | None
    are_itmos: bool


def parts_of(says: Says) -> tuple[QuantityPart, ...]:
    """Return the parts of what a decision notified: its lines, then what is in none of them."""
    lines: Sequence[Says] = says.get("lines", ())
    found = [each for each in amounts_of(says) if _is_notified(each)]
    whole = next((each for each in found if each.line == WHOLE), None)
    known = {each.line: each for each in found if each.line != WHOLE}
    parts = [
        _part(says, (line,), number, known.get(number), unnamed_in(line))
        for number, line in enumerate(lines, start=1)
        if number in known or whole is None
    ]
    return (*parts, *_rest(says, whole, known))


def _is_notified(amount: PublishedAmount) -> bool:
    return amount.measure is Measure.NOTIFIED and amount.side is None and not amount.rival


def _rest(
    says: Says, whole: PublishedAmount | None, known: Mapping[int, PublishedAmount]
) -> Iterator[QuantityPart]:
    """Yield what no line with an amount holds; never told by the periods of other lines."""
    lines: Sequence[Says] = says.get("lines", ())
    if whole is None:
        if not lines or IS_PART in says.get("remarks", ()):
            yield _part(says, (), WHOLE, None, 0)
        return
    inside = sum(each.amount for each in known.values())
    if inside == whole.amount:
        return
    others = [line for number, line in enumerate(lines, start=1) if number not in known]
    yield _part(says, others, WHOLE, _remainder(whole, known), unnamed_of(says))


def _remainder(whole: PublishedAmount, known: Mapping[int, PublishedAmount]) -> PublishedAmount:
    if not known:
        return whole
    taken = [each.amount for each in known.values()]
    return PublishedAmount(
        WHOLE,
        Measure.NOTIFIED,
        whole.amount - sum(taken),
        basis=Basis.DERIVED,
        source=whole.source,
        calculation=" − ".join(map(str, (whole.amount, *taken))),
    )


def _part(
    says: Says,
    lines: Sequence[Says],
    number: int,
    amount: PublishedAmount | None,
    unnamed: int,
) -> QuantityPart:
    periods = [line.get("period") or {} for line in lines]
    # A project without a number has no period that could be printed here.
    is_told = bool(periods) and not unnamed
    firsts, lasts = (_days_in(periods, name) if is_told else () for name in ("first", "last"))
    printed = max(lasts, default=None)
    day = _day_known(says, lines)
    return QuantityPart(
        line=number,
        projects=tuple(dict.fromkeys(project for line in lines for project in projects_of(line))),
        unnamed=unnamed,
        amount=amount.amount if amount else None,
        basis=amount.basis if amount else Basis.UNDISCLOSED,
        source=amount.source if amount else "",
        calculation=amount.calculation if amount else "",
        first=min(firsts, default=None),
        last=min((each for each in (printed, day) if each), default=None),
        ended_by=None if printed else day,
        are_itmos=bool(_ITMOS & set(says.get("remarks", ()))),
    )


def _days_in(periods: Sequence[Says], name: str) -> Sequence[date]:
    """Return a day of each period; none where one of them lacks it."""
    days = [period.get(name) for period in periods]
    return [date.fromisoformat(day) for day in days if day] if all(days) else ()


def _day_known(says: Says, lines: Sequence[Says]) -> date | None:
    """Return the first day by which the decision was taken, told, or its credits issued."""
    days = [says.get(name) for name in _DAYS]
    days += [side.get("issued_on") for side in (says.get("total") or {}).get("sides", ())]
    if len(lines) == 1:
        days += [side.get("issued_on") for side in lines[0].get("sides", ())]
    known = [date.fromisoformat(day) for day in days if day]
    if says.get("announced_in"):
        known.append(date(says["announced_in"], _LAST_MONTH, _LAST_DAY))
    return min(known, default=None)
