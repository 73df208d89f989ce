"""On which legal day an act is dated, and how many months a notice counts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from openjcm.cycle import check_legal_day, months_in_the_notice
from openjcm.measure.errors import RuleBroken
from openjcm.measure.period import Period
from openjcm.rulebook import Rule, Value, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
# Half an hour after midnight of 29 March 2022 in Dhaka, and still the day before in Greenwich.
AT = datetime(2022, 3, 28, 18, 30, tzinfo=UTC)
TODAY = date(2022, 3, 29)


@pytest.mark.parametrize(
    ("on", "replayed", "holds"),
    [
        (TODAY, False, True),
        (date(2022, 3, 28), False, False),
        (date(2022, 3, 30), False, False),
        (TODAY, True, True),
        (date(2016, 5, 2), True, True),
        (date(2022, 3, 30), True, False),
        (date(2917, 1, 1), True, False),
    ],
)
def test_an_act_is_dated_on_the_legal_day_of_its_record(
    on: date,
    replayed: bool,  # noqa: FBT001 - a column of the table
    holds: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Rule.DATED_ON_ITS_LEGAL_DAY: the day at the place; only what is replayed may be earlier."""
    findings = check_legal_day(on, at=AT, zone="Asia/Dhaka", replayed=replayed, edition=EDITION)

    assert [finding.rule for finding in findings] == (
        [] if holds else [Rule.DATED_ON_ITS_LEGAL_DAY]
    )
    assert all("it is 2022-03-29 in Asia/Dhaka" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2017, 3, 1), date(2019, 7, 31), 29),
        (date(2016, 6, 1), date(2019, 7, 31), 38),
        (date(2017, 3, 31), date(2017, 4, 1), 2),
    ],
)
def test_months_are_counted_as_the_edition_says(first: date, last: date, months: int) -> None:
    """Rule.MONTHS_IN_THE_NOTICE: two as printed in the notice of 2022, one of reading 0002."""
    assert months_in_the_notice(Period(first, last), edition=EDITION) == months


def test_a_way_of_counting_months_that_is_not_known_here_is_refused() -> None:
    """Rule.MONTHS_IN_THE_NOTICE: nothing stands in for a value that is not understood."""
    rule = Rule.MONTHS_IN_THE_NOTICE
    placed = replace(EDITION.rules[rule], value=Value(text="whole months only"))
    other = replace(EDITION, rules={**EDITION.rules, rule: placed})

    with pytest.raises(RuleBroken, match="whole months only") as refused:
        months_in_the_notice(Period(TODAY, TODAY), edition=other)

    assert refused.value.code == rule
