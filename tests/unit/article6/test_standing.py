"""What a vintage counts towards an NDC."""

import pytest

from openjcm.article6 import first_itmo_vintage, is_itmo_vintage, ndc_standing
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
