"""What a story came to, as one object of stable keys: each figure beside its basis."""

from collections.abc import Mapping
from typing import Any

from openjcm.stories.played import Played
from openjcm.views.comparison import Comparison, comparison
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice, NoticeLine
from openjcm.views.reader import Reader


def outcome(reader: Reader, played: Played) -> dict[str, Any]:
    """Return a played story's outcome beside the published figures.

    ``basis`` of an object is the basis of every figure directly in it; ``id`` of a project is
    that of the published project rehearsed.
    """
    compared = comparison(reader, played.story.partnership)
    rehearsed = compared.rehearsed
    published = {line.project_id: line for line in compared.published.lines}
    verified = {
        receipt.body["project"]: receipt.body["verified"]
        for receipt in played.receipts
        if receipt.kind == "VerificationReported"
    }
    return {
        "story": played.story.name,
        "partnership": rehearsed.partnership,
        "rehearsal": True,
        "decision": rehearsed.key,
        "decision_date": rehearsed.decided_on.isoformat(),
        "projects": [
            _project(line, published.get(line.project_id), verified[line.project_id], compared)
            for line in rehearsed.lines
        ],
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


def _project(
    line: NoticeLine,
    published: NoticeLine | None,
    verified: list[Mapping[str, Any]],
    compared: Comparison,
) -> dict[str, Any]:
    years = {each["year"]: each for each in verified}
    agree = [pair.agrees for pair in compared.pairs if pair.project_id == line.project_id]
    return {
        "id": line.project_id,
        "title": line.title_en,
        "period": {
            "first": line.period.first.isoformat(),
            "last": line.period.last.isoformat(),
        },
        "months": line.months,
        "notified": line.notified.amount,
        "goj": line.goj.amount,
        "basis": line.notified.basis.value,
        "vintages": [
            {
                "year": vintage.year,
                "credits": vintage.credits.amount,
                "goj": vintage.goj.amount,
                "re": years[vintage.year]["re"],
                "pe": years[vintage.year]["pe"],
                "er": years[vintage.year]["er"],
                "basis": vintage.credits.basis.value,
            }
            for vintage in line.vintages
        ],
        "published": _published(published),
        "agrees": False not in agree,
    }


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
