"""A draft tried out from two texts alone: its faults with their lines, or what its values give."""

from decimal import Decimal
from importlib.resources import files

import pytest

from fakes.drafts import HEAD, drafted, fixed, formula, monitored
from openjcm.measure import Malformed
from openjcm.methodology.drafting import Trial, TriedCase, try_out

DRAFT = drafted(
    monitored("EG", "MWh", per="system"),
    fixed("EF", "tCO2e/MWh"),
    formulas={"RE": "sum(EG) * EF"},
)
VALUES = """[monitored]
EG = [40, 2.5]

[fixed]
EF = 0.8
"""
ABOUT = 'says = "(40 + 2.5) x 0.8 = 34"\nevidence = "illustrative"\nsource = "by hand"\n'


def _tried(trial: Trial) -> TriedCase:
    assert trial.tried is not None
    return trial.tried


def test_values_are_worked_by_a_sound_draft() -> None:
    """(40 + 2.5) x 0.8 is 34."""
    trial = try_out(DRAFT, VALUES)

    assert trial.faults == ()
    assert trial.definition is not None
    tried = _tried(trial)
    assert tried.worked.total("ER") == Decimal(34)
    assert tried.worked.credits == 34
    assert [tree.symbol for tree in tried.opened[0].trees] == ["RE", "PE", "ER"]


def test_a_sound_draft_needs_no_values() -> None:
    """Blank is none."""
    trial = try_out(DRAFT, " \n")

    assert (trial.faults, trial.tried) == ((), None)
    assert trial.definition is not None


def test_faults_of_a_draft_name_line_and_hint() -> None:
    """The line is that of the formula; the symbol that was meant is near."""
    wrong = DRAFT.replace("sum(EG)", "sum(EGG)")
    line = next(n for n, each in enumerate(wrong.splitlines(), 1) if "EGG" in each)

    trial = try_out(wrong, VALUES)

    assert (trial.definition, trial.tried) == (None, None)
    (fault,) = (each for each in trial.faults if each.rule == "symbol-known")
    assert (fault.file, fault.line) == ("definition.toml", line)
    assert fault.hint.startswith("did you mean 'EG'?")


def test_a_fault_of_what_it_is_built_on_names_that_file() -> None:
    """Another unit of EF, and it is the family's own formula that does not come out any more."""
    text = HEAD.replace('"not confirmed"', '"unofficial template"').replace(
        "XX_AM001_ver01.0", "OJ_x_ver1"
    )

    trial = try_out('based_on = "OJ_displacement_ver1"\n' + text + fixed("EF", "tCO2e/kg"))

    family = files("openjcm.methodology") / "families" / "OJ_displacement_ver1.toml"
    lines = family.read_text(encoding="utf-8").splitlines()
    (fault,) = trial.faults
    assert fault.file == "families/OJ_displacement_ver1.toml"
    assert lines[fault.line - 1] == 'unit = "tCO2e"'


def test_values_that_do_not_fit_are_faults_of_the_case() -> None:
    """A symbol that is near is named, and what is missing is told."""
    trial = try_out(DRAFT, VALUES.replace("EF =", "EFF ="))

    assert trial.tried is None
    assert trial.definition is not None
    assert {each.file for each in trial.faults} == {"case.toml"}
    assert (5, "did you mean 'EF'?") in [
        (each.line, each.hint.partition("?")[0] + "?") for each in trial.faults
    ]


def test_a_case_that_expects_something_else_is_worked_and_told() -> None:
    """What is expected is compared at its digits: 34 is not 35."""
    trial = try_out(DRAFT, ABOUT + VALUES + '[expected]\nRE = "34"\nER = "35"\n')

    assert [(each.line, each.message) for each in trial.faults] == [(11, "expected 35, got 34")]
    assert _tried(trial).says == "(40 + 2.5) x 0.8 = 34"


