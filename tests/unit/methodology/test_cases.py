"""Every worked case comes out at the digits it states; and the case files themselves."""

from datetime import date
from decimal import Decimal

import pytest

from openjcm.measure import Basis, Malformed, NotFound
from openjcm.methodology import (
    Case,
    Check,
    all_definitions,
    all_templates,
    cases_of,
    check_case,
    load_definition,
    read_case,
)
from openjcm.methodology.cases import at_digits_of

CASES = [
    pytest.param(definition.id, case, id=f"{definition.id}-{case.name}")
    for definition in (*all_definitions(), *all_templates())
    for case in cases_of(definition.id)
]
GOOD = """
says = "Half a tonne for each megawatt hour."
evidence = "illustrative"
source = "worked by hand"
[monitored]
EG = [3, 0.5]
[fixed]
EF_RE = [0.5, 0.5]
[expected]
RE = "1.75"
credits = 1
"""


@pytest.mark.parametrize(("definition_id", "case"), CASES)
def test_a_case_comes_out_as_expected(definition_id: str, case: Case) -> None:
    """The expected numbers were worked outside the engine."""
    assert check_case(load_definition(definition_id), case) == []
    assert case.expected
    assert case.credits is not None


def test_each_bundled_definition_has_a_case() -> None:
    """For those of Bangladesh, at least one that rests on what a ministry's agency printed."""
    for definition in (*all_definitions(), load_definition("OJ_cop_ratio_ver1")):
        bases = {case.evidence for case in cases_of(definition.id)}
        assert bases
        assert Basis.DERIVED in bases or not definition.id.startswith("BD_")


def test_no_case_calls_its_values_firmer_than_its_weakest() -> None:
    """No page prints every value of a case; what was gone through by hand stands here."""
    printed_in_part = {
        "OJ_cop_ratio_ver1/thai_tyre_factory.toml": Basis.RECONSTRUCTED,
        "OJ_electricity_per_output_ver1/air_saving_looms.toml": Basis.RECONSTRUCTED,
        "OJ_electricity_per_output_ver1/container_formation_of_batteries.toml": (
            Basis.RECONSTRUCTED
        ),
        "OJ_fuel_and_power_per_output_ver1/container_formation_as_printed.toml": (
            Basis.RECONSTRUCTED
        ),
        # Megawatts and hours are printed, and the megawatt hours worked out.
        "BD_AM002_ver01.0/mongolian_rooftop.toml": Basis.DERIVED,
        "BD_AM002_ver01.0/mongolian_ten_megawatts.toml": Basis.DERIVED,
        "OJ_displacement_ver1/mongolian_rooftop.toml": Basis.DERIVED,
        "OJ_displacement_ver1/ten_megawatts.toml": Basis.DERIVED,
    }
    known = {
        f"{definition.id}/{case.name}": case.evidence
        for definition in (*all_definitions(), *all_templates())
        for case in cases_of(definition.id)
        if case.evidence is not Basis.ILLUSTRATIVE
    }

    assert known == printed_in_part


def test_a_case_is_read() -> None:
    """Whole numbers of the file become decimals too."""
    case = read_case(GOOD, name="good.toml")

    assert case.values["EG"] == [Decimal(3), Decimal("0.5")]
    assert case.expected == {"RE": Decimal("1.75")}
    assert (case.name, case.credits) == ("good.toml", 1)


def test_options_days_and_nested_values_are_read() -> None:
    """Tables by name, lists in lists, and the rows of a table."""
    text = GOOD.replace("[fixed]\n", '[fixed]\nS = ["grid"]\nD = 2013-01-01\n')
    text = text.replace("[expected]", "[table]\nX = [{ from = 0, value = 1 }]\n[expected]")
    case = read_case(text.replace("[3, 0.5]", "{ a = [3, 0.5] }"), name="rich.toml")

    assert case.values["EG"] == {"a": [Decimal(3), Decimal("0.5")]}
    assert case.values["S"] == ["grid"]
    assert case.values["D"] == date(2013, 1, 1)
    assert case.values["X"] == [{"from": Decimal(0), "value": Decimal(1)}]


def test_what_does_not_come_out_is_found() -> None:
    """A tenth at the stated digits is enough, and credits are exact."""
    definition = all_definitions()[0]
    wrong = read_case(
        GOOD.replace('"1.75"', '"1.7"').replace("credits = 1", "credits = 2"), name="wrong"
    )

    found = check_case(definition, wrong)

    assert [(each.rule, each.place, each.message) for each in found] == [
        (Check.CASE_AGREES, "wrong: RE", "expected 1.7, got 1.8"),
        (Check.CASE_AGREES, "wrong: credits", "expected 2, got 1"),
    ]


@pytest.mark.parametrize(
    ("stated", "value", "at_its_digits"),
    [("0.2", "0.25", "0.3"), ("-0.2", "-0.25", "-0.3"), ("167", "166.704", "167"), ("1", "1", "1")],
)
def test_a_number_is_compared_at_the_digits_it_states(
    stated: str, value: str, at_its_digits: str
) -> None:
    """Halves go away from zero, as the published prints do."""
    assert at_digits_of(Decimal(stated), Decimal(value)) == Decimal(at_its_digits)


def test_a_case_need_not_state_credits() -> None:
    """A ratio of another sector has none."""
    silent = read_case(GOOD.replace("credits = 1", ""), name="silent")

    assert check_case(all_definitions()[0], silent) == []


@pytest.mark.parametrize(
    ("passage", "by", "message"),
    [
        ("EG = [3, 0.5]", "EG = ", "this is no TOML"),
        ("EG = [3, 0.5]", "EG = [3, true]", "'EG' is true: write a number, an option, a day"),
        ("EG = [3, 0.5]", "EG = [[[[[[[3]]]]]]]", "'EG' is a number, an option, a day"),
        ("EG = [3, 0.5]", "EG = nan", "'EG' is NaN, which is no number"),
        ('RE = "1.75"', "RE = 1.75", "'RE' is a text of the digits stated"),
        ('RE = "1.75"', 'RE = "one"', "'RE' is a text of the digits stated"),
        ("credits = 1", "credits = 1.0", "'credits' is a whole number"),
        ("credits = 1", "credits = true", "'credits' is a whole number"),
        ("[fixed]", "[frozen]", "no key 'frozen' here"),
        ('"illustrative"', '"guessed"', "'evidence' is one of published"),
    ],
)
def test_a_case_that_cannot_be_read_is_refused(passage: str, by: str, message: str) -> None:
    """All faults at once, each with its place."""
    with pytest.raises(Malformed) as refused:
        read_case(GOOD.replace(passage, by), name="bad.toml")

    assert refused.value.code == "case-malformed"
    assert any(message in each.message for each in refused.value.findings)


def test_a_single_value_in_a_case_is_one_value() -> None:
    """Whether a list was wanted is found when the case is worked."""
    case = read_case(GOOD.replace("[3, 0.5]", "3"), name="single")

    assert case.values["EG"] == Decimal(3)
    with pytest.raises(Malformed, match="EG: give a list"):
        check_case(all_definitions()[0], case)


def test_cases_of_an_unknown_methodology_are_not_found() -> None:
    """The same refusal as for the definition."""
    with pytest.raises(NotFound):
        cases_of("BD_AM009_ver01.0")
