"""What an edition answers, and how it refuses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Edition, Known, Rule, Value, load_edition

BANGLADESH = "JCM_BD_PCP_ver_not_confirmed"
FINANCING = "FP_JCM_Model_Projects_ver_not_confirmed"


@pytest.fixture
def edition() -> Edition:
    """Give what is known of Bangladesh's documents."""
    return load_edition(BANGLADESH)


def test_a_rule_that_holds_refuses_nothing(edition: Edition) -> None:
    """A rule that holds is passed over in silence: NO_PERIOD_TWICE."""
    edition.require(Rule.NO_PERIOD_TWICE, holds=True, finding="never said")


def test_a_refusal_carries_rule_document_place_and_finding(edition: Edition) -> None:
    """A refusal names rule, document and place: NO_PERIOD_TWICE."""
    with pytest.raises(RuleBroken) as refused:
        edition.require(Rule.NO_PERIOD_TWICE, holds=False, finding="BD002 overlaps", place="period")

    assert refused.value.code == "no-period-twice"
    assert refused.value.about == "period"
    assert refused.value.message == f"BD002 overlaps ({BANGLADESH}, paragraph not confirmed)"
    assert refused.value.findings[0].rule == "no-period-twice"


def test_a_known_paragraph_is_cited_in_the_one_way(edition: Edition) -> None:
    """A known paragraph is cited as document and para: PRE_2021_IS_NOT_AN_ITMO."""
    citation = edition.citation(Rule.PRE_2021_IS_NOT_AN_ITMO)

    assert citation == "Decision 2/CMA.3, annex para 1(e)"


def test_our_own_rule_is_never_passed_off_as_the_schemes(edition: Edition) -> None:
    """A rule of our own says so in its citation: REHEARSAL_IS_APART."""
    assert edition.citation(Rule.REHEARSAL_IS_APART).startswith("OpenJCM's own rule beside ")


def test_a_rule_left_out_is_cited_with_the_reason(edition: Edition) -> None:
    """A rule that an edition leaves out is cited with the reason: FINANCING_SHARE."""
    assert "programme that paid" in edition.finding(Rule.FINANCING_SHARE, "x").message


@pytest.mark.parametrize("rule", [Rule.FINANCING_SHARE, Rule.INDEPENDENT_HANDS])
def test_nothing_stands_in_for_a_value_that_is_not_there(edition: Edition, rule: Rule) -> None:
    """A rule without a value in this edition is refused, not guessed."""
    with pytest.raises(RuleBroken, match="has no value"):
        edition.value(rule)


def test_a_value_has_number_and_unit(edition: Edition) -> None:
    """A day count comes with its unit: COMPLETENESS_CHECK_DAYS, ELECTRONIC_DECISION_DAYS."""
    checked = edition.value(Rule.COMPLETENESS_CHECK_DAYS)
    decided = edition.value(Rule.ELECTRONIC_DECISION_DAYS)

    assert (checked.number, checked.unit) == (Decimal(7), "day")
    assert (decided.number, decided.unit) == (Decimal(10), "day")


def test_the_financing_share_stands_apart_from_the_scheme() -> None:
    """One half belongs to the programme's conditions: FINANCING_SHARE."""
    financing = load_edition(FINANCING)

    assert financing.partner is None
    assert financing.value(Rule.FINANCING_SHARE).fraction == Fraction(1, 2)
    assert financing.rules[Rule.FINANCING_SHARE].known is Known.CONFIRMED


def test_the_rounding_of_the_share_is_a_reading_that_nobody_confirmed() -> None:
    """The ministry printed one half and no rounding: FINANCING_SHARE_ROUNDING, reading 0001."""
    financing = load_edition(FINANCING)
    rounding = financing.rules[Rule.FINANCING_SHARE_ROUNDING]

    assert (rounding.known, rounding.reading) == (Known.OURS, "0001")
    assert financing.value(Rule.FINANCING_SHARE).text == ""


def test_an_unconfirmed_edition_cannot_run_live(edition: Edition) -> None:
    """An edition that nobody confirmed refuses to run live: EDITION_KNOWN."""
    with pytest.raises(RuleBroken, match="edition not known: cannot run live"):
        edition.require_live()


def test_a_confirmed_edition_runs_live(edition: Edition) -> None:
    """A confirmed edition lets a partnership run live: EDITION_KNOWN."""
    replace(edition, runs_live=True).require_live()


def test_the_days_in_force_are_half_open(edition: Edition) -> None:
    """The first day in force counts and the last does not."""
    dated = replace(edition, from_=date(2018, 1, 10), until=date(2020, 1, 1))

    assert [
        dated.binds(day)
        for day in (
            date(2018, 1, 9),
            date(2018, 1, 10),
            date(2019, 12, 31),
            date(2020, 1, 1),
        )
    ] == [False, True, True, False]


def test_a_placed_rule_says_what_it_rests_on(edition: Edition) -> None:
    """How well a rule is known, and from where, is part of the rule: MONTHS_IN_THE_NOTICE."""
    placed = edition.rules[Rule.MONTHS_IN_THE_NOTICE]

    assert placed.known is Known.OBSERVED
    assert placed.reading == "0002"
    assert placed.value == Value(text="calendar months begun")
    assert placed.sources == ("https://www.env.go.jp/en/headline/2596.html",)
