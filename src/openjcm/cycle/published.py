"""What a published decision says in figures: one row an amount, and which rows are counted.

Pure: the words of a recorded fact in, flat amounts out. The same function makes the tables,
answers for a day gone by, and is what ``verify`` replays. Not in: where a fact was printed
(its sources stay with it) and what credits of this system do (``ledger``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from openjcm.measure.basis import Basis

JAPAN = "JP"
# The line of a figure that is about the decision as a whole.
WHOLE = 0
# The remark of a decision whose lines are known to be only a part of it.
IS_PART = "further-project-not-known"
# What a side issued to its own government, where the rest of its issuance is not published.
OF_THE_GOVERNMENT = "issued_goj"


class Measure(StrEnum):
    """What is counted; never added to one another.

    ``goj`` is what the Government of Japan will acquire, an entitlement at the decision;
    ``holder`` is what another named recipient was given.
    """

    NOTIFIED = "notified"
    ISSUED = "issued"
    GOJ = "goj"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class PublishedAmount:
    """One amount of one decision, in tCO2e.

    ``line`` counts the decision's lines from 1; WHOLE is the decision itself. ``side`` None
    means both sides together. ``calculation`` says how a derived amount was worked out.
    ``rival`` is True for what another source prints instead; such an amount is never counted.
    ``counted`` says that the amount stands in totals: so a total and what it contains, or two
    sources of one amount, are never added. ``in_part`` marks what a government is known to have
    of an issuance of which the rest is not published.
    """

    line: int
    measure: Measure
    amount: int
    side: str | None = None
    holder: str | None = None
    on: date | None = None
    basis: Basis = Basis.PUBLISHED
    source: str = ""
    calculation: str = ""
    rival: bool = False
    counted: bool = False
    in_part: bool = False


def day_of(says: Mapping[str, Any]) -> date | None:
    """Return the day by which a decision is filed: decided, else announced, else issued."""
    known = (says.get(name) for name in ("decided_on", "announced_on", "issued_on"))
    return next((date.fromisoformat(day) for day in known if day), None)


def projects_of(line: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the project numbers of a line; none where only their count was printed.

    >>> projects_of({"projects": ["MN001"]}), projects_of({"project": "BD002"})
    (('MN001',), ('BD002',))
    """
    named = line.get("projects")
    # Records of the first form named one project a line.
    return tuple(named) if named else (line["project"],) if "project" in line else ()


def unnamed_in(line: Mapping[str, Any]) -> int:
    """Return how many projects of a line have no published number."""
    return int(line.get("unnamed", 0))


def unnamed_of(says: Mapping[str, Any]) -> int:
    """Return how many projects of a decision have no published number."""
    lines: Sequence[Mapping[str, Any]] = says.get("lines", ())
    of = (says.get("total") or says.get("totals") or {}).get("projects")
    if not of:
        return sum(map(unnamed_in, lines))
    return max(int(of) - len({project for line in lines for project in projects_of(line)}), 0)


def amounts_of(says: Mapping[str, Any]) -> tuple[PublishedAmount, ...]:
    """Return every amount that a published decision says or implies, total first.

    Where a source printed a total, the total is counted and its lines are not; where nobody
    did and every line is known, the total is derived from the lines.
    """
    lines: Sequence[Mapping[str, Any]] = says.get("lines", ())
    main = says["sources"][0].get("id") or says["sources"][0]["url"]
    said = says.get("total") or says.get("totals") or {}
    printed = list(_amounts(WHOLE, said, main)) if said else []
    below = [each for n, line in enumerate(lines, 1) for each in _amounts(n, line, main)]
    whole = printed + list(_added(printed, below, len(lines), _is_part(says)))
    return tuple(_counted(whole, below))


def issued_in_japan(amounts: Iterable[PublishedAmount]) -> tuple[int, int | None] | None:
    """Return what Japan's registry issued to its government and to others, where that is known.

    It is where Japan issued all that it was notified of, so that its government has its share;
    and where the government's share and the named holders make up what was issued. Where the
    government's alone is known, what others got is None.
    """
    found = tuple(amounts)
    alone = [each.amount for each in found if each.in_part and each.side == JAPAN]
    if alone:
        return sum(alone), None
    whole = {_what(each): each.amount for each in found if each.line == WHOLE and not each.rival}
    issued, goj = whole.get((Measure.ISSUED, JAPAN)), whole.get((Measure.GOJ, None))
    if issued is None or goj is None or goj > issued:
        return None
    named = [each for each in found if _what(each) == (Measure.HOLDER, JAPAN)]
    first = min((each.line for each in named), default=WHOLE)
    held = sum(each.amount for each in named if first != WHOLE or each.line == WHOLE)
    if issued not in {whole.get((Measure.NOTIFIED, JAPAN)), goj + held}:
        return None
    return goj, issued - goj


