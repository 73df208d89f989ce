"""Notices as they were published: facts with their sources, nothing filled in."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from openjcm.article6 import is_itmo_vintage
from openjcm.cycle import months_in_the_notice
from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.rulebook import (
    Edition,
    Partner,
    edition_in_force,
    goals_on,
    load_partner,
    partners_on,
)
from openjcm.views.figures import UNDISCLOSED, Figure, Goal, PartnerName, Source
from openjcm.views.notice import Funding, Notice, NoticeLine, SideQuantity
from openjcm.views.reader import Reader

JAPAN = "JP"

_DECISIONS = """
SELECT f.partnership, f.key, f.body, p.host FROM published_fact f
JOIN partnership p ON p.key = f.partnership
WHERE f.fact = 'issuance-decision' ORDER BY f.body ->> 'decided_on' DESC, f.key
"""
_PROJECTS = "SELECT partnership, key, body FROM published_fact WHERE fact = 'project'"


def published_notices(reader: Reader) -> tuple[Notice, ...]:
    """Return every published decision, latest first."""
    projects = {(row["partnership"], row["key"]): row["body"] for row in reader.rows(_PROJECTS)}
    return tuple(_notice(row, projects) for row in reader.rows(_DECISIONS))


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
    row: Mapping[str, Any], projects: Mapping[tuple[str, str], Mapping[str, Any]]
) -> Notice:
    says = row["body"]
    source = says["sources"][0]["url"]
    announced = says.get("announced_on")
    day = date.fromisoformat(announced or says["decided_on"])
    decided_on = date.fromisoformat(says["decided_on"])
    edition = edition_in_force(row["host"], on=decided_on)
    lines = tuple(
        _line(line, projects.get((row["partnership"], line["project"]), {}), source, edition)
        for line in says["lines"]
    )
    return Notice(
        key=row["key"],
        partnership=row["partnership"],
        rehearsal=False,
        host=partner_name(load_partner(row["host"])),
        decided_on=decided_on,
        decided_by=says["manner"],
        announced_on=date.fromisoformat(announced) if announced else None,
        ordinal=says["ordinal"],
        lines=lines,
        total_notified=_figure(says["totals"].get("notified"), source),
        goj_total=_figure(says["totals"].get("goj"), source),
        sides=tuple(
            SideQuantity(side, None, UNDISCLOSED, UNDISCLOSED, None)
            for side in (JAPAN, row["host"])
        ),
        partners=tuple(partner_name(each) for each in partners_on(day)),
        goals=goals(day),
        sources=tuple(
            Source(each["title"], each["url"], each.get("licence", "")) for each in says["sources"]
        ),
        not_an_itmo=not any(is_itmo_vintage(line.period.last.year) for line in lines),
    )


def _line(
    line: Mapping[str, Any], project: Mapping[str, Any], source: str, edition: Edition
) -> NoticeLine:
    period = period_of(line["period"])
    return NoticeLine(
        project_id=line["project"],
        title_en=project.get("title_en", line["project"]),
        title_ja=project.get("title_ja", project.get("title_en", line["project"])),
        period=period,
        months=months_in_the_notice(period, edition=edition),
        notified=_figure(line.get("notified"), source),
        goj=_figure(line.get("goj"), source),
        vintages=(),
        funding=funding_of(project),
    )


def _figure(amount: int | None, source: str) -> Figure:
    return UNDISCLOSED if amount is None else Figure(amount, Basis.PUBLISHED, source)
