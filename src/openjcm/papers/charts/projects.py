"""Charts of projects: by partner country and status, and by year of registration."""

from collections import Counter
from collections.abc import Sequence

from openjcm.measure.basis import Basis
from openjcm.papers.charts.table import Chart, ChartRow, ChartValue, named_row, year_name
from openjcm.views.figures import Figure
from openjcm.views.record.partners import PartnerRow
from openjcm.views.record.projects import ProjectCount

_STATUSES = ("registered", "validation", "registration-request-withdrawn")
_REGISTERED = "registered"


def projects_by_partner(counts: Sequence[ProjectCount], partners: Sequence[PartnerRow]) -> Chart:
    """Return how many projects each partner country has in each status, the most first.

    Countries without a project in the record are counted as left out.

    Args:
        counts: Of all projects.
        partners: In signing order, in which equal numbers stay.
    """
    counted: Counter[tuple[str, str]] = Counter()
    having: Counter[str] = Counter()
    for each in counts:
        counted[each.host, each.status] += each.projects
        having[each.host] += each.projects
    shown = sorted(
        (partner for partner in partners if having[partner.iso2]),
        key=lambda partner: -having[partner.iso2],
    )
    rows = tuple(
        ChartRow(
            partner.iso2,
            partner.name_en,
            partner.name_ja,
            tuple(_counted(status, counted[partner.iso2, status]) for status in _STATUSES),
        )
        for partner in shown
    )
    return Chart(
        stem="projects-by-partner",
        unit="projects",
        series=_STATUSES,
        rows=rows,
        stacked=True,
        left_out=len(partners) - len(rows),
    )


def registered_by_year(counts: Sequence[ProjectCount]) -> Chart:
    """Return how many projects were registered in each year from the first to the last."""
    counted: Counter[int] = Counter()
    for each in counts:
        if each.year is not None:
            counted[each.year] += each.projects
    rows = tuple(
        named_row(str(year), year_name(year), _counted(_REGISTERED, counted[year]))
        for year in range(min(counted, default=0), max(counted, default=-1) + 1)
    )
    undated = sum(
        each.projects for each in counts if each.status == _REGISTERED and each.year is None
    )
    return Chart("registered-by-year", "projects", (_REGISTERED,), rows, left_out=undated)


def _counted(series: str, number: int) -> ChartValue:
    return ChartValue(series, Figure(number, Basis.DERIVED))
