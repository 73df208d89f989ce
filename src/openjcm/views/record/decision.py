"""A published decision as it is shown: the whole, its lines, both sides, and the blanks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openjcm.article6 import Vintages, vintages_of_all
from openjcm.cycle import (
    JAPAN,
    WHOLE,
    Measure,
    PublishedAmount,
    amounts_of,
    day_of,
    issued_in_japan,
    months_in_the_notice,
    parts_of,
    projects_of,
    unnamed_in,
    unnamed_of,
)
from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.rulebook import Partner, load_partner, record_edition
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName, Source


@dataclass(frozen=True, slots=True)
class SideFigures:
    """What one side was notified of and has issued.

    ``standing`` is issued, in-part (what is published of it is ``issued_in_part``), open (nothing
    issued by ``open_on``), nothing (it was notified of nothing), or undisclosed. ``several_days``
    says that its lines were issued on different days, so that the whole has no single one.
    """

    side: str
    notified: Figure
    issued: Figure
    issued_on: date | None
    open_on: date | None
    standing: str
    several_days: bool = False
    issued_in_part: Figure = UNDISCLOSED


@dataclass(frozen=True, slots=True)
class HolderFigure:
    """A recipient that was named, beside the Government of Japan."""

    holder: str
    side: str
    amount: Figure


@dataclass(frozen=True, slots=True)
class RivalFigure:
    """What another source prints instead; both are kept."""

    measure: str
    amount: Figure


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One project, or several in one amount; ``unnamed`` counts projects without a number.

    ``months`` are those of the period as a notice counts them; None where it is not known.
    """

    projects: tuple[str, ...]
    unnamed: int
    period: Period | None
    months: int | None
    first: date | None
    last: date | None
    notified: Figure
    goj: Figure
    sides: tuple[SideFigures, ...]
    holders: tuple[HolderFigure, ...]
    rivals: tuple[RivalFigure, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on credits, as far as it was published.

    ``day`` files it: decided, else announced, else issued; ``day_is`` says which, empty where
    no day is known. ``ordinal`` is None where decisions before it may be missing;
    ``ordinal_basis`` is published where a source prints it, derived where it is counted here.
    ``record`` is the journal record that holds it. ``vintages`` is what the periods tell that
    were printed, else the day by which they had ended, which is then ``ended_by``; ``unnamed``
    counts projects without a published number. ``notified_in_part`` and ``goj_in_part`` are what
    is published of an amount that is not as a whole. ``issued_goj`` is what Japan's registry
    issued to its government, ``issued_others`` what it issued to others; either may be unknown.
    """

    key: str
    host: PartnerName
    day: date | None
    day_is: str
    decided_on: date | None
    announced_on: date | None
    issued_on: date | None
    manner: str
    ordinal: int | None
    ordinal_basis: Basis | None
    vintages: Vintages
    ended_by: date | None
    projects: int
    unnamed: int
    notified: Figure
    notified_in_part: Figure
    goj: Figure
    goj_in_part: Figure
    issued_goj: Figure
    issued_others: Figure
    sides: tuple[SideFigures, ...]
    holders: tuple[HolderFigure, ...]
    lines: tuple[DecisionLine, ...]
    remarks: tuple[str, ...]
    sources: tuple[Source, ...]
    record: str
    recorded_at: datetime

    @property
    def first_vintage(self) -> int | None:
        """The first calendar year of the periods that were printed."""
        return min((line.first.year for line in self.lines if line.first), default=None)

    @property
    def last_vintage(self) -> int | None:
        """The last calendar year of the periods; None where one of them is not printed."""
        years = [line.last.year for line in self.lines if line.last]
        has_all = len(years) == len(self.lines) and not self.unnamed
        return max(years, default=None) if has_all else None


def decision_of(row: Mapping[str, Any]) -> Decision:
    """Return a decision from a row: partnership, key, body, host, seq, recorded_at, ordinal."""
    says = row["body"]
    host = row["host"]
    sources = sources_of(says)
    amounts = amounts_of(says)
    names = ("decided_on", "announced_on", "issued_on")
    days = {name: _day(says.get(name)) for name in names}
    known = [name.removesuffix("_on") for name in names if days[name]]
    figures = _Figures(amounts, {source.key: source.url for source in sources})
    vintages, ended_by = _vintages(says)
    issued_goj, issued_others = _issued_in_japan(amounts)
    return Decision(
        key=row["key"],
        host=name_of(load_partner(host)),
        day=day_of(says),
        day_is=known[0] if known else "",
        decided_on=days["decided_on"],
        announced_on=days["announced_on"],
        issued_on=days["issued_on"],
        manner=says.get("manner", ""),
        ordinal=says.get("ordinal") or row.get("ordinal"),
        ordinal_basis=_ordinal_basis(says, row),
        vintages=vintages,
        ended_by=ended_by,
        projects=_projects(says),
        unnamed=unnamed_of(says),
        notified=figures.of(WHOLE, Measure.NOTIFIED),
        notified_in_part=figures.in_part(Measure.NOTIFIED),
        goj=figures.of(WHOLE, Measure.GOJ),
        goj_in_part=figures.in_part(Measure.GOJ),
        issued_goj=issued_goj,
        issued_others=issued_others,
        sides=figures.sides(WHOLE, host, _sides_as_whole(says)),
        holders=figures.holders(WHOLE),
        lines=tuple(_line(n, line, host, figures) for n, line in enumerate(_lines(says), 1)),
        remarks=tuple(says.get("remarks", ())),
        sources=sources,
        record=f"{row['partnership']}/joint record {row['seq']}",
        recorded_at=row["recorded_at"],
    )


def _issued_in_japan(amounts: Sequence[PublishedAmount]) -> tuple[Figure, Figure]:
    known = issued_in_japan(amounts)
    if known is None:
        return UNDISCLOSED, UNDISCLOSED
    goj, others = known
    if others is None:
        return Figure(goj, Basis.DERIVED), UNDISCLOSED
    said = f"{goj + others} − {goj}"
    return Figure(goj, Basis.DERIVED), Figure(others, Basis.DERIVED, calculation=said)


def _vintages(says: Mapping[str, Any]) -> tuple[Vintages, date | None]:
    """Return the vintages, and the day by which a period had ended if it was that which told."""
    parts = parts_of(says)
    vintages = vintages_of_all(parts)
    days = [part.ended_by for part in parts if part.ended_by]
    return vintages, max(days, default=None) if vintages is Vintages.BEFORE else None


def _ordinal_basis(says: Mapping[str, Any], row: Mapping[str, Any]) -> Basis | None:
    if says.get("ordinal"):
        return Basis.PUBLISHED
    return Basis.DERIVED if row.get("ordinal") else None


def sources_of(says: Mapping[str, Any]) -> tuple[Source, ...]:
    """Return where a fact was printed, the main source first."""
    return tuple(
        Source(
            each["title"],
            each["url"],
            each.get("licence", ""),
            key=each.get("id", each["url"]),
            kind=each.get("kind", ""),
            state=_day(each.get("state")),
        )
        for each in says["sources"]
    )


def name_of(partner: Partner) -> PartnerName:
    """Return a partner country as pages name it."""
    return PartnerName(partner.iso2, partner.name_en, partner.name_ja, partner.signed_on)


class _Figures:
    """The amounts of a decision, found by line, measure and side."""

    def __init__(self, amounts: Sequence[PublishedAmount], urls: Mapping[str, str]) -> None:
        self._amounts = amounts
        self._urls = urls

    def of(self, line: int, measure: Measure, side: str | None = None) -> Figure:
        for each in self._on(line, measure):
            if each.side == side and not each.rival and not each.in_part:
                return self._figure(each)
        return UNDISCLOSED

    def in_part(self, measure: Measure, side: str | None = None, line: int = WHOLE) -> Figure:
        """Return what is published of an amount, where the whole of it is not."""
        if self.of(line, measure, side).amount is not None:
            return UNDISCLOSED
        counted = (each for each in self._amounts if each.counted and line in {WHOLE, each.line})
        found = [each for each in counted if (each.measure, each.side) == (measure, side)]
        if len(found) == 1:
            return self._figure(found[0])
        said = " + ".join(str(each.amount) for each in found)
        total = sum(each.amount for each in found)
        return Figure(total, Basis.DERIVED, calculation=said) if found else UNDISCLOSED

    def sides(
        self, line: int, host: str, said: Mapping[str, Mapping[str, Any]]
    ) -> tuple[SideFigures, ...]:
        return tuple(self._side(line, side, said.get(side, {})) for side in (JAPAN, host))

    def holders(self, line: int) -> tuple[HolderFigure, ...]:
        return tuple(
            HolderFigure(each.holder or "", each.side or "", self._figure(each))
            for each in self._on(line, Measure.HOLDER)
        )

    def rivals(self, line: int) -> tuple[RivalFigure, ...]:
        found = (each for each in self._amounts if each.line == line and each.rival)
        return tuple(RivalFigure(each.measure.value, self._figure(each)) for each in found)

    def _side(self, line: int, side: str, said: Mapping[str, Any]) -> SideFigures:
        notified = self.of(line, Measure.NOTIFIED, side)
        issued = self.of(line, Measure.ISSUED, side)
        in_part = self.in_part(Measure.ISSUED, side, line)
        issued_on, open_on = _day(said.get("issued_on")), _day(said.get("open_on"))
        return SideFigures(
            side,
            notified,
            issued,
            issued_on,
            open_on,
            _standing(notified, issued, issued_on, open_on, in_part),
            issued_in_part=in_part,
            several_days=issued_on is None and len(said.get("issued_days", ())) > 1,
        )

    def _on(self, line: int, measure: Measure) -> Iterator[PublishedAmount]:
        return (each for each in self._amounts if (each.line, each.measure) == (line, measure))

    def _figure(self, each: PublishedAmount) -> Figure:
        source = self._urls.get(each.source)
        return Figure(each.amount, each.basis, source, calculation=each.calculation)


def _standing(
    notified: Figure,
    issued: Figure,
    issued_on: date | None,
    open_on: date | None,
    in_part: Figure,
) -> str:
    if notified.amount == 0:
        return "nothing"
    if issued.amount is None and in_part.amount is not None:
        return "in-part"
    if issued.amount is not None or issued_on:
        return "issued"
    return "open" if open_on else "undisclosed"


def _line(number: int, said: Mapping[str, Any], host: str, figures: _Figures) -> DecisionLine:
    period = said.get("period", {})
    first, last = _day(period.get("first")), _day(period.get("last"))
    sides = {side["side"]: side for side in said.get("sides", ())}
    whole = Period(first, last) if first and last else None
    return DecisionLine(
        projects=projects_of(said),
        unnamed=unnamed_in(said),
        period=whole,
        months=months_in_the_notice(whole, edition=record_edition()) if whole else None,
        first=first,
        last=last,
        notified=figures.of(number, Measure.NOTIFIED),
        goj=figures.of(number, Measure.GOJ),
        sides=figures.sides(number, host, sides),
        holders=figures.holders(number),
        rivals=figures.rivals(number),
        remarks=tuple(said.get("remarks", ())),
    )


def _sides_as_whole(says: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return what is said of the sides of the whole: of the total, or what all lines agree on."""
    said = {side["side"]: side for side in (says.get("total") or {}).get("sides", ())}
    lines = says.get("lines", ())
    for name in {side["side"] for line in lines for side in line.get("sides", ())}:
        parts = [side for line in lines for side in line.get("sides", ()) if side["side"] == name]
        days = {field: {part.get(field) for part in parts} for field in ("issued_on", "open_on")}
        agreed = {field: next(iter(each)) for field, each in days.items() if len(each) == 1}
        said[name] = said.get(name, agreed) | {"issued_days": days["issued_on"] - {None}}
    return said


def _lines(says: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = says.get("lines", ())
    return found


def _projects(says: Mapping[str, Any]) -> int:
    return int(says.get("total", {}).get("projects") or sum(map(_count, _lines(says))))


def _count(line: Mapping[str, Any]) -> int:
    return len(projects_of(line)) + unnamed_in(line)


def _day(text: Any) -> date | None:  # noqa: ANN401 - a day of a JSON body, or nothing
    return date.fromisoformat(text) if text else None
