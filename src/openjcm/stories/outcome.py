"""What a story came to, as one object of stable keys: each figure beside its basis."""

from collections.abc import Mapping
from typing import Any

from openjcm.cycle import months_in_the_notice
from openjcm.rulebook import edition_in_force
from openjcm.stories.played import Played
from openjcm.views.comparison import Comparison, comparison
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice, NoticeLine
from openjcm.views.published import period_of
from openjcm.views.reader import Reader


def outcome(reader: Reader, played: Played) -> dict[str, Any]:
    """Return a played story's outcome beside the published figures.

    ``basis`` of an object is the basis of every figure directly in it; ``id`` of a project is
    that of the published project rehearsed. A year or project without a whole tonne is there
    with 0. ``worked_by`` is the unofficial template that stood in for the methodology, if any.
    """
    compared = comparison(reader, played.story.partnership)
    rehearsed = compared.rehearsed
    return {
        "story": played.story.name,
        "partnership": rehearsed.partnership,
        "rehearsal": True,
        "decision": rehearsed.key,
        "decision_date": rehearsed.decided_on.isoformat(),
        "projects": [_project(project, played, compared) for project in played.story.cases],
        "total_notified": rehearsed.total_notified.amount,
        "goj_total": rehearsed.goj_total.amount,
        "basis": rehearsed.total_notified.basis.value,
        "published": _published_totals(compared.published),
        "agrees": compared.agrees,
        "notifications": [
            {
                "number": side.number,
                "side": side.side,
                "notified": side.notified.amount,
                "issued": side.issued.amount,
                "issued_on": side.issued_on.isoformat() if side.issued_on else None,
                "basis": side.notified.basis.value,
            }
            for side in rehearsed.sides
        ],
        "blocks": list(compared.first_serials),
    }


def _project(project: str, played: Played, compared: Comparison) -> dict[str, Any]:
    reported = played.last("MonitoringReportSubmitted", project=project)
    line = _line_of(compared.rehearsed, project)
    vintages = [_vintage(year, line, reported) for year in _verified(project, played)]
    designed = played.last("DesignDocumentSubmitted", project=project)
    edition = edition_in_force(played.story.host, on=compared.rehearsed.decided_on)
    agree = [pair.agrees for pair in compared.pairs if pair.project_id == project]
    return {
        "id": project,
        "title": designed["title_en"],
        "methodology": reported["methodology"],
        "worked_by": reported.get("worked_by"),
        "period": reported["period"],
        "months": months_in_the_notice(period_of(reported["period"]), edition=edition),
        "notified": sum(vintage["credits"] for vintage in vintages),
        "goj": sum(vintage["goj"] for vintage in vintages),
        "basis": reported["derived"]["basis"],
        "funding": _in_order([designed["funding"]])[0] if designed["funding"] else None,
        "vintages": vintages,
        "faults": _read(reported, "faults"),
        "conservation": _read(reported, "conservation"),
        "published": _published(_line_of(compared.published, project)),
        "agrees": bool(agree) and False not in agree,
    }


def _read(reported: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    basis = {"basis": reported["readings_basis"]}
    return _in_order([{**row, **basis} for row in reported["derived"][name]])


def _in_order(rows: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    # A receipt just made keeps the order of its making, one read again that of the record.
    return [dict(sorted(row.items())) for row in rows]


def _verified(project: str, played: Played) -> list[Mapping[str, Any]]:
    verified: list[Mapping[str, Any]] = played.last("VerificationReported", project=project)[
        "verified"
    ]
    return verified


def _vintage(
    year: Mapping[str, Any], line: NoticeLine | None, reported: Mapping[str, Any]
) -> dict[str, Any]:
    goj = {each.year: each.goj.amount for each in line.vintages} if line else {}
    return {
        "year": year["year"],
        "credits": year["credits"],
        "goj": goj.get(year["year"], 0),
        "re": year["re"],
        "pe": year["pe"],
        "er": year["er"],
        "basis": reported["derived"]["basis"],
    }


def _line_of(notice: Notice, project: str) -> NoticeLine | None:
    return next((line for line in notice.lines if line.project_id == project), None)


def _published(line: NoticeLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "months": line.months,
        "notified": line.notified.amount,
        "goj": line.goj.amount,
        **_said(line.notified),
    }


def _published_totals(notice: Notice) -> dict[str, Any]:
    return {
        "decision": notice.key,
        "decision_date": notice.decided_on.isoformat(),
        "announced_on": notice.announced_on.isoformat() if notice.announced_on else None,
        "total_notified": notice.total_notified.amount,
        "goj_total": notice.goj_total.amount,
        **_said(notice.total_notified),
    }


def _said(figure: Figure) -> dict[str, Any]:
    return {"basis": figure.basis.value, "source": figure.source}
