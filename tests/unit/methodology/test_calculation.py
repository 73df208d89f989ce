"""Values in, every step out."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from openjcm.measure import Malformed, NotFound
from openjcm.methodology import (
    Calculation,
    Check,
    StepKind,
    Values,
    load_definition,
    read_definition,
    work,
)

CHILLERS = load_definition("OJ_cop_ratio_ver1")
ONE = Decimal(1)
TWO_CHILLERS: dict[str, Sequence[Decimal] | Decimal] = {
    "EC_PJ": [Decimal(100), Decimal("200.5")],
    "COP_PJ": [Decimal(6), Decimal(7)],
    "COP_RE": [Decimal(5), Decimal("3.5")],
    "EF": Decimal("0.5"),
}
SERIES = """
[[formula]]
gives = "TERM"
is = "EC / GAIN"
unit = "MWh"
says = "x"
evidence = "illustrative"
source = "x"

[[formula]]
gives = "RE"
"""


def test_every_step_is_kept_in_the_order_of_the_document() -> None:
    """Terms, then the sum, then the result; a sum of bare inputs shows no terms twice."""
    calculation = work(CHILLERS, TWO_CHILLERS)

    steps = [
        (step.symbol, step.kind.value, step.item, str(step.value), step.unit)
        for step in calculation.steps
    ]
    assert steps == [
        ("RE_1", "term", 1, "120", "MWh"),
        ("RE_1", "term", 2, "401", "MWh"),
        ("RE_2", "part", 0, "521", "MWh"),
        ("RE", "result", 0, "260.5", "tCO2e"),
        ("PE_1", "part", 0, "300.5", "MWh"),
        ("PE", "result", 0, "150.25", "tCO2e"),
        ("ER", "result", 0, "110.25", "tCO2e"),
    ]
    assert calculation.steps[0].formula == "EC_PJ * COP_PJ / COP_RE"
    assert calculation.steps[0].per == "chiller"
    assert calculation.is_exact


def test_what_is_worked_out_on_the_way_takes_no_name_of_the_document(sound: str) -> None:
    """A symbol RE_1 of the document's own is left to it; RE alone is the result in tCO2e."""
    definition = read_definition(sound.replace("GAIN", "RE_1"), place="x")

    steps = work(definition, {"EC": [Decimal(3), Decimal(6)], "EF": ONE}).steps

    assert [(step.symbol, step.unit, str(step.value)) for step in steps[:4]] == [
        ("RE_2", "MWh", "4.5"),
        ("RE_2", "MWh", "9.0"),
        ("RE_3", "MWh", "13.5"),
        ("RE", "tCO2e", "13.5"),
    ]


def test_a_calculation_says_by_what_and_from_what_it_was_worked() -> None:
    """The hash of the definition and every input go with it."""
    calculation = work(CHILLERS, TWO_CHILLERS)

    assert calculation.definition_id == "OJ_cop_ratio_ver1"
    assert calculation.definition_sha256 == CHILLERS.sha256
    assert [each.parameter.symbol for each in calculation.inputs] == [
        "EC_PJ",
        "COP_PJ",
        "COP_RE",
        "EF",
    ]
    assert calculation.inputs[3].values == (Decimal("0.5"),)


def test_a_value_is_asked_for_by_its_symbol() -> None:
    """Inputs and unknown symbols are not given by formulas."""
    calculation = work(CHILLERS, TWO_CHILLERS)

    assert calculation.value("ER") == Decimal("110.25")
    for symbol in ("EF", "XX"):
        with pytest.raises(NotFound, match="gives"):
            calculation.value(symbol)


def test_a_step_that_needs_more_than_fifty_digits_says_so_and_so_do_those_behind_it() -> None:
    """PE stays exact, since no division stands before it; a series is exact as a whole or not."""
    calculation = work(CHILLERS, {**TWO_CHILLERS, "COP_RE": [Decimal(3), Decimal("3.5")]})
    thirds = work(CHILLERS, {**TWO_CHILLERS, "COP_RE": [Decimal(3), Decimal(9)]})

    assert calculation.is_exact
    assert not thirds.is_exact
    exact = {step.symbol for step in thirds.steps if step.is_exact}
    assert exact == {"PE_1", "PE"}
    assert [step.is_exact for step in thirds.steps[:2]] == [False, False]
    assert len(thirds.value("RE").as_tuple().digits) == 50


