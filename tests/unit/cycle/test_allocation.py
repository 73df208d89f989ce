"""Explicit whole numbers per recipient and vintage; a share only proposes."""

from dataclasses import replace
from fractions import Fraction
from typing import cast

import pytest

from openjcm.cycle import (
    Allotment,
    OpenAccount,
    Share,
    Terms,
    check_allotments,
    propose_by_financing_share,
    warn_against_share,
)
from openjcm.measure.errors import Malformed
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
FINANCING = load_edition("FP_JCM_Model_Projects_ver_not_confirmed")
HALF = Terms(Fraction(1, 2), "up, per calendar year")
GOJ = Share("JP-H-000001-35", "JP", "Government of Japan", is_goj=True)
FACTORY = Share("BD-H-000002-50", "BD", "Label Factory")
VERIFIED = {2017: 49, 2018: 60, 2019: 35}
OPEN = {
    GOJ.recipient_account: OpenAccount("JP", is_holding=True),
    "JP-R-000002-27": OpenAccount("JP", is_holding=False),
    "": OpenAccount("BD", is_holding=True),
}


def row(vintage: int, recipient: Share, amount: int) -> Allotment:
    """Write one row of an allocation."""
    return Allotment(
        vintage, recipient.side, recipient.recipient_account, recipient.recipient, amount
    )


def proposed() -> tuple[Allotment, ...]:
    """Propose the allocation of the illustration BD-4."""
    return propose_by_financing_share(VERIFIED, HALF, goj=GOJ, remainder=FACTORY)


def test_one_half_is_rounded_up_in_each_vintage() -> None:
    """BD-4: 49 + 60 + 35 gives 25 + 30 + 18 (an illustration, no project data)."""
    assert [(r.vintage, r.amount) for r in proposed() if r.account == GOJ.recipient_account] == [
        (2017, 25),
        (2018, 30),
        (2019, 18),
    ]


def test_what_is_left_goes_to_the_other_recipient() -> None:
    """The proposal gives away exactly what was verified."""
    assert sum(r.amount for r in proposed() if r.recipient == FACTORY.recipient) == 71
    assert check_allotments(VERIFIED, proposed(), edition=EDITION) == []


def test_a_row_of_zero_is_left_out_of_a_proposal() -> None:
    """The whole tonne of a vintage of one goes to the Government of Japan; nobody gets zero."""
    rows = propose_by_financing_share({2018: 1, 2019: 0}, HALF, goj=GOJ, remainder=FACTORY)

    assert rows == (row(2018, GOJ, 1),)


def test_a_share_above_the_whole_cannot_be_proposed() -> None:
    """A share lies between none and all."""
    with pytest.raises(Malformed):
        propose_by_financing_share(
            VERIFIED, replace(HALF, share=Fraction(3, 2)), goj=GOJ, remainder=FACTORY
        )


@pytest.mark.parametrize(
    ("rows", "rule", "words"),
    [
        ((row(2017, GOJ, 48),), Rule.ALLOCATION_SUMS_TO_VERIFIED, "48 allotted, 49 verified"),
        (
            (row(2017, GOJ, 49), row(2016, GOJ, 1)),
            Rule.ALLOCATION_SUMS_TO_VERIFIED,
            "vintage 2016: 1 allotted, and nothing was verified",
        ),
        ((), Rule.ALLOCATION_SUMS_TO_VERIFIED, "0 allotted, 49 verified"),
        (
            (row(2017, GOJ, 50), row(2017, FACTORY, -1)),
            Rule.EXPLICIT_INTEGERS,
            "-1 is not a whole number",
        ),
        (
            (row(2017, GOJ, 49), row(2017, FACTORY, 0)),
            Rule.EXPLICIT_INTEGERS,
            "0 is not a whole number of credits above zero",
        ),
        (
            (row(2017, GOJ, cast("int", Fraction(49))),),
            Rule.EXPLICIT_INTEGERS,
            "is not a whole number",
        ),
        ((row(2017, GOJ, 20), row(2017, GOJ, 29)), Rule.EXPLICIT_INTEGERS, "stands in 2 rows"),
        (
            (row(2017, Share("", "BD", "Label Factory"), 49),),
            Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
            "Label Factory has no account in the registry of BD",
        ),
        ((row(2017, FACTORY, 49),), Rule.RECIPIENT_HOLDS_AN_ACCOUNT, "is not open"),
        (
            (row(2017, Share(GOJ.recipient_account, "BD", "Government of Japan"), 49),),
            Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
            "stands in the registry of JP, not of BD",
        ),
        (
            (row(2017, Share("JP-R-000002-27", "JP", "Government of Japan"), 49),),
            Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
            "credits are issued to holding accounts, and JP-R-000002-27 is none",
        ),
    ],
)
def test_each_fault_of_an_allocation_is_found(
    rows: tuple[Allotment, ...], rule: Rule, words: str
) -> None:
    """Each fault has one finding, with its rule and the edition's citation."""
    findings = check_allotments({2017: 49}, rows, edition=EDITION, accounts=OPEN)
    found = [finding for finding in findings if finding.rule == rule.value]

    assert len(found) == 1
    assert words in found[0].message
    assert "paragraph not confirmed" in found[0].message or "OpenJCM" in found[0].message


def test_all_faults_are_found_at_once() -> None:
    """A check does not stop at the first fault."""
    rows = (row(2017, GOJ, -1), row(2020, Share("", "BD", "Nobody"), 5))

    findings = check_allotments(VERIFIED, rows, edition=EDITION)

    assert {finding.rule for finding in findings} == {
        Rule.EXPLICIT_INTEGERS.value,
        Rule.ALLOCATION_SUMS_TO_VERIFIED.value,
        Rule.RECIPIENT_HOLDS_AN_ACCOUNT.value,
    }


def test_a_proposal_agrees_with_its_share() -> None:
    """Rule.FINANCING_SHARE has nothing to say about the proposal itself."""
    assert warn_against_share(proposed(), HALF, goj=GOJ, edition=FINANCING) == []


@pytest.mark.parametrize("goj_amount", [24, 26])
def test_another_amount_than_the_share_is_flagged_and_never_corrected(goj_amount: int) -> None:
    """Rule.FINANCING_SHARE warns of too little and of too much; the allocation stands."""
    rows = (row(2017, GOJ, goj_amount), row(2017, FACTORY, 49 - goj_amount))

    findings = warn_against_share(rows, HALF, goj=GOJ, edition=FINANCING)

    assert [finding.rule for finding in findings] == [Rule.FINANCING_SHARE.value]
    said = f"gets {goj_amount} of 49, where 1/2, rounded up, per calendar year, would be 25"
    assert said in findings[0].message
    assert check_allotments({2017: 49}, rows, edition=EDITION) == []
