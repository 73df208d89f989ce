"""What a vintage counts towards an NDC."""

from datetime import date

import pytest

from openjcm.article6 import (
    Vintages,
    first_itmo_vintage,
    is_itmo_vintage,
    ndc_standing,
    vintages_of,
    vintages_of_all,
)
from openjcm.cycle import QuantityPart
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.rulebook import Rule


@pytest.mark.parametrize(("year", "is_itmo"), [(2016, False), (2020, False), (2021, True)])
def test_a_vintage_before_2021_is_no_itmo(year: int, is_itmo: bool) -> None:  # noqa: FBT001 - a column
    """Rule.PRE_2021_IS_NOT_AN_ITMO draws the line at the start of 2021."""
    assert is_itmo_vintage(year) is is_itmo


def test_the_year_comes_with_its_source() -> None:
    """The first year is data that cites the decision it comes from."""
    assert first_itmo_vintage().source == "Decision 2/CMA.3, annex, para 1(e)"


def test_credits_before_2021_count_nothing_even_when_retired() -> None:
    """Rule.PRE_2021_IS_NOT_AN_ITMO: all 251 t of the Bangladesh decision are such."""
    standing = ndc_standing(2018, authorized=True, retired_for_ndc=251)

    assert (standing.is_itmo, standing.towards_ndc) == (False, 0)
    assert standing.reason == Rule.PRE_2021_IS_NOT_AN_ITMO.value


def test_credits_without_authorization_count_nothing() -> None:
    """A registered project may have no authorized credit."""
    standing = ndc_standing(2022, authorized=False, retired_for_ndc=5)

    assert (standing.towards_ndc, standing.reason) == (0, "not-authorized")


def test_authorized_credits_count_as_far_as_they_are_retired() -> None:
    """Acquisition is no adjustment; what is retired counts."""
    standing = ndc_standing(2021, authorized=True, retired_for_ndc=1009)

    assert (standing.is_itmo, standing.towards_ndc, standing.reason) == (True, 1009, "itmo")


def test_a_negative_retirement_cannot_be_read() -> None:
    """No history retires less than nothing."""
    with pytest.raises(Malformed):
        ndc_standing(2021, authorized=True, retired_for_ndc=-1)


def _part(
    first: str | None = None,
    last: str | None = None,
    *,
    ended_by: str | None = None,
    are_itmos: bool = False,
) -> QuantityPart:
    on = [date.fromisoformat(day) if day else None for day in (first, last or ended_by, ended_by)]
    return QuantityPart(1, (), 0, 10, Basis.PUBLISHED, "", "", on[0], on[1], on[2], are_itmos)


@pytest.mark.parametrize(
    ("part", "vintages"),
    [
        (_part("2020-01-01", "2020-12-31"), Vintages.BEFORE),
        (_part(ended_by="2020-12-31"), Vintages.BEFORE),
        (_part("2021-01-01", "2021-12-31"), Vintages.SINCE),
        (_part(are_itmos=True, ended_by="2025-12-16"), Vintages.SINCE),
        (_part("2020-01-01", "2021-12-31"), Vintages.BOTH),
        (_part("2020-01-01", ended_by="2021-12-31"), Vintages.UNKNOWN),
        (_part(ended_by="2021-02-07"), Vintages.UNKNOWN),
        (_part(), Vintages.UNKNOWN),
    ],
)
def test_the_days_of_a_part_tell_its_vintages(part: QuantityPart, vintages: Vintages) -> None:
    """Rule.PRE_2021_IS_NOT_AN_ITMO: a period that had ended by a day may have ended long before."""
    assert vintages_of(part) is vintages


def test_a_decision_is_of_the_vintages_of_all_its_parts() -> None:
    """Of one kind where all are; of both where one reaches to 2021; else nobody can tell."""
    before, since = _part(ended_by="2020-01-10"), _part("2021-01-01", "2021-03-31")

    assert vintages_of_all([before, before]) is Vintages.BEFORE
    assert vintages_of_all([since]) is Vintages.SINCE
    assert vintages_of_all([before, since]) is Vintages.BOTH
    assert vintages_of_all([before, _part()]) is Vintages.UNKNOWN
