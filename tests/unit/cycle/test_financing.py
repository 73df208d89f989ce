"""What the financing of a project says of Japan's part, under the conditions of its programme."""

from dataclasses import replace
from fractions import Fraction

import pytest

from openjcm.cycle import Terms, financing_terms
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Edition, Rule, Value, load_edition

CONDITIONS = load_edition("FP_JCM_Model_Projects_ver_not_confirmed")
ROUNDING = Rule.FINANCING_SHARE_ROUNDING


def with_rounding(text: str) -> Edition:
    """Give conditions that round a share in another way."""
    placed = replace(CONDITIONS.rules[ROUNDING], value=Value(text=text))
    return replace(CONDITIONS, rules={**CONDITIONS.rules, ROUNDING: placed})


def test_terms_are_the_projects_share_and_the_rounding_that_its_reading_says() -> None:
    """Rule.FINANCING_SHARE and Rule.FINANCING_SHARE_ROUNDING, reading 0001."""
    terms = financing_terms(Fraction(1, 2), "0001", conditions=CONDITIONS)

    assert terms == Terms(Fraction(1, 2), "up, per calendar year")


def test_a_project_may_give_more_than_the_least() -> None:
    """Seven tenths of 49 are 34.3, and 35 rounded up."""
    terms = financing_terms(Fraction(7, 10), "0001", conditions=CONDITIONS)

    assert terms.part_of(49) == 35


@pytest.mark.parametrize("share", [None, Fraction(49, 100), Fraction(3, 2), Fraction(0)])
def test_a_share_that_the_programme_does_not_allow_is_refused(share: Fraction | None) -> None:
    """Rule.FINANCING_SHARE: a share that nobody knows is none of zero."""
    with pytest.raises(RuleBroken, match="at least 1/2") as refused:
        financing_terms(share, "0001", conditions=CONDITIONS)

    assert refused.value.code == Rule.FINANCING_SHARE


@pytest.mark.parametrize("reading", [None, "0003"])
def test_a_share_is_rounded_by_the_reading_of_its_conditions(reading: str | None) -> None:
    """Rule.FINANCING_SHARE_ROUNDING: another reading says something else."""
    with pytest.raises(RuleBroken, match=reading or "unknown") as refused:
        financing_terms(Fraction(1, 2), reading, conditions=CONDITIONS)

    assert refused.value.code == ROUNDING


def test_a_share_that_the_conditions_do_not_round_is_not_rounded() -> None:
    """Rule.FINANCING_SHARE_ROUNDING: nothing stands in for a rule that is left out."""
    rules = {rule: placed for rule, placed in CONDITIONS.rules.items() if rule != ROUNDING}
    silent = replace(CONDITIONS, rules=rules, left_out={**CONDITIONS.left_out, ROUNDING: "unknown"})

    with pytest.raises(RuleBroken) as refused:
        financing_terms(Fraction(1, 2), "0001", conditions=silent)

    assert refused.value.code == ROUNDING


def test_a_way_of_rounding_that_is_not_known_here_is_refused() -> None:
    """Nothing stands in for a value of the conditions that is not understood."""
    with pytest.raises(RuleBroken, match="to the nearest tonne") as refused:
        financing_terms(Fraction(1, 2), "0001", conditions=with_rounding("to the nearest tonne"))

    assert refused.value.code == ROUNDING
