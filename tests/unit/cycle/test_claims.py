"""No day is claimed twice, no file counts twice, and nothing is worked out another way."""

from datetime import date

import pytest

from openjcm.cycle import (
    Filing,
    Reckoning,
    Worked,
    check_as_designed,
    check_bases,
    check_period,
    check_readings_once,
    check_worked_as_stated,
)
from openjcm.measure.basis import Basis
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


def test_everything_that_differs_from_the_design_is_found_at_once() -> None:
    """Rule.REPORTED_AS_DESIGNED: methodology, zone and days are three findings."""
    designed = Reckoning("BD_AM001_ver01.0", "Asia/Dhaka", "2017-03-01", "2019-07-31")
    reported = Reckoning("BD_AM002_ver01.0", "Asia/Tokyo", "2017-03-01", "2019-08-01")

    findings = check_as_designed(reported, designed, edition=EDITION)

    assert [(finding.rule, finding.place) for finding in findings] == [
        (Rule.REPORTED_AS_DESIGNED.value, place) for place in ("methodology", "plan.zone", "plan")
    ]
    assert check_as_designed(designed, designed, edition=EDITION) == []


@pytest.mark.parametrize("live", [False, True])
def test_what_is_stated_is_worked_under_its_own_number(live: bool) -> None:  # noqa: FBT001 - of the table
    """Rule.WORKED_AS_STATED: an executable methodology works its own reports everywhere."""
    worked = Worked("A", "A", is_official=True, templates=("T",))

    assert check_worked_as_stated(worked, live=live, edition=EDITION) == []


def test_a_template_of_the_family_stands_in_for_a_rehearsal() -> None:
    """Rule.WORKED_AS_STATED: whether or not the number itself could be worked."""
    for is_official in (True, False):
        worked = Worked("A", "T2", is_official=is_official, templates=("T1", "T2"))
        assert check_worked_as_stated(worked, live=False, edition=EDITION) == []


@pytest.mark.parametrize(
    ("worked", "live", "says"),
    [
        (("A", "A", False, ("T1", "T2")), False, "under it; say worked_by = T1 or T2"),
        (("A", "A", False, ()), False, "under it; its adopted document is attached"),
        (("A", "A", False, ("T",)), True, "under it; its adopted document is attached"),
        (("A", "X", False, ("T",)), False, "neither A nor a template of its family; say"),
        (("A", "X", True, ("T",)), False, "family; use A itself or say worked_by = T"),
        (("A", "T", True, ("T",)), True, "by T, but by the official definition alone; use A"),
        (("A", "T", False, ("T",)), True, "alone; its adopted document is attached"),
    ],
)
def test_nothing_else_works_figures(
    worked: tuple[str, str, bool, tuple[str, ...]],
    live: bool,  # noqa: FBT001 - of the table
    says: str,
) -> None:
    """Rule.WORKED_AS_STATED: the finding says what may be done, and cites reading 0006."""
    (finding,) = check_worked_as_stated(Worked(*worked), live=live, edition=EDITION)

    assert (finding.rule, finding.place) == (Rule.WORKED_AS_STATED.value, worked[1])
    assert says in finding.message


@pytest.mark.parametrize(
    ("sha256", "project", "period", "counts"),
    [
        ("a", "BD002", Period(date(2019, 8, 1), date(2020, 12, 31)), True),
        ("a", "BD002", Period(date(2019, 7, 31), date(2020, 12, 31)), False),
        ("a", "BD004", Period(date(2019, 8, 1), date(2020, 12, 31)), False),
        ("b", "BD004", FIRST, True),
    ],
)
def test_a_reading_file_counts_once(
    sha256: str,
    project: str,
    period: Period,
    counts: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Rule.READINGS_COUNT_ONCE: later days of the same project may stand in the same file."""
    earlier = [Filing("a", "BD002", "BD002-1", FIRST)]

    findings = check_readings_once(
        [Filing(sha256, project, "new", period)], earlier, edition=EDITION
    )

    assert [finding.rule for finding in findings] == ([] if counts else [Rule.READINGS_COUNT_ONCE])


@pytest.mark.parametrize("basis", Basis)
def test_a_figure_of_a_rehearsal_is_reconstructed_or_made_up(basis: Basis) -> None:
    """Rule.REHEARSAL_IS_APART: whatever it is handed in as, it is nothing firmer."""
    findings = check_bases({"readings": basis}, edition=EDITION)

    assert (findings == []) is (basis in {Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE})