def _is_part(says: Mapping[str, Any]) -> bool:
    """Whether the lines are known to be only a part of the decision."""
    return IS_PART in says.get("remarks", ())


def _amounts(line: int, said: Mapping[str, Any], main: str) -> Iterator[PublishedAmount]:
    origin = said.get("source", main)
    of = said.get("source_of", {})
    derived = said.get("derived", {})
    for name in (Measure.NOTIFIED, Measure.GOJ):
        if said.get(name) is not None:
            yield _amount(line, name, said[name], of.get(name, origin), derived.get(name, ""))
    for side in said.get("sides", ()):
        for name in (Measure.NOTIFIED, Measure.ISSUED):
            if side.get(name) is not None:
                why = side.get("derived", {}).get(name, "")
                found = _amount(line, name, side[name], origin, why)
                yield replace(found, side=side["side"], on=_issued_on(side, name))
        if side.get(OF_THE_GOVERNMENT) is not None:
            yield _of_the_government(line, side, origin)
    for held in said.get("holders", ()):
        found = _amount(line, Measure.HOLDER, held["amount"], origin, "")
        yield replace(found, side=held.get("side"), holder=held["holder"])
    for other in said.get("also", ()):
        found = _amount(line, Measure(other["measure"]), other["amount"], other["source"], "")
        yield replace(found, rival=True)


def _of_the_government(line: int, side: Mapping[str, Any], origin: str) -> PublishedAmount:
    why = side.get("derived", {}).get(OF_THE_GOVERNMENT, "")
    found = _amount(line, Measure.ISSUED, side[OF_THE_GOVERNMENT], origin, why)
    on = _issued_on(side, Measure.ISSUED)
    return replace(found, side=side["side"], on=on, in_part=True)


def _amount(line: int, measure: Measure, amount: int, source: str, why: str) -> PublishedAmount:
    basis = Basis.DERIVED if why else Basis.PUBLISHED
    return PublishedAmount(line, measure, amount, basis=basis, source=source, calculation=why)


def _issued_on(side: Mapping[str, Any], measure: Measure) -> date | None:
    day = side.get("issued_on") if measure is Measure.ISSUED else None
    return date.fromisoformat(day) if day else None


def _added(
    printed: Sequence[PublishedAmount],
    below: Sequence[PublishedAmount],
    lines: int,
    is_part: bool,  # noqa: FBT001 - private, one caller in sight
) -> Iterator[PublishedAmount]:
    """Add up the lines of a decision where no total was printed and every line is known."""
    if is_part:
        return
    has = {_what(each) for each in printed}
    kinds = dict.fromkeys(_what(each) for each in below if each.measure is not Measure.HOLDER)
    for what in kinds:
        parts = [each for each in below if _what(each) == what and _is_whole(each)]
        if what in has or len(parts) < lines:
            continue
        one = parts[0] if lines == 1 else None
        yield PublishedAmount(
            WHOLE,
            what[0],
            sum(each.amount for each in parts),
            side=what[1],
            on=one.on if one else None,
            basis=one.basis if one else Basis.DERIVED,
            source=one.source if one else "",
            calculation=one.calculation if one else " + ".join(str(p.amount) for p in parts),
        )


def _counted(
    whole: Sequence[PublishedAmount], below: Sequence[PublishedAmount]
) -> Iterator[PublishedAmount]:
    """Mark what stands in totals: the decision's amount, else the lines that are known."""
    has = {_what(each) for each in whole}
    for each in whole:
        yield replace(each, counted=not each.rival and each.measure is not Measure.HOLDER)
    for each in below:
        alone = _what(each) not in has and not each.rival and each.measure is not Measure.HOLDER
        yield replace(each, counted=alone)


def _is_whole(amount: PublishedAmount) -> bool:
    """Whether it is what the main source prints of its line, and all of it."""
    return not amount.rival and not amount.in_part


def _what(amount: PublishedAmount) -> tuple[Measure, str | None]:
    return amount.measure, amount.side
