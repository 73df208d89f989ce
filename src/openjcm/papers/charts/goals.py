"""The chart of goals: each beside published expected reductions, and never beside credits."""

from openjcm.papers.charts.table import Chart, ChartRow, ChartValue, named_row
from openjcm.papers.words import say
from openjcm.views.record.progress import GoalRow, Progress, ProgressRow

_SERIES = ("expected", "goal")


def goals_chart(progress: Progress) -> Chart:
    """Return the newest published figure of expected reductions, then the goals in force."""
    expected = progress.expected
    rows = ([_expected(expected)] if expected else []) + [_goal(each) for each in progress.goals]
    return Chart("goals", "million-tonnes", _SERIES, tuple(rows))


def _expected(row: ProgressRow) -> ChartRow:
    key = "chart-expected" if row.by else "chart-expected-without-year"
    said = {"state": str(row.state.year), "by": str(row.by)}
    value = ChartValue(_SERIES[0], row.amount, note="about" if row.about else "")
    return named_row(row.key, lambda language: say(language, key, **said), value)


def _goal(row: GoalRow) -> ChartRow:
    value = ChartValue(_SERIES[1], row.amount, note="about")
    year = str(row.fiscal_year)
    return named_row(f"goal-{year}", lambda language: say(language, "chart-goal", year=year), value)
