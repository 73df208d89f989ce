"""A form made of a definition and a case: what it holds, and what comes back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from openjcm.measure import Basis
from openjcm.methodology import Case, Definition, read_definition
from openjcm.methodology.working.behind import formula_behind, inputs_behind
from openjcm.methodology.working.faults import Unworkable
from openjcm.views.methodologies.trial import SERIES_MAX, Remark, trial_of
from openjcm.web.rendering import SITE

HEAD = """
id = "XX_AM001_ver01.0"
title = "A boiler"
family = "boiler"
scope = "3"
status = "not confirmed"
evidence = "illustrative"
source = "made up"
says = "Made up for the tests."
rounding = { stage = "vintage", rule = "whole-tonnes-per-vintage" }
"""
SEASONS = '[index.season]\nsays = "Half a year"\nmembers = ["dry", "wet"]\n'
KNOWN = 'evidence = "illustrative"\nsource = "made up"\nsays = "Of the test"\n'
HALVES = "value = { dry = 0.25, wet = 0.75 }\n"
PARTS = (
    'monitored.T]\nunit = "tCO2e"\nper = "boiler"\n',
    'monitored.L]\nunit = "1"\nper = "hour"\n',
    'monitored.DAY]\nkind = "day"\n',
    'fixed.F]\nunit = "1"\nrole = "default of the methodology"\nvalue = 2\n',
    f'fixed.M]\nunit = "1"\nper = "season"\nrole = "default of the methodology"\n{HALVES}',
    'fixed.SINCE]\nkind = "day"\nrole = "fixed by the methodology"\nvalue = 2013-01-01\n',
)
FORMULAS = {
    "RE": "sum(T) * F * mean(L) * sum(M)",
    "PE": "case when DAY > SINCE then sum(T) else 0 * sum(T) end",
    "ER": "RE - PE",
}
LONG = [Decimal(1)] * (SERIES_MAX + 1)
CASE = Case(
    name="made-up.toml",
    says="Made up.",
    evidence=Basis.ILLUSTRATIVE,
    source="made up",
    values={"T": {"old": Decimal(3), "new": Decimal(4)}, "L": LONG, "DAY": date(2014, 1, 1)},
    expected={},
    credits=None,
)


def _definition() -> Definition:
    parameters = [f"[{part}{KNOWN}" for part in PARTS]
    formulas = [
        f'[[formula]]\ngives = "{gives}"\nis = "{is_}"\nunit = "tCO2e"\n{KNOWN}'
        for gives, is_ in FORMULAS.items()
    ]
    return read_definition(
        "\n".join((HEAD, SEASONS, *parameters, *formulas)), place="definition.toml"
    )


def test_a_form_holds_what_can_be_typed() -> None:
    """A single default, members by name, a day; a long series stays, and so do defaults of each."""
    form = trial_of(_definition(), CASE)

    fields = {each.symbol: [(f.name, f.place, f.text) for f in each.fields] for each in form.inputs}
    assert fields == {
        "T": [("T.1", "boiler old", "3"), ("T.2", "boiler new", "4")],
        "DAY": [("DAY", "", "2014-01-01")],
        "F": [("F", "", "2")],
    }
    assert form.kept == ("L",)
    assert form.result is None


def test_values_go_where_they_were_taken_from() -> None:
    """(5 + 4) x 3 = 27, less 9 since 2013: 18; before that day nothing is taken off: 27."""
    typed = {"T.1": "5", "F": " 3 ", "DAY": "2014-06-30"}
    done = trial_of(_definition(), CASE, typed)
    before = trial_of(_definition(), CASE, {**typed, "DAY": "2012-12-31"})

    assert (done.result and done.result.credits) == 18
    assert (before.result and before.result.credits) == 27


def test_what_is_no_value_is_marked_in_its_field_alone() -> None:
    """A day that there is not, and a blank; nothing is worked then."""
    done = trial_of(_definition(), CASE, {"DAY": "2014-02-30", "T.2": "", "F": "1"})

    assert [field.name for _, field in done.wrong] == ["T.2", "DAY"]
    assert done.result is None


def _divided(divisor: str, *, per: str = "boiler") -> Definition:
    """Return a definition in which emissions are divided by something."""
    parameters = [
        f'[monitored.T]\nunit = "tCO2e"\nper = "boiler"\n{KNOWN}',
        f'[monitored.N]\nunit = "1"\nper = "{per}"\n{KNOWN}',
        f'[fixed.F]\nunit = "1"\nrole = "fixed ex ante by the project"\n{KNOWN}',
    ]
    formulas = {"D": divisor, "RE": "sum(T / D) * F", "PE": "0 * RE", "ER": "RE - PE"}
    units = {"D": "1"}
    written = [
        f'[[formula]]\ngives = "{gives}"\nis = "{is_}"\nunit = "{unit}"\n{KNOWN}'
        for gives, is_ in formulas.items()
        for unit in (units.get(gives, "tCO2e"),)
    ]
    return read_definition("\n".join((HEAD, *parameters, *written)), place="definition.toml")


def _given(*divisors: int) -> Case:
    series = [Decimal(6)] * 3
    return replace(CASE, values={"T": series, "N": [*map(Decimal, divisors)], "F": Decimal(1)})


def test_only_the_zero_that_divides_is_marked() -> None:
    """Of three boilers the second; a factor of zero divides nothing."""
    done = trial_of(_divided("N * N"), _given(2, 0, 3), {"F": "0"})

    assert [(field.name, field.wrong) for _, field in done.wrong] == [("N.2", "divisor")]
    assert done.unworked
    assert (done.unworked.stem, done.unworked.symbol) == ("divided-by-zero", "RE")
    assert (done.unworked.place, done.unworked.is_at_fields) == ("boiler 2", True)


def test_a_difference_that_is_zero_names_what_it_rests_on() -> None:
    """No field of it is zero, so none is marked."""
    done = trial_of(_divided("N - F"), _given(2, 1, 3), {})

    assert done.wrong == ()
    assert done.unworked
    assert done.unworked.inputs == ("N", "F")
    assert not done.unworked.is_at_fields
    assert done.is_refused


def test_a_sum_of_zeros_is_marked_where_the_step_stands() -> None:
    """Every boiler is zero, and the sum with them: another value there mends all of it."""
    done = trial_of(_divided("sum(N)"), _given(0, 0, 0), {})

    assert done.unworked
    assert done.unworked.inputs == ("N",)
    assert [field.name for _, field in done.wrong] == ["N.1"]
    assert trial_of(_divided("sum(N)"), _given(0, 0, 0), {"N.1": "2"}).result


def test_values_that_are_kept_are_remarked_on_where_they_are_odd() -> None:
    """A long series has no field to say it: the symbol stands for it, once."""
    text = f'{KNOWN}plausible = {{ at_most = 5, evidence = "illustrative" }}\n'
    parameters = [f"[{part}{text if 'monitored.L' in part else KNOWN}" for part in PARTS]
    formulas = [
        f'[[formula]]\ngives = "{gives}"\nis = "{is_}"\nunit = "tCO2e"\n{KNOWN}'
        for gives, is_ in FORMULAS.items()
    ]
    definition = read_definition("\n".join((HEAD, SEASONS, *parameters, *formulas)), place="x.toml")
    case = replace(CASE, values={**CASE.values, "L": [Decimal(7)] * (SERIES_MAX + 1)})

    done = trial_of(definition, case, {})

    assert done.result
    assert Remark("input-plausible", "L") in done.result.remarks
    assert done.odd == ()


def test_what_cannot_be_worked_has_words_in_both_languages() -> None:
    """Each reason that the engine has, and each of a field."""
    stems = {*Unworkable, "other"}
    for language in ("en", "ja"):
        assert all(SITE.has(language, f"try-unworked-{each}") for each in stems)
        assert all(SITE.has(language, f"try-wrong-{each}") for each in ("divisor", "choice", "day"))


def test_a_step_that_no_formula_has_rests_on_nothing() -> None:
    """Nothing is guessed of it."""
    assert formula_behind(_definition(), "X_1") is None
    assert inputs_behind(_definition(), "divided-by-zero", "X_1") == ()
