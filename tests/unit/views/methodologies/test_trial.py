"""A form made of a definition and a case: what it holds, and what comes back."""

from datetime import date
from decimal import Decimal

from openjcm.measure import Basis
from openjcm.methodology import Case, Definition, read_definition
from openjcm.views.methodologies.trial import SERIES_MAX, trial_of

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
