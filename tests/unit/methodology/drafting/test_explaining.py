"""A calculation laid open: every value, in the order of the document."""

from decimal import Decimal

from openjcm.measure import Basis
from openjcm.methodology import (
    Branch,
    Explanation,
    Values,
    cases_of,
    explain,
    load_definition,
    read_definition,
    work,
)

HEAD = """
id = "OJ_explained_ver1"
title = "x"
family = "x"
scope = "x"
status = "unofficial template"
evidence = "published"
source = "x"
says = "x"
rounding = { stage = "vintage", rule = "whole-tonnes-per-vintage" }
"""
KNOWN = 'says = "x"\nevidence = "published"\nsource = "x"\n'
TABLES = f"""
[index.year]
says = "x"
ordered = true

[monitored.CAP]
unit = "kW"
per = "unit"
{KNOWN}
[monitored.W]
unit = "t"
per = "year"
{KNOWN}
[fixed.K]
unit = "1"
role = "default of the methodology"
value = 0.5
{KNOWN}
[table.T]
unit = "tCO2e/kW"
key = {{ unit = "kW" }}
closed = "left"
outside = "refuse"
row = [{{ from = 0, to = 10, value = 2 }}, {{ from = 10, value = 3 }}]
{KNOWN}
[table.G]
unit = "tCO2e/kW"
key = {{ unit = "kW" }}
closed = "left"
outside = "refuse"
value_from = "the project"
{KNOWN}
[[formula]]
gives = "LEFT"
is = "previous(W, 0) + previous(LEFT, 0) * K + W"
unit = "t"
{KNOWN}
[fixed.EF]
unit = "tCO2e/t"
role = "fixed ex ante by the project"
{KNOWN}
[[formula]]
gives = "RE"
is = "sum(CAP * lookup(T, CAP)) + sum(CAP * lookup(G, CAP)) + sum(LEFT) * EF"
unit = "tCO2e"
{KNOWN}
[[formula]]
gives = "PE"
is = "case when K > 1 then sum(CAP * EF_NO / K) else 0 end"
unit = "tCO2e"
{KNOWN}
[fixed.EF_NO]
unit = "tCO2e/kW"
role = "fixed ex ante by the project"
{KNOWN}
[[formula]]
gives = "ER"
is = "RE - PE"
unit = "tCO2e"
{KNOWN}
"""
VALUES: Values = {
    "CAP": [5, 20],
    "W": [8, 2],
    "EF": 1,
    "EF_NO": 1,
    "G": [{"from": 0, "value": 1}],
}


def _explained(values: Values = VALUES) -> Explanation:
    definition = read_definition(HEAD + TABLES, place="x")
    return explain(definition, work(definition, values), Basis.ILLUSTRATIVE)


def _values(branch: Branch) -> list[Decimal]:
    return [Decimal(str(at.value)) for at in branch.values]


def _named(branch: Branch, symbol: str) -> Branch:
    return next(each for each in _all(branch) if each.symbol == symbol)


def _all(branch: Branch) -> list[Branch]:
    return [branch, *(below for each in branch.branches for below in _all(each))]


def test_the_tree_of_two_chillers_is_that_of_the_hand() -> None:
    """Results, the sums in them, what is added up, and below that what was given."""
    definition = load_definition("OJ_cop_ratio_ver1")
    case = cases_of(definition.id)[0]
    explained = explain(definition, work(definition, case.values), case.evidence)

    assert [each.symbol for each in explained.trees] == ["RE", "PE", "ER"]
    kinds = [each.kind.value for each in _all(explained.trees[0])]
    assert kinds == ["result", "part", "term", "monitored", "fixed", "fixed", "fixed"]
    assert [each.kind.value for each in explained.trees[2].branches] == ["earlier", "earlier"]


def test_years_that_go_back_tables_and_earlier_results_have_branches() -> None:
    """Worked by hand: LEFT = 8, 8 + 4 + 2; T = 2, 3; RE = 10 + 60 + 5 + 20 + 22 = 117."""
    left, reference, *_ = _explained().trees

    assert _values(left) == [8, 14]
    assert [at.at for at in left.values] == ["year 1", "year 2"]
    assert _values(reference) == [117]
    assert _values(_named(reference, "T")) == [2, 3]
    assert _named(reference, "LEFT").kind == "earlier"
    assert _named(reference, "LEFT").branches == ()


def test_each_value_says_how_firm_it_is() -> None:
    """What is given is as firm as its case, what the definition says as firm as its source."""
    left, reference, *_ = _explained().trees

    assert _named(left, "K").basis is Basis.PUBLISHED
    assert _named(left, "W").basis is Basis.ILLUSTRATIVE
    assert _named(reference, "T").basis is Basis.PUBLISHED
    assert _named(reference, "G").basis is Basis.ILLUSTRATIVE
    assert _named(_explained({**VALUES, "K": 1}).trees[0], "K").basis is Basis.ILLUSTRATIVE


def test_what_could_not_be_worked_and_was_not_chosen_has_no_branch() -> None:
    """K of 0 is divided by in a branch that is not taken: the sum has no value to show."""
    project = _explained({**VALUES, "K": 0}).trees[2]

    assert _values(project) == [0]
    assert not [each for each in _all(project) if each.kind in ("part", "term")]
    assert {each.symbol for each in project.branches} == {"K", "CAP", "EF_NO"}


def test_a_part_is_as_firm_as_all_that_it_names() -> None:
    """A symbol is opened once, and counts in every part that names it."""
    text = TABLES.replace("sum(LEFT) * EF", "sum(LEFT) * EF + sum(CAP) * EF_NO")
    definition = read_definition(HEAD + text, place="x")
    given = {"CAP": Basis.RECALLED}
    done = work(definition, VALUES)
    explained = explain(definition, done, Basis.MEASURED, given)
    left, reference, *_ = explained.trees
    parts = {each.formula: each for each in reference.branches if each.kind == "part"}

    assert parts["sum(CAP)"].branches == ()
    assert parts["sum(CAP)"].basis is Basis.RECALLED
    assert parts["sum(LEFT)"].basis is Basis.DERIVED
    assert (left.basis, reference.basis) == (Basis.DERIVED, Basis.RECALLED)
    assert explained.basis is Basis.RECALLED
    told = dict(zip([each.symbol for each in done.steps], explained.bases(done.steps), strict=True))
    assert (told["LEFT"], told["RE"]) == (Basis.DERIVED, Basis.RECALLED)