def test_a_formula_may_give_a_series(sound: str) -> None:
    """Then it has a result for each, and no single value."""
    text = sound.replace('[[formula]]\ngives = "RE"\n', SERIES).replace("EC * GAIN", "TERM")
    calculation = work(
        read_definition(text, place="x"), {"EC": [Decimal(3), Decimal(6)], "EF": ONE}
    )

    results = [step for step in calculation.steps if step.symbol == "TERM"]
    assert [(step.kind, step.per, step.item, step.value) for step in results] == [
        (StepKind.RESULT, "pump", 1, Decimal(2)),
        (StepKind.RESULT, "pump", 2, Decimal(4)),
    ]
    assert calculation.value("RE") == 6
    with pytest.raises(NotFound, match="as one value"):
        calculation.value("TERM")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("min(sum(EC) * EF, max(EC) * EF * GAIN)", "6"),
        ("sum(max(EC, sum(EC) / 2)) * EF * GAIN", "18"),
        ("(sum(EC * (EC / sum(EC))) + min(EC)) * EF * GAIN", "7.5"),
        ("sum(EC * EF * GAIN)", "12"),
    ],
)
def test_least_greatest_and_nested_sums_are_worked(sound: str, text: str, expected: str) -> None:
    """EC = 2, 2, 4 MWh, EF = 1, GAIN = 1.5; worked by hand."""
    definition = read_definition(sound.replace("sum(EC * GAIN) * EF", text), place="x")

    calculation = work(definition, {"EC": [Decimal(2), Decimal(2), Decimal(4)], "EF": ONE})

    assert calculation.value("RE") == Decimal(expected)


@pytest.mark.parametrize("consumed", ["0", "1"])
def test_a_division_by_zero_is_refused_with_its_place(consumed: str) -> None:
    """Zero by zero as well; the message names the formula and the chiller."""
    values: Values = {
        "EC_PJ": [ONE, Decimal(consumed)],
        "COP_PJ": [ONE, ONE],
        "COP_RE": [ONE, Decimal(0)],
        "EF": ONE,
    }

    with pytest.raises(Malformed, match=r"^RE_1, chiller 2: EC_PJ .* divides by zero") as refused:
        work(CHILLERS, values)

    assert refused.value.code == "divided-by-zero"


def test_a_division_by_zero_of_one_value_is_refused(sound: str) -> None:
    """No place in a series to name."""
    text = sound.replace('is = "RE - PE"', 'is = "(RE - PE) / (GAIN - 1.5)"')

    with pytest.raises(Malformed, match=r"^ER: \(RE - PE\) / .* divides by zero"):
        work(read_definition(text, place="x"), {"EC": [ONE], "EF": ONE})


