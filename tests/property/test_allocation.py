"""What every allocation keeps, whatever was verified and whatever the share."""

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import given

from openjcm.cycle import (
    Share,
    Terms,
    check_allotments,
    propose_by_financing_share,
    warn_against_share,
)
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
FINANCING = load_edition("FP_JCM_Model_Projects_ver_not_confirmed")
GOJ = Share("JP-H-000001-35", "JP", "Government of Japan", is_goj=True)
OTHERS = Share("BD-H-000002-50", "BD", "Others")

VERIFIED = st.dictionaries(st.integers(2013, 2050), st.integers(0, 10**9), max_size=8)
TERMS = st.builds(Terms, st.fractions(0, 1, max_denominator=1000), st.just("up, per calendar year"))


@given(verified=VERIFIED, terms=TERMS)
def test_a_proposal_gives_away_exactly_what_was_verified(
    verified: dict[int, int], terms: Terms
) -> None:
    """No proposal has a finding, nor a warning against its own share."""
    rows = propose_by_financing_share(verified, terms, goj=GOJ, remainder=OTHERS)

    assert check_allotments(verified, rows, edition=EDITION) == []
    assert warn_against_share(rows, terms, goj=GOJ, edition=FINANCING) == []
    assert sum(row.amount for row in rows) == sum(verified.values())


@given(verified=VERIFIED, terms=TERMS)
def test_each_share_is_the_quota_or_less_than_one_above_it(
    verified: dict[int, int], terms: Terms
) -> None:
    """Rounding up never takes a whole tonne more than the quota of a vintage."""
    rows = propose_by_financing_share(verified, terms, goj=GOJ, remainder=OTHERS)
    goj = {row.vintage: row.amount for row in rows if row.account == GOJ.recipient_account}

    for vintage, amount in verified.items():
        assert 0 <= goj.get(vintage, 0) - amount * terms.share < 1


@given(
    verified=VERIFIED.filter(lambda verified: any(verified.values())),
    terms=TERMS,
    slip=st.sampled_from([-1, 1]),
    data=st.data(),
)
def test_one_tonne_more_or_less_in_any_row_is_found(
    verified: dict[int, int], terms: Terms, slip: int, data: st.DataObject
) -> None:
    """Rule.ALLOCATION_SUMS_TO_VERIFIED has no tolerance."""
    rows = propose_by_financing_share(verified, terms, goj=GOJ, remainder=OTHERS)
    index = data.draw(st.integers(0, len(rows) - 1))
    slipped = (
        *rows[:index],
        replace(rows[index], amount=rows[index].amount + slip),
        *rows[index + 1 :],
    )

    findings = check_allotments(verified, slipped, edition=EDITION)

    assert Rule.ALLOCATION_SUMS_TO_VERIFIED.value in {finding.rule for finding in findings}
