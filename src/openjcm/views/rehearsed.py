"""Notices as a rehearsal gave them: decided, notified and issued here, from the journal."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openjcm.article6 import is_itmo_vintage
from openjcm.cycle import months_in_the_notice
from openjcm.measure.basis import Basis, derived_from
from openjcm.rulebook import Edition, edition_in_force, load_partner, partners_on
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice, NoticeLine, SideQuantity, VintageLine
from openjcm.views.published import funding_of, goals, partner_name, period_of
from openjcm.views.reader import Reader

_DECISION = """
SELECT d.partnership, d.id, d.decided_on, d.manner, p.host FROM decision d
JOIN partnership p ON p.key = d.partnership
WHERE p.kind = 'rehearsal' AND d.id = %(key)s
"""
_LINES = """
SELECT l.project, l.report, l.vintage, l.amount, c.body AS says, r.body AS reported,
  coalesce((SELECT sum(a.amount) FROM allotment a JOIN account o
    ON (o.partnership, o.number) = (a.partnership, a.account)
    WHERE (a.partnership, a.decision, a.report, a.vintage)
      = (l.partnership, l.decision, l.report, l.vintage)
    AND o.government AND o.side = 'JP'), 0)::bigint AS goj
FROM decision_line l
JOIN case_file c ON (c.partnership, c.subject, c.id) = (l.partnership, 'project', l.project)
JOIN journal r ON r.partnership = l.partnership AND r.kind = 'MonitoringReportSubmitted'
  AND r.body::jsonb ->> 'report' = l.report
WHERE l.partnership = %(partnership)s AND l.decision = %(decision)s
ORDER BY l.project, l.vintage
"""
_SIDES = """
SELECT n.side, n.number, sum(l.amount)::bigint AS notified,
  coalesce((SELECT sum(i.amount) FROM issuance i
    WHERE (i.partnership, i.notification) = (n.partnership, n.number)), 0)::bigint AS issued,
  (SELECT max(i.issued_on) FROM issuance i
    WHERE (i.partnership, i.notification) = (n.partnership, n.number)) AS issued_on
FROM notification n JOIN notification_line l
  ON (l.partnership, l.number) = (n.partnership, n.number)
WHERE n.partnership = %(partnership)s AND n.decision = %(decision)s
GROUP BY n.partnership, n.side, n.number ORDER BY n.number
"""


def rehearsed_notice(reader: Reader, key: str) -> Notice | None:
    """Return the notice of a rehearsal's decision; None where no rehearsal has it."""
    return next((_notice(reader, row) for row in reader.rows(_DECISION, {"key": key})), None)


def _notice(reader: Reader, row: Mapping[str, Any]) -> Notice:
    where = {"partnership": row["partnership"], "decision": row["id"]}
    rows = reader.rows(_LINES, where)
    projects = dict.fromkeys(each["project"] for each in rows)
    edition = edition_in_force(row["host"], on=row["decided_on"])
    lines = tuple(
        _line([each for each in rows if each["project"] == name], edition) for name in projects
    )
    basis = derived_from(*(line.notified.basis for line in lines))
    return Notice(
        key=row["id"],
        partnership=row["partnership"],
        rehearsal=True,
        host=partner_name(load_partner(row["host"])),
        decided_on=row["decided_on"],
        decided_by=row["manner"],
        announced_on=None,
        ordinal=1,
        ordinal_basis=Basis.RECONSTRUCTED,
        lines=lines,
        total_notified=Figure(sum(each["amount"] for each in rows), basis),
        goj_total=Figure(sum(each["goj"] for each in rows), basis),
        sides=tuple(_side(each, basis) for each in reader.rows(_SIDES, where)),
        partners=tuple(partner_name(each) for each in partners_on(row["decided_on"])),
        goals=goals(row["decided_on"]),
        sources=(),
        not_an_itmo=not any(is_itmo_vintage(each["vintage"]) for each in rows),
        ended_by=None,
        projects=len(projects),
        unnamed=0,
        remarks=(),
    )


def _line(rows: Sequence[Mapping[str, Any]], edition: Edition) -> NoticeLine:
    reported = _body(rows[0]["reported"])
    basis = Basis(reported["derived"]["basis"])
    period = period_of(reported["period"])
    return NoticeLine(
        project_id=rows[0]["project"],
        title_en=rows[0]["says"]["title_en"],
        title_ja=rows[0]["says"]["title_ja"],
        period=period,
        months=months_in_the_notice(period, edition=edition),
        notified=Figure(sum(row["amount"] for row in rows), basis),
        goj=Figure(sum(row["goj"] for row in rows), basis),
        vintages=tuple(
            VintageLine(row["vintage"], Figure(row["amount"], basis), Figure(row["goj"], basis))
            for row in rows
        ),
        funding=funding_of(rows[0]["says"]),
        unnamed=0,
        remarks=(),
        worked_by=reported.get("worked_by", ""),
    )


def _side(row: Mapping[str, Any], basis: Basis) -> SideQuantity:
    # Here nothing is undisclosed: a share that was not issued yet is 0 issued.
    issued_on: date | None = row["issued_on"]
    return SideQuantity(
        side=row["side"],
        number=row["number"],
        notified=Figure(row["notified"], basis),
        issued=Figure(row["issued"], basis),
        issued_on=issued_on,
    )


def _body(text: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(text)
    return body
