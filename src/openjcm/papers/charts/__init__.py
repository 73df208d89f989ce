"""Charts of the public record: what each shows, and its drawing as SVG without script.

A chart is a frozen table first; the picture and the table beside it are both made from it, so
they cannot say different things. What is not published is marked, and is never a bar of zero.
Measures stand in charts of their own: credits never stand beside a goal.
Drawn by ``openjcm.papers.charts.drawing``, imported on its own because Altair is large.
"""

from openjcm.papers.charts.credits import issued_by_side, notified_by_partner, notified_by_year
from openjcm.papers.charts.goals import goals_chart
from openjcm.papers.charts.projects import projects_by_partner, registered_by_year
from openjcm.papers.charts.table import (
    Chart,
    ChartRow,
    ChartValue,
    alternative,
    chart_title,
    chart_words,
    note_words,
    series_words,
    value_words,
)

STEMS = (
    "notified-by-year",
    "notified-by-partner",
    "issued-by-side",
    "projects-by-partner",
    "registered-by-year",
    "goals",
)

__all__ = [
    "STEMS",
    "Chart",
    "ChartRow",
    "ChartValue",
    "alternative",
    "chart_title",
    "chart_words",
    "goals_chart",
    "issued_by_side",
    "note_words",
    "notified_by_partner",
    "notified_by_year",
    "projects_by_partner",
    "registered_by_year",
    "series_words",
    "value_words",
]
