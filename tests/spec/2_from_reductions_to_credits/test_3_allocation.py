"""Allocation.

Who gets how many credits of which vintage is a list of whole numbers.
A share of a financing agreement only proposes such a list.
"""

from fractions import Fraction

from openjcm.cycle import financing_terms
from openjcm.cycle.allocation import (
    Allotment,
    Share,
    check_allotments,
    propose_by_financing_share,
)
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
FINANCING = load_edition("FP_JCM_Model_Projects_ver_not_confirmed")
GOJ = Share("JP-1", "JP", "Government of Japan", is_goj=True)
OTHERS = Share("BD-1", "BD", "Others")


def test_the_governments_half_is_rounded_up_for_each_vintage() -> None:
    """At least one half (FINANCING_SHARE), rounded up for each vintage, is proposed (reading 0001).

    | vintage | credits (illustrative) | Government of Japan |
    |---|---|---|
    | 2017 | 49 | 25 |
    | 2018 | 60 | 30 |
    | 2019 | 35 | 18 |
    | together | 144 | 73 |
    """
    terms = financing_terms(Fraction(1, 2), "0001", conditions=FINANCING)

    rows = propose_by_financing_share(
        {2017: 49, 2018: 60, 2019: 35}, terms, goj=GOJ, remainder=OTHERS
    )

    assert [row.amount for row in rows if row.account == "JP-1"] == [25, 30, 18]
    assert sum(row.amount for row in rows) == 144


def test_what_is_allocated_is_what_was_verified() -> None:
    """One credit too many or too few is a finding (ALLOCATION_SUMS_TO_VERIFIED)."""
    rows = [Allotment(2017, "JP", "JP-1", "Government of Japan", 48)]

    findings = check_allotments({2017: 49}, rows, edition=EDITION)

    assert [found.rule for found in findings] == [Rule.ALLOCATION_SUMS_TO_VERIFIED]
