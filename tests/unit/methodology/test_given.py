"""What a file gives to be worked: sections, vintages, what eligibility asks for."""

from decimal import Decimal

import pytest

from openjcm.measure import Basis, Malformed
from openjcm.methodology import (
    Check,
    GivenValues,
    check_case,
    load_definition,
    read_case,
    read_given,
    shown,
    work_given,
)
from openjcm.rulebook import Rule

TEMPLATE = "OJ_displacement_ver1"
YEARS = """
[fixed]
EF = 0.5
[vintage.2018]
EG = [7.3]
[vintage.2017]
EG = [10.9]
"""


def _findings(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Malformed) as refused:
        read_given(text, name="x.toml")
    assert refused.value.code == "case-malformed"
    return [(each.place, each.message) for each in refused.value.findings]


def test_a_file_says_how_firm_its_values_are() -> None:
    """One that says nothing of it is illustrative."""
    given = read_given(YEARS, name="x.toml")

    assert (given.evidence, given.says) == (Basis.ILLUSTRATIVE, "")
    said = read_given(f'says = "x"\nevidence = "measured"\n{YEARS}', name="x.toml")
    assert (said.evidence, said.says) == (Basis.MEASURED, "x")


def test_each_vintage_has_its_own_values_and_those_of_all() -> None:
    """In the order of the years, whatever that of the file is."""
    sets = read_given(YEARS, name="x.toml").values.sets

    assert list(sets) == ["2017", "2018"]
    assert sets["2018"] == {"EF": Decimal("0.5"), "EG": [Decimal("7.3")]}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("[foo]\nx = 1", "x.toml", "no key 'foo' here"),
        ("[expectd]\nER = '1'", "x.toml", "no key 'expectd' here"),
        ("[vintage.17]\nEG = 1", "x.toml", "'17' is no vintage"),
        ("[vintage]\n2017 = 1", "x.toml: vintage", "'2017' is a table"),
        ("[fixed]\nEG = 1\n[vintage.2017]\nEG = 1", "x.toml: vintage: 2017", "give it once"),
        ("[fixed]\nEG = 1\n[monitored]\nEG = 1", "x.toml", "given in two sections"),
        ("evidence = 'hearsay'", "x.toml", "'evidence' is one of"),
        ("[asked]\nTYPE = true", "x.toml: asked", "an option stands in quotes"),
        ("[fixed]\nEF = 07:30:00", "x.toml: fixed", "'EF' is a number, an option"),
        ("[fixed]\nEF = inf", "x.toml: fixed", "'EF' is Infinity, which is no number"),
        (f"[fixed]\nEF = {10**40}", "x.toml: fixed", "more than 30 digits"),
        (
            "".join(f"[vintage.{year}]\nA = 1\n" for year in range(1990, 2060)),
            "x.toml",
            "at most 60 vintages",
        ),
    ],
)
def test_what_is_no_value_is_refused_with_its_place(text: str, place: str, message: str) -> None:
    """A section that nobody reads is not passed over in silence."""
    found = _findings(text)

    assert any(at == place and message in said for at, said in found), found


def test_vintages_are_cut_one_by_one_and_then_added() -> None:
    """5.45 and 3.65 are 5 and 3 credits, and not 9."""
    worked = work_given(load_definition(TEMPLATE), read_given(YEARS, name="x").values)

    assert [(each.year, each.credits) for each in worked.vintages] == [("2017", 5), ("2018", 3)]
    assert worked.credits == 8
    assert worked.total("ER") == Decimal("9.10")


def test_a_year_without_a_reduction_gives_no_credits_and_says_so() -> None:
    """By reading 0004; the negative value stays, and nothing is taken from the other year."""
    text = """
    [fixed]
    COP_PJ = [5]
    COP_RE = [7]
    EF = 0.5
    [vintage.2017]
    EC_PJ = [70]
    """
    worked = work_given(load_definition("OJ_cop_ratio_ver1"), read_given(text, name="x").values)
    (vintage,) = worked.vintages
    (warning,) = vintage.warnings

    assert vintage.calculation.value("ER") == -10
    assert (vintage.credits, worked.credits) == (0, 0)
    assert (warning.rule, warning.place) == (Rule.NEGATIVE_REDUCTIONS, "ER")
    assert "reading 0004" in warning.message


