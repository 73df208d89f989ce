"""A reduction near a whole tonne is told by fractions, or said to be untold."""

from decimal import Decimal
from fractions import Fraction

import pytest

from fakes.drafts import KNOWN, fixed, index, monitored, read
from openjcm.methodology import (
    Case,
    Check,
    Values,
    check_case,
    load_definition,
    work,
)

THIRDS = (monitored("X", "tCO2e", "unit"), fixed("A", "1"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("sum(X / A)", 700),
        ("max(sum(X / A), 0)", 700),
        ("mean(X / A) * 3 ^ 1", 700),
        ("sum(case when X / A * 3 > X / 2 then X / A else X / (A - 3) end)", 700),
        ("sum(lookup(HALF, X / A) * X / A) * 2", 700),
        ("case when A > 4 then sum(X / (A - 3)) else sum(X / A) end", 700),
    ],
)
def test_a_whole_tonne_that_digits_miss_is_told_by_fractions(formula: str, expected: int) -> None:
    """100 x 7 / 3 three times over is 700, and fifty digits alone cannot say so."""
    table = (
        f'[table.HALF]\nunit = "1"\nkey = {{ unit = "tCO2e" }}\nclosed = "left"\noutside = 0\n'
        f"row = [{{ from = 0, to = 1000, value = 0.5 }}]\n{KNOWN}"
    )
    sections = [table] if "HALF" in formula else []
    definition = read(*THIRDS, *sections, formulas={"RE": formula})

    done = work(
        definition,
        {
            "X": [Decimal("233.333"), Decimal(700) - Decimal("233.333"), Decimal(1400)],
            "A": Decimal(3),
        },
    )

    assert done.value("ER") == expected
    assert done.uncertainty("ER") == 0
    assert not done.warnings
    assert not done.is_exact


def test_the_uncertainty_of_a_large_plant_holds_what_it_promises() -> None:
    """Forty thirds of a tonne and a ninth: more than 28 digits are right, and it says how many."""
    definition = read(*THIRDS, formulas={"RE": "sum(X * 2 / A)"})
    given = [Decimal(20) + Decimal(place) / 1000 for place in range(40)]

    done = work(definition, {"X": given, "A": Decimal(9)})

    off = abs(Fraction(done.value("RE")) - Fraction(sum(given)) * 2 / 9)
    assert 0 < off <= Fraction(done.uncertainty("RE")) < Fraction(1, 10**28)


def test_years_that_go_back_are_told_by_fractions_as_well() -> None:
    """A third of the year before is left each year: 9, 3, 1 and so on, by fifty digits and not."""
    definition = read(
        index("year"),
        monitored("X", "tCO2e", "year"),
        fixed("A", "1"),
        formulas={"Q": ("previous(Q, 0) * (1 / A) + X", "tCO2e"), "RE": "sum(Q)"},
    )

    done = work(definition, {"X": [Decimal(9), Decimal(0), Decimal(0)], "A": Decimal(3)})

    assert done.value("ER") == 13
    assert not done.warnings


@pytest.mark.parametrize(
    ("formula", "count"),
    [
        ("sum(X / A) * exp(0 * A)", 3),
        ("sum(X / A) * A ^ (A - A)", 3),
        ("sum(X / A)", 3003),
        ("sum(X / A) * LONG / LONG", 3),
        ("sum(X / A) * sum(A / (A + X / X * PLACE)) / sum(A / (A + X / X * PLACE))", 1500),
    ],
)
def test_what_fractions_cannot_tell_either_is_told_as_such(formula: str, count: int) -> None:
    """Roots and exp, very many values, and fractions that grow without end."""
    long = {"LONG": ("(A / 7 + 1 / 11) ^ 97 / (A / 13 + 1 / 17) ^ 99 * (A / 19) ^ 98", "1")}
    definition = read(
        *THIRDS,
        *([monitored("PLACE", "1", "unit")] if "PLACE" in formula else []),
        formulas={
            **({**long, "LONG2": ("LONG ^ 7 / (LONG + 1) ^ 8", "1")} if "LONG" in formula else {}),
            "RE": formula.replace("LONG", "(LONG2 ^ 4)"),
        },
    )
    given: Values = {"X": [Decimal(700)] * count, "A": Decimal(3)}
    if "PLACE" in formula:
        given = {**given, "PLACE": [Decimal(10**9 + 7 * place) for place in range(count)]}

    done = work(definition, given)
    (finding, of_er) = done.warnings

    assert (finding.rule, finding.place, of_er.place) == (Check.WHOLE_TONNE_TOLD, "RE", "ER")
    assert finding.message.startswith(f"is {700 * count // 3} tCO2e within ")
    evidence = load_definition("OJ_cop_ratio_ver1").evidence
    case = Case("near", "x", evidence, "x", given, {}, 700 * count // 3)
    assert [each.message for each in check_case(definition, case)] == [
        "whole tonnes cannot be told from fifty digits"
    ]