def test_what_cannot_be_worked_at_all_is_one_fault() -> None:
    """A division by nothing is refused as a whole, and told of the case."""
    draft = drafted(monitored("EG", "tCO2e"), monitored("N", "1"), formulas={"RE": "EG / N"})

    trial = try_out(draft, "[monitored]\nEG = 1\nN = 0\n")

    (fault,) = trial.faults
    assert (fault.file, fault.line, fault.rule) == ("case.toml", 3, "divided-by-zero")
    assert fault.message == "RE: EG / N divides by zero; it rests on N"
    assert fault.hint
    assert trial.tried is None


def test_a_division_of_one_vintage_has_the_line_of_that_year() -> None:
    """The year before is sound."""
    draft = drafted(monitored("EG", "tCO2e"), monitored("N", "1"), formulas={"RE": "EG / N"})
    case = "[monitored]\nEG = 1\n[vintage.2017]\nN = 2\n[vintage.2018]\nN = 0\n"

    (fault,) = try_out(draft, case).faults

    assert (fault.file, fault.line) == ("case.toml", 6)


@pytest.mark.parametrize(
    ("formula", "rule", "rests"),
    [
        ("EG * exp(2 * N)", "exp-of-no-sense", "N"),
        ("EG * exp(N) ^ 30", "beyond-all-size", "EG, N"),
        ("EG * N / (2 - 2)", "divided-by-zero", ""),
    ],
)
def test_a_formula_that_cannot_be_worked_has_its_own_line(
    formula: str, rule: str, rests: str
) -> None:
    """The draft writes it, and its line is shown; a constant divisor is no value's fault."""
    draft = drafted(monitored("EG", "tCO2e"), monitored("N", "1"), formulas={"RE": formula})
    line = next(n for n, each in enumerate(draft.splitlines(), 1) if formula in each)

    (fault,) = try_out(draft, "[monitored]\nEG = 1\nN = 900\n").faults

    assert (fault.file, fault.line, fault.rule) == ("definition.toml", line, rule)
    assert fault.message.partition("; it rests on ")[2] == rests


def test_a_formula_of_a_family_has_the_line_of_a_value_it_rests_on() -> None:
    """Its text is no part of the draft; here a divisor that the family's case gives as zero."""
    text = HEAD.replace('"not confirmed"', '"unofficial template"')
    draft = 'based_on = "OJ_cop_ratio_ver1"\n' + text.replace("XX_AM001_ver01.0", "OJ_x_ver1")
    case = "[monitored]\nEC_PJ = [1]\n[fixed]\nCOP_PJ = [1]\nCOP_RE = [0]\nEF = 1\n"

    (fault,) = try_out(draft, case).faults

    assert (fault.file, fault.line) == ("case.toml", 5)
    assert fault.message.endswith("; it rests on COP_RE")


def test_faults_stand_in_the_order_of_their_lines() -> None:
    """Whatever was read first; how many more there are is said last."""
    wrong = DRAFT.replace('"MWh"', '"MVh"').replace("sum(EG)", "sum(EGG)") + "[odd]\n" * 1
    lines = [each.line for each in try_out(wrong).faults]
    many = "".join(f"a{n} = 1\n" for n in range(150)) + DRAFT
    told = try_out(many).faults

    assert len(lines) > 2
    assert lines == sorted(lines)
    assert told[-1].rule == "all-told"
    assert [each.line for each in told[:-1]] == sorted(each.line for each in told[:-1])


@pytest.mark.parametrize("count", [400, 1600])
def test_a_long_chain_of_formulas_is_told_in_words(count: int) -> None:
    """Formulas that a draft puts in order are bounded, and so is how deep they use one another."""
    chain = [
        formula(f"X{n}", f"X{n - 1} + 1" if n else "EG", "1").replace('"x"', '""')
        for n in range(count)
    ]
    text = DRAFT.replace("sum(EG)", f"X{count - 1}") + "\n".join(chain)

    faults = try_out('based_on = "OJ_displacement_ver1"\n' + text).faults

    assert faults
    assert not [each for each in faults if each.rule == "symbol-given-once"]


def test_nothing_but_faults_is_raised() -> None:
    """A text that is no TOML is a fault like any other."""
    try:
        trial = try_out("[[[", "")
    except Malformed:
        pytest.fail("a refusal is returned as faults")

    assert [each.rule for each in trial.faults] == ["file-readable"]