def test_what_is_wrong_in_one_vintage_names_it_and_what_is_wrong_in_all_does_not() -> None:
    """Each fault is told once."""
    text = YEARS.replace("[10.9]", '["10,9"]').replace("EF = 0.5", "XX = 1")

    with pytest.raises(Malformed) as refused:
        work_given(load_definition(TEMPLATE), read_given(text, name="x").values)

    found = [(each.rule, each.place) for each in refused.value.findings]
    assert sorted(found) == [
        (Check.INPUT_A_DECIMAL, "2017: EG, system 1"),
        (Check.INPUT_GIVEN, "EF"),
        (Check.INPUT_KNOWN, "XX"),
    ]


def test_a_vintage_that_cannot_be_worked_is_named() -> None:
    """A division by zero is of one year."""
    text = "[fixed]\nCOP_PJ = [5]\nEF = 0.5\n"
    text += "[vintage.2017]\nEC_PJ = [7]\nCOP_RE = [0]\n"

    with pytest.raises(Malformed, match="vintage 2017: ") as refused:
        work_given(load_definition("OJ_cop_ratio_ver1"), read_given(text, name="x").values)

    assert refused.value.code == "divided-by-zero"


CHILLER = """
[monitored]
EC_PJ = [108]
[fixed]
COP_PJ = [6]
CAP = [300]
T_COOL_OUT = [37]
T_CHIL_OUT = [7]
T_COOL_STD = 37
T_CHIL_STD = 7
TD_COOL = 1.5
TD_CHIL = 1.5
EF = 0.5
[table]
COP_RE = [{ from = 0, to = 600, value = 5.4 }]
[asked]
"""


def _answers(asked: str) -> list[bool | None]:
    given = read_given(CHILLER + asked, name="x").values
    return [each.holds for each in work_given(load_definition("OJ_chiller_ver1"), given).answers]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("", [None, False, None, None, None]),
        ("CHECKS = 4", [None, False, False, None, None]),
        ("CHECKS = 5\nODP = [0]", [None, False, True, True, None]),
        ('TYPE = ["centrifugal"]\nODP = [0.1]', [True, False, None, False, None]),
    ],
)
def test_criteria_are_answered_as_far_as_values_go(asked: str, holds: list[bool | None]) -> None:
    """By hand: more than four checks, no ozone depleted, a COP above and not of 6.0."""
    assert _answers(asked) == holds


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ('TYPE = ["steam"]', "give one of centrifugal"),
        ("ODD = 1", "is no parameter of OJ_chiller_ver1"),
    ],
)
def test_a_wrong_answer_to_what_is_asked_is_refused(asked: str, message: str) -> None:
    """As any other value is."""
    with pytest.raises(Malformed, match=message):
        _answers(asked)


def test_what_is_asked_has_a_section_of_its_own() -> None:
    """Among monitored values it is told where it belongs."""
    text = CHILLER.replace("[monitored]", "[monitored]\nCHECKS = 5")

    with pytest.raises(Malformed, match=r"give it under \[asked\]"):
        work_given(load_definition("OJ_chiller_ver1"), read_given(text, name="x").values)


def test_one_vintage_in_which_a_criterion_fails_is_enough() -> None:
    """And it is named."""
    text = CHILLER.replace("COP_PJ = [6]", "").replace("[asked]", "")
    text += "[vintage.2017]\nCOP_PJ = [6.1]\n[vintage.2018]\nCOP_PJ = [6]\n"
    given = read_given(text, name="x").values

    answer = work_given(load_definition("OJ_chiller_ver1"), given).answers[1]

    assert answer.holds is False
    assert answer.why.startswith("2018: ")


def test_a_case_with_vintages_compares_each_and_their_sum() -> None:
    """What does not come out is told with its year."""
    text = f"""
    says = "x"
    evidence = "illustrative"
    source = "x"
    {YEARS}
    [expected]
    ER = "9.11"
    credits = 9
    [expected.2017]
    ER = "5.44"
    credits = 5
    """
    case = read_case(text, name="x.toml")

    assert isinstance(case.given, GivenValues)
    assert [each.place for each in check_case(load_definition(TEMPLATE), case)] == [
        "x.toml: 2017: ER",
        "x.toml: ER",
        "x.toml: credits",
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("0.000", "0"),
        ("-11.7857142857142857", "-11.785714…"),
        ("12.50000000", "12.5"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("0.00000000098765432109", "0.000000000987654…"),
    ],
)
def test_a_number_is_cut_for_reading_and_dots_say_so(number: str, text: str) -> None:
    """Six decimals, or six digits where those are zeros; a whole number is never cut."""
    assert shown(Decimal(number)) == text
