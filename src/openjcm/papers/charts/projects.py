"""Charts of projects: by partner country and status, and by year of registration."""

from collections import Counter
from collections.abc import Sequence

from openjcm.measure.basis import Basis
from openjcm.papers.charts.table import Chart, ChartRow, ChartValue, named_row, year_name
from openjcm.views.figures import Figure
from openjcm.views.record.partners import PartnerRow
from openjcm.views.record.projects import ProjectRow

_STATUSES = ("registered", "validation", "registration-request-withdrawn")
_REGISTERED = "registered"


def projects_by_partner(projects: Sequence[ProjectRow], partners: Sequence[PartnerRow]) -> Chart:
    """Return how many projects each partner country has in each status, the most first.

    Countries without a project in the record are counted as left out.

    Args:
        projects: All of them.
        partners: In signing order, in which equal numbers stay.
    """
    counted = Counter((project.host.iso2, project.status) for project in projects)
    having = Counter(project.host.iso2 for project in projects)
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


def registered_by_year(projects: Sequence[ProjectRow]) -> Chart:
    """Return how many projects were registered in each year from the first to the last."""
    days = [project.registered_on for project in projects if project.registered_on]
    counted = Counter(day.year for day in days)
    rows = tuple(
        named_row(str(year), year_name(year), _counted(_REGISTERED, counted[year]))
        for year in range(min(counted, default=0), max(counted, default=-1) + 1)
    )
    undated = sum(each.status == _REGISTERED and not each.registered_on for each in projects)
    return Chart("registered-by-year", "projects", (_REGISTERED,), rows, left_out=undated)


def _counted(series: str, number: int) -> ChartValue:
    return ChartValue(series, Figure(number, Basis.DERIVED))
