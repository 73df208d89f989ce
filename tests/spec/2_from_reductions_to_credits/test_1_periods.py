"""Monitoring periods.

A monitoring period is a span of legal days of the host country, both ends counted.
It is cut at each 31 December, because a credit belongs to one calendar year: its vintage.
"""

from datetime import date

import pytest

from openjcm.cycle import months_in_the_notice
from openjcm.measure.period import Period
from openjcm.rulebook import Rule, load_edition

CHILLER = Period(date(2017, 3, 1), date(2019, 7, 31))
PV_DIESEL = Period(date(2016, 6, 1), date(2019, 7, 31))


@pytest.mark.parametrize(("period", "months"), [(CHILLER, 29), (PV_DIESEL, 38)])
def test_a_notice_counts_calendar_months(period: Period, months: int) -> None:
    """A notice counts calendar months, the first and the last included (MONTHS_IN_THE_NOTICE).

    1 March 2017 to 31 July 2019 is 29 months; 1 June 2016 to 31 July 2019 is 38.
    """
    edition = load_edition("JCM_BD_PCP_ver_not_confirmed")

    assert edition.value(Rule.MONTHS_IN_THE_NOTICE).text == "calendar months begun"
    assert months_in_the_notice(period, edition=edition) == months


def test_a_period_is_cut_at_the_end_of_each_year() -> None:
    """The chiller's 29 months are 10 of 2017, 12 of 2018 and 7 of 2019."""
    assert [(year, part.months) for year, part in CHILLER.by_year()] == [
        (2017, 10),
        (2018, 12),
        (2019, 7),
    ]
