"""No day of a project is claimed twice."""

from datetime import date

from openjcm.cycle import check_period
from openjcm.measure.period import Period
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
FIRST = Period(date(2017, 3, 1), date(2019, 7, 31))


def test_the_day_after_the_last_may_be_claimed() -> None:
    """Adjacent periods share no day, and gaps between them are normal."""
    following = Period(date(2019, 8, 1), date(2020, 12, 31))

    assert check_period(following, {"BD002-1": FIRST}, edition=EDITION) == []


def test_a_shared_day_is_found_with_the_report_that_has_it() -> None:
    """Rule.NO_PERIOD_TWICE names the earlier report."""
    overlapping = Period(date(2019, 7, 31), date(2020, 12, 31))

    findings = check_period(overlapping, {"BD002-1": FIRST}, edition=EDITION)

    assert [(finding.rule, finding.place) for finding in findings] == [
        (Rule.NO_PERIOD_TWICE.value, "BD002-1")
    ]