@pytest.mark.parametrize(
    ("change", "check", "place", "message"),
    [
        ({"EF": None}, Check.INPUT_GIVEN, "EF", "is missing: give one value in tCO2e/MWh"),
        ({"EC_PJ": None}, Check.INPUT_GIVEN, "EC_PJ", "one value for each chiller, in MWh"),
        ({"XX": ONE}, Check.INPUT_KNOWN, "XX", "it needs COP_PJ, COP_RE, EC_PJ, EF"),
        ({"EC_PJ": ONE}, Check.INPUT_ONE_FOR_EACH, "EC_PJ", "give a list"),
        ({"EC_PJ": []}, Check.INPUT_ONE_FOR_EACH, "EC_PJ", "give a list"),
        ({"EF": [ONE]}, Check.INPUT_ONE_FOR_EACH, "EF", "give one value"),
        ({"COP_RE": [ONE]}, Check.INPUT_ONE_FOR_EACH, "COP_RE", "has 1 values where others"),
        ({"COP_RE": [ONE] * 3}, Check.INPUT_ONE_FOR_EACH, "COP_RE", "has 3 values where others"),
        ({"EF": 0.5}, Check.INPUT_A_DECIMAL, "EF", "binary floats are refused"),
        ({"EF": "0,500"}, Check.INPUT_A_DECIMAL, "EF", "without quotes and commas, such as 0500"),
        ({"EF": True}, Check.INPUT_A_DECIMAL, "EF", "True is no decimal: give one"),
        ({"EF": Decimal("NaN")}, Check.INPUT_A_DECIMAL, "EF", "plain size"),
        ({"EF": Decimal("1E+31")}, Check.INPUT_A_DECIMAL, "EF", "plain size"),
        ({"COP_PJ": [ONE, Decimal("-Infinity")]}, Check.INPUT_A_DECIMAL, "COP_PJ, chiller 2", "p"),
    ],
)
def test_wrong_values_are_refused_by_the_name_of_the_parameter_and_the_fix(
    change: dict[str, object], check: Check, place: str, message: str
) -> None:
    """The message alone is enough to put it right."""
    values = {
        symbol: value for symbol, value in {**TWO_CHILLERS, **change}.items() if value is not None
    }

    with pytest.raises(Malformed) as refused:
        work(CHILLERS, values)  # type: ignore[arg-type]

    assert refused.value.code == "values-malformed"
    (finding,) = refused.value.findings
    assert (finding.rule, finding.place) == (check, place)
    assert message in finding.message
    assert finding.message in str(refused.value)


def test_all_wrong_values_are_found_at_once() -> None:
    """A report goes back once."""
    with pytest.raises(Malformed) as refused:
        work(CHILLERS, {"ec": ONE, "EF": Decimal("NaN"), "COP_PJ": ONE})

    assert [each.place for each in refused.value.findings] == [
        "ec",
        "EC_PJ",
        "COP_PJ",
        "COP_RE",
        "EF",
    ]


def test_a_value_that_the_methodology_fixes_cannot_be_given(sound: str) -> None:
    """Not even the same one."""
    definition = read_definition(sound, place="x")

    with pytest.raises(Malformed, match="GAIN: is fixed by the methodology; leave it out"):
        work(definition, {"EC": [ONE], "EF": ONE, "GAIN": Decimal("1.5")})

    assert work(definition, {"EC": [ONE], "EF": ONE}).value("RE") == Decimal("1.5")


def test_a_kilowatt_hour_under_megawatt_hours_is_warned_of() -> None:
    """An official sheet prints a grid import of 42,826,880 MWh; the arithmetic is content."""
    slipped = {**TWO_CHILLERS, "EC_PJ": [Decimal(42826880), ONE]}

    calculation = work(CHILLERS, slipped)

    assert isinstance(calculation, Calculation)
    (warning,) = calculation.warnings
    assert (warning.rule, warning.place) == (Check.INPUT_PLAUSIBLE, "EC_PJ, chiller 1")
    assert warning.message == (
        "42826880 MWh is not at least 0 and at most 100000; "
        "a thousandth of it is: probably kWh in a cell of MWh"
    )


@pytest.mark.parametrize(("factor", "warnings"), [("0", 0), ("2", 0), ("-1E-30", 1), ("2.1", 1)])
def test_the_ends_of_a_plausible_range_are_inside(factor: str, warnings: int) -> None:
    """A factor of zero is odd, but no slip."""
    calculation = work(CHILLERS, {**TWO_CHILLERS, "EF": Decimal(factor)})

    assert len(calculation.warnings) == warnings


def test_the_largest_and_the_finest_plain_numbers_are_taken() -> None:
    """Thirty digits before the point or behind it are worked in full."""
    large = work(CHILLERS, {**TWO_CHILLERS, "EF": Decimal("9E+30")})
    fine = work(CHILLERS, {**TWO_CHILLERS, "EF": Decimal("1E-30")})

    assert large.value("PE") == Decimal("2704.5E+30")
    assert fine.value("PE") == Decimal("300.5E-30")


def test_a_negative_reduction_is_not_cut_off() -> None:
    """Whether a total below zero counts as zero is the edition's rule."""
    worse = {**TWO_CHILLERS, "COP_PJ": [ONE, ONE]}

    assert work(CHILLERS, worse).value("ER") < 0
