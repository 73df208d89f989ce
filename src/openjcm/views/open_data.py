"""The public record as rows anybody may take away; a rehearsal is never in it."""

from dataclasses import dataclass
from datetime import date

from openjcm.views.published import published_notices
from openjcm.views.reader import Reader


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One project in one published decision.

    Amounts are tCO2e; None where the amount exists and is not published. Each amount stands
    beside its basis, and the row carries where it was printed.
    """

    partnership: str
    decision: str
    decided_on: date
    announced_on: date | None
    project: str
    title_en: str
    title_ja: str
    period_first: date
    period_last: date
    months: int
    notified_tco2e: int | None
    notified_basis: str
    goj_will_acquire_tco2e: int | None
    goj_will_acquire_basis: str
    notified_to_japan_tco2e: int | None
    notified_to_japan_basis: str
    notified_to_host_tco2e: int | None
    notified_to_host_basis: str
    source: str
    licence: str


def decision_rows(reader: Reader) -> tuple[DecisionRow, ...]:
    """Return one row a project in a published decision, latest decision first."""
    return tuple(
        DecisionRow(
            partnership=notice.partnership,
            decision=notice.key,
            decided_on=notice.decided_on,
            announced_on=notice.announced_on,
            project=line.project_id,
            title_en=line.title_en,
            title_ja=line.title_ja,
            period_first=line.period.first,
            period_last=line.period.last,
            months=line.months,
            notified_tco2e=line.notified.amount,
            notified_basis=line.notified.basis.value,
            goj_will_acquire_tco2e=line.goj.amount,
            goj_will_acquire_basis=line.goj.basis.value,
            notified_to_japan_tco2e=notice.sides[0].notified.amount,
            notified_to_japan_basis=notice.sides[0].notified.basis.value,
            notified_to_host_tco2e=notice.sides[1].notified.amount,
            notified_to_host_basis=notice.sides[1].notified.basis.value,
            source=notice.sources[0].url,
            licence=notice.sources[0].licence,
        )
        for notice in published_notices(reader)
        for line in notice.lines
    )
