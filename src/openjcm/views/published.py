"""Notices as they were published: facts with their sources, nothing filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from openjcm.article6 import Vintages
from openjcm.measure.period import Period
from openjcm.rulebook import Partner, goals_on, partners_on
from openjcm.views.figures import Goal, PartnerName
from openjcm.views.notice import Funding, Notice, NoticeLine, SideQuantity
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, DecisionLine, SideFigures
from openjcm.views.record.projects import ProjectTitle, project_titles

_NOT_AN_ITMO: Mapping[Vintages, bool | None] = {
    Vintages.BEFORE: True,
    Vintages.SINCE: False,
    Vintages.BOTH: False,
    Vintages.UNKNOWN: None,
}
_UNTITLED = ProjectTitle("", "")
_FUNDED = """
SELECT key, body FROM published_fact
WHERE fact = 'project' AND superseded_at IS NULL AND body ? 'funding' AND key = ANY(%(keys)s)
"""


def notices_of(reader: Reader, decisions: Sequence[Decision]) -> tuple[Notice, ...]:
    """Return the notices of published decisions; the day of each is known."""
    named = {each for one in decisions for line in one.lines for each in line.projects}
    titles = project_titles(reader, named)
    rows = reader.rows(_FUNDED, {"keys": sorted(named)})
    funded = {row["key"]: row["body"] for row in rows}
    return tuple(_notice(each, titles, funded) for each in decisions)


def partner_name(partner: Partner) -> PartnerName:
    """Return a partner as notices name it."""
    return PartnerName(partner.iso2, partner.name_en, partner.name_ja, partner.signed_on)


def goals(day: date) -> tuple[Goal, ...]:
    """Return the policy goals in force on a day."""
    return tuple(
        Goal(goal.text_en, goal.text_ja, goal.since, goal.source) for goal in goals_on(day)
    )


def period_of(said: Mapping[str, str]) -> Period:
    """Read a period from a record's body."""
    return Period(date.fromisoformat(said["first"]), date.fromisoformat(said["last"]))


def funding_of(project: Mapping[str, Any]) -> Funding | None:
    """Return the funding that a project's record says; None where it says nothing of it."""
    said = project.get("funding")
    return Funding(**{each.name: said.get(each.name) for each in fields(Funding)}) if said else None


def _notice(
    decision: Decision,
    titles: Mapping[str, ProjectTitle],
    funded: Mapping[str, Mapping[str, Any]],
) -> Notice:
    assert decision.decided_on is not None, "a notice has its day"
    lines = tuple(_line(line, titles, funded) for line in decision.lines)
    day = decision.announced_on or decision.decided_on
    return Notice(
        key=decision.key,
        partnership=decision.host.iso2,
        rehearsal=False,
        host=decision.host,
        decided_on=decision.decided_on,
        decided_by=decision.manner or "committee",
        announced_on=decision.announced_on,
        ordinal=decision.ordinal,
        ordinal_basis=decision.ordinal_basis,
        lines=lines,
        total_notified=decision.notified,
        goj_total=decision.goj,
        sides=tuple(_side(each) for each in decision.sides),
        partners=tuple(partner_name(each) for each in partners_on(day)),
        goals=goals(day),
        sources=decision.sources,
        not_an_itmo=_NOT_AN_ITMO[decision.vintages],
        ended_by=decision.ended_by,
        projects=decision.projects,
        unnamed=decision.unnamed,
        remarks=decision.remarks,
    )


def _side(side: SideFigures) -> SideQuantity:
    return SideQuantity(
        side=side.side,
        number=None,
        notified=side.notified,
        issued=side.issued,
        issued_in_part=side.issued_in_part,
        issued_on=side.issued_on,
        open_on=side.open_on,
        several_days=side.several_days,
    )


def _line(
    line: DecisionLine,
    titles: Mapping[str, ProjectTitle],
    funded: Mapping[str, Mapping[str, Any]],
) -> NoticeLine:
    project = line.projects[0] if len(line.projects) == 1 else ""
    named = [titles.get(each, _UNTITLED) for each in line.projects]
    return NoticeLine(
        project_id="+".join(line.projects),
        title_en=" / ".join(each.title_en for each in named),
        title_ja=" / ".join(each.title_ja for each in named),
        period=line.period,
        months=line.months,
        notified=line.notified,
        goj=line.goj,
        vintages=(),
        funding=funding_of(funded.get(project, {})),
        unnamed=line.unnamed,
        remarks=line.remarks,
    )
