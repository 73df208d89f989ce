"""Whole tonnes per calendar year."""

from dataclasses import replace
from decimal import Decimal

import pytest

from openjcm.cycle import Emissions, cut_per_vintage
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Rule, Value, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")


def emissions(re: str, pe: str) -> Emissions:
    """Work out the reduction from reference and project emissions."""
    return Emissions(Decimal(re), Decimal(pe), Decimal(re) - Decimal(pe))


@pytest.mark.parametrize(
    ("re", "pe", "credits_"),
    [("3491.53", "3106.22", 385), ("3058.5", "2316.2", 742)],
    ids=["BD-11", "BD-12"],
)
def test_a_fraction_of_a_tonne_is_dropped(re: str, pe: str, credits_: int) -> None:
    """Rule.WHOLE_TONNES_PER_VINTAGE cuts down, as two published calculations do."""
    reductions = cut_per_vintage({2017: emissions(re, pe)}, edition=EDITION)

    assert reductions.credits == credits_


def test_each_year_is_cut_by_itself() -> None:
    """Rule.WHOLE_TONNES_PER_VINTAGE: fractions of two years never make a tonne together."""
    worked = {2018: emissions("2.9", "1"), 2017: emissions("1.9", "1")}

    reductions = cut_per_vintage(worked, edition=EDITION)

    assert [(vintage.year, vintage.credits) for vintage in reductions.vintages] == [
        (2017, 0),
        (2018, 1),
    ]
    assert reductions.findings == ()


def test_a_negative_year_gives_no_credit_and_takes_none() -> None:
    """Rule.NEGATIVE_REDUCTIONS reports the year and leaves the others alone."""
    worked = {2017: emissions("1", "9.5"), 2018: emissions("20", "10")}

    reductions = cut_per_vintage(worked, edition=EDITION)

    assert [vintage.credits for vintage in reductions.vintages] == [0, 10]
    assert [(finding.rule, finding.place) for finding in reductions.findings] == [
        (Rule.NEGATIVE_REDUCTIONS.value, "2017")
    ]


def test_a_year_of_exactly_zero_is_told_as_one_without_a_reduction() -> None:
    """Rule.NEGATIVE_REDUCTIONS speaks of zero or below (reading 0004)."""
    worked = {2017: emissions("9.5", "9.5"), 2018: emissions("9.6", "9.5")}

    reductions = cut_per_vintage(worked, edition=EDITION)

    assert [vintage.credits for vintage in reductions.vintages] == [0, 0]
    assert [finding.place for finding in reductions.findings] == ["2017"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule.WHOLE_TONNES_PER_VINTAGE, "to the nearest tonne"),
        (Rule.NEGATIVE_REDUCTIONS, "balanced with the next year"),
    ],
)
def test_a_way_of_cutting_that_is_not_known_here_is_refused(rule: Rule, text: str) -> None:
    """Nothing stands in for a value of the edition that is not understood."""
    placed = replace(EDITION.rules[rule], value=Value(text=text))
    other = replace(EDITION, rules={**EDITION.rules, rule: placed})

    with pytest.raises(RuleBroken, match=text) as refused:
        cut_per_vintage({2017: emissions("2", "1")}, edition=other)

    assert refused.value.code == rule


@pytest.mark.parametrize("er", ["385", "384.9999999999", "385.0000000001"])
def test_a_cut_that_would_be_a_guess_is_refused_with_its_reading(er: str) -> None:
    """Rule.WHOLE_TONNES_PER_VINTAGE: 385 within a billionth is 384 or 385, and nobody can tell."""
    near = replace(emissions(er, "0"), uncertainty=Decimal("1E-9"))

    with pytest.raises(RuleBroken, match=r"vintage 2017: .* the cut cannot be told") as refused:
        cut_per_vintage({2017: near}, edition=EDITION)

    assert refused.value.code == Rule.WHOLE_TONNES_PER_VINTAGE.value


@pytest.mark.parametrize(
    ("er", "credits_"), [("385.5", 385), ("0", 0), ("-7", 0)], ids=["far", "zero", "negative"]
)
def test_a_cut_that_is_told_needs_no_exact_value(er: str, credits_: int) -> None:
    """Rule.WHOLE_TONNES_PER_VINTAGE: around zero and below it there is no credit on either side."""
    worked = replace(emissions(er, "0"), uncertainty=Decimal("1E-9"))

    assert cut_per_vintage({2017: worked}, edition=EDITION).credits == credits_
