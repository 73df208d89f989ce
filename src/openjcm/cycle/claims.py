"""The days for which a project claims reductions; no day is claimed twice."""

from collections.abc import Mapping

from openjcm.measure.errors import Finding
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, Rule


def check_period(
    period: Period, claimed: Mapping[str, Period], *, edition: Edition
) -> list[Finding]:
    """Check that a monitoring period shares no day with the earlier ones of its project.

    Gaps between periods are normal. A claim that was rejected or withdrawn is not passed in.

    Rules: NO_PERIOD_TWICE.

    Args:
        period: The period of the new report, both ends counted.
        claimed: Periods of the project's earlier reports, by the report's id.
        edition: The edition that the project is under.
    """
    return [
        edition.finding(
            Rule.NO_PERIOD_TWICE,
            f"the period {period.first} to {period.last} shares days with {report} "
            f"({earlier.first} to {earlier.last})",
            report,
        )
        for report, earlier in claimed.items()
        if period.overlaps(earlier)
    ]
